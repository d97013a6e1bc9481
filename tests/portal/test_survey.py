"""The page of a survey: no account, no script, four languages; opening it changes nothing, and it is answered once."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from goodword.cases.models import Case
from goodword.closing.actions import customer_is_done, reopen
from goodword.closing.models import Survey, SurveyAnswer
from goodword.closing.surveys import token_of
from goodword.people.models import Agent
from tests.portal.conftest import Visit, Visitor


@pytest.fixture
def question(visit: Visit, case: Case, at: datetime) -> Visitor:
    """Kim's survey, after Kim said that nothing is left."""
    visit(case)
    customer_is_done(case, at, "nothing more, thanks")
    return Visitor(f"/portal/surveys/{token_of(Survey.objects.get())}")


def test_a_score_and_words_are_taken_once(question: Visitor) -> None:
    assert "How did we do?" in question.text()
    assert "<script" not in question.text()
    assert not SurveyAnswer.objects.exists()
    form = {"key": question.key(), "score": "4", "text": "Larger labels, please"}
    assert question._client().post(f"{question.path}/answer", form).status_code == 303
    assert question._client().post(f"{question.path}/answer", form | {"score": "1"}).status_code == 303
    [given] = SurveyAnswer.objects.all()
    assert (given.score, given.words, given.counts) == (4, "Larger labels, please", True)
    assert "Thank you. That helps us." in question.text()


def test_no_score_loses_no_words(question: Visitor) -> None:
    page = question.post("/answer", score="9", text="Because of this")
    assert page.status_code == 422
    assert "Because of this" in page.content.decode()
    assert not SurveyAnswer.objects.exists()


@pytest.mark.parametrize(
    ("language", "words"), [("de", "Wie waren wir?"), ("fr", "Comment avons-nous été"), ("es", "¿Qué tal lo hicimos?")]
)
def test_it_speaks_the_language_of_the_customer(question: Visitor, language: str, words: str) -> None:
    question.headers["Accept-Language"] = language
    assert words in question.text()


def test_a_matter_that_is_open_again_and_a_forged_link_show_nothing(
    question: Visitor, case: Case, ada: Agent, at: datetime
) -> None:
    assert Visitor(question.path + "x").get().status_code == 404
    reopen(Case.objects.get(pk=case.pk), at + timedelta(hours=1), ada)
    assert question.get().status_code == 404


def test_who_says_nothing_more_on_their_page_may_answer_at_once(visit: Visit, case: Case) -> None:
    said = visit(case).press("/closure")
    assert f"/portal/surveys/{token_of(Survey.objects.get())}" in said
