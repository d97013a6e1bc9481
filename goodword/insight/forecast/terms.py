"""The terms of the hazard: which coefficients speak about one promise on one business day.

A term is a column of codes (UNKNOWN: it says nothing) with as many coefficients as codes, pooled towards zero with a
standard deviation of its own. Nested terms (kind, kind and partner, all three) are the hierarchy: where a cell has few
data its term fades, and the next wider one speaks.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from goodword.insight.forecast.facts import UNKNOWN, Codes

DAY_STEPS = np.array([1, 2, 3, 4, 5, 6, 8, 11, 15, 21, 31, 51])  # 13 buckets of days since the promise
KIND_STEPS = np.array([1, 2, 3, 5, 9, 16])
PARTNER_STEPS = np.array([2, 5, 11])
WINDOWS = (12, 25, 50, 100)  # business days: a walk of the recent past, nested
HOURS = 8


@dataclass(frozen=True)
class Term:
    """One term for many rows: `codes` under `size`, `values` (None: ones), and how far it may stray (prior sd)."""

    name: str
    codes: np.ndarray
    size: int
    sd: float
    values: np.ndarray | None = None


@dataclass(frozen=True)
class Sizes:
    """How many kinds, partners and teams there are."""

    kind: int
    partner: int
    team: int


def terms_of(codes: Codes, elapsed: np.ndarray, weekday: np.ndarray, age: np.ndarray, sizes: Sizes) -> list[Term]:
    """Returns all terms for rows of (promise, business days since its start); `age` is how long before the cut-off."""
    days = np.searchsorted(DAY_STEPS, elapsed, side="right")
    kind_days = np.searchsorted(KIND_STEPS, elapsed, side="right")
    partner_days = np.searchsorted(PARTNER_STEPS, elapsed, side="right")
    hour = np.clip(codes.hour.astype(int), 0, HOURS - 1)
    first, second = elapsed == 0, elapsed == 1
    k, p, t = codes.kind, codes.partner, codes.team
    zero = np.zeros(len(elapsed), dtype=int)
    found = [
        Term("all", zero, 1, 3.0),
        Term("days", days, 13, 1.5),
        Term("kind", k, sizes.kind, 0.7),
        Term("kind days", _cross(k, kind_days, 7), sizes.kind * 7, 0.5),
        Term("partner", p, sizes.partner, 0.5),
        Term("partner days", _cross(p, partner_days, 4), sizes.partner * 4, 0.3),
        Term("team", t, sizes.team, 0.3),
        Term("priority", codes.priority, 2, 0.3),
        Term("priority days", _cross(codes.priority, partner_days, 4), 8, 0.2),
        Term("backlog", zero, 1, 0.3, codes.backlog),
        Term("weekday", weekday, 7, 0.3),
        Term("hour", np.where(first, hour, np.where(second, HOURS + hour, UNKNOWN)), HOURS * 2, 0.7),
        Term("kind hour", np.where(first, _cross(k, hour * 3 // HOURS, 3), UNKNOWN), sizes.kind * 3, 0.4),
        Term("kind partner", _cross(k, p, sizes.partner), sizes.kind * sizes.partner, 0.3),
        Term("kind team", _cross(k, t, sizes.team), sizes.kind * sizes.team, 0.2),
        Term("cell", _cross(_cross(k, p, sizes.partner), t, sizes.team), sizes.kind * sizes.partner * sizes.team, 0.15),
    ]
    for window in WINDOWS:
        recent = age <= window
        for name, code, size in (
            ("", zero, 1),
            ("partner", p, sizes.partner),
            ("team", t, sizes.team),
            ("kind", k, sizes.kind),
        ):
            found.append(Term(f"lately {window} {name}", np.where(recent, code, UNKNOWN), size, 0.12))
    return found


def _cross(a: np.ndarray, b: np.ndarray, size: int) -> np.ndarray:
    return np.where((a == UNKNOWN) | (b == UNKNOWN), UNKNOWN, a * size + b)
