"""When a case may close, and when the check after delivery is due. Facts in, decision out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from goodword.hours.rules import WorkingTime

WORD, SILENCE, NO_MATTER, OVERRIDE = "word", "silence", "no_matter", "override"
AFTER_RECEIPT = "after_receipt"
A_DAY = timedelta(hours=24)
ATTEMPTS = 2
MINUTES_TO_SECOND_ATTEMPT = 3 * 480
MINUTES_TO_SILENCE = 5 * 480
MONTH = timedelta(days=30)


@dataclass(frozen=True)
class CaseFacts:
    """What the gate knows of a case."""

    owed: int
    promises: int
    on_its_way: int
    not_arrived: int
    attempts: int
    customer_said_done: bool
    customer_wrote_last: bool
    missing: tuple[str, ...] = ()  # fields that must be filled in first


@dataclass(frozen=True)
class Refusal:
    """Why a case may not close."""

    code: str
    words: str


def refusals(how: str, facts: CaseFacts, *, has_right: bool = False, reason: str = "") -> list[Refusal]:
    """Returns everything that speaks against closing this way; an empty list opens the gate.

    An override, by somebody with the right and a reason, closes with promises owed; it leaves them alive.
    """
    if how == OVERRIDE:
        return _override(has_right, reason)
    found = []
    if facts.owed:
        found.append(Refusal("promises_owed", "A promise in this case is still owed."))
    if facts.on_its_way:
        found.append(Refusal("message_on_its_way", "A message to the customer is still on its way."))
    if facts.not_arrived:
        found.append(Refusal("message_not_arrived", "The latest message did not reach the customer."))
    if how == SILENCE and facts.attempts < ATTEMPTS:
        found.append(Refusal("not_asked_enough", f"Silence counts only after {ATTEMPTS} documented attempts."))
    if how == SILENCE and facts.customer_wrote_last:
        found.append(Refusal("customer_wrote", "The customer has written: that is no silence."))
    if how == WORD and not facts.customer_said_done:
        found.append(Refusal("no_word", "Record the customer's words that nothing more is needed."))
    if how in (WORD, SILENCE) and facts.missing:
        found.append(Refusal("fields_missing", f"Fill in first: {', '.join(facts.missing)}."))
    if how == NO_MATTER and facts.promises:
        found.append(Refusal("promises_made", "Something was promised here, so this was a matter."))
    return found


def _override(has_right: bool, reason: str) -> list[Refusal]:
    found = []
    if not has_right:
        found.append(Refusal("no_right", "Only a lead or an admin may close against the rules."))
    if not reason.strip():
        found.append(Refusal("no_reason", "Write the reason: it stays on record."))
    return found


@dataclass(frozen=True)
class Delivered:
    """A delivered promise as the check sees it: its rule, when it was delivered, when receipt became known."""

    check_rule: str
    delivered_at: datetime
    receipt_at: datetime | None


def check_moment(delivered: Sequence[Delivered], hours: WorkingTime) -> datetime | None:
    """Returns when to ask whether it really solved the matter, or None while receipt is not known.

    Never earlier than 24 h after the last delivery (R36); goods and money only once receipt is known (R37);
    then in working time, when somebody is there to read the answer.
    """
    moments = []
    for promise in delivered:
        if promise.check_rule == AFTER_RECEIPT and promise.receipt_at is None:
            return None
        moments.append(max(promise.delivered_at, promise.receipt_at or promise.delivered_at) + A_DAY)
    return hours.opens(max(moments)) if moments else None


def next_attempt(asked_at: datetime, attempts: int, hours: WorkingTime) -> datetime:
    """Returns when the clock looks at an asked check again: to ask a second time, or to call it silence."""
    minutes = MINUTES_TO_SECOND_ATTEMPT if attempts < ATTEMPTS else MINUTES_TO_SILENCE
    return hours.after(asked_at, minutes)


def may_contact(contacts: Sequence[datetime], at: datetime, cap: int) -> datetime | None:
    """Returns None when one more contact stays within the month's cap, else the moment when it will."""
    recent = sorted(contact for contact in contacts if contact > at - MONTH)
    if len(recent) < cap:
        return None
    return recent[-cap] + MONTH


def survey_moment(closed_at: datetime, after: timedelta, hours: WorkingTime) -> datetime:
    """Returns when to ask how it was: so long after the end, in working time."""
    return hours.opens(closed_at + after)
