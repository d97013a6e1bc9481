"""How well a person sets expectations: a proper score, so that neither promising the moon nor sand-bagging gains."""

from __future__ import annotations

import numpy as np

from goodword.insight.ratings.behaviours import usual_chance
from goodword.insight.ratings.composite import between
from goodword.insight.ratings.design import Block, Groups, against_the_mean, start_facts
from goodword.insight.ratings.facts import Cases
from goodword.insight.ratings.ridge import Ridge

DEFAULT_SPREAD = 0.06


def expectation(cases: Cases, groups: Groups, agents: int) -> np.ndarray:
    """Returns each first handler's skill over the plain forecast by feasibility (Brier 1950), shrunk, mean zero.

    Per case (p - o)^2 - (s - o)^2: the luck of the outcome o cancels, private knowledge counts.
    """
    usual = usual_chance(cases)
    skill = (usual - cases.outcome) ** 2 - (cases.stated - cases.outcome) ** 2
    design = start_facts(groups)
    design.add_people(Block("people", agents, 5.0), [(cases.first, None)])
    means, precision = design.prior()
    noise = max(float(skill.var()), 1e-6)
    ridge = Ridge(design.gram(np.ones(len(cases))), precision)
    beta = ridge.solve(design.right(skill) / noise + precision * means, noise)
    part = design.part("people")
    effect, variance = against_the_mean(beta[part], ridge.covariance(noise, part))
    spread = between(effect, variance, DEFAULT_SPREAD**2)
    return np.asarray(effect * spread / (spread + variance))
