"""How well a person sets expectations: a proper score, so that neither promising the moon nor sand-bagging gains."""

from __future__ import annotations

import numpy as np

from goodword.insight.ratings.behaviours import usual_chance
from goodword.insight.ratings.composite import between
from goodword.insight.ratings.design import Block, Column, against_the_mean, start_facts
from goodword.insight.ratings.facts import Cases

DEFAULT_SPREAD = 0.06


def expectation(cases: Cases, agents: int) -> np.ndarray:
    """Returns each first handler's skill over the plain forecast by feasibility (Brier 1950), shrunk, mean zero.

    Per case (p - o)^2 - (s - o)^2: the luck of the outcome o cancels, private knowledge counts.
    """
    usual = usual_chance(cases)
    skill = (usual - cases.outcome) ** 2 - (cases.stated - cases.outcome) ** 2
    design = start_facts(cases, np.arange(len(cases)))
    design.add(Block("people", agents, 5.0), Column("people", cases.first))
    means, precision = design.prior()
    noise = max(float(skill.var()), 1e-6)
    left = design.gram(np.ones(len(cases))) / noise + np.diag(precision)
    beta = np.linalg.solve(left, design.right(skill) / noise + precision * means)
    noise *= max(float((skill - design.predict(beta)).var()), 1e-6) / noise
    part = design.part("people")
    effect, variance = against_the_mean(beta[part], np.linalg.inv(left)[part, part])
    spread = between(effect, variance, DEFAULT_SPREAD**2)
    return np.asarray(effect * spread / (spread + variance))
