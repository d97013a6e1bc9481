"""The words of time of one language, as data; moments.py says how they are read."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import time

from goodword.kit.text import spelled

MORNING, AFTERNOON, EVENING, NIGHT, POINT = "morning", "afternoon", "evening", "night", "point"


@dataclass(frozen=True)
class Part:
    """A part of the day: its last moment, and the half of the day that it gives to a bare hour."""

    until: time
    half: str = POINT


@dataclass(frozen=True)
class TimeWords:
    """One language. Patterns are (what it is, expression); `<n>`, `<month>`, `<weekday>`, `<unit>`, `<rel>` and
    `<part>` in them stand for the words of the tables. What they are and which groups they give: moments.py.
    """

    numbers: dict[str, int]
    months: dict[str, int]
    weekdays: dict[str, int]
    units: dict[str, str]
    relative: dict[str, int]
    parts: dict[str, Part]
    feasts: dict[str, tuple[int, int]]
    edges: dict[str, str]  # the first letters of a word: early, mid, late
    patterns: tuple[tuple[str, str], ...]
    joins: str  # the words that may stand between two pieces of one time
    deadline: str  # the leads that state a deadline
    either: str  # what joins two times of which the later counts
    leads: str  # what belongs to the time to its left
    before: str  # the leads that mean the day before
    from_event: str  # to the right of a delay: counted from something that nobody knows yet
    ahead: str  # to the right of a delay: counted back from a day named before
    not_due: str  # to the left of a time that is no due
    coming: tuple[str, ...]  # the beginnings of a length that starts now
    signs: str  # the other words without one of which, or a digit, a clause names no time
    extent: frozenset[str]  # before a delay: by how much, not by when
    next_words: frozenset[str]  # the week or month after this one
    next_weekday: frozenset[str]  # before a weekday: that of the next calendar week
    this_words: frozenset[str]
    every_words: frozenset[str]
    half_words: frozenset[str] = frozenset()  # half an hour past or before
    to_the_hour: frozenset[str] = frozenset()
    capitals: frozenset[str] = frozenset()  # names that are other words when written small
    marks: str = r"[,()@/–—-]"  # the marks that may stand there
    loose: str = ""  # leads of a time that is the due only where there is no other
    month_first: bool = False  # 3/14: decided by the zone where the language does not

    def compiled(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        return tuple((name, self.expression(pattern)) for name, pattern in self.patterns)

    def gate(self) -> re.Pattern[str]:
        """One quick look: is there anything in a clause that could be a time?"""
        tables = (
            self.numbers,
            self.months,
            self.weekdays,
            self.units,
            self.relative,
            self.parts,
            self.feasts,
            self.signs.split(),
        )
        words = {word for table in tables for word in table if len(word) > 1}
        return re.compile(rf"\d|(?<!\w){_any_of(words)}", re.IGNORECASE)

    def expression(self, pattern: str) -> re.Pattern[str]:
        """Compiles a pattern, its placeholders filled from the tables."""
        tables: dict[str, Collection[str]] = {
            "n": self.numbers,
            "month": self.months,
            "weekday": self.weekdays,
            "unit": self.units,
            "rel": self.relative,
            "part": self.parts,
        }
        choices = {name: _any_of(table) for name, table in tables.items()}
        choices["n"] = rf"(?:\d{{1,3}}(?:[.,]5)?|{choices['n']})"
        return re.compile(_PLACEHOLDER.sub(lambda match: choices[match[1]], spelled(pattern)), re.IGNORECASE)


_PLACEHOLDER = re.compile(r"(?<!P)<(n|month|weekday|unit|rel|part)>")  # and no name of a group


def _any_of(words: Collection[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first) + ")"
