"""Connecting a mailbox: both ways are tried, each failure is a sentence, and no password is ever readable."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from pytest_django import Settings

from goodword.channels.email import mailboxes
from goodword.channels.email.fetching import fetch_due
from goodword.channels.email.keys import reveal
from goodword.channels.email.mailboxes import Connection, Trial
from goodword.channels.email.models import Arrival, Mailbox, Outgoing
from goodword.channels.email.outbound import queue_plain
from goodword.kit.errors import Conflict, Malformed, NotAllowed, NotFound
from goodword.ledger.models import Entry
from goodword.people.models import Agent
from tests.channels.conftest import HELP, SALES, Imap, Sink, raw
from tests.conftest import MONDAY_MORNING

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def given(imap: Imap, sink: Sink) -> Connection:
    """What an admin enters for a mailbox that works both ways."""
    return Connection(
        HELP, "Bolt Bikes", imap_host="127.0.0.1", imap_port=imap.port, imap_security="none", imap_user=imap.user,
        imap_password=imap.password, imap_folder=imap.folder, smtp_host="127.0.0.1", smtp_port=sink.port,
        smtp_security="none",
    )  # fmt: skip


def test_a_connected_mailbox_is_fetched_from_now_on(given: Connection, imap: Imap, mara: Agent, at: datetime) -> None:
    imap.arrive(raw("Old.", message_id="<old@x>"))
    mailbox = mailboxes.connect(given, at, mara)
    imap.arrive(raw("New.", message_id="<new@x>"))
    fetch_due(at + timedelta(seconds=1))
    assert list(Arrival.objects.values_list("message__message_id", flat=True)) == ["<new@x>"]
    assert (mailbox.is_default, reveal(mailbox.imap_secret)) == (True, imap.password)


def test_the_past_comes_along_when_it_is_asked_for(given: Connection, imap: Imap, mara: Agent, at: datetime) -> None:
    imap.arrive(raw("Old.", message_id="<old@x>"))
    mailboxes.connect(given, at, mara, past=True)
    fetch_due(at + timedelta(seconds=1))
    assert Arrival.objects.count() == 1


def test_no_password_can_be_read_anywhere(given: Connection, imap: Imap, mara: Agent, at: datetime) -> None:
    mailbox = mailboxes.connect(replace(given, smtp_user="u", smtp_password="sesame street"), at, mara)
    assert imap.password not in mailbox.imap_secret
    assert "sesame" not in mailbox.smtp_secret
    assert not Entry.objects.filter(data__icontains="sesame").exists()
    assert imap.password not in repr(given)


def test_a_change_keeps_the_password_that_was_not_entered(
    given: Connection, imap: Imap, mara: Agent, at: datetime
) -> None:
    mailbox = mailboxes.connect(given, at, mara)
    changed = mailboxes.change(mailbox, replace(given, name="New name", imap_password=None), at, mara)
    assert (changed.name, reveal(changed.imap_secret)) == ("New name", imap.password)
    assert changed.last_uid == mailbox.last_uid


def test_two_mailboxes_have_one_default(given: Connection, mara: Agent, at: datetime) -> None:
    first = mailboxes.connect(given, at, mara)
    second = mailboxes.connect(Connection(SALES, is_default=True), at, mara)
    first.refresh_from_db()
    assert (first.is_default, second.is_default) == (False, True)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"address": "no address"}, "address"),
        ({"address": "a+b@shop.example"}, "address"),
        ({"imap_host": "mail example"}, "imap_host"),
        ({"imap_port": 0}, "imap_port"),
        ({"smtp_port": 70000}, "smtp_port"),
        ({"smtp_security": "maybe"}, "smtp_security"),
        ({"imap_folder": " "}, "imap_folder"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(
    given: Connection, mara: Agent, at: datetime, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(Malformed) as wrong:
        mailboxes.connect(replace(given, **changes), at, mara)  # type: ignore[arg-type]
    assert wrong.value.details["field"] == field


def test_one_address_is_connected_once(given: Connection, mara: Agent, at: datetime) -> None:
    mailboxes.connect(given, at, mara)
    with pytest.raises(Conflict):
        mailboxes.connect(Connection(HELP.upper()), at, mara)


@pytest.mark.parametrize("who", ["ada", "lena", "omar"])
def test_only_admins_connect(given: Connection, at: datetime, who: str, request: pytest.FixtureRequest) -> None:
    with pytest.raises((NotAllowed, NotFound)):
        mailboxes.connect(given, at, request.getfixturevalue(who))
    assert not Mailbox.objects.exists()


def test_both_ways_are_tried_without_a_trace(given: Connection, sink: Sink) -> None:
    words = "The folder Desk on 127.0.0.1 opens, and new mail is told at once."
    assert mailboxes.try_incoming(given, MONDAY_MORNING) == Trial(True, words)
    assert mailboxes.try_outgoing(given, MONDAY_MORNING) == Trial(True, f"127.0.0.1 takes mail from {HELP}.")
    assert not sink.mails


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"imap_password": "wrong"}, "127.0.0.1 does not accept this user and password: "),
        ({"imap_folder": "Nowhere"}, "127.0.0.1 has no folder of this name that may be read: "),
        ({"imap_port": 1}, "127.0.0.1 answers, but not on port 1. "),
        ({"imap_security": "tls"}, "127.0.0.1 speaks another kind of encryption on port "),
        ({"imap_host": "no.such.invalid"}, "There is no server named no.such.invalid. "),
    ],
)
def test_each_failure_to_fetch_is_a_sentence(given: Connection, changes: dict[str, object], words: str) -> None:
    tried = mailboxes.try_incoming(replace(given, **changes), MONDAY_MORNING)  # type: ignore[arg-type]
    assert tried.works is False
    assert tried.words.startswith(words)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"smtp_port": 1}, "127.0.0.1 answers, but not on port 1. "),
        ({"smtp_security": "tls"}, "127.0.0.1 speaks another kind of encryption on port "),
        ({"smtp_security": "starttls"}, "127.0.0.1 does not offer what was asked of it (encryption or sign-in): "),
        ({"smtp_host": "no.such.invalid"}, "There is no server named no.such.invalid. "),
    ],
)
def test_each_failure_to_send_is_a_sentence(given: Connection, changes: dict[str, object], words: str) -> None:
    tried = mailboxes.try_outgoing(replace(given, **changes), MONDAY_MORNING)  # type: ignore[arg-type]
    assert tried.works is False
    assert tried.words.startswith(words)


def test_a_server_that_refuses_our_address_says_so(given: Connection, sink: Sink) -> None:
    sink.answers[HELP] = "550 5.7.1 relaying denied"
    tried = mailboxes.try_outgoing(given, MONDAY_MORNING)
    assert (tried.works, tried.words) == (False, f"127.0.0.1 refuses mail from {HELP}: 550 5.7.1 relaying denied")


def test_nothing_to_try_is_no_failure(settings: Settings) -> None:
    settings.SMTP_URL = ""
    assert mailboxes.try_incoming(Connection(HELP), MONDAY_MORNING).works is None
    assert mailboxes.try_outgoing(Connection(HELP), MONDAY_MORNING).works is None


def test_mail_that_waited_goes_out_as_soon_as_a_server_is_entered(given: Connection, mara: Agent, at: datetime) -> None:
    queue_plain(to="ada@desk.example", subject="Due", cause="n:1", at=at, text="Hello.")
    Outgoing.objects.update(wakes_at=at + timedelta(minutes=5))
    mailboxes.connect(given, at + timedelta(minutes=1), mara)
    assert Outgoing.objects.get().wakes_at == at + timedelta(minutes=1)
