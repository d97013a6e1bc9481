"""While a date is being chosen, the composer shows how promises like it really went."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from goodword.asks.actions import Question
from goodword.cases.models import Case
from goodword.insight.forecasts import learn
from goodword.people.models import Agent
from goodword.promises import dependencies
from goodword.promises.actions import confirm
from tests.conftest import MakePromise
from tests.web.conftest import Door
from tests.web.test_composer import PROMISES, chip, draft


@pytest.fixture
def slow_documents(case: Case, promised: MakePromise, at: datetime) -> None:
    """Forty documents, each of which took twelve days."""
    for number in range(40):
        made = at - timedelta(days=100) + timedelta(days=number * 2)
        promise = promised("document", f"document {number}", made + timedelta(days=20), at=made)
        confirm(promise, made + timedelta(days=12), case.customer, "it came")
    learn(at)


def hear(door: Door, case: Case, agent: Agent, **given: str) -> str:
    form = draft(PROMISES, chip(**given))
    return door(agent).post(f"/cases/{case.pk}/hearing?for=reply", form).content.decode()


def test_an_unlikely_date_says_so_with_its_number_and_the_first_likely_day(
    door: Door, case: Case, ada: Agent, slow_documents: None
) -> None:
    answer = hear(door, case, ada, touched="on")
    assert "Of 40 of this kind in your team, 0 of 100 were done by Friday" in answer
    assert "Likely enough from" in answer


def test_a_likely_date_is_told_calmly(door: Door, case: Case, ada: Agent, slow_documents: None) -> None:
    answer = hear(door, case, ada, touched="on", day="2026-04-10")
    assert "100 of 100 were done by Friday 10 April" in answer
    assert "unlikely" not in answer


def test_a_desk_with_too_short_a_past_says_nothing(door: Door, case: Case, ada: Agent) -> None:
    assert "outlook" not in hear(door, case, ada, touched="on")


def test_what_is_not_recorded_needs_no_outlook(door: Door, case: Case, ada: Agent, slow_documents: None) -> None:
    form = draft(PROMISES, {k: v for k, v in chip(touched="on").items() if not k.endswith("record")})
    assert "outlook" not in door(ada).post(f"/cases/{case.pk}/hearing?for=reply", form).content.decode()


def test_what_is_owed_says_how_likely_it_is_and_follows_the_ask_it_waits_for(
    door: Door, case: Case, ada: Agent, ben: Agent, promised: MakePromise, slow_documents: None, at: datetime
) -> None:
    promise = promised("document", "the copy", at + timedelta(days=25))

    def page() -> str:
        return door(ada).get(f"/promises/{promise.pk}").content.decode()

    assert "How likely it is" in page()
    assert "100 of 100 were done by Friday 27 March" in page()
    late = dependencies.ask(
        case, Question("Have you got it?", ben, answer_by=at + timedelta(days=18)), at, ada, promise
    )
    assert "Counted from when Ben should have answered. Of 40 of this kind in your team, 0 of 100" in page()
    dependencies.release(promise, late, at, ada)
    dependencies.ask(case, Question("And the other one?", ben, answer_by=at + timedelta(days=26)), at, ada, promise)
    assert "The answer of Ben is due only after this promise" in page()
