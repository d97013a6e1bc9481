"""Business days as numbers, so that "by Thursday" is an integer and week-ends and holidays vanish."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import pairwise

import numpy as np

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class BusinessDays:
    """The business days from `first` to `last`, in order, numbered. Times are the desk's wall clock."""

    first: date
    last: date
    weekdays: frozenset[int] = frozenset({0, 1, 2, 3, 4})
    holidays: Collection[date] = field(default_factory=frozenset)
    opens: time = time(9)
    closes: time = time(17)

    @cached_property
    def numbers(self) -> dict[date, int]:
        """Every calendar day with the number of the first business day from it on."""
        found: dict[date, int] = {}
        day, number, off = self.first, 0, frozenset(self.holidays)
        while day <= self.last:
            found[day] = number
            if day.weekday() in self.weekdays and day not in off:
                number += 1
            day += _ONE_DAY
        return found

    @cached_property
    def week(self) -> np.ndarray:
        """The weekday of each business day (Monday is 0)."""
        days = sorted(self.numbers)
        return np.array([a.weekday() for a, b in pairwise(days) if self.numbers[b] > self.numbers[a]])

    def of(self, day: date) -> int:
        """Returns the number of `day`, or of the next business day; days outside count as the nearest known one."""
        return self.numbers[min(max(day, self.first), self.last)]

    def is_business(self, day: date) -> bool:
        """Says whether business is done on `day`."""
        return day.weekday() in self.weekdays and day not in self.holidays

    def start(self, at: datetime) -> tuple[int, float]:
        """Returns the business day on which the clock of a promise made at `at` starts, and the hours since opening.

        What is promised out of hours starts at the next opening.
        """
        if not self.is_business(at.date()) or at.time() >= self.closes:
            return self.of(at.date() + _ONE_DAY), 0.0
        return self.of(at.date()), max(0.0, _hours(at.time()) - _hours(self.opens))

    def last_full(self, at: datetime) -> int:
        """Returns the last business day that was over at `at`."""
        number = self.of(at.date())
        return number if self.is_business(at.date()) and at.time() >= self.closes else number - 1


def _hours(moment: time) -> float:
    return moment.hour + moment.minute / 60
