"""A pooled logistic regression on coded terms: Newton steps with halving, and prior widths learnt from the data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from goodword.insight.forecast.facts import UNKNOWN
from goodword.insight.forecast.terms import Term

ROUNDS_OF_WIDTHS = 3
NEWTON_STEPS = 25
HALVINGS = 12
PRIOR_WEIGHT = 6.0  # how many coefficients the first guess of a width is worth
FIXED = ("all",)


@dataclass(frozen=True)
class Fitted:
    """Coefficients of all terms in one vector, their covariance, where each term begins, and its width."""

    beta: np.ndarray
    covariance: np.ndarray
    offsets: dict[str, int]
    widths: dict[str, float]

    def eta(self, terms: Sequence[Term]) -> np.ndarray:
        """Returns the linear predictor of each row."""
        total = np.zeros(len(terms[0].codes))
        for term in terms:
            said = term.codes != UNKNOWN
            part = self.beta[self.offsets[term.name] + term.codes[said]]
            total[said] += part if term.values is None else part * term.values[said]
        return total


def fit_ridge(terms: Sequence[Term], events: np.ndarray) -> Fitted:
    """Fits the chance of an event in each row; each term is pooled to zero with its own, learnt, width."""
    offsets, size = {}, 0
    for term in terms:
        offsets[term.name], size = size, size + term.size
    widths = {term.name: term.sd for term in terms}
    beta = np.zeros(size)
    rate = min(max(events.mean(), 1e-4), 1 - 1e-4)
    beta[offsets["all"]] = np.log(rate / (1 - rate))
    covariance = np.eye(size)
    for round_ in range(ROUNDS_OF_WIDTHS + 1):
        precision = np.concatenate([np.full(term.size, widths[term.name] ** -2) for term in terms])
        beta, covariance = _newton(terms, offsets, events, beta, precision)
        if round_ < ROUNDS_OF_WIDTHS:
            widths = {term.name: _width(term, offsets[term.name], beta, covariance) for term in terms}
    return Fitted(beta, covariance, offsets, widths)


def _width(term: Term, offset: int, beta: np.ndarray, covariance: np.ndarray) -> float:
    """The width of a term by empirical Bayes: what its coefficients show, blended with the first guess."""
    if term.name in FIXED or term.size == 1:
        return term.sd
    part = slice(offset, offset + term.size)
    spread = float((beta[part] ** 2 + np.diag(covariance)[part]).sum())
    return float(np.sqrt((spread + PRIOR_WEIGHT * term.sd**2) / (term.size + PRIOR_WEIGHT)))


def _newton(
    terms: Sequence[Term], offsets: dict[str, int], events: np.ndarray, beta: np.ndarray, precision: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    here = Fitted(beta, np.empty(0), offsets, {})
    loss = _loss(here.eta(terms), events, beta, precision)
    hessian = np.diag(precision)
    for _ in range(NEWTON_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(Fitted(beta, np.empty(0), offsets, {}).eta(terms), -30, 30)))
        hessian = _gram(terms, offsets, chance * (1 - chance), len(beta)) + np.diag(precision)
        step = np.linalg.solve(hessian, _score(terms, offsets, events - chance, len(beta)) - precision * beta)
        scale = 1.0
        for _ in range(HALVINGS):  # a full step may overshoot where data are few
            trial = beta + scale * step
            new = _loss(Fitted(trial, np.empty(0), offsets, {}).eta(terms), events, trial, precision)
            if new <= loss:
                break
            scale /= 2
        else:
            break
        beta, gain, loss = trial, loss - new, new
        if gain < 1e-6 * (1 + abs(loss)):
            break
    return beta, np.linalg.inv(hessian)


def _loss(eta: np.ndarray, events: np.ndarray, beta: np.ndarray, precision: np.ndarray) -> float:
    return float((np.logaddexp(0, eta) - events * eta).sum() + 0.5 * (precision * beta**2).sum())


def _score(terms: Sequence[Term], offsets: dict[str, int], residual: np.ndarray, size: int) -> np.ndarray:
    score = np.zeros(size)
    for term in terms:
        said = term.codes != UNKNOWN
        weight = residual if term.values is None else residual * term.values
        start = offsets[term.name]
        score[start : start + term.size] = np.bincount(term.codes[said], weight[said], term.size)
    return score


def _gram(terms: Sequence[Term], offsets: dict[str, int], weight: np.ndarray, size: int) -> np.ndarray:
    """X'WX, block by block: every block of two coded terms is one bincount."""
    gram = np.zeros((size, size))
    for number, a in enumerate(terms):
        for b in terms[: number + 1]:
            said = (a.codes != UNKNOWN) & (b.codes != UNKNOWN)
            value = weight[said]
            for term in (a, b):
                value = value if term.values is None else value * term.values[said]
            block = np.bincount(a.codes[said] * b.size + b.codes[said], value, a.size * b.size).reshape(a.size, b.size)
            rows, columns = offsets[a.name], offsets[b.name]
            gram[rows : rows + a.size, columns : columns + b.size] = block
            gram[columns : columns + b.size, rows : rows + a.size] = block.T
    return gram
