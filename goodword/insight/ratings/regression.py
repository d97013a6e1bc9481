"""The case-mix regression: what of a rating belongs to the case, what to a behaviour, and what to the people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from goodword.insight.ratings.answers import Answers
from goodword.insight.ratings.behaviours import COSTS
from goodword.insight.ratings.design import START, Block, Design, Groups, start_facts
from goodword.insight.ratings.facts import TOUCHES, Cases
from goodword.insight.ratings.ridge import Ridge

PRIOR_SD_OF_PEOPLE = 5.0  # nearly fixed effects: difficulty and skill go together, so they are not shrunk here
PRIOR_SD_OF_UNSEEN = 0.3
SHRINK_HARDNESS = 10
BACKFITTING = 6


@dataclass(frozen=True)
class Fit:
    """Estimates and covariance of people's effects `u` and of what each behaviour costs `eta`, and the residuals."""

    design: Design
    beta: np.ndarray
    covariance: np.ndarray
    residual: np.ndarray
    variance: float

    def of(self, block: str) -> tuple[np.ndarray, np.ndarray]:
        """Returns estimates and covariance of one block."""
        part = self.design.part(block)
        return self.beta[part], self.covariance[part, part]


@dataclass(frozen=True)
class Known:
    """What every regression of one fit reads: the cases, their start facts grouped, and what people did in them."""

    cases: Cases
    groups: Groups
    seen: Mapping[str, np.ndarray]
    agents: int


def hardness(known: Known, fit: Fit | None) -> np.ndarray:
    """Returns each agent's shrunk mean recorded hardness of the cases matched to them (0 before the first fit)."""
    cases, agents = known.cases, known.agents
    if fit is None:
        return np.zeros(agents)
    recorded = -start_facts(known.groups).predict(_start_of(fit), [*START])
    recorded = (recorded - recorded.mean()) / max(recorded.std(), 1e-9)
    n = np.bincount(cases.first, cases.matched, agents)
    total = np.bincount(cases.first, cases.matched * recorded, agents)
    return np.asarray(total / (n + SHRINK_HARDNESS))


def expected(known: Known, fit: Fit) -> np.ndarray:
    """Returns the rating that start facts and behaviours lead one to expect, for every case, answered or not."""
    total = start_facts(known.groups).predict(_start_of(fit))
    for name, values in known.seen.items():
        total += fit.of(name)[0][0] * values
    return total


def _start_of(fit: Fit) -> np.ndarray:
    return fit.beta[: fit.design.part("spoiled").start]


def regress(
    known: Known, answers: Answers, weight: np.ndarray, hard: np.ndarray, *, with_behaviours: bool = True
) -> Fit:
    """Fits ratings on start facts, arrived spoiled, unseen difficulty, behaviours, people by shares, customers."""
    cases, rows = known.cases, answers.rows
    design = start_facts(known.groups, rows)
    design.add(Block("spoiled", 1, 0.3), cases.needed[rows].sum(axis=1))
    design.add(Block("unseen", 1, PRIOR_SD_OF_UNSEEN), cases.matched[rows] * hard[cases.first[rows]])
    if with_behaviours:
        for name, values in known.seen.items():
            design.add(Block(name, 1, COSTS[name].sd, COSTS[name].mean), values[rows])
    touches = [(cases.agent[rows, touch], cases.share[rows, touch]) for touch in range(TOUCHES)]
    design.add_people(Block("people", known.agents, PRIOR_SD_OF_PEOPLE), touches)
    return _solve(design, answers.rating, weight, cases.customer[rows])


def _solve(design: Design, rating: np.ndarray, weight: np.ndarray, customer: np.ndarray) -> Fit:
    """Ridge for the coefficients, backfitting for the customers (Ghosh, Hastie, Owen 2020)."""
    means, precision = design.prior()
    ridge = Ridge(design.gram(weight), precision)
    n = np.bincount(customer, weight)
    kind, noise, within = np.zeros(len(rating)), float(rating.var()) or 1.0, 0.1
    beta = means
    residual = rating
    for _ in range(BACKFITTING):
        beta = ridge.solve(design.right(weight * (rating - kind)) / noise + precision * means, noise)
        residual = rating - design.predict(beta)
        used = len(rating) - min(ridge.used(noise), len(rating) * 0.8)
        total = float((weight * residual**2).sum() / max(used, 1))
        within = min(max(_shared_by_customer(residual, weight, customer), 0.0), 0.6 * total)
        noise = max(total - within, 1e-3)
        sums = np.bincount(customer, weight * residual)
        kind = (within * sums / (within * n + noise))[customer]
    many = n[customer]
    effective = noise + float((within * noise / (noise + np.maximum(many - 1, 0) * within)).mean())
    covariance = ridge.covariance(effective * float((weight**2).mean()))
    return Fit(design, beta, covariance, residual - kind, effective)


def _shared_by_customer(residual: np.ndarray, weight: np.ndarray, customer: np.ndarray) -> float:
    """The variance that answers of one customer share, from all pairs of them (0.1 where there are hardly any)."""
    sums, squares = np.bincount(customer, residual), np.bincount(customer, residual**2)
    count = np.bincount(customer)
    pairs = float((count * (count - 1)).sum())
    return float(((sums**2 - squares).sum() + 0.1 * 100) / (pairs + 100))
