"""Where a promise stands in a person's day, and what to do about it next. Facts in, words out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, Protocol, TypeVar
from zoneinfo import ZoneInfo

from goodword.promises.rules import CALM

SOON = timedelta(hours=2)
BROKEN, NEXT, TODAY, LATER = "broken", "next", "today", "later"
TITLES = {BROKEN: "Broken", NEXT: "Next two hours", TODAY: "Today", LATER: "Later"}
SPOKEN = ("callback",)
WRITTEN = ("email", "document", "update", "investigate")


class Due(Protocol):
    """What is known of a promise here."""

    @property
    def due_at(self) -> datetime:
        """When it must be kept."""


Owed = TypeVar("Owed", bound=Due)


@dataclass(frozen=True)
class Group(Generic[Owed]):
    """A part of the day and what is due in it, the earliest first."""

    key: str
    title: str
    rows: list[Owed]


@dataclass(frozen=True)
class Step:
    """The likely next step: the words on its button, and what is done (`call`, `reply`, `renegotiate`, `evidence`)."""

    words: str
    do: str


def part_of_day(due_at: datetime, now: datetime, zone: str) -> str:
    """Returns where a due belongs: missed, within two hours, before this person's midnight, or later."""
    if due_at <= now:
        return BROKEN
    if due_at <= now + SOON:
        return NEXT
    there = ZoneInfo(zone)
    return TODAY if due_at.astimezone(there).date() == now.astimezone(there).date() else LATER


def grouped(owed: Iterable[Owed], now: datetime, zone: str) -> list[Group[Owed]]:
    """Returns the parts of the day that hold something, in their order."""
    rows = sorted(owed, key=lambda promise: promise.due_at)
    parts = {key: [row for row in rows if part_of_day(row.due_at, now, zone) == key] for key in TITLES}
    return [Group(key, TITLES[key], found) for key, found in parts.items() if found]


def next_step(kind: str, stage: str, *, missed: bool) -> Step:
    """Returns the likely next step: call, write, say how it stands before it is late, or show that it was done."""
    if kind in SPOKEN:
        return Step("Log the call", "call")
    if missed:
        return Step("Tell them first", "renegotiate")
    if kind in WRITTEN:
        return Step("Write it", "reply")
    return Step("Show proof", "evidence") if stage == CALM else Step("Say how it stands", "renegotiate")
