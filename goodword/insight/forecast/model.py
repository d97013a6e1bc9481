"""The chance that a promise is done by the end of a business day: one pooled hazard for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from goodword.insight.forecast.days import BusinessDays
from goodword.insight.forecast.facts import UNKNOWN, Asked, Codes, Known, Levels, ends
from goodword.insight.forecast.ridge import Fitted, fit_ridge
from goodword.insight.forecast.terms import Sizes, Term, terms_of

LONGEST_WATCH = 120  # business days after which a promise says nothing more
LATEST = 300_000  # promises that are looked at; older ones say little about today
NO_MODEL_IS_EXACT = 0.16
NINETY = 1.645


@dataclass(frozen=True)
class Model:
    """What was learnt by the cut-off. `watched` and `done` describe the past for the shares told in words."""

    days: BusinessDays
    cutoff: int
    levels: Levels
    sizes: Sizes
    fitted: Fitted
    past: Codes
    watched: np.ndarray
    done: np.ndarray

    def chances(self, asked: Sequence[Asked], horizons: np.ndarray, since: np.ndarray | None = None) -> np.ndarray:
        """Returns P(done by the end of each horizon), for each asked (rows) and business-day number (columns).

        `since` is the business day that an open promise has survived; None (or before the start) for a new one.
        """
        survival = self._log_survival(self.levels.codes(asked, self.days), horizons, since)[0]
        chances: np.ndarray = 1 - np.exp(survival)
        return chances

    def ranges(self, asked: Sequence[Asked], horizon: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Returns the 90 % range of the chance at one horizon (a business-day number) for each asked, new promises."""
        codes = self.levels.codes(asked, self.days)
        log_survival, gradient = self._log_survival(codes, horizon[:, None], None, gradient=True)
        spread = np.einsum("ij,jk,ik->i", gradient, self.fitted.covariance, gradient, optimize=True)
        unknown = sum(
            (getattr(codes, name) == UNKNOWN) * self.fitted.widths[name] ** 2 for name in ("kind", "partner", "team")
        )
        steps = np.abs(gradient[:, self.fitted.offsets["all"]])
        sd = np.sqrt(spread + unknown * steps**2 + NO_MODEL_IS_EXACT**2)
        low, high = (1 - np.exp(np.minimum(log_survival[:, 0] + sign * NINETY * sd, 0)) for sign in (1, -1))
        return low, high

    def _log_survival(
        self, codes: Codes, horizons: np.ndarray, since: np.ndarray | None, *, gradient: bool = False
    ) -> tuple[np.ndarray, np.ndarray]:
        first = codes.start if since is None else np.maximum(codes.start, since + 1)
        last = np.minimum(horizons.max(axis=1), codes.start + LONGEST_WATCH)
        lengths = np.maximum(last - first + 1, 0)
        rows = np.repeat(np.arange(len(first)), lengths)
        day = np.concatenate([np.arange(a, a + n) for a, n in zip(first, lengths, strict=True)]) if rows.size else rows
        terms = self._terms(codes.take(rows), day)
        hazard = 1 / (1 + np.exp(-self.fitted.eta(terms))) if rows.size else np.zeros(0)
        width = int(lengths.max()) if lengths.size else 0
        steps = np.zeros((len(first), width + 1))
        steps[rows, day - first[rows] + 1] = np.log1p(-hazard)
        summed = steps.cumsum(axis=1)
        place = np.clip(horizons - first[:, None] + 1, 0, lengths[:, None])
        found = np.take_along_axis(summed, place, axis=1)
        return found, self._gradient(terms, rows, hazard, len(first)) if gradient else np.empty(0)

    def _gradient(self, terms: Sequence[Term], rows: np.ndarray, hazard: np.ndarray, count: int) -> np.ndarray:
        """How log S moves with each coefficient: minus the sum of hazard times x over the days."""
        found = np.zeros((count, len(self.fitted.beta)))
        for term in terms:
            said = term.codes != UNKNOWN
            weight = hazard if term.values is None else hazard * term.values
            np.add.at(found, (rows[said], self.fitted.offsets[term.name] + term.codes[said]), -weight[said])
        return found

    def _terms(self, codes: Codes, day: np.ndarray) -> list[Term]:
        week = self.days.week
        weekday = week[np.clip(day, 0, len(week) - 1)]
        return terms_of(codes, day - codes.start, weekday, np.maximum(self.cutoff - day, 0), self.sizes)


def fit(known: Sequence[Known], days: BusinessDays, cutoff: int) -> Model:
    """Learns from what was known at the end of business day `cutoff`; open promises count as survived so far."""
    known = known[-LATEST:]
    asked = [one.asked for one in known]
    levels = Levels.of(asked)
    sizes = Sizes(max(len(levels.kind), 1), max(len(levels.partner), 1), max(len(levels.team), 1))
    codes = levels.codes(asked, days)
    watched, done = ends(known, codes.start, days, cutoff)
    done = done & (watched <= LONGEST_WATCH)
    watched = np.minimum(watched, LONGEST_WATCH)
    rows = np.repeat(np.arange(len(known)), watched)
    elapsed = np.arange(len(rows)) - np.repeat(np.cumsum(watched) - watched, watched)
    events = ((elapsed == watched[rows] - 1) & done[rows]).astype(float)
    at = codes.take(rows)
    day = at.start + elapsed
    week = days.week
    terms = terms_of(at, elapsed, week[np.clip(day, 0, len(week) - 1)], cutoff - day, sizes)
    return Model(days, cutoff, levels, sizes, fit_ridge(terms, events), codes, watched, done)
