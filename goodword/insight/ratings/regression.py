"""The case-mix regression: what of a rating belongs to the case, what to a behaviour, and what to the people."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from goodword.insight.ratings import behaviours
from goodword.insight.ratings.answers import Answers
from goodword.insight.ratings.design import START, Block, Column, Design, start_facts
from goodword.insight.ratings.facts import TOUCHES, Cases

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


def hardness(cases: Cases, fit: Fit | None, agents: int) -> np.ndarray:
    """Returns each agent's shrunk mean recorded hardness of the cases matched to them (0 before the first fit)."""
    if fit is None:
        return np.zeros(agents)
    rows = np.arange(len(cases))
    recorded = -start_facts(cases, rows).predict(fit.beta, [*START])
    recorded = (recorded - recorded.mean()) / max(recorded.std(), 1e-9)
    n = np.bincount(cases.first, cases.matched, agents)
    total = np.bincount(cases.first, cases.matched * recorded, agents)
    return np.asarray(total / (n + SHRINK_HARDNESS))


def regress(
    cases: Cases, answers: Answers, weight: np.ndarray, agents: int, hard: np.ndarray, *, with_behaviours: bool = True
) -> Fit:
    """Fits ratings on start facts, arrived spoiled, unseen difficulty, behaviours, people by shares, customers."""
    rows = answers.rows
    design = start_facts(cases, rows)
    zero = np.zeros(len(rows), dtype=int)
    design.add(Block("spoiled", 1, 0.3), Column("spoiled", zero, cases.needed[rows].sum(axis=1)))
    unseen = cases.matched[rows] * hard[cases.first[rows]]
    design.add(Block("unseen", 1, PRIOR_SD_OF_UNSEEN), Column("unseen", zero, unseen))
    if with_behaviours:
        for name, values in behaviours.of_cases(cases).items():
            cost = behaviours.COSTS[name]
            design.add(Block(name, 1, cost.sd, cost.mean), Column(name, zero, values[rows]))
    people = [Column("people", cases.agent[rows, touch], cases.share[rows, touch]) for touch in range(TOUCHES)]
    design.add(Block("people", agents, PRIOR_SD_OF_PEOPLE), *people)
    return _solve(design, answers.rating, weight, cases.customer[rows])


def _solve(design: Design, rating: np.ndarray, weight: np.ndarray, customer: np.ndarray) -> Fit:
    """Ridge for the coefficients, backfitting for the customers (Ghosh, Hastie, Owen 2020)."""
    means, precision = design.prior()
    gram = design.gram(weight)
    _, customer = np.unique(customer, return_inverse=True)
    n = np.bincount(customer, weight)
    kind, noise, within = np.zeros(len(rating)), float(rating.var()) or 1.0, 0.1
    beta = means
    residual = rating
    for _ in range(BACKFITTING):
        left = gram / noise + np.diag(precision)
        beta = np.linalg.solve(left, design.right(weight * (rating - kind)) / noise + precision * means)
        residual = rating - design.predict(beta)
        used = len(rating) - min(np.trace(np.linalg.solve(left, gram / noise)), len(rating) * 0.8)
        total = float((weight * residual**2).sum() / max(used, 1))
        within = min(max(_shared_by_customer(residual, weight, customer), 0.0), 0.6 * total)
        noise = max(total - within, 1e-3)
        sums = np.bincount(customer, weight * residual)
        kind = (within * sums / (within * n + noise))[customer]
    many = n[customer]
    effective = noise + float((within * noise / (noise + np.maximum(many - 1, 0) * within)).mean())
    spread = effective * float((weight**2).mean())
    covariance = np.linalg.inv(gram / spread + np.diag(precision))
    return Fit(design, beta, covariance, residual - kind, effective)


def _shared_by_customer(residual: np.ndarray, weight: np.ndarray, customer: np.ndarray) -> float:
    """The variance that answers of one customer share, from all pairs of them (0.1 where there are hardly any)."""
    sums, squares = np.bincount(customer, residual), np.bincount(customer, residual**2)
    count = np.bincount(customer)
    pairs = float((count * (count - 1)).sum())
    return float(((sums**2 - squares).sum() + 0.1 * 100) / (pairs + 100))
