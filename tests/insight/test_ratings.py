"""Fair ratings: laws that hold for whatever the data are."""

from __future__ import annotations

import copy
from typing import Any

import numpy as np
import pytest

from goodword.insight.ratings import Rating, cases_of, rate

AGENTS = [f"agent-{number:02d}" for number in range(12)]
Case = dict[str, Any]


def company(count: int = 1500) -> list[Case]:
    """Twelve agents of differing skill; cases of differing difficulty; one agent who hands half of them on."""
    random = np.random.default_rng(11)
    skill = dict(zip(AGENTS, np.linspace(-0.5, 0.5, len(AGENTS)), strict=True))
    return [one_case(number, random, skill) for number in range(count)]


def one_case(number: int, random: np.random.Generator, skill: dict[str, float]) -> Case:
    feasibility = str(random.choice(["feasible", "limited", "infeasible"], p=[0.6, 0.25, 0.15]))
    chance = {"feasible": 0.9, "limited": 0.5, "infeasible": 0.1}[feasibility]
    agent = str(random.choice(AGENTS))
    passes = agent == AGENTS[6] and random.random() < 0.5
    touches = [{"agent": agent, "share": 0.3 if passes else 1.0, "minutes": 5, "handed_on": None}]
    if passes:
        touches[0]["handed_on"] = {"needed": False}
        touches.append({"agent": str(random.choice(AGENTS[:5])), "share": 0.7, "minutes": 9, "handed_on": None})
    outcome = int(random.random() < chance)
    hands = sum(touch["share"] * skill[touch["agent"]] for touch in touches)
    hard = {"feasible": 0.0, "limited": -0.3, "infeasible": -0.8}[feasibility]
    feels = 3.6 + hands + 0.6 * outcome - 0.5 * passes + hard
    answered = random.random() < 0.5
    return {
        "case": number, "day": number * 360 / 1500, "kind": f"k{number % 4}", "feasibility": feasibility,
        "channel": "email", "partner": None, "anger_at_start": int(random.integers(0, 3)),
        "routed": "random", "customer": f"c{number}",
        "late_payer": False, "prior_complaints": 0, "touches": touches, "stated": chance, "outcome": outcome,
        "promise": None, "reopened": False,
        "survey": {
            "asked_at": "close", "scale": "5",
            "answer": int(np.clip(round(feels + 0.8 * random.standard_normal()), 1, 5)) if answered else None,
        },
    }  # fmt: skip


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return company()


def ratings(cases: list[Case]) -> dict[str, Rating]:
    return {rating.agent: rating for rating in rate(cases_of(cases))}


@pytest.fixture(scope="module")
def before(cases: list[Case]) -> dict[str, Rating]:
    return ratings(cases)


def changed(cases: list[Case], change: Any) -> dict[str, Rating]:
    again = copy.deepcopy(cases)
    for case in again:
        change(case)
    return ratings(again)


def test_skill_is_found_and_the_range_holds_it(before: dict[str, Rating]) -> None:
    scores = [before[agent].score for agent in AGENTS if agent != AGENTS[6]]
    assert np.corrcoef(scores, np.arange(len(scores)))[0, 1] > 0.9
    assert before[AGENTS[0]].status == "below"
    assert before[AGENTS[-1]].status == "above"


def test_minutes_do_not_matter_at_all(cases: list[Case], before: dict[str, Rating]) -> None:
    def hurry(case: Case) -> None:
        for touch in case["touches"]:
            touch["minutes"] = 1

    assert changed(cases, hurry) == before


def test_passing_the_buck_costs_who_passes(before: dict[str, Rating]) -> None:
    """Agent 6 is as skilled as the average and hands half of the cases on without need."""
    assert before[AGENTS[6]].parts["needless"] < -0.05
    assert before[AGENTS[6]].score < before[AGENTS[5]].score


def test_somebody_without_answers_gets_no_figure(cases: list[Case]) -> None:
    def unanswered(case: Case) -> None:
        if any(touch["agent"] == AGENTS[3] for touch in case["touches"]):
            case["survey"]["answer"] = None

    told = changed(cases, unanswered)[AGENTS[3]]
    assert told.status == "not_enough_data"
    assert not any("above" in words or "below" in words for words in told.words)
    own = [case for case in cases if any(touch["agent"] == AGENTS[3] for touch in case["touches"])]
    assert told.seen["cases"] == len(own)
    assert told.seen["done"] == sum(case["outcome"] for case in own)


def test_praise_before_the_outcome_is_known_is_worth_nothing(cases: list[Case], before: dict[str, Rating]) -> None:
    first = [case for case in cases if case["touches"][0]["agent"] == AGENTS[2]][:40]
    extra = []
    for case in first:
        again = copy.deepcopy(case)
        again["case"] += 10_000
        again["survey"] = {"asked_at": "contact", "scale": "5", "answer": 5}
        extra.append(again)
    assert ratings(cases + extra)[AGENTS[2]].score == pytest.approx(before[AGENTS[2]].score, abs=0.05)


def test_sugared_statements_never_raise_a_score_and_lower_the_expectation(
    cases: list[Case], before: dict[str, Rating]
) -> None:
    def sugar(case: Case) -> None:
        if case["touches"][0]["agent"] == AGENTS[8] and case["feasibility"] != "feasible":
            case["stated"] = 0.95

    told = changed(cases, sugar)[AGENTS[8]]
    assert told.score <= before[AGENTS[8]].score + 0.02
    assert told.expect < before[AGENTS[8]].expect


def test_the_parts_add_up_to_the_score(before: dict[str, Rating]) -> None:
    for rating in before.values():
        assert sum(rating.parts.values()) == pytest.approx(rating.score, abs=0.04)


def test_nobody_is_ranked(before: dict[str, Rating]) -> None:
    assert not any("rank" in name or "minutes" in name for name in Rating.__dataclass_fields__)
    assert list(before) == sorted(before)


def test_a_company_without_any_answer_gets_no_figures(cases: list[Case]) -> None:
    def silence(case: Case) -> None:
        case["survey"]["answer"] = None

    assert {rating.status for rating in changed(cases, silence).values()} == {"not_enough_data"}
