"""The rating in plain words, as it is shown to the person it is about."""

from __future__ import annotations

import numpy as np

from goodword.insight.ratings.answers import Answers, parts_of
from goodword.insight.ratings.behaviours import COSTS
from goodword.insight.ratings.facts import Cases
from goodword.insight.ratings.regression import Fit

STATUS = {"below": "below the usual range", "usual": "the usual range", "above": "above the usual range"}
NAMES = {"people": "how cases go in your hands", "receivers": "colleagues who received your hand-ons"}
SHOWN_PARTS = 3
WORTH_SAYING = 0.005
SAME_AS_OTHERS = 0.01


def usual_ratings(cases: Cases, counted: Answers, fit: Fit, agents: int) -> tuple[np.ndarray, float]:
    """Returns what customers with each agent's cases usually give, and what the company gets on average."""
    people = fit.design.predict(fit.beta, ["people"])
    expected = counted.rating - fit.residual - (people - people.mean())
    company = float(counted.rating.mean())
    total, weight = np.zeros(agents), np.zeros(agents)
    for agent, share, rows in parts_of(cases, counted):
        weight += np.bincount(agent, share, agents)
        total += np.bincount(agent, share * expected[rows], agents)
    return np.where(weight > 0, total / np.where(weight > 0, weight, 1), company), company


def of_rating(
    status: str, answers: float, usual: tuple[float, float], score: tuple[float, float, float], parts: dict[str, float]
) -> list[str]:
    """Returns the sentences for one agent; no number of the score where there is not enough data."""
    count = f"{answers:.0f} answers count for you." if answers >= 1 else "No answer counts for you yet."
    if status == "not_enough_data":
        return [count, "That is not enough to say anything fair: no figure is shown."]
    value, low, high = score
    side = "above" if value >= 0 else "below"
    named = sorted(parts.items(), key=lambda part: -abs(part[1]))[:SHOWN_PARTS]
    most = ", ".join(f"{name_of(name)} ({part:+.2f})" for name, part in named if abs(part) >= WORTH_SAYING)
    found = [
        count,
        f"Customers with cases like yours give {usual[0]:.1f} on average; the company gets {usual[1]:.1f}.",
        f"You are {abs(value):.2f} {side} a colleague with the same cases.",
        f"Likely it lies between {low:+.2f} and {high:+.2f}: {STATUS[status]}.",
    ]
    return [*found, f"Most of it: {most}."] if most else found


def name_of(part: str) -> str:
    """Returns what a part of a rating is called."""
    return COSTS[part].words if part in COSTS else NAMES[part]


def of_expectation(skill: float) -> str:
    """Returns in words how well somebody foretells what comes (the expectation score of one fit)."""
    if abs(skill) < SAME_AS_OTHERS:
        return "What you tell customers comes about as true as what your colleagues tell theirs."
    if skill > 0:
        return "What you tell customers comes true more often than what colleagues say in cases like yours."
    return "What you tell customers comes true less often than what colleagues say in cases like yours."
