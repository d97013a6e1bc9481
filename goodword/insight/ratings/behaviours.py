"""What people do, seen on every case, answered or not; it is never adjusted away but credited to who did it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from goodword.insight.ratings.design import Block, Design, Groups, against_the_mean, start_facts
from goodword.insight.ratings.facts import BROKEN, KEPT, NOBODY, RENEGOTIATED, TOUCHES, Cases
from goodword.insight.ratings.ridge import Ridge

Touches = Sequence[tuple[np.ndarray, np.ndarray | None]]

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


def counts(cases: Cases, agents: int) -> list[dict[str, int]]:
    """Returns for each agent what was seen of them, as plain numbers of cases: known also where nothing else is."""
    has_part, has_done, needless = (np.zeros(agents, dtype=int) for _ in range(3))
    for touch in range(TOUCHES):
        who = cases.agent[:, touch]
        had = who != NOBODY
        has_part += np.bincount(who[had], minlength=agents)
        has_done += np.bincount(who[had & (cases.outcome > 0)], minlength=agents)
        if touch < TOUCHES - 1:
            needless += np.bincount(who[had & (cases.needless[:, touch] > 0)], minlength=agents)
    last = {
        "kept": cases.promise == KEPT, "renegotiated": cases.promise == RENEGOTIATED, "broken": cases.promise == BROKEN,
        "reopened": cases.reopened > 0,
    }  # fmt: skip
    found = {"cases": has_part, "done": has_done}
    found |= {name: np.bincount(cases.last[so], minlength=agents) for name, so in last.items()} | {"needless": needless}
    return [{name: int(many[agent]) for name, many in found.items()} for agent in range(agents)]


def habits(cases: Cases, groups: Groups, seen: Mapping[str, np.ndarray], agents: int) -> tuple[np.ndarray, np.ndarray]:
    """Returns for each agent (rows) and behaviour (columns) how much more of it they show, and the variance of that.

    A linear model on all cases: start facts and the owner. Agents' own residual variance, blended with all agents'.
    """
    columns = {**seen, "needless": cases.needless[:, 0]}
    found, variances = np.zeros((agents, len(COSTS))), np.zeros((agents, len(COSTS)))
    owners: dict[str, Touches] = {
        "first": [(cases.first, None)],
        "last": [(cases.last, None)],
        "shares": [(cases.agent[:, touch], cases.share[:, touch]) for touch in range(TOUCHES)],
    }
    for owner, touches in owners.items():
        design = start_facts(groups)
        design.add_people(Block("people", agents, 5.0), touches)
        gram = design.gram(np.ones(len(cases)))
        ridge = Ridge(gram, design.prior()[1])
        for place, (name, cost) in enumerate(COSTS.items()):
            if cost.owner == owner:
                found[:, place], variances[:, place] = _owned(design, gram, ridge, columns[name])
    return found, variances


def _owned(design: Design, gram: np.ndarray, ridge: Ridge, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """One behaviour: fitted with the noise of its values first, then with that of what this leaves over."""
    means, precision = design.prior()
    right, mean = design.right(values), float(values.mean())
    noise = max(float(values.var()), 1e-6)
    beta = ridge.solve(right / noise + precision * means, noise)
    level = design.part("level").start
    squares = float(values @ values) - 2 * float(beta @ right) + float(beta @ gram @ beta)
    left = mean - float(gram[level] @ beta) / len(values)
    noise = max(squares / len(values) - left**2, 1e-6)
    beta = ridge.solve(right / noise + precision * means, noise)
    residual = values - design.predict(beta)
    noise = max(float(residual.var()), 1e-6)
    part = design.part("people")
    residual *= residual
    people = [one for one in design.parts if one.shown is None]
    n, squared = (sum((one.sums(of) for one in people), np.zeros(part.stop - part.start))
                  for of in (np.ones(len(values)), residual))  # fmt: skip
    own = (squared + SHRINK_VARIANCE * noise) / (n + SHRINK_VARIANCE)
    effect, variance = against_the_mean(beta[part], ridge.covariance(noise, part))
    return effect, variance * own / noise
