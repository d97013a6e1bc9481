"""What the forecast knows: promises with their ends, and what is asked. Facts in, no rows."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from goodword.insight.forecast.days import BusinessDays

NOT_YET = 10**6
UNKNOWN = -1


@dataclass(frozen=True)
class Asked:
    """A promise of which the chances are asked; an open one is asked from the end of the present day on."""

    made_at: datetime
    kind: Hashable
    partner: Hashable
    team: Hashable
    priority: bool = False
    backlog: float = 0.0


@dataclass(frozen=True)
class Known:
    """A promise of the past: done, withdrawn by the customer, or still open (both None)."""

    asked: Asked
    done_at: datetime | None = None
    withdrawn_at: datetime | None = None


@dataclass(frozen=True)
class Codes:
    """The same as columns of numbers. A level that was never seen is UNKNOWN: its terms are left out."""

    start: np.ndarray
    hour: np.ndarray
    kind: np.ndarray
    partner: np.ndarray
    team: np.ndarray
    priority: np.ndarray
    backlog: np.ndarray

    def take(self, rows: np.ndarray) -> Codes:
        """Returns these rows, in this order, repeated as given."""
        return Codes(**{name: getattr(self, name)[rows] for name in self.__dataclass_fields__})


@dataclass(frozen=True)
class Levels:
    """The names of kinds, partners and teams that the past has seen, with their numbers."""

    kind: dict[Hashable, int]
    partner: dict[Hashable, int]
    team: dict[Hashable, int]

    @classmethod
    def of(cls, asked: Sequence[Asked]) -> Levels:
        """Numbers the levels in the order in which they come up."""
        found: dict[str, dict[Hashable, int]] = {"kind": {}, "partner": {}, "team": {}}
        for one in asked:
            for name, numbers in found.items():
                numbers.setdefault(getattr(one, name), len(numbers))
        return cls(**found)

    def codes(self, asked: Sequence[Asked], days: BusinessDays) -> Codes:
        """Returns promises as columns of numbers."""
        starts = [days.start(one.made_at) for one in asked]
        return Codes(
            start=np.array([start for start, _ in starts], dtype=int),
            hour=np.array([hour for _, hour in starts], dtype=float),
            kind=np.array([self.kind.get(one.kind, UNKNOWN) for one in asked], dtype=int),
            partner=np.array([self.partner.get(one.partner, UNKNOWN) for one in asked], dtype=int),
            team=np.array([self.team.get(one.team, UNKNOWN) for one in asked], dtype=int),
            priority=np.array([one.priority for one in asked], dtype=int),
            backlog=np.array([one.backlog for one in asked], dtype=float),
        )


def ends(known: Sequence[Known], start: np.ndarray, days: BusinessDays, cutoff: int) -> tuple[np.ndarray, np.ndarray]:
    """Returns how many business-day ends each promise was watched (0: none) and whether the last one saw it done.

    An open one survived every full day to the cut-off, a withdrawn one every day before that of the withdrawal.
    """
    done = np.array([days.of(one.done_at.date()) if one.done_at else NOT_YET for one in known], dtype=int)
    gone = np.array([days.of(one.withdrawn_at.date()) if one.withdrawn_at else NOT_YET for one in known], dtype=int)
    event = (done <= cutoff) & (done <= gone)
    last = np.where(event, done, np.minimum(gone - 1, cutoff))
    return np.maximum(last - start + 1, np.where(event, 1, 0)), event
