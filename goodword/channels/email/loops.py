"""The breaker: mail that goes in circles is stopped on our side, told to a person once, and let go on by one.

All that it counts lies in the database, so a restart forgets nothing. Each look reads at most a hundred rows of an
index per direction, however much mail an address has sent.
"""

from __future__ import annotations

from datetime import datetime

from django.db import connection, transaction

from goodword.channels.email import addresses
from goodword.channels.email.asked import OUTCOMES
from goodword.channels.email.loop_rules import FEWEST, LONGEST, MOST, Passed, Stop, stop_for
from goodword.channels.email.models import Arrival, AutomaticMail, Breaker
from goodword.kit.errors import NotFound
from goodword.ledger.actions import record
from goodword.people.access import may_lead, may_oversee
from goodword.people.models import Agent

STOPPED = "mail.stopped"
NOT_SENT = "mail goes in circles with this address, so the desk writes nothing to it by itself"
MOST_SHOWN = 50
HUMAN = tuple(OUTCOMES.values())  # an answer to a question ends it, so no robot goes on from there
SCREENS = ("today", "settings")
# Written out: every mail that comes in asks this, and almost always the answer is no.
_BUSY = "SELECT arrived_at FROM email_arrival WHERE sender = %s ORDER BY id DESC OFFSET %s LIMIT 1"


def watch(address: str, inbox: str, case: int | None, at: datetime) -> None:
    """A mail came: looks whether its address has begun to go in circles with us. One short query for most mails."""
    with connection.cursor() as cursor:
        cursor.execute(_BUSY, [address, FEWEST - 1])
        row = cursor.fetchone()
    if row and row[0] > at - LONGEST:
        _look(address, addresses.plain(inbox) if inbox else "", case, at)


def may_write(address: str, mailbox: str, case: int | None, at: datetime) -> bool:
    """Says whether the desk may write to an address by itself, and counts that it does. Call it in a transaction."""
    address, mailbox = address.strip().lower()[:320], addresses.plain(mailbox) if mailbox else ""
    if _look(address, mailbox, case, at) or is_stopped(address, mailbox):
        return False
    AutomaticMail.objects.create(address=address, mailbox=mailbox, at=at)
    AutomaticMail.objects.filter(address=address, at__lt=at - 2 * LONGEST).delete()
    return True


def is_stopped(address: str, mailbox: str = "") -> bool:
    """Says whether automatic mail to an address (from this mailbox of ours) is stopped."""
    return Breaker.objects.filter(
        address=address.lower(), mailbox__in=["", mailbox], released_at__isnull=True
    ).exists()  # fmt: skip


def _look(address: str, mailbox: str, case: int | None, at: datetime) -> Breaker | None:
    """Applies the rules to what passed since somebody last let mail go on; returns the breaker that it opened."""
    since = Breaker.objects.filter(address=address, released_at__isnull=False).order_by("-id").first()
    after = max(at - LONGEST, since.released_at) if since and since.released_at else at - LONGEST
    came = Arrival.objects.filter(sender=address).order_by("-id").values_list("arrived_at", "inbox", "outcome")
    went = AutomaticMail.objects.filter(address=address).order_by("-id").values_list("at", "mailbox")[:MOST]
    heard = [
        Passed(when, addresses.plain(box) if box else "")
        for when, box, outcome in came[:MOST]
        if when > after and outcome not in HUMAN
    ]
    written = [Passed(when, box) for when, box in went if when > after]
    stop = stop_for(address, mailbox, heard, written, at)
    return _stop(address, stop, case, at) if stop else None


def _stop(address: str, stop: Stop, case: int | None, at: datetime) -> Breaker | None:
    """Opens the breaker and tells it; None where it is open already."""
    with transaction.atomic():
        made = Breaker(address=address, mailbox=stop.mailbox, words=stop.words[:300], case_id=case, stopped_at=at)
        if is_stopped(address, stop.mailbox):
            return None
        Breaker.objects.bulk_create([made], ignore_conflicts=True)
        row = Breaker.objects.filter(address=address, mailbox=stop.mailbox, released_at__isnull=True).first()
        if row is None or row.stopped_at != at:
            return None
        record(STOPPED, at=at, about=case, subject=row, touch=SCREENS, words=stop.words[:300], address=address)
    return row


def stopped_for(agent: Agent) -> list[Breaker]:
    """Returns what is stopped now, the newest first, for those who may let it go on; nothing for others. One query."""
    if not agent.is_active or not agent.is_lead:
        return []
    return _stopped()


def _stopped() -> list[Breaker]:
    return list(Breaker.objects.filter(released_at__isnull=True).order_by("-id")[:MOST_SHOWN])


def all_for(agent: Agent) -> list[Breaker]:
    """Returns what is stopped now, for its page; raises NotAllowed for anybody but leads, admins and auditors."""
    may_oversee(agent)
    return _stopped()


def breaker_for(agent: Agent, pk: int) -> Breaker:
    """Returns what is stopped; raises NotFound for nothing, NotAllowed for anybody but leads and admins."""
    may_lead(agent)
    found = Breaker.objects.filter(pk=pk).first()
    if found is None:
        raise NotFound("Nothing is stopped there.")
    return found


def release(breaker: Breaker, at: datetime, by: Agent) -> None:
    """Lets automatic mail go on; what passed before counts no more. Harmless when repeated."""
    may_lead(by)
    with transaction.atomic():
        row = Breaker.objects.select_for_update().get(pk=breaker.pk)
        if row.released_at is None:
            row.released_at, row.released_by = at, by
            row.save(update_fields=["released_at", "released_by"])
            record(
                "mail.goes_on", at=at, about=row.case_id, subject=row, by=by, touch=SCREENS, address=row.address
            )  # fmt: skip
