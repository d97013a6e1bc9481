"""How did we do: asked once and only after the end, within the cap, withdrawn when the case is open again."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from goodword.cases import delivery
from goodword.cases.actions import log_call, receive
from goodword.cases.models import Case, Message
from goodword.closing import checks, contacts, improvements, surveys
from goodword.closing.actions import customer_is_done, reopen
from goodword.closing.models import Check, Contact, ContactKind, Survey, SurveyAnswer
from goodword.closing.queries import scores
from goodword.closing.tasks import letter_came_back, sweep_checks, sweep_surveys
from goodword.kit.errors import NotAllowed, NotFound
from goodword.ledger.models import Entry
from goodword.people.actions import add_identity
from goodword.people.models import Agent, Customer
from goodword.promises.actions import deliver
from tests.conftest import MakePromise, mail

A_DAY = timedelta(days=1)


def letters_in(case: Case) -> list[Message]:
    return list(Message.objects.filter(case=case, is_automatic=True, is_ours=True).order_by("id"))


@pytest.fixture
def closed(case: Case, ada: Agent, at: datetime) -> Case:
    """Kim said that nothing is left."""
    Case.objects.filter(pk=case.pk).update(owner=ada)
    return customer_is_done(Case.objects.get(pk=case.pk), at, "nothing more, thanks")[0]


def test_the_survey_is_sent_once_after_the_end_and_its_answer_counts(closed: Case, ada: Agent, at: datetime) -> None:
    sweep_surveys(at + timedelta(hours=23))
    assert not letters_in(closed)
    for hours in (24, 25, 24 * 20):
        sweep_surveys(at + timedelta(hours=hours))
    [letter] = letters_in(closed)
    survey = Survey.objects.get(case=closed)
    assert f"/portal/surveys/{surveys.token_of(survey)}" in letter.text
    given = surveys.answer(surveys.token_of(survey), 5, "Quick. The parcel label was hard to read.", at + 3 * A_DAY)
    assert surveys.answer(surveys.token_of(survey), 1, "again", at + 3 * A_DAY) == given
    assert list(scores()) == [given]
    assert given.owner == ada


def test_a_case_that_opens_again_takes_survey_and_answer_back(closed: Case, at: datetime) -> None:
    sweep_surveys(at + 2 * A_DAY)
    delivery.mark(letters_in(closed)[0], "handed_over", at + 2 * A_DAY)  # type: ignore[arg-type]
    token = surveys.token_of(Survey.objects.get(case=closed))
    surveys.answer(token, 5, "", at + 2 * A_DAY)
    reopen(closed, at + 3 * A_DAY, closed.customer)
    assert not scores()
    with pytest.raises(NotFound):
        surveys.answer(token, 5, "", at + 3 * A_DAY)
    customer_is_done(Case.objects.get(pk=closed.pk), at + 4 * A_DAY, "nothing more")
    sweep_surveys(at + 9 * A_DAY)
    assert len(letters_in(closed)) == 1, "its letter goes out once, whatever happens later"
    surveys.answer(token, 2, "Not so good after all", at + 9 * A_DAY)
    assert [one.score for one in scores()] == [2]


def test_the_database_refuses_a_survey_before_the_end_and_a_letter_above_the_cap(
    case: Case, kim: Customer, at: datetime
) -> None:
    with pytest.raises(DatabaseError, match="after the end"), transaction.atomic():
        Survey.objects.create(case=case, offered_at=at, ends_at=at + A_DAY)
    for day in range(4):
        Contact.objects.create(customer=kim, kind=ContactKind.PLAN, at=at + day * A_DAY)
    with pytest.raises(DatabaseError, match="as many letters"), transaction.atomic():
        Contact.objects.create(customer=kim, kind=ContactKind.PLAN, at=at + 5 * A_DAY)
    with transaction.atomic():
        assert contacts.free_from(kim.pk, at + 5 * A_DAY) == at + timedelta(days=30)
        assert contacts.free_from(kim.pk, at + timedelta(days=30)) is None


def test_the_cap_holds_for_all_letters_together(closed: Case, mara: Agent, at: datetime) -> None:
    contacts.set_care(at, mara, contacts_per_month=1, asks_survey=True, survey_after_hours=1)
    Contact.objects.create(customer=closed.customer, kind=ContactKind.CHECK, at=at)
    sweep_surveys(at + 2 * A_DAY)
    assert not letters_in(closed)
    sweep_surveys(at + 31 * A_DAY)
    assert len(letters_in(closed)) == 1


@pytest.fixture
def asked(promised: MakePromise, ada: Agent, at: datetime) -> Check:
    """The check of Kim's case went out by mail."""
    promise = promised(kind="other")
    deliver(promise, "agent_statement", at, by=ada)
    checks.consider(promise.case, at)
    sweep_checks(at + 2 * A_DAY)
    check = Check.objects.get()
    assert check.attempts == 1
    return check


def test_a_check_that_bounced_was_no_attempt_and_goes_to_their_phone(
    asked: Check, kim: Customer, ada: Agent, at: datetime
) -> None:
    add_identity(kim, "phone", "+49 30 1234", at)
    [letter] = letters_in(asked.case)
    delivery.mark(letter, "handed_over", at + 2 * A_DAY)  # type: ignore[arg-type]
    delivery.bounced(letter, ("kim@home.example",), at + 2 * A_DAY, permanent=True)
    letter_came_back(Entry.objects.get(verb="message.bounced"), at + 2 * A_DAY)
    sweep_checks(at + 2 * A_DAY)
    asked.refresh_from_db()
    assert (asked.attempts, asked.needs_person) == (0, True)
    for day, outcome in ((3, "wrong_number"), (4, "no_answer")):
        call = log_call(asked.case, ada, outcome, "", at + day * A_DAY)
        checks.called(asked.case, call.at, outcome)
    asked.refresh_from_db()
    assert (asked.attempts, asked.needs_person) == (1, False)


def test_a_check_that_bounced_goes_to_their_other_address(asked: Check, kim: Customer, at: datetime) -> None:
    add_identity(kim, "email", "kim@work.example", at)
    [letter] = letters_in(asked.case)
    delivery.mark(letter, "handed_over", at + 2 * A_DAY)  # type: ignore[arg-type]
    delivery.bounced(letter, ("kim@home.example",), at + 2 * A_DAY, permanent=True)
    letter_came_back(Entry.objects.get(verb="message.bounced"), at + 2 * A_DAY)
    sweep_checks(at + 2 * A_DAY)
    assert [one.to for one in letters_in(asked.case)] == [["kim@home.example"], ["kim@work.example"]]
    asked.refresh_from_db()
    assert asked.attempts == 1
    assert "a few days ago" not in letters_in(asked.case)[1].text


def test_what_customers_suggest_is_followed_to_its_end(closed: Case, ada: Agent, lena: Agent, at: datetime) -> None:
    given = surveys.answer(surveys.token_of(Survey.objects.get()), 3, "Larger labels, please", at + A_DAY)
    with pytest.raises(NotAllowed):
        improvements.board_for(ada)
    assert improvements.board_for(lena).said == [given]
    item = improvements.note("Larger labels", ada, at + A_DAY, lena, given.pk)
    assert not improvements.board_for(lena).said
    improvements.move(item.pk, "done", "Labels are A6 now.", at + 2 * A_DAY, lena)
    assert improvements.board_for(lena).ended == [item]


def test_a_customer_who_writes_again_ends_the_survey(closed: Case, at: datetime) -> None:
    receive(mail(text="It broke again.", token_case=closed.pk), at + A_DAY)
    sweep_surveys(at + 2 * A_DAY)
    assert not letters_in(closed)
    assert not SurveyAnswer.objects.exists()
    assert Survey.objects.get().state == "withdrawn"
