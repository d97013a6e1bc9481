"""From a stored arrival to its place in the desk: read, then placed in one transaction together with its outcome."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog
from django.db import connection, transaction

from goodword.asks import replies
from goodword.cases import actions as cases
from goodword.cases.inbound import Inbound, InboundFile
from goodword.cases.models import Message
from goodword.channels.email import asked, bounces, by_us, enclosed, loops
from goodword.channels.email.inbound import bracketed, clean, inbound_of, unreadable
from goodword.channels.email.models import Arrival, Outgoing
from goodword.channels.email.ours import Ours
from goodword.channels.email.reading import ReadMail, read
from goodword.kit import files as storage
from goodword.people.models import IdentityKind

PATIENCE = timedelta(minutes=1)  # how long one attempt may take before another worker may try
TRIES_AGAIN_AFTER = timedelta(minutes=1)
MOST_TRIES = 3
REMEMBERS = timedelta(days=14)
SENT = "sent"  # the door of what lies in the folder of a mailbox where its own mails are kept
SEEN, OWN, WAITING, UNREADABLE = "seen", "own", "waiting", "unreadable"
CAN_GO_IN_CIRCLES = ("started", "continued", "reopened", "thanked", asked.ROBOT)

log = structlog.get_logger()

# Written out, since every mail needs them and composing them anew takes longer than running them.
_BY_MESSAGE_ID = """
    SELECT id, case_id, is_ours, from_address, subject, reply_text FROM cases_message WHERE message_id = %s LIMIT 5
"""
_END = """
    UPDATE email_arrival SET outcome = %s, case_id = %s, message_id = %s, sender = %s, subject = %s, wakes_at = NULL
    WHERE id = %s AND outcome = ''
"""


@dataclass(frozen=True)
class Envelope:
    """What is known of a mail from outside of it: the door, the place it lay, and the envelope of its delivery.

    `inbox` is the address it was delivered to, with its token if it had one. `return_path` is None where it
    is not known, and empty for the null path of bounces.
    """

    door: str
    place: str = ""
    inbox: str = ""
    return_path: str | None = None


@dataclass(frozen=True)
class Taken:
    """What became of a mail: an outcome, and the case and message it became, if any."""

    outcome: str
    case: int | None = None
    message: int | None = None


class _SettledElsewhere(Exception):
    """Another worker has placed this mail in the meantime; ours is rolled back."""


def settle(arrival: Arrival, raw: bytes, ours: Ours, at: datetime) -> Taken:
    """Places one mail. What fails is tried again, and after three tries becomes a case with its raw source.

    Never raises for what is in a mail; the arrival stays on record whatever happens.
    """
    try:
        if arrival.tries > MOST_TRIES:
            return _as_unreadable(arrival, raw, ours, at)
        mail = read(raw)
        files = enclosed.kept(mail.attachments)
        if mail.error:
            files = (*files, enclosed.source(arrival.key, arrival.size))
        with transaction.atomic():
            taken = _place(mail, arrival, ours, files, at)
            _write_down(arrival, taken, mail.from_address, mail.subject)
            if taken.outcome in CAN_GO_IN_CIRCLES:
                loops.watch(_sender(mail.from_address), arrival.inbox, taken.case, at)
    except _SettledElsewhere:
        arrival.refresh_from_db()
        return Taken(SEEN, arrival.case_id, arrival.message_id)
    except Exception as error:
        log.exception("mail.not_placed", arrival=arrival.pk, tries=arrival.tries)
        trouble = f"{type(error).__name__}: {error}"[:1000].replace("\x00", "")
        Arrival.objects.filter(pk=arrival.pk, outcome="").update(trouble=trouble, wakes_at=at + TRIES_AGAIN_AFTER)
        return Taken(WAITING)
    return taken


def settle_waiting(ours: Ours, now: datetime) -> int:
    """Tries the arrivals whose moment has come. Each try is counted before it begins, so that a mail that kills
    its worker is not tried for ever."""
    handled = 0
    while arrival := _claim(now):
        handled += 1
        settle(arrival, storage.fetch(arrival.key), ours, now)
    return handled


def _claim(now: datetime) -> Arrival | None:
    with transaction.atomic():
        due = Arrival.objects.filter(wakes_at__lte=now, outcome="").order_by("wakes_at")
        arrival = due.select_for_update(skip_locked=True).first()
        if arrival:
            arrival.tries, arrival.wakes_at = arrival.tries + 1, now + PATIENCE
            arrival.save(update_fields=["tries", "wakes_at"])
    return arrival


def _place(mail: ReadMail, arrival: Arrival, ours: Ours, files: tuple[InboundFile, ...], at: datetime) -> Taken:
    if arrival.door == SENT:
        sent = by_us.settle(mail, inbound_of(mail, ours, files, arrival.inbox), ours, at, is_proven=True)
        return Taken(by_us.BY_US, sent.case_id, sent.pk) if sent else Taken(OWN)
    report = bounces.settle(mail, arrival, ours, at)
    if report:
        outcome, message = report
        return Taken(outcome, message.case_id if message else None, message.pk if message else None)
    heard = asked.settle(mail, arrival, ours, files, at)
    if heard and heard.outcome:
        return Taken(heard.outcome, heard.ask.case_id)
    inbound = inbound_of(mail, ours, files, arrival.inbox)
    before = _known_before(mail, inbound, ours)
    if before:
        return before
    written = by_us.settle(mail, inbound, ours, at)
    if written:
        return Taken(by_us.BY_US, written.case_id, written.pk)
    if inbound.is_automatic and inbound.token_case is None:
        inbound = replace(inbound, token_case=_last_written_to(inbound.address, at))
    taken = _received(inbound, at)
    if heard:
        replies.not_believed(heard.ask, inbound.address, heard.why, taken.case, at)
    return taken


def _received(inbound: Inbound, at: datetime) -> Taken:
    received = cases.receive(inbound, at)
    return Taken(received.outcome, received.case.pk, received.message.pk)


def _known_before(mail: ReadMail, inbound: Inbound, ours: Ours) -> Taken | None:
    """A mail of ours that came back, or one that another way brought in before with other bytes (a list's footer)."""
    if not mail.message_id:
        return None
    if (ours.has(mail.from_address) or inbound.is_automatic) and _is_notice(mail):
        return Taken(OWN)
    with connection.cursor() as cursor:
        cursor.execute(_BY_MESSAGE_ID, [bracketed(mail.message_id)])
        found = cursor.fetchall()
    for pk, case, is_ours, address, subject, text in found:
        if is_ours and ours.has(mail.from_address):
            return Taken(OWN, case, pk)
        if (
            not is_ours
            and address == inbound.address
            and subject == inbound.subject
            and _same(text, inbound.reply_text)
        ):
            return Taken(SEEN, case, pk)
    return None


def _is_notice(mail: ReadMail) -> bool:
    """A mail of the desk to a colleague that came back to one of our own mailboxes."""
    return Outgoing.objects.filter(mail_id=bracketed(mail.message_id)[:250], message=None).exists()


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()


def _last_written_to(address: str, at: datetime) -> int | None:
    """The case in which we last wrote to an address: an absence note without references belongs there."""
    written = Message.objects.filter(
        identity__kind=IdentityKind.EMAIL, identity__address=address, is_ours=True, at__gte=at - REMEMBERS
    )
    return written.order_by("-id").values_list("case_id", flat=True).first()


def _write_down(arrival: Arrival, taken: Taken, sender: str, subject: str) -> None:
    """Ends the arrival, if nobody else has."""
    seen = [_sender(sender), clean(subject)[:250]]
    with connection.cursor() as cursor:
        cursor.execute(_END, [taken.outcome, taken.case, taken.message, *seen, arrival.pk])
        if cursor.rowcount == 0:
            raise _SettledElsewhere


def _sender(address: str) -> str:
    return clean(address).lower()[:320]


def _as_unreadable(arrival: Arrival, raw: bytes, ours: Ours, at: datetime) -> Taken:
    """Makes a case of what cannot be read: a person sees it, with its source."""
    inbound = unreadable(raw, ours, enclosed.source(arrival.key, arrival.size), arrival.inbox)
    with transaction.atomic():
        taken = replace(_received(inbound, at), outcome=UNREADABLE)
        _write_down(arrival, taken, inbound.address, inbound.subject)
    return taken
