"""From sums to figures that are honest about how much they know. Pure.

A share comes with the interval of Wilson (1927), a mean with that of the normal law; both 95 %. Below its least number
a figure has no value at all.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from goodword.insight.measure import PART, Measure

Z95, Z998 = 1.959964, 3.090232


@dataclass(frozen=True)
class Sums:
    """How many things were counted, the sum of their values and the sum of the squares."""

    n: int = 0
    total: int = 0
    squares: int = 0

    def __add__(self, other: Sums) -> Sums:
        return Sums(self.n + other.n, self.total + other.total, self.squares + other.squares)


@dataclass(frozen=True)
class Figure:
    """One figure as it is shown: `value` and its 95 % interval in the measure's unit; None where `n` is too small."""

    measure: Measure
    n: int
    total: int
    value: float | None
    low: float | None
    high: float | None

    @property
    def is_enough(self) -> bool:
        """Says whether anything may be said."""
        return self.value is not None

    @property
    def missing(self) -> int:
        """Returns how many more are needed."""
        return max(self.measure.least - self.n, 0)


def figure(measure: Measure, sums: Sums) -> Figure:
    """Returns the figure of these sums."""
    if sums.n < measure.least:
        return Figure(measure, sums.n, sums.total, None, None, None)
    if measure.is_share:
        low, high = wilson(sums.total, sums.n)
        return Figure(measure, sums.n, sums.total, 100 * sums.total / sums.n, 100 * low, 100 * high)
    mean = sums.total / sums.n
    spread = math.sqrt(max(sums.squares - sums.n * mean * mean, 0.0) / (sums.n - 1))
    width = Z95 * spread / math.sqrt(sums.n)
    low, high = (mean - width) / measure.parts, (mean + width) / measure.parts
    if measure.kind == PART:
        low, high = max(low, 0.0), min(high, 100.0)
    return Figure(measure, sums.n, sums.total, mean / measure.parts, low, high)


def wilson(hits: int, n: int, z: float = Z95) -> tuple[float, float]:
    """Returns the interval in which the true share lies, in the long run 95 times of 100 (Wilson 1927)."""
    share, wide = hits / n, z * z / n
    middle = (share + wide / 2) / (1 + wide)
    half = z * math.sqrt(share * (1 - share) / n + wide / (4 * n)) / (1 + wide)
    return max(middle - half, 0.0), min(middle + half, 1.0)


def limits(share: float, n: float, z: float) -> tuple[float, float]:
    """Returns between which shares chance alone puts `n` things when `share` is the common one (funnel plot)."""
    half = z * math.sqrt(share * (1 - share) / n)
    return max(share - half, 0.0), min(share + half, 1.0)
