"""The whole fit: answers, case mix, behaviours, composite, honest width, and what is said of each person."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from threadpoolctl import threadpool_limits

from goodword.insight.ratings import answers as said
from goodword.insight.ratings import behaviours, composite, regression, words
from goodword.insight.ratings.design import against_the_mean, groups_of
from goodword.insight.ratings.expectation import expectation
from goodword.insight.ratings.facts import NOBODY, TOUCHES, Cases, Named

DEFAULT_SPREAD = 0.28
SPREAD_QUANTILE = 0.9
NO_MODEL_IS_EXACT = 0.15
LEAST_RELIABILITY, LEAST_ANSWERS = 0.5, 10
NINETY_FIVE = 1.96
ALARM = 3.09
DRIVERS = 6


@dataclass(frozen=True)
class Rating:
    """What is said of one agent: rating points against the average colleague on the same mix of cases."""

    agent: str
    score: float
    lo: float
    hi: float
    expect: float
    status: str
    reliability: float
    funnel: dict[str, float]
    parts: dict[str, float]
    words: list[str]
    drivers: list[dict[str, float]] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)  # what people did, in plain numbers


def rate(named: Named) -> list[Rating]:
    """Fits all agents of a company at once and returns one rating for each, in the order of their names."""
    with threadpool_limits(limits=1, user_api="blas"):
        return _rated(named)


def _rated(named: Named) -> list[Rating]:
    cases = named.cases
    counted = said.counting(cases)
    if not len(counted.rows):
        seen = behaviours.counts(cases, len(named.agents))
        return [_unknown(name, own) for name, own in zip(named.agents, seen, strict=True)]
    known = regression.Known(cases, groups_of(cases), behaviours.of_cases(cases), len(named.agents))
    weight = np.ones(len(counted.rows))
    hard = regression.hardness(known, None)
    for _ in range(2):
        fit = regression.regress(known, counted, weight, hard)
        hard = regression.hardness(known, fit)
        weight = said.weights(cases, counted, regression.expected(known, fit))
    fit = regression.regress(known, counted, weight, hard)
    plain = regression.regress(known, counted, weight, hard, with_behaviours=False)
    return _ratings(named, known, counted, fit, plain)


def _values(
    named: Named, known: regression.Known, fit: regression.Fit
) -> tuple[np.ndarray, dict[str, np.ndarray], float]:
    """Draws x agents of what a standard case is worth in these hands, each part's mean, the implied variance."""
    names = list(behaviours.COSTS)
    effect, spread = fit.of("people")
    habit, habit_variance = behaviours.habits(known.cases, known.groups, known.seen, known.agents)
    effect, error = against_the_mean(effect, spread)
    estimate = np.column_stack([effect, habit])
    variance = np.column_stack([error, habit_variance])
    defaults = np.array([DEFAULT_SPREAD, *(behaviours.COSTS[name].spread for name in names)])
    draws = composite.draw(estimate, variance, defaults)
    eta = _costs(fit, names, len(draws.values))
    exposure, own, receiver = _exposure(named)
    people = draws.values[:, :, 0]
    received = people @ receiver
    parts = {"people": own[None] * people, "receivers": (1 - own)[None] * received[:, None]}
    for place, name in enumerate(names):
        parts[name] = eta[:, place, None] * exposure[name][None] * draws.values[:, :, place + 1]
    value = sum(parts.values())
    loads = [np.full(len(eta), own.mean()), *(eta[:, k] * exposure[name].mean() for k, name in enumerate(names))]
    load = np.column_stack(loads)
    implied = float(np.einsum("dk,dkl,dl->d", load, draws.implied, load).mean())
    centred = {name: (part - part.mean(axis=1, keepdims=True)).mean(axis=0) for name, part in parts.items()}
    return value - value.mean(axis=1, keepdims=True), centred, implied


def _costs(fit: regression.Fit, names: list[str], draws: int) -> np.ndarray:
    """Draws of what each behaviour costs; one that harms never helps, whatever chance says."""
    random = np.random.default_rng(2)
    place = [fit.design.part(name).start for name in names]
    drawn = random.multivariate_normal(fit.beta[place], fit.covariance[np.ix_(place, place)], draws, method="eigh")
    harms = np.array([behaviours.COSTS[name].harms for name in names])
    return np.where(harms, np.minimum(drawn, 0), np.maximum(drawn, 0))


def _exposure(named: Named) -> tuple[dict[str, np.ndarray], np.ndarray, np.ndarray]:
    """How much of a case that starts with an agent stays theirs, for each behaviour, and who receives the rest."""
    cases, agents = named.cases, len(named.agents)
    n = np.bincount(cases.first, minlength=agents)

    def mean(values: np.ndarray, shrink: float = 10.0) -> np.ndarray:
        total = np.bincount(cases.first, values, agents)
        return np.asarray((total + shrink * values.mean()) / (n + shrink))

    own = mean(cases.share[:, 0])
    last = mean((cases.last == cases.first).astype(float))
    receives = np.zeros(agents)
    for touch in range(1, TOUCHES):
        got = cases.agent[:, touch] != NOBODY
        receives += np.bincount(cases.agent[got, touch], cases.share[got, touch], agents)
    receives = (receives + 1e-3) / (receives + 1e-3).sum()
    by_owner = {"first": np.ones(agents), "last": last, "shares": own}
    return {name: by_owner[cost.owner] for name, cost in behaviours.COSTS.items()}, own, receives


def _ratings(
    named: Named, known: regression.Known, counted: said.Answers, fit: regression.Fit, plain: regression.Fit
) -> list[Rating]:
    cases, agents = known.cases, known.agents
    value, parts, implied = _values(named, known, fit)
    score = value.mean(axis=0)
    spread, raw, error = _between_people(plain)
    posterior = value.var(axis=0)
    if implied < spread:
        posterior = 1 / np.maximum(1 / spread + 1 / posterior - 1 / implied, 1 / spread)
    posterior = posterior + NO_MODEL_IS_EXACT**2 * score.var()
    width = NINETY_FIVE * np.sqrt(posterior)
    answered = np.zeros(agents)
    for who, share, _ in said.parts_of(cases, counted):
        answered += np.bincount(who, share, agents)
    reliability = np.clip(1 - posterior / max(spread, float(posterior.min())), 0, 1)
    expect = expectation(cases, known.groups, agents)
    usual, company = words.usual_ratings(cases, counted, fit, agents)
    drivers, seen = _drivers(cases, counted, fit, agents), behaviours.counts(cases, agents)
    found = []
    for j, name in enumerate(named.agents):
        enough = reliability[j] >= LEAST_RELIABILITY and answered[j] >= LEAST_ANSWERS
        lo, hi = score[j] - width[j], score[j] + width[j]
        status = "not_enough_data" if not enough else "below" if hi < 0 else "above" if lo > 0 else "usual"
        own = {part: round(float(values[j]), 4) for part, values in parts.items()}
        funnel = {"n": round(float(answered[j]), 2), "raw": round(float(raw[j]), 4), "se": round(float(error[j]), 4)}
        told = words.of_rating(status, answered[j], (float(usual[j]), company), (score[j], lo, hi), own)
        found.append(
            Rating(
                agent=name, score=float(score[j]), lo=float(lo), hi=float(hi), expect=float(expect[j]), status=status,
                reliability=round(float(reliability[j]), 3), funnel=funnel, parts=own, words=told,
                drivers=drivers[j], seen=seen[j],
            )
        )  # fmt: skip
    return found


def _between_people(plain: regression.Fit) -> tuple[float, np.ndarray, np.ndarray]:
    """The variance between people without behaviours (its 80 % quantile, blended), raw effects and their errors."""
    effect, covariance = plain.of("people")
    raw, variance = against_the_mean(effect, covariance)
    grid, weight = composite.grid_posterior(raw, variance)
    high = float(grid[min(int(np.searchsorted(weight.cumsum(), SPREAD_QUANTILE)), len(grid) - 1)])
    count = len(raw)
    spread = (count * high + composite.PRIOR_AGENTS * DEFAULT_SPREAD**2) / (count + composite.PRIOR_AGENTS)
    return spread, raw, np.sqrt(variance)


def _drivers(cases: Cases, counted: said.Answers, fit: regression.Fit, agents: int) -> list[list[dict[str, float]]]:
    """The cases that moved each score most: share times residual, by number of answers."""
    parts = list(said.parts_of(cases, counted))
    who, share, rows = (np.concatenate([part[place] for part in parts]) for place in range(3))
    whole = np.maximum(np.bincount(who, share, agents), 1.0)
    effect = share * fit.residual[rows] / whole[who]
    order = np.lexsort((rows, -np.abs(effect), who))
    starts = np.searchsorted(who[order], np.arange(agents + 1))
    return [
        [
            {"case": cases.case[counted.rows[rows[i]]].item(), "effect": round(float(effect[i]), 4)}
            for i in order[start : min(start + DRIVERS, end)]
            if share[i] > 0
        ]
        for start, end in pairwise(starts)
    ]


def _unknown(name: str, seen: dict[str, int]) -> Rating:
    wide, none = NINETY_FIVE * DEFAULT_SPREAD, {"n": 0.0, "raw": 0.0, "se": 0.0}
    return Rating(name, 0.0, -wide, wide, 0.0, "not_enough_data", 0.0, none, {}, [], seen=seen)
