"""What people do, seen on every case, answered or not; it is never adjusted away but credited to who did it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from goodword.insight.ratings.design import Block, Column, Design, against_the_mean, start_facts
from goodword.insight.ratings.facts import BROKEN, RENEGOTIATED, TOUCHES, Cases

SHRINK_VARIANCE = 10


@dataclass(frozen=True)
class Cost:
    """What one behaviour does to a rating before any data: mean and width in rating points, and who owns it."""

    mean: float
    sd: float
    owner: str  # first, last or shares
    spread: float  # by how much people usually differ in it
    words: str

    @property
    def harms(self) -> bool:
        """Says whether more of it can only lower a score: no needless hand-on may ever pay."""
        return self.mean < 0


COSTS = {
    "needless": Cost(-0.30, 0.3, "first", 0.12, "needless hand-ons"),
    "overstated": Cost(-0.35, 0.4, "first", 0.10, "statements"),
    "understated": Cost(-0.15, 0.3, "first", 0.05, "caution"),
    "broken": Cost(-0.30, 0.3, "last", 0.06, "promises broken"),
    "renegotiated": Cost(-0.12, 0.3, "last", 0.05, "promises moved in time"),
    "reopened": Cost(-0.30, 0.3, "last", 0.04, "cases that came back"),
    "done": Cost(0.40, 0.3, "shares", 0.04, "things done as asked"),
}


def of_cases(cases: Cases) -> dict[str, np.ndarray]:
    """Returns each behaviour as a column over all cases; statements count against the company's share done."""
    usual = usual_chance(cases)
    return {
        "needless": cases.needless.sum(axis=1),
        "overstated": np.maximum(cases.stated - usual, 0),
        "understated": np.maximum(usual - cases.stated, 0),
        "broken": (cases.promise == BROKEN).astype(float),
        "renegotiated": (cases.promise == RENEGOTIATED).astype(float),
        "reopened": cases.reopened,
        "done": cases.outcome,
    }


def usual_chance(cases: Cases) -> np.ndarray:
    """The company's share of cases done as asked, for the feasibility of each case."""
    code, size = cases.start["feasibility"], cases.sizes["feasibility"]
    n, done = np.bincount(code, minlength=size), np.bincount(code, cases.outcome, size)
    return np.asarray(((done + 1) / (n + 2))[code])


def habits(cases: Cases, agents: int) -> tuple[np.ndarray, np.ndarray]:
    """Returns for each agent (rows) and behaviour (columns) how much more of it they show, and the variance of that.

    A linear model on all cases: start facts and the owner. Agents' own residual variance, blended with all agents'.
    """
    rows = np.arange(len(cases))
    columns = of_cases(cases) | {"needless": cases.needless[:, 0]}
    owners = {"first": cases.first, "last": cases.last}
    found, variances = np.zeros((agents, len(COSTS))), np.zeros((agents, len(COSTS)))
    grams: dict[str, tuple[Design, np.ndarray]] = {}
    for place, (name, cost) in enumerate(COSTS.items()):
        if cost.owner not in grams:
            design = _design(cases, rows, owners.get(cost.owner), agents)
            grams[cost.owner] = design, design.gram(np.ones(len(rows)))
        design, gram = grams[cost.owner]
        found[:, place], variances[:, place] = _owned(
            design, gram, columns[name], cases, owners.get(cost.owner), agents
        )
    return found, variances


def _design(cases: Cases, rows: np.ndarray, owner: np.ndarray | None, agents: int) -> Design:
    design = start_facts(cases, rows, scale=1.0)
    people = (
        [Column("people", owner)]
        if owner is not None
        else [Column("people", cases.agent[:, touch], cases.share[:, touch]) for touch in range(TOUCHES)]
    )
    design.add(Block("people", agents, 5.0), *people)
    return design


def _owned(
    design: Design, gram: np.ndarray, values: np.ndarray, cases: Cases, owner: np.ndarray | None, agents: int
) -> tuple[np.ndarray, np.ndarray]:
    noise = max(float(values.var()), 1e-6)
    means, precision = design.prior()
    for _ in range(2):
        beta = np.linalg.solve(gram / noise + np.diag(precision), design.right(values) / noise + precision * means)
        residual = values - design.predict(beta)
        noise = max(float(residual.var()), 1e-6)
    covariance = np.linalg.inv(gram / noise + np.diag(precision))
    part = design.part("people")
    share = (
        [(cases.agent[:, t], cases.share[:, t]) for t in range(TOUCHES)]
        if owner is None
        else [(owner, np.ones(len(values)))]
    )
    n, squares = np.zeros(agents), np.zeros(agents)
    for who, much in share:
        said = who >= 0
        n += np.bincount(who[said], much[said], agents)
        squares += np.bincount(who[said], much[said] * residual[said] ** 2, agents)
    own = (squares + SHRINK_VARIANCE * noise) / (n + SHRINK_VARIANCE)
    effect, variance = against_the_mean(beta[part], covariance[part, part])
    return effect, variance * own / noise
