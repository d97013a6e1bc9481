"""Kill -9 at each step of intake and of sending: nothing lost, nothing twice, or a doubt that a person sees."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

import pytest

from goodword.cases.mending import to_mend
from goodword.cases.models import Delivery, Message
from goodword.channels.email import queries, receiving, sending
from goodword.channels.email.fetching import fetch_due
from goodword.channels.email.models import Arrival, Mailbox, Outgoing, OutgoingState
from goodword.kit import files
from goodword.ledger.models import Entry
from goodword.people.models import Agent
from tests.channels.conftest import Imap, Sink, raw
from tests.channels.sending.conftest import _server, written
from tests.channels.test_taking import taken
from tests.faults.steps import killed_at

__all__ = ["_server", "written"]
pytestmark = pytest.mark.django_db(transaction=True)

INTAKE = [
    "take", "keep", "FolderStorage._save", "keep>", "fingerprint>", "_enter", "_enter>", "settle", "read>", "kept>",
    "_place", "meet>", "_start>", "_store>", "_place>", "_write_down>", "watch>", "settle>", "take>",
]  # fmt: skip
FETCHING = ["_claim>", "Folder.fetch>", "take take", "take> take>", "_take_all>", "_mark>"]
# Before `handing` is on record the server has nothing, and the next worker sends; after it a person decides.
SENT, DOUBT = OutgoingState.SENT, OutgoingState.DOUBTFUL
SHOWN = {SENT: Delivery.HANDED_OVER, DOUBT: Delivery.DOUBTFUL}
SENDING = [
    ("_claim", SENT, 1), ("_claim>", SENT, 1), ("Line.__init__>", SENT, 1), ("Line.offer", SENT, 1),
    ("Line.offer>", SENT, 1), ("_hand_over", SENT, 1), ("begin_handing", SENT, 1), ("begin_handing>", DOUBT, 0),
    ("Line.hand_over", DOUBT, 0), ("Line.hand_over SMTP.docmd>", DOUBT, 0),
    ("Line.hand_over SMTP.docmd> SMTP.send>", DOUBT, 0),  # the mail is there, but not the line with the dot
    ("Line.hand_over SMTP.docmd> SMTP.send> SMTP.send>", DOUBT, None),  # nobody can know
    ("Line.hand_over>", DOUBT, 1), ("taken", DOUBT, 1), ("mark>", DOUBT, 1), ("taken>", SENT, 1), ("_send>", SENT, 1),
]  # fmt: skip


def letter(words: str) -> bytes:
    """A mail with a file, none of which is in the storage yet."""
    plain = raw(f"With a file: {words}.", subject=words, message_id=f"<{words.replace(' ', '.')}@home>").decode()
    head, body = plain.split("\n\n", 1)
    head = head.replace('Content-Type: text/plain; charset="utf-8"', 'Content-Type: multipart/mixed; boundary="b"')
    file = f"Content-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf\n\n%PDF-1.4 {words}"
    return f"{head}\n\n--b\nContent-Type: text/plain\n\n{body}\n--b\n{file}\n--b--\n".encode()


def test_a_mail_is_taken_once_whenever_its_worker_is_killed(help_box: Mailbox, at: datetime) -> None:
    for number, step in enumerate(INTAKE):
        content, now = letter(step), at + timedelta(hours=number)
        assert killed_at(step, partial(taken, content, now)), step
        later = now + 2 * receiving.PATIENCE
        receiving.settle_waiting(queries.ours(), later)  # the next worker
        taken(content, later)  # the server that heard no 250 brings it again
        receiving.settle_waiting(queries.ours(), later + 2 * receiving.PATIENCE)
        [arrival] = Arrival.objects.filter(subject=step)
        assert (arrival.outcome, files.fetch(arrival.key)) == ("started", content), step
        [message] = Message.objects.filter(subject=step)
        assert (message.pk, message.attachments.count()) == (arrival.message_id, 1), step
        assert Entry.objects.filter(verb="message.received", subject_id=message.pk).count() == 1, step
    assert Arrival.objects.count() == len(INTAKE)


def test_a_mailbox_is_fetched_once_whenever_its_worker_is_killed(
    fetched_box: Mailbox, imap: Imap, at: datetime
) -> None:
    for number, step in enumerate(FETCHING):
        now = at + timedelta(hours=number)
        imap.arrive(letter(step), letter(f"{step} too"))
        assert killed_at(step, partial(fetch_due, now)), step
        fetch_due(now + timedelta(minutes=2))
        receiving.settle_waiting(queries.ours(), now + timedelta(minutes=4))
        found = Message.objects.filter(subject__startswith=step).values_list("subject", flat=True)
        assert {step, f"{step} too"} <= set(found), step
    fetch_due(now + timedelta(minutes=6))
    assert Message.objects.count() == Arrival.objects.exclude(outcome="").count() == 2 * len(FETCHING)


def test_a_mail_goes_out_once_or_is_a_doubt_whenever_its_worker_is_killed(
    written: Callable[..., Message], sink: Sink, ada: Agent, at: datetime
) -> None:
    for number, (step, state, arrived) in enumerate(SENDING):
        message, now = written(f"Killed at {step}."), at + timedelta(days=number)
        assert killed_at(step, partial(sending.send_due, now)), step
        for minutes in (2, 4, 60):
            sending.send_due(now + timedelta(minutes=minutes))
        message.refresh_from_db()
        mail = Outgoing.objects.get(message=message)
        got = sum(mail.mail_id.encode() in bytes(envelope.content or b"") for envelope in sink.mails)
        assert (mail.state, message.delivery) == (state, SHOWN[state]), step
        assert got == arrived if arrived is not None else got <= 1, step
        assert (message in to_mend(ada)) == (state == DOUBT), step
