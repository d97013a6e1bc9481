"""Moving the demo's clock: time passes as it would, each thing at its own moment, and the visitor hears what came."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from goodword.cases.models import Case
from goodword.demo.waking import next_to_wake
from goodword.hours.queries import working_time
from goodword.kit import clock
from goodword.kit.errors import Conflict, Malformed
from goodword.kit.work import load, run_due
from goodword.ledger.actions import record
from goodword.ledger.models import Entry
from goodword.people.models import Agent
from goodword.promises.models import Promise

HOUR, MORNING, EVENT = "hour", "morning", "event"
MOST_STEPS = 2000  # a row that another worker holds must not hold up a visitor
MOST_SHOWN = 40
LONGEST_MOVE = timedelta(days=31)
A_BREATH = timedelta(seconds=0.1)  # the clock runs on while it is being moved
SILENT = ("goodword.notices.tasks.sweep_notices", "goodword.outreach.tasks.sweep_plans")  # nothing is seen of them

WORDS = {
    "promise.at_risk": "at risk", "promise.due_soon": "due soon", "promise.broken": "broken",
    "promise.missed_again": "missed again", "promise.escalated": "called out to a lead",
    "promise.owner_changed": "handed over", "promise.reopened": "owed again", "case.woken": "back on the desk",
    "case.closed": "closed", "check.asked": "check sent", "check.silent": "met with silence",
    "check.needs_person": "to be checked by phone", "message.bounced": "came back", "message.received": "wrote",
}  # fmt: skip


@dataclass(frozen=True)
class Meanwhile:
    """One thing that happened while the clock moved, with the page where it is seen."""

    at: datetime
    words: str
    what: str
    customer: str
    address: str


def moment_after(step: str, now: datetime) -> datetime:
    """Returns where a step leads: in an hour, to the next working morning, or to the next thing that happens."""
    if step == HOUR:
        return now + timedelta(hours=1)
    if step == MORNING:
        return working_time().next_morning(now)
    if step == EVENT:
        woken = next_to_wake(besides=SILENT)
        return max(woken[0], now) + timedelta(seconds=1) if woken else now + timedelta(hours=1)
    raise Malformed("The clock knows no such step.", field="step")


def move(to: datetime, by: Agent | None) -> datetime:
    """Lets time pass until `to`, each moment for itself; raises Conflict on a desk that is no demo, or backwards."""
    now = clock.now()
    if not clock.is_movable():
        raise Conflict("The clock of a real desk cannot be moved.", code="real_desk")
    if not now <= to <= now + LONGEST_MOVE:
        raise Conflict("The clock only moves forward, and at most a month at once.", code="wrong_way")
    with transaction.atomic():
        record("clock.moved", at=now, by=by, to=to.isoformat(), touch=("everything",))
    for _ in range(MOST_STEPS):
        woken = next_to_wake(to)
        if woken is None:
            break
        at, sweep = woken
        load(sweep)(_reach(at))
    run_due(_reach(to))
    return to


def _reach(moment: datetime) -> datetime:
    """Moves the clock to a moment, unless it is there by itself, and returns the time that it then shows."""
    now = clock.now()
    return clock.move_to(moment) if moment - now > A_BREATH else now


def meanwhile() -> list[Meanwhile]:
    """Returns what time has done since the clock was last moved, oldest first. Four queries."""
    last = Entry.objects.filter(verb="clock.moved").order_by("-id").first()
    if last is None:
        return []
    lines = list(Entry.objects.filter(id__gt=last.pk, verb__in=WORDS, by_id=None).order_by("at", "id")[:MOST_SHOWN])
    promises = Promise.objects.in_bulk([line.row for line in lines if line.subject_type == "promise"])
    cases = Case.objects.select_related("customer").in_bulk([line.case_id for line in lines if line.case_id])
    found = []
    for line in lines:
        case, promise = cases.get(line.case_id or 0), promises.get(line.subject_id or 0)
        is_promise = line.subject_type == "promise" and promise is not None
        what = promise.words if is_promise and promise else case.subject if case else ""
        address = f"/promises/{line.subject_id}" if is_promise else f"/cases/{line.case_id}"
        found.append(Meanwhile(line.at, WORDS[line.verb], what, str(case.customer) if case else "", address))
    return found


def in_short(happened: list[Meanwhile]) -> str:
    """Returns the happenings as counts: "1 broken, 2 at risk"."""
    counts = Counter(one.words for one in happened)
    return ", ".join(f"{count} {words}" for words, count in counts.items())
