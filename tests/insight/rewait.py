"""The slow way to what a case waited for: each stretch between two lines is asked anew what was open in it."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from fractions import Fraction
from itertools import pairwise

from goodword.hours.rules import WorkingTime
from goodword.ledger.models import Entry

DONE = ("promise.delivered", "promise.confirmed", "promise.released")
LATE = ("promise.broken", "promise.reopened")
ORDER = ("approval", "partner", "colleague", "check", "us", "promise", "customer")


def waited(lines: list[Entry], hours: WorkingTime) -> dict[str, int]:
    """Returns parts of ten thousand by reason."""
    told = sorted(lines, key=lambda line: (line.at, line.pk))
    last = [place for place, line in enumerate(told) if line.verb == "case.closed"][-1]
    told = told[: last + 1]
    spent: Counter[str] = Counter()
    for place, (start, end) in enumerate(pairwise(told)):
        reason = _reason(told, told[: place + 1])
        if reason:
            spent[reason] += _minutes(hours, start.at, end.at)
    whole = spent.total()
    if not whole:
        return {}
    exact = {name: Fraction(10_000 * spent[name], whole) for name in ORDER}
    parts = {name: int(share) for name, share in exact.items()}
    missing = 10_000 - sum(parts.values())
    for name in sorted(ORDER, key=lambda name: (parts[name] - exact[name], ORDER.index(name)))[:missing]:
        parts[name] += 1
    return {f"wait_{name}": parts[name] for name in ORDER}


def _minutes(hours: WorkingTime, start: datetime, end: datetime) -> int:
    return hours.minutes_between(start, end) if end > start else 0


def _latest(past: list[Entry], *verbs: str) -> str:
    return next((line.verb for line in reversed(past) if line.verb in verbs), "")


def _reason(told: list[Entry], past: list[Entry]) -> str:
    if _latest(past, "case.closed", "case.reopened", "case.started") == "case.closed":
        return ""
    open_ = set()
    for made in (line for line in past if line.verb == "ask.made"):
        if not any(
            line.subject_id == made.subject_id and line.verb in ("ask.answered", "ask.withdrawn") for line in past
        ):
            inside = "colleague" if made.get("holder") else "partner"
            open_.add("approval" if made.get("purpose") == "approval" else inside)
    if (
        _latest(past, "check.scheduled", "check.answered", "check.silent", "check.withdrawn", "case.closed")
        == "check.scheduled"
    ):
        open_.add("check")
    words = [line for line in past if line.verb in ("message.written", "call.logged", "message.received")]
    words = [line for line in words if not line.get("automatic") and not line.get("stranger")]
    if not words or words[-1].verb == "message.received":
        open_.add("us")
    for number in {line.subject_id for line in past if line.subject_type == "promise"}:
        open_ |= _of_promise(
            [line for line in told if line.subject_id == number and line.subject_type == "promise"], past
        )
    return next(name for name in ORDER if name in open_ or name == "customer")


def _of_promise(its: list[Entry], past: list[Entry]) -> set[str]:
    """Running from where it was made, overdue from where it broke; none that has no end here ever ran."""
    known = [line for line in its if line in past]
    now = _latest(known, "promise.made", *DONE, *LATE) or _latest(known[:1], "promise.moved")
    if now in LATE:
        return {"us"}
    ends = any(line.verb in (*DONE, *LATE) for line in its)
    return {"promise"} if now in ("promise.made", "promise.moved") and ends else set()
