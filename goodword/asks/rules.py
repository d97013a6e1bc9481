"""The life of an ask: facts in, change out, the clock an argument. No Django, no database.

An ask is answered, or withdrawn, or it comes up: once to remind, once when its answer-by has passed (then it goes to
the stand-in), and once for each level above. Times count in the receiver's working hours.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from goodword.hours.rules import WorkingTime

OPEN, ANSWERED, WITHDRAWN = "open", "answered", "withdrawn"
CALM, REMINDED, LATE = "calm", "reminded", "late"
ESCALATIONS = (60, 240)  # business minutes after the answer-by: the asker's lead, then the admins


class Refused(Exception):
    """A move that the life of an ask does not allow; `code` for machines, the text for people."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(words)
        self.code = code
        self.words = words


@dataclass(frozen=True)
class Facts:
    """What the rules know of an ask. Instants are aware and UTC; `hours` are the receiver's."""

    state: str
    asked_at: datetime
    answer_by: datetime
    hours: WorkingTime
    stage: str = CALM
    escalations: int = 0


@dataclass(frozen=True)
class Change:
    """What changes, when it became true, and the verb the ledger gets."""

    verb: str
    at: datetime
    sets: dict[str, Any] = field(default_factory=dict)


def remind_at(facts: Facts) -> datetime:
    """Returns the middle of the working time that there is to answer."""
    there_is = facts.hours.minutes_between(facts.asked_at, facts.answer_by)
    return min(facts.hours.after(facts.asked_at, there_is // 2), facts.answer_by)


def by_itself(facts: Facts, now: datetime) -> Change | None:
    """Returns the next step that time has brought by `now`, or None."""
    step = _step(facts)
    return step if step and step.at <= now else None


def next_wake(facts: Facts) -> datetime | None:
    """Returns when time will next touch this ask, or None when nothing is left to watch."""
    step = _step(facts)
    return step.at if step else None


def _step(facts: Facts) -> Change | None:
    if facts.state != OPEN:
        return None
    if facts.stage == CALM:
        return Change("ask.reminded", remind_at(facts), {"stage": REMINDED})
    if facts.stage == REMINDED:
        return Change("ask.late", facts.answer_by, {"stage": LATE})
    if facts.escalations >= len(ESCALATIONS):
        return None
    at = facts.hours.after(facts.answer_by, ESCALATIONS[facts.escalations])
    return Change("ask.escalated", at, {"escalations": facts.escalations + 1})


def answer(facts: Facts, at: datetime) -> Change:
    """Somebody answers: nothing comes up any more. Late or not is told by `at` and the answer-by."""
    if facts.state != OPEN:
        raise Refused("not_open", f"This ask is already {facts.state}.")
    return Change("ask.answered", at, {"state": ANSWERED, "answered_at": at})


def withdraw(facts: Facts, at: datetime) -> Change:
    """The asker no longer needs the answer."""
    if facts.state != OPEN:
        raise Refused("not_open", f"This ask is already {facts.state}.")
    return Change("ask.withdrawn", at, {"state": WITHDRAWN})


def extend(facts: Facts, answer_by: datetime, at: datetime) -> Change:
    """The asker grants more time: it is watched anew, from now on."""
    if facts.state != OPEN:
        raise Refused("not_open", f"This ask is already {facts.state}.")
    if answer_by <= at:
        raise Refused("has_passed", "Choose an answer-by that lies ahead.")
    return Change("ask.extended", at, {"answer_by": answer_by, "asked_from": at, "stage": CALM})
