"""May this person grant it, is it like what others got, and has a limit become too low? Facts in, answer out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

FEWEST_PRECEDENTS = 8
FEWEST_APPROVALS = 10
ALL_BUT = 0.95
TOO_LITTLE, TOO_MUCH = "too_little", "too_much"


def within_authority(amount: int, limit: int | None) -> bool:
    """Says whether an amount (in cents; 0 for what has no price) lies within a limit; None is no authority at all."""
    return limit is not None and amount <= limit


@dataclass(frozen=True)
class Spread:
    """What others were given for the same: how many, the usual range and the middle, in cents."""

    count: int
    low: int
    middle: int
    high: int


def spread_of(amounts: Sequence[int]) -> Spread | None:
    """Returns the spread of earlier amounts (10th to 90th percentile), or None where there are too few to compare."""
    if len(amounts) < FEWEST_PRECEDENTS:
        return None
    ordered = sorted(amounts)
    return Spread(len(ordered), _percentile(ordered, 0.1), _percentile(ordered, 0.5), _percentile(ordered, 0.9))


def _percentile(ordered: Sequence[int], share: float) -> int:
    """The nearest-rank percentile: always an amount that somebody really got."""
    return ordered[max(ceil(share * len(ordered)) - 1, 0)]


def outlier(amount: int, spread: Spread | None) -> str:
    """Returns `too_little`, `too_much` or "": too rigid is flagged like too generous, each by half beyond the range."""
    if spread is None:
        return ""
    if amount > spread.high * 1.5:
        return TOO_MUCH
    if amount < spread.low * 0.5:
        return TOO_LITTLE
    return ""


def better_limit(limit: int | None, decisions: Sequence[tuple[int, bool]]) -> int | None:
    """Returns a higher limit when what goes beyond the present one is practically always granted, else None.

    `decisions` are (amount, granted) of the latest approvals asked for. Waiting for a yes that always comes costs the
    customer days (R7, R90).
    """
    if len(decisions) < FEWEST_APPROVALS:
        return None
    granted = sorted(amount for amount, yes in decisions if yes)
    if len(granted) < ALL_BUT * len(decisions):
        return None
    suggested = _percentile(granted, 0.8)
    return suggested if suggested > (limit or 0) else None
