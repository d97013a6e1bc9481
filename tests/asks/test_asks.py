"""Asks with their people: who is asked, who stands in, who hears, and what the database refuses."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from goodword.asks import queries
from goodword.asks.access import ask_for
from goodword.asks.actions import Question, answer, extend, leave, make, withdraw
from goodword.asks.models import Ask, Purpose
from goodword.asks.tasks import sweep_asks
from goodword.cases.models import Case
from goodword.kit.errors import Conflict, Malformed, NotFound
from goodword.ledger.models import Entry
from goodword.people.models import Agent, Partner

HOUR = timedelta(hours=1)


@pytest.fixture
def carrier(db: None) -> Partner:
    return Partner.objects.create(name="Swift Parcels", email="desk@swift.example")


def verbs(ask: Ask) -> list[str]:
    return list(
        Entry.objects.filter(subject_type="ask", subject_id=ask.pk).order_by("id").values_list("verb", flat=True)
    )


def test_a_colleague_is_asked_and_answers(case: Case, ada: Agent, omar: Agent, at: datetime) -> None:
    ask = make(case, Question("Is the blue one in stock?", omar, at + 4 * HOUR), ada, at)
    assert ask.holder == omar
    answered = answer(ask, "Yes, twelve of them.", at + HOUR, omar)
    assert (answered.state, answered.answered_by, answered.wakes_at) == ("answered", omar, None)
    assert verbs(ask) == ["ask.made", "ask.answered"]


def test_who_is_asked_without_a_date_has_a_working_day(case: Case, ada: Agent, ben: Agent, at: datetime) -> None:
    assert make(case, Question("How?", ben), ada, at).answer_by == at + 8 * HOUR


def test_a_team_answers_through_its_lead(case: Case, ada: Agent, lena: Agent, at: datetime) -> None:
    assert lena.team is not None
    assert make(case, Question("Who can?", lena.team), ada, at).holder == lena


def test_a_late_ask_goes_to_the_stand_in_and_up_once_per_level(
    case: Case, ada: Agent, ben: Agent, lena: Agent, at: datetime
) -> None:
    ben.stand_in = ada
    ben.save(update_fields=["stand_in"])
    ask = make(case, Question("Still there?", ben, at + 4 * HOUR), lena, at)
    for _ in range(3):
        sweep_asks(at + timedelta(days=20))
    ask.refresh_from_db()
    assert verbs(ask) == ["ask.made", "ask.reminded", "ask.late", "ask.escalated", "ask.escalated"]
    assert ask.holder == ada
    late = Entry.objects.get(subject_type="ask", subject_id=ask.pk, verb="ask.late")
    assert (late.at, late.noted_at) == (at + 4 * HOUR, at + timedelta(days=20))


def test_a_partner_has_a_record_of_the_dates_it_kept(case: Case, ada: Agent, carrier: Partner, at: datetime) -> None:
    kept = make(case, Question("Where is it?", carrier, at + 4 * HOUR), ada, at)
    moved = make(case, Question("And the second?", carrier, at + 4 * HOUR), ada, at)
    make(case, Question("The third?", carrier, at + 4 * HOUR), ada, at)
    answer(kept, "In the van.", at + HOUR)
    extend(moved, at + 30 * HOUR, at + 2 * HOUR, ada)
    answer(moved, "Lost.", at + 26 * HOUR)
    sweep_asks(at + 26 * HOUR)
    assert queries.record_of(carrier) == queries.Record(answered=2, in_time=1, open=1, late=1)


def test_an_approval_is_answered_with_yes_or_no(case: Case, ada: Agent, lena: Agent, at: datetime) -> None:
    ask = make(case, Question("40 euros?", lena, None, Purpose.APPROVAL), ada, at)
    with pytest.raises(Malformed):
        answer(ask, "Hm.", at, lena)
    assert answer(ask, "", at + HOUR, lena, decision="yes").decision == "yes"


def test_nothing_is_answered_twice(case: Case, ada: Agent, ben: Agent, at: datetime) -> None:
    ask = make(case, Question("How?", ben), ada, at)
    withdraw(ask, at + HOUR, ada)
    with pytest.raises(Conflict):
        answer(ask, "Like this.", at + 2 * HOUR, ben)


@pytest.mark.parametrize(("words", "hours"), [("", 4), ("   ", 4), ("How?", -1), ("How?", 24 * 400)])
def test_an_ask_needs_words_and_a_moment_ahead(
    words: str, hours: int, case: Case, ada: Agent, ben: Agent, at: datetime
) -> None:
    with pytest.raises(Malformed):
        make(case, Question(words, ben, at + hours * HOUR), ada, at)


def test_who_leaves_leaves_no_ask_behind(case: Case, ada: Agent, ben: Agent, lena: Agent, at: datetime) -> None:
    ask = make(case, Question("How?", ben), ada, at)
    leave(ben, at + HOUR)
    ask.refresh_from_db()
    assert ask.holder == lena


def test_a_colleague_sees_what_they_are_asked_and_nothing_else(
    case: Case, ada: Agent, ben: Agent, omar: Agent, at: datetime
) -> None:
    mine = make(case, Question("Yours?", omar), ada, at)
    other = make(case, Question("Not yours?", ben), ada, at)
    assert ask_for(omar, mine.pk) == mine
    with pytest.raises(NotFound):
        ask_for(omar, other.pk)
    assert ask_for(ben, mine.pk) == mine


def test_the_database_refuses_an_ask_of_nobody_or_of_two(
    case: Case, ada: Agent, ben: Agent, carrier: Partner, at: datetime
) -> None:
    ask = make(case, Question("How?", ben), ada, at)
    for change in ({"to_agent": None}, {"to_partner": carrier}, {"holder": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Ask.objects.filter(pk=ask.pk).update(**change)
