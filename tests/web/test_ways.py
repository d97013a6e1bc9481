"""An unlikely date leads to three honest ways, and each is on record."""

from __future__ import annotations

from datetime import date

import pytest

from goodword.cases.models import Case
from goodword.ledger.models import Entry
from goodword.people.models import Agent
from goodword.promises.models import Promise
from goodword.promises.wishes import wish
from tests.conftest import MakePromise
from tests.web.conftest import Door
from tests.web.drafts import HEARD, PROMISES, chip, draft, ours
from tests.web.test_outlook import hear, slow_documents

__all__ = ["slow_documents"]
OFFERED = "2026-03-20"


@pytest.fixture(autouse=True)
def _slow(slow_documents: None) -> None:
    """Documents take twelve days here."""


def send(door: Door, case: Case, agent: Agent, text: str, **given: str) -> int:
    form = draft(text, chip(touched="on", **given))
    return door(agent).post(f"/cases/{case.pk}/messages", form).status_code


def test_an_unlikely_date_offers_three_ways_and_a_likely_one_none(door: Door, case: Case, ada: Agent) -> None:
    unlikely = hear(door, case, ada, touched="on")
    assert all(way in unlikely for way in ("Promise it anyway", "Offer a likelier date", "Say “we cannot”"))
    assert "Promise it anyway" not in hear(door, case, ada, touched="on", day="2026-04-10")


def test_promising_anyway_is_on_record(door: Door, case: Case, ada: Agent) -> None:
    assert send(door, case, ada, PROMISES, way="anyway") == 303
    assert Promise.objects.get(words=HEARD).way == "anyway"


def test_a_counter_offer_moves_the_date_and_drafts_the_words(door: Door, case: Case, ada: Agent) -> None:
    answer = hear(door, case, ada, touched="on", way="counter", due_words="by Friday")
    assert 'name="reply-chips-0-asked" value="2026-03-06"' in answer
    assert "I will send you the invoice by Friday 13 March. That is later than you hoped (Friday 6 March)" in answer


def test_asked_offered_and_agreed_dates_are_kept(door: Door, case: Case, ada: Agent) -> None:
    text = "I will send you the invoice by Friday 20 March. That is later than you hoped (Friday 6 March)."
    assert send(door, case, ada, text, way="counter", asked="2026-03-06", day=OFFERED) == 303
    promise = Promise.objects.get(words=HEARD)
    assert promise.asked_due_at
    assert promise.asked_due_at.date() == date(2026, 3, 6)
    assert promise.offered_due_at == promise.due_at == promise.first_due_at
    assert promise.due_at.date() == date(2026, 3, 20)
    page = door(ada).get(f"/promises/{promise.pk}").content.decode()
    assert "Asked, offered, agreed" in page


def test_words_that_still_promise_the_earlier_date_are_held_back(door: Door, case: Case, ada: Agent) -> None:
    answer = draft(PROMISES, chip(touched="on", way="counter", asked="2026-03-06", day=OFFERED))
    held = door(ada).post(f"/cases/{case.pk}/messages", answer)
    assert held.status_code == 422
    assert "Your words still promise the earlier date" in held.content.decode()
    assert not ours()


def test_an_honest_no_needs_a_reason_and_an_alternative_and_owes_nothing(door: Door, case: Case, ada: Agent) -> None:
    no = {"way": "cannot", "asked": "2026-03-06", "record": None}
    assert send(door, case, ada, "That will not work.", **no) == 422
    reasons = {"why": "the archive is closed", "instead": "a copy of the order now"}
    assert send(door, case, ada, "That will not work.", **no, **reasons) == 303
    line = Entry.objects.get(verb="promise.declined")
    assert (line.get("reason"), line.get("instead"), line.get("asked")) == (*reasons.values(), "2026-03-06")
    assert not Promise.objects.filter(words=HEARD).exists()


def test_the_drafted_no_is_offered_once_its_reasons_are_known(door: Door, case: Case, ada: Agent) -> None:
    answer = hear(door, case, ada, touched="on", way="cannot", why="the archive is closed", instead="a copy today")
    assert "I cannot promise this for Friday 6 March" in answer
    assert "What is possible instead: a copy today." in answer


def test_a_day_that_the_customer_wishes_is_kept_as_the_one_they_asked_for(
    promised: MakePromise, case: Case, at: object
) -> None:
    promise = promised()
    wish(promise, date(2026, 3, 9), promise.made_at, case.customer)
    promise.refresh_from_db()
    assert promise.asked_due_at
    assert promise.asked_due_at.date() == date(2026, 3, 9)
