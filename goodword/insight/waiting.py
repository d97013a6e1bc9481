"""What one case waited for, from its lines: shares of its working time, which together are the whole. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Protocol

from goodword.insight.line import Line
from goodword.insight.waits import REASONS, WHOLE

ASK_ENDS = ("ask.answered", "ask.withdrawn")
PROMISE_ENDS = ("promise.delivered", "promise.confirmed", "promise.released")
OVERDUE = ("promise.broken", "promise.reopened")
CHECK_ENDS = ("check.answered", "check.silent", "check.withdrawn", "case.closed")
OURS = ("message.written", "call.logged")


class Hours(Protocol):
    """The desk's working time."""

    def minutes_between(self, a: datetime, b: datetime) -> int:
        """Returns the working minutes between two moments."""
        ...


class State:
    """What is open in a case at one moment."""

    def __init__(self) -> None:
        self.asks: dict[int | None, str] = {}
        self.running: set[int | None] = set()
        self.overdue: set[int | None] = set()
        self.known: set[int | None] = set()
        self.is_checked = self.is_closed = self.is_answered = False

    def hear(self, line: Line) -> None:
        """Takes one line in."""
        verb, subject = line.verb, line.subject
        if verb == "ask.made":
            inside = "colleague" if line.data.get("holder") else "partner"
            self.asks[subject] = "approval" if line.data.get("purpose") == "approval" else inside
        elif verb in ASK_ENDS:
            self.asks.pop(subject, None)
        elif verb == "promise.made" or (verb == "promise.moved" and subject not in self.known):
            self.running.add(subject)
        elif verb in OVERDUE:
            self.running.discard(subject)
            self.overdue.add(subject)
        elif verb in PROMISE_ENDS:
            self.running.discard(subject)
            self.overdue.discard(subject)
        elif verb in OURS or line.is_theirs:
            self.is_answered = verb in OURS
        if verb.startswith("promise."):
            self.known.add(subject)
        self._hear_of_case(verb)

    def _hear_of_case(self, verb: str) -> None:
        if verb == "check.scheduled":
            self.is_checked = True
        elif verb in CHECK_ENDS:
            self.is_checked = False
        if verb in ("case.closed", "case.started", "case.reopened"):
            self.is_closed = verb == "case.closed"

    @property
    def reason(self) -> str:
        """Returns what it waits for; nothing once it is closed."""
        if self.is_closed:
            return ""
        holds = {*self.asks.values()}
        holds |= {"check"} if self.is_checked else set()
        holds |= {"us"} if self.overdue or not self.is_answered else set()
        holds |= {"promise"} if self.running else set()
        return next(reason for reason in REASONS if reason in holds or reason == "customer")


def shares(lines: Iterable[Line], hours: Hours) -> dict[str, int]:
    """Returns for each reason its share of the working time up to the last end; nothing where no such time passed.

    A promise without an end here was taken to another case: it has held up nothing.
    """
    told = sorted(lines, key=lambda line: line.at)
    last = max(place for place, line in enumerate(told) if line.verb == "case.closed")
    told = told[: last + 1]
    ended = {line.subject for line in told if line.verb in (*PROMISE_ENDS, *OVERDUE)}
    told = [line for line in told if line.verb not in ("promise.made", "promise.moved") or line.subject in ended]
    spent = dict.fromkeys(REASONS, 0)
    state = State()
    for line, following in pairwise(told):
        state.hear(line)
        if state.reason and line.at < following.at:
            spent[state.reason] += hours.minutes_between(line.at, following.at)
    return {f"wait_{reason}": share for reason, share in parts_of_whole(spent).items()}


def parts_of_whole(spent: dict[str, int]) -> dict[str, int]:
    """Returns whole parts that add up to the whole: those with the largest remainder are rounded up."""
    total = sum(spent.values())
    if not total:
        return {}
    found = {name: WHOLE * one // total for name, one in spent.items()}
    rest: Sequence[str] = sorted(spent, key=lambda name: -(WHOLE * spent[name] % total))
    for name in rest[: WHOLE - sum(found.values())]:
        found[name] += 1
    return found
