"""Coaching: chance draws, two people read without seeing each other, and how far they agree is said with its range."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goodword.cases.models import Case
from goodword.insight.fairness import coaching
from goodword.insight.fairness.agreement import agreement
from goodword.insight.models import Question, RatedCase, Sheet
from goodword.kit import clock
from goodword.people.models import Agent
from tests.insight.rated import rated_past
from tests.web.conftest import Door

ASKED = ("Was the wanted outcome written down?", "Did they hear of the delay from us first?")


@pytest.fixture
def ended(case: Case, ada: Agent, mara: Agent, at: datetime, stopped_clock: None) -> None:
    """Ada's forty cases ended lately, and the sheet has two questions."""
    rated_past(case, [ada], at, many=40)
    coaching.set_questions(ASKED, at, mara)
    clock.make_movable(at + timedelta(days=2))


def filled(said: str) -> dict[str, str]:
    return {f"q{pk}": said for pk in Question.objects.values_list("pk", flat=True)}


def test_agreement_beyond_chance_has_a_range_and_a_least_number() -> None:
    """By hand: 35 of 50 agree where chance alone makes 25 agree, so 10 of the 25 that were left."""
    pairs = [("yes", "yes")] * 20 + [("no", "no")] * 15 + [("yes", "no")] * 5 + [("no", "yes")] * 10
    found = agreement(pairs)
    assert found.kappa == pytest.approx(0.4)
    assert (found.low, found.high) == pytest.approx((0.146, 0.654), abs=0.001)
    assert agreement(pairs[:19]).kappa is None
    assert agreement([("yes", "yes")] * 50).kappa is None, "chance would have agreed as well"


def test_two_read_what_chance_drew_and_whoever_had_it_reads_both(
    ended: None, ada: Agent, lena: Agent, mara: Agent, door: Door
) -> None:
    client, second = door(lena), door(mara)
    client.get("/insight/coaching")
    with CaptureQueriesContext(connection) as asked:
        page = client.get("/insight/coaching")
    assert len(asked) <= 15
    drawn = page.context["drawn"].pk
    assert client.get("/insight/coaching").context["drawn"].pk == drawn, "nobody draws again until they like it"
    assert client.post(f"/insight/cases/{drawn}/sheets", {"words": "half"}).status_code == 422
    kept = client.post(f"/insight/cases/{drawn}/sheets", {**filled("yes"), "words": "Well asked."})
    assert kept.status_code == 303
    assert client.post(f"/insight/cases/{drawn}/sheets", filled("no")).status_code == 409
    waits = second.get("/insight/coaching")
    assert waits.context["drawn"].pk == drawn, "what one has read waits for the second"
    assert "Well asked." not in waits.content.decode()
    assert second.post(f"/insight/cases/{drawn}/sheets", filled("no")).status_code == 303
    pairs = [one for _, one in client.get("/insight/coaching").context["agreements"]]
    assert [(one.n, one.same) for one in pairs] == [(1, 0), (1, 0)]
    own = door(ada).get("/insight/coaching")
    assert "Well asked." in own.content.decode()
    assert "drawn" not in own.context


def test_nobody_reads_their_own_case_or_without_the_right(
    ended: None, ada: Agent, ben: Agent, lena: Agent, omar: Agent, nora: Agent, at: datetime, door: Door
) -> None:
    some = RatedCase.objects.earliest("pk")
    RatedCase.objects.filter(pk=some.pk).update(agents=[ada.pk, lena.pk])
    assert door(lena).post(f"/insight/cases/{some.pk}/sheets", filled("yes")).status_code == 404
    refused = {who.name: door(who).post(f"/insight/cases/{some.pk}/sheets", filled("yes")).status_code
               for who in (ada, omar, nora)}  # fmt: skip
    assert refused == {"Ada": 403, "Omar": 404, "Nora": 403}
    assert not Sheet.objects.exists()
    assert door(omar).get("/insight/coaching").status_code == 404
    assert door(ben).get("/insight/coaching").context["sheets"] == []


def test_an_admin_sets_the_sheet_and_old_answers_stay(ended: None, lena: Agent, mara: Agent, door: Door) -> None:
    assert door(lena).post("/settings/score-sheet", {"questions": "Why?"}).status_code == 403
    assert door(mara).post("/settings/score-sheet", {"questions": f"{ASKED[1]}\n\n Was it  kind? "}).status_code == 303
    assert [one.words for one in coaching.questions()] == [ASKED[1], "Was it kind?"]
    assert Question.objects.count() == 3
    many = "\n".join(f"Question {number}?" for number in range(13))
    assert door(mara).post("/settings/score-sheet", {"questions": many}).status_code == 422
