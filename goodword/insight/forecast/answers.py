"""The forecast as it is told: natural frequencies of a named class, a range, a warning when unlikely."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from goodword.insight.forecast.facts import UNKNOWN, Asked
from goodword.insight.forecast.model import Model

LEAST_LIKE_THIS = 30
LIKELY_ENOUGH = 0.8  # late costs four times what slow costs
CLASSES = (("kind", "partner", "team"), ("kind", "partner"), ("kind",), ())


@dataclass(frozen=True)
class Answer:
    """What is said of one promise: `share_like` of `n_like` like it (`basis`: alike in what) were done by then."""

    chances: np.ndarray
    low: float | None
    high: float | None
    n_like: int
    basis: str
    share_like: float | None
    forecast: float | None
    warn: bool
    safe_horizon: int | None


def answer(model: Model, asked: Sequence[Asked], horizons: np.ndarray, stated: Sequence[int | None]) -> list[Answer]:
    """Answers for new promises: chances at each horizon (business-day numbers), and what is said of the stated one."""
    chances = np.maximum.accumulate(model.chances(asked, horizons), axis=1)
    index = np.array([0 if one is None else one for one in stated])
    low, high = model.ranges(asked, horizons[np.arange(len(asked)), index])
    return [_answer(model, one, horizons[i], chances[i], stated[i], low[i], high[i]) for i, one in enumerate(asked)]


def _answer(
    model: Model, asked: Asked, horizons: np.ndarray, chances: np.ndarray, stated: int | None, low: float, high: float
) -> Answer:
    safe = np.flatnonzero(chances >= LIKELY_ENOUGH)
    first_safe = int(safe[0]) if safe.size else None
    if stated is None:
        return Answer(chances, None, None, 0, "", None, None, False, first_safe)
    start = model.days.start(asked.made_at)[0]
    count, basis, share = _like_this(model, asked, int(horizons[stated]) - start)
    forecast = float(chances[stated])
    return Answer(chances, float(low), float(high), count, basis, share, forecast, forecast < LIKELY_ENOUGH, first_safe)


def _like_this(model: Model, asked: Asked, elapsed: int) -> tuple[int, str, float | None]:
    """The narrowest class with enough promises followed that far, its number, and its share done by then."""
    codes = model.levels.codes([asked], model.days)
    for names in CLASSES:
        mine = np.ones(len(model.watched), dtype=bool)
        for name in names:
            level = getattr(codes, name)[0]
            mine &= (getattr(model.past, name) == level) & (level != UNKNOWN)
        followed = mine & (model.done | (model.watched > elapsed))
        count = int(followed.sum())
        if count >= LEAST_LIKE_THIS or not names:
            return count, "+".join(names) or "all", share_done(model.watched[mine], model.done[mine], elapsed)
    raise AssertionError("the widest class comes last")


def share_done(watched: np.ndarray, done: np.ndarray, elapsed: int) -> float | None:
    """The share done by the end of day `elapsed` (Kaplan and Meier 1958: open ones stay at risk); None without any."""
    if not watched.size:
        return None
    survival = 1.0
    for day in range(1, elapsed + 2):
        at_risk = int((watched >= day).sum())
        if not at_risk:
            break
        survival *= 1 - int(((watched == day) & done).sum()) / at_risk
    return 1 - survival
