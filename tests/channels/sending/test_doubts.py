"""Mail goes out: servers that die, workers that die, and what is left in doubt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from pytest_django import Settings

from goodword.cases import delivery
from goodword.cases.actions import Draft, receive, reply
from goodword.cases.inbound import Inbound, InboundFile
from goodword.cases.models import Case, Delivery, Message
from goodword.channels.email import addresses, outbound, queries, sending, tasks
from goodword.channels.email.keys import key_for
from goodword.channels.email.models import Mailbox, Outgoing, OutgoingState
from goodword.channels.email.receiving import Envelope
from goodword.channels.email.taking import take
from goodword.kit import files
from goodword.ledger.models import Entry
from goodword.people.models import Agent
from tests.channels.conftest import HELP, KIM, Sink
from tests.channels.sending.conftest import parsed

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_server_that_is_down_costs_an_attempt_and_says_why(
    written: Callable[..., Message], settings: Settings, help_box: Mailbox, at: datetime
) -> None:
    message = written()
    settings.SMTP_URL = "smtp://127.0.0.1:1"
    sending.send_due(at)
    message.refresh_from_db()
    words = "127.0.0.1 answers, but not on port 1. Is the port right, and open in the firewall?"
    assert (message.delivery, message.delivery_words) == (Delivery.DELAYED, words)
    help_box.refresh_from_db()
    assert help_box.sending_trouble == words


def test_a_desk_without_a_server_keeps_the_mail_and_says_so(
    written: Callable[..., Message], settings: Settings, sink: Sink, at: datetime
) -> None:
    message = written()
    settings.SMTP_URL = ""
    for day in range(4):
        sending.send_due(at + timedelta(days=day))
    message.refresh_from_db()
    assert (message.delivery, message.delivery_words) == (Delivery.QUEUED, "no outgoing server set up")
    assert Entry.objects.filter(verb="message.waits").count() == 1
    settings.SMTP_URL = sink.url
    sending.send_due(at + timedelta(days=5))
    assert len(sink.mails) == 1


def test_a_server_that_dies_with_the_mail_in_its_hands_leaves_a_doubt(
    written: Callable[..., Message], sink: Sink, at: datetime
) -> None:
    def die(server: object) -> str:
        server.transport.abort()  # type: ignore[attr-defined]
        return "451 gone"

    message = written()
    sink.data = [die]
    sending.send_due(at)
    message.refresh_from_db()
    assert message.delivery == Delivery.DOUBTFUL
    sending.send_due(at + timedelta(days=3))
    assert not sink.mails


def test_a_server_that_says_not_now_after_the_data_has_surely_not_taken_it(
    written: Callable[..., Message], sink: Sink, at: datetime
) -> None:
    message = written()
    sink.data = ["451 4.3.0 disk full"]
    sending.send_due(at)
    sending.send_due(at + timedelta(minutes=2))
    message.refresh_from_db()
    assert (message.delivery, len(sink.mails)) == (Delivery.HANDED_OVER, 1)


def test_a_worker_that_died_while_handing_over_leaves_a_doubt(
    written: Callable[..., Message], sink: Sink, at: datetime
) -> None:
    message = written()
    [mail] = sending._claim(at)
    assert sending.fates.begin_handing(mail, at)
    sending.send_due(at + timedelta(seconds=30))
    message.refresh_from_db()
    assert message.delivery == Delivery.QUEUED
    sending.send_due(at + timedelta(seconds=61))
    message.refresh_from_db()
    assert (message.delivery, sink.mails) == (Delivery.DOUBTFUL, [])


def test_a_worker_that_died_before_handing_over_is_followed_by_another(
    written: Callable[..., Message], sink: Sink, at: datetime
) -> None:
    written()
    [dead] = sending._claim(at)
    assert not sending._claim(at + timedelta(seconds=30))
    sending.send_due(at + timedelta(seconds=61))
    assert len(sink.mails) == 1
    assert not sending.fates.begin_handing(dead, at + timedelta(seconds=62))


def test_an_address_that_nobody_can_have_fails_in_plain_words(ada: Agent, help_box: Mailbox, at: datetime) -> None:
    case = receive(Inbound(channel="email", kind="email", address="unknown-1@nobody.invalid", inbox=HELP), at).case
    message = reply(case, ada, Draft(text="Who are you?"), at)
    outbound.queue_message(message, at)
    sending.send_due(at)
    message.refresh_from_db()
    assert (message.delivery, message.delivery_words) == (Delivery.FAILED, "there is no address to send it to")


def test_a_mailbox_with_plus_addresses_signs_reply_and_return_paths(
    written: Callable[..., Message], help_box: Mailbox, sink: Sink, at: datetime
) -> None:
    help_box.plus_addresses = True
    help_box.save(update_fields=["plus_addresses"])
    message = written()
    sending.send_due(at)
    key = key_for(queries.ADDRESS_KEY)
    reply_to = parsed(sink.mails[0].content or b"")["Reply-To"].addresses[0].addr_spec  # type: ignore[arg-type]
    assert addresses.number_in([reply_to], addresses.CASE, key) == message.case_id
    assert addresses.number_in([sink.mails[0].mail_from or ""], addresses.MAIL, key) == message.pk


def test_a_notice_to_a_colleague_goes_out_once_per_cause(help_box: Mailbox, sink: Sink, at: datetime) -> None:
    for _ in range(2):
        outbound.queue_plain(to="ada@desk.example", subject="Due soon: “callback”", cause="n:1", at=at, text="Hello.")
    sending.send_due(at)
    [mail] = map(parsed, sink.to("ada@desk.example"))
    assert (mail["Subject"], mail["Auto-Submitted"]) == ("Due soon: “callback”", "auto-generated")


def test_a_late_word_of_the_server_settles_a_doubt(written: Callable[..., Message], sink: Sink, at: datetime) -> None:
    """The desk's clock was moved, so the lease ended while the worker still lived: what it learns counts."""
    message = written()
    [mail] = sending._claim(at)
    sending.fates.begin_handing(mail, at)
    sending.fates.doubt_the_abandoned(at + timedelta(hours=1))
    offered = sending.Offered((KIM,), {})
    sending.fates.taken(mail, (offered, sending.fates.Answer(250, "250 ok")), at + timedelta(hours=1))
    message.refresh_from_db()
    assert (message.delivery, Outgoing.objects.get().state) == (Delivery.HANDED_OVER, OutgoingState.SENT)
    assert delivery.main_addresses(message) == {KIM}


def test_one_mail_over_which_the_desk_fails_does_not_stop_those_behind_it(
    written: Callable[..., Message], sink: Sink, at: datetime
) -> None:
    """Its address is of a sort that no mail program writes: the client itself stumbles over it."""
    first, second = written("First."), written("Second.")
    Outgoing.objects.filter(message=first).update(recipients=["kim\ud7ff@" + "x" * 80 + ".example"], sender="a\r\nb@c")
    sending.send_due(at)
    first.refresh_from_db()
    second.refresh_from_db()
    assert second.delivery == Delivery.HANDED_OVER
    assert first.delivery in (Delivery.DELAYED, Delivery.FAILED)


def test_a_message_whose_file_is_gone_says_so(case: Case, ada: Agent, help_box: Mailbox, at: datetime) -> None:
    gone = InboundFile("files/00/gone", "offer.pdf", "application/pdf", 10)
    message = reply(case, ada, Draft(text="Here is the offer.", files=(gone,)), at)
    tasks.compose(Entry.objects.get(verb="message.written"), at)
    message.refresh_from_db()
    assert message.delivery == Delivery.FAILED
    assert "gone from the storage" in message.delivery_words


def test_a_notice_that_comes_back_to_our_own_mailbox_is_no_case(help_box: Mailbox, at: datetime) -> None:
    row = outbound.queue_plain(to=HELP, subject="Due soon", cause="n:1", at=at, text="Hello.")
    cases = Case.objects.count()
    taken = take(files.fetch(row.key), Envelope("test", inbox=HELP), queries.ours(), at)
    assert (taken.outcome, Case.objects.count()) == ("own", cases)
