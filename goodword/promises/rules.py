"""The life of a promise: facts in, change out, the clock an argument. No Django, no database.

Two facts are never mixed: the *status* (what is owed) and the *verdict* (did we keep our word). The verdict
is set once and may afterwards only worsen, and only because evidence fell. The database repeats these rules
as constraints and triggers (migration `promises.0002`).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from goodword.hours.rules import WorkingTime

DRAFT, OWED, DELIVERED, CONFIRMED, RELEASED = "draft", "owed", "delivered", "confirmed", "released"
PENDING, KEPT, KEPT_RENEGOTIATED, BROKEN = "pending", "kept", "kept_renegotiated", "broken"
CALM, AT_RISK, DUE_SOON, OVERDUE = "calm", "at_risk", "due_soon", "overdue"

WORSENS = {
    PENDING: (KEPT, KEPT_RENEGOTIATED, BROKEN),
    KEPT: (KEPT_RENEGOTIATED, BROKEN),
    KEPT_RENEGOTIATED: (BROKEN,),
    BROKEN: (),
}
MOVES = {
    DRAFT: (OWED,),
    OWED: (DELIVERED, CONFIRMED, RELEASED),
    DELIVERED: (OWED, CONFIRMED, RELEASED),
    CONFIRMED: (),
    RELEASED: (),
}
EVIDENCE = (
    "customer_word", "provider_event", "message_sent", "call_reached", "partner_answer", "agent_statement",
)  # fmt: skip
ESCALATIONS = (30, 120)  # business minutes after the due: the lead, then the admins
ESCALATES_EVERY = 480  # business minutes between further calls to the admins, until somebody acknowledges


class Refused(Exception):
    """A move that the life of a promise does not allow; `code` for machines, the text for people."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(words)
        self.code = code
        self.words = words


@dataclass(frozen=True)
class Facts:
    """What the rules know of a promise. Instants are aware and UTC."""

    status: str
    verdict: str
    due_at: datetime
    made_at: datetime
    at_risk_at: datetime
    due_soon_at: datetime
    hours: WorkingTime
    stage: str = CALM
    renegotiated: bool = False
    escalations: int = 0
    acknowledged_at: datetime | None = None
    apologise_by: datetime | None = None
    delivered_at: datetime | None = None
    accepts: frozenset[str] = frozenset(EVIDENCE)
    standing: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Change:
    """What changes (`sets`, by name of a fact), when it became true, and the verb the ledger gets."""

    verb: str
    at: datetime
    sets: dict[str, Any] = field(default_factory=dict)


def apply(facts: Facts, change: Change) -> Facts:
    """Returns the facts after a change."""
    known = {name: value for name, value in change.sets.items() if name in Facts.__dataclass_fields__}
    return replace(facts, **known)


def instants(hours: WorkingTime, made_at: datetime, due_at: datetime, lead_minutes: int) -> tuple[datetime, datetime]:
    """Returns when a promise is at risk and when it is due soon, in business time before its due.

    The lead time is at most half of what there is, so that a promise for in an hour is not at risk at birth.
    """
    there_is = hours.minutes_between(made_at, due_at)
    lead = min(lead_minutes, there_is // 2)
    soon = min(60, lead // 2)
    return (
        min(max(hours.before(due_at, lead), made_at), due_at),
        min(max(hours.before(due_at, soon), made_at), due_at),
    )


def by_itself(facts: Facts, now: datetime) -> Change | None:
    """Returns the earliest step that time alone has brought by `now`, with the moment when it became true."""
    due = [step for step in _steps(facts) if step.at <= now]
    return min(due, key=lambda step: step.at, default=None)


def next_wake(facts: Facts) -> datetime | None:
    """Returns when time will next touch this promise, or None when nothing is left to watch."""
    return min((step.at for step in _steps(facts)), default=None)


def _steps(facts: Facts) -> list[Change]:
    """The next step of each stage still to come: at risk, due soon, broken, escalated."""
    if facts.status != OWED:
        return []
    if facts.stage == OVERDUE:
        return _apology(facts) + _escalation(facts)
    steps = [_overdue(facts)]
    if facts.stage == CALM:
        steps.append(Change("promise.at_risk", min(facts.at_risk_at, facts.due_at), {"stage": AT_RISK}))
    elif facts.stage == AT_RISK:
        steps.append(Change("promise.due_soon", min(facts.due_soon_at, facts.due_at), {"stage": DUE_SOON}))
    return steps[::-1]


def _overdue(facts: Facts) -> Change:
    if facts.verdict == BROKEN:
        return Change("promise.missed_again", facts.due_at, {"stage": OVERDUE})
    return Change("promise.broken", facts.due_at, {"stage": OVERDUE, "verdict": BROKEN})


def _apology(facts: Facts) -> list[Change]:
    """The customer was to hear of it from us by then, with a new date, and has not: once for each missed due."""
    if facts.apologise_by is None:
        return []
    return [Change("promise.not_apologised", facts.apologise_by, {"apologise_by": None})]


def _escalation(facts: Facts) -> list[Change]:
    if facts.acknowledged_at is not None:
        return []
    level = facts.escalations
    minutes = (
        ESCALATIONS[level]
        if level < len(ESCALATIONS)
        else ESCALATIONS[-1] + ESCALATES_EVERY * (level - len(ESCALATIONS) + 1)
    )
    return [Change("promise.escalated", facts.hours.after(facts.due_at, minutes), {"escalations": level + 1})]


def make(facts: Facts, at: datetime) -> Change:
    """A draft is recorded: from now on it is owed. Refused when its due has already passed."""
    if facts.status != DRAFT:
        raise Refused("already_recorded", "This promise is already recorded.")
    if facts.due_at <= at:
        raise Refused("due_has_passed", "That moment has already passed; choose a later one.")
    return Change("promise.made", at, {"status": OWED})


def deliver(facts: Facts, evidence: str, at: datetime) -> Change:
    """Evidence has arrived: owed becomes delivered, and the verdict falls unless it already has."""
    if evidence not in facts.accepts:
        raise Refused("evidence_not_accepted", "This kind of promise needs other proof.")
    if facts.status != OWED:
        raise Refused("not_owed", f"Only an owed promise can be delivered; this one is {facts.status}.")
    return Change("promise.delivered", at, {"status": DELIVERED, "delivered_at": at, "verdict": _judged(facts, at)})


def confirm(facts: Facts, at: datetime) -> Change:
    """The customer says that it came: the strongest proof, from owed or delivered."""
    if facts.status not in (OWED, DELIVERED):
        raise Refused("not_open", f"This promise is already {facts.status}.")
    delivered_at = facts.delivered_at if facts.status == DELIVERED and facts.delivered_at else at
    return Change(
        "promise.confirmed",
        at,
        {"status": CONFIRMED, "delivered_at": delivered_at, "verdict": _judged(facts, delivered_at)},
    )


def _judged(facts: Facts, at: datetime) -> str:
    """The verdict for a delivery at `at`. One that stands can only worsen."""
    fresh = BROKEN if at > facts.due_at else KEPT_RENEGOTIATED if facts.renegotiated else KEPT
    return fresh if fresh in WORSENS[facts.verdict] else facts.verdict


def fall(facts: Facts, at: datetime, why: str) -> Change:
    """The proof has fallen (a bounce, a failed refund, "it did not arrive"): delivered becomes owed again.

    After the due the verdict becomes broken; before it there is still time, and the clock goes on.
    """
    if facts.status != DELIVERED:
        raise Refused("not_delivered", f"Only a delivered promise can lose its proof; this one is {facts.status}.")
    sets: dict[str, Any] = {"status": OWED, "delivered_at": None}
    if at >= facts.due_at:
        sets |= {"verdict": BROKEN, "stage": OVERDUE, "acknowledged_at": None}
    return Change("promise.reopened", at, sets | {"why": why})


def alarm(facts: Facts, at: datetime, why: str) -> Change | None:
    """Something happened that endangers an owed promise (its announcement bounced): at risk at once."""
    if facts.status != OWED or facts.stage != CALM:
        return None
    return Change("promise.at_risk", at, {"stage": AT_RISK, "why": why})


def redate(facts: Facts, due_at: datetime, told_at: datetime, lead_minutes: int) -> Change:
    """The customer has been told a new date at `told_at`.

    Before the old due it is a renegotiation; after it the promise is broken and made anew. Either way every
    earlier due stays on record, and the verdict does not improve.
    """
    if facts.status != OWED:
        raise Refused("not_owed", f"Only an owed promise has a due to move; this one is {facts.status}.")
    if due_at <= told_at:
        raise Refused("due_has_passed", "The new date must lie ahead of the moment when the customer hears of it.")
    in_time = told_at < facts.due_at
    at_risk_at, due_soon_at = instants(facts.hours, told_at, due_at, lead_minutes)
    sets: dict[str, Any] = {
        "due_at": due_at,
        "at_risk_at": at_risk_at,
        "due_soon_at": due_soon_at,
        "stage": CALM,
        "escalations": 0,
        "acknowledged_at": None,
        "apologise_by": None,
    }
    if in_time and facts.verdict != BROKEN:
        return Change("promise.renegotiated", told_at, sets | {"renegotiated": True})
    return Change("promise.remade", told_at, sets | {"verdict": BROKEN})


def untell(facts: Facts, earlier_due_at: datetime, renegotiated: bool, at: datetime, lead_minutes: int) -> Change:
    """The message with the new date bounced: the customer never heard of it, so the earlier due counts again."""
    at_risk_at, due_soon_at = instants(facts.hours, facts.made_at, earlier_due_at, lead_minutes)
    sets: dict[str, Any] = {
        "due_at": earlier_due_at,
        "at_risk_at": at_risk_at,
        "due_soon_at": due_soon_at,
        "renegotiated": renegotiated,
        "stage": AT_RISK,
    }
    judged_late = facts.status in (DELIVERED, CONFIRMED) and (facts.delivered_at or at) > earlier_due_at
    if judged_late or (facts.status == OWED and earlier_due_at <= at):
        sets |= {"verdict": BROKEN, "stage": OVERDUE}
    return Change("promise.renegotiation_fell", at, sets)


def release(facts: Facts, at: datetime) -> Change:
    """The customer lets us off. A verdict that has fallen stays."""
    if facts.status not in (OWED, DELIVERED):
        raise Refused("not_open", f"This promise is already {facts.status}.")
    return Change("promise.released", at, {"status": RELEASED})


def acknowledge(facts: Facts, at: datetime) -> Change:
    """Somebody has taken note of a missed due: it is not called out further."""
    if facts.status != OWED or facts.stage != OVERDUE:
        raise Refused("not_overdue", "Only a missed promise is acknowledged.")
    if facts.acknowledged_at is not None:
        raise Refused("already_acknowledged", "Somebody has already taken note of this.")
    return Change("promise.acknowledged", at, {"acknowledged_at": at})
