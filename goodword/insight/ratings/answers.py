"""Which answers count, on one scale, and how much each stands for those who did not answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from goodword.insight.ratings.facts import NOBODY, TOUCHES, Cases

UNHAPPY_UP_TO = 2
NEWTON_STEPS = 30
SD_OF_DELTA = 1.0
SMALLEST_CHANCE = 0.04


@dataclass(frozen=True)
class Answers:
    """The cases whose answer counts (`rows`), the answers on the 1-5 scale, and who was unhappy."""

    rows: np.ndarray
    rating: np.ndarray
    unhappy: np.ndarray


def counting(cases: Cases) -> Answers:
    """Returns the answers given after the loop was closed: earlier ones praise the smile, not the result.

    Yes and no become the means of the top and the bottom part of the 1-5 answers (equipercentile).
    """
    counts = cases.asked_after_closing & ~np.isnan(cases.answer)
    rows = np.flatnonzero(counts)
    answer, yes_or_no = cases.answer[rows], cases.yes_or_no[rows]
    rating = answer.copy()
    if yes_or_no.any():
        yes = answer[yes_or_no].mean()
        rating[yes_or_no] = np.where(answer[yes_or_no] > 0, *_parts(np.sort(answer[~yes_or_no]), yes))
    unhappy = np.where(yes_or_no, answer == 0, answer <= UNHAPPY_UP_TO).astype(float)
    return Answers(rows, rating, unhappy)


def parts_of(cases: Cases, answers: Answers) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Yields, touch by touch, who had a part in an answered case, how large it was, and the place of the answer."""
    for touch in range(TOUCHES):
        who = cases.agent[answers.rows, touch]
        rows = np.flatnonzero(who != NOBODY)
        yield who[rows], cases.share[answers.rows[rows], touch], rows


def _parts(ordered: np.ndarray, yes: float) -> tuple[float, float]:
    """The means of the top `yes` share of the answers and of the rest."""
    if not len(ordered):
        return 5.0, 2.0
    cut = min(max(round(len(ordered) * (1 - yes)), 0), len(ordered))
    top = ordered[cut:] if cut < len(ordered) else ordered[-1:]
    bottom = ordered[:cut] if cut else ordered[:1]
    return float(top.mean()), float(bottom.mean())


def weights(cases: Cases, answers: Answers, predicted: np.ndarray) -> np.ndarray:
    """Returns the weight of each counting answer, mean 1: unhappy customers answer more, or less, than others.

    Kott and Chang 2010: the chance to answer depends on the channel and on being unhappy; it is solved so that the
    weighted answers reproduce, for all who were asked, the channels and the predicted ratings.
    """
    asked = np.flatnonzero(cases.asked_after_closing)
    channels = cases.sizes["channel"]
    dummies = np.eye(channels)[cases.start["channel"][asked]]
    known = np.column_stack([dummies, predicted[asked] - predicted[asked].mean()])
    place = np.searchsorted(asked, answers.rows)
    cause = np.column_stack([dummies[place], answers.unhappy])
    theta = _solve(known, place, cause)
    chance = 1 / (1 + np.exp(-np.clip(cause @ theta, -20, 20)))
    weight = 1 / np.maximum(chance, SMALLEST_CHANCE)
    return np.asarray(weight / weight.mean())


def _solve(known: np.ndarray, place: np.ndarray, cause: np.ndarray) -> np.ndarray:
    """Newton's method with halving for sum(R/pi - 1) h = 0; the part of unhappiness is shrunk by its error."""
    totals, h = known.sum(axis=0), known[place]
    share = np.clip(h[:, :-1].sum(axis=0) / np.maximum(known[:, :-1].sum(axis=0), 1), 0.01, 0.99)
    theta = np.append(np.log(share / (1 - share)), 0.0)
    size = np.sqrt((known**2).sum(axis=0)) + 1

    def miss(at: np.ndarray) -> np.ndarray:
        return np.asarray(h.T @ (1 + np.exp(-np.clip(cause @ at, -20, 20))) - totals)

    for _ in range(NEWTON_STEPS):
        gap = miss(theta)
        if np.abs(gap / size).max() < 1e-6:
            break
        odds = np.exp(-np.clip(cause @ theta, -20, 20))
        slope = -(h * odds[:, None]).T @ cause
        step = np.linalg.lstsq(slope, -gap, rcond=None)[0]
        scale = 1.0
        while scale > 1e-4 and np.abs(miss(theta + scale * step) / size).sum() > np.abs(gap / size).sum():
            scale /= 2
        theta = theta + scale * step
    return _shrunk(theta, h, cause)


def _shrunk(theta: np.ndarray, h: np.ndarray, cause: np.ndarray) -> np.ndarray:
    odds = np.exp(-np.clip(cause @ theta, -20, 20))
    slope = -(h * odds[:, None]).T @ cause
    spread = (h * (odds * (1 + odds))[:, None]).T @ h
    inverse = np.linalg.pinv(slope)
    variance = float((inverse @ spread @ inverse.T)[-1, -1])
    keep = SD_OF_DELTA**2 / (SD_OF_DELTA**2 + max(variance, 0.0))
    shrunk = theta.copy()
    shrunk[-1] *= keep
    # the channels' levels move so that each channel keeps its share of answers
    mean = cause[:, -1] @ cause[:, :-1] / np.maximum(cause[:, :-1].sum(axis=0), 1)
    shrunk[:-1] += (theta[-1] - shrunk[-1]) * mean
    return shrunk
