"""Before proposing: the wanted outcome, the questions of the category, then a course and the customer's word on it."""

from __future__ import annotations

from datetime import datetime

import pytest

from goodword.cases import changes
from goodword.cases.models import Case
from goodword.cases.proposing import agree, categorise, decline, diagnose, propose, set_category, what_is_missing
from goodword.kit.errors import Conflict, Malformed, NotAllowed
from goodword.people.models import Agent

COURSE = ("The parcel is lost", "We send a new one", "by Friday")


@pytest.fixture
def parcels(case: Case, ada: Agent, mara: Agent, at: datetime) -> Case:
    category = set_category("Lost parcels", ["Did a neighbour take it?", "Is the address right?"], at, mara)
    return categorise(case, category, at, ada)


def test_nothing_is_proposed_before_outcome_and_diagnosis(parcels: Case, ada: Agent, at: datetime) -> None:
    with pytest.raises(Conflict) as refused:
        propose(parcels, *COURSE, ada, at, ada)
    assert len(refused.value.details["missing"]) == 3
    changes.want(parcels, "My parcel", at, ada)
    diagnose(parcels, "Did a neighbour take it?", "No, she asked them", at, ada)
    diagnose(parcels, "Is the address right?", "", at, ada, skipped_why="it is on the label she photographed")
    parcels.refresh_from_db()
    assert what_is_missing(parcels) == []
    assert propose(parcels, *COURSE, ada, at, ada).agreed_at is None


def test_the_customers_word_is_recorded_once(case: Case, ada: Agent, at: datetime) -> None:
    changes.want(case, "My parcel", at, ada)
    course = propose(case, *COURSE, ada, at, ada)
    with pytest.raises(Malformed):
        agree(course, " ", at, ada)
    assert agree(course, "Yes, that is fine", at, case.customer).agreed_words == "Yes, that is fine"
    with pytest.raises(Conflict):
        decline(course, "No", at, ada)


def test_a_question_is_answered_or_skipped_not_both_not_neither(parcels: Case, ada: Agent, at: datetime) -> None:
    for answer, why in (("", ""), ("Yes", "no time")):
        with pytest.raises(Malformed):
            diagnose(parcels, "Is the address right?", answer, at, ada, skipped_why=why)


def test_a_later_answer_replaces_an_earlier_one(parcels: Case, ada: Agent, at: datetime) -> None:
    diagnose(parcels, "Is the address right?", "No", at, ada)
    assert diagnose(parcels, "Is the address right?", "Yes", at, ada).answer == "Yes"
    assert parcels.diagnoses.get().answer == "Yes"


def test_only_admins_set_categories(ada: Agent, at: datetime) -> None:
    with pytest.raises(NotAllowed):
        set_category("Anything", [], at, ada)
