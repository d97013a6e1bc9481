"""The pages of fair ratings: who sees which score, what they are told, and how an appeal is decided."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goodword.cases.models import Case
from goodword.insight.fairness import appeals, runs
from goodword.insight.models import AgentRating, Appeal, RatedCase, Slice
from goodword.kit import clock
from goodword.ledger.models import Entry
from goodword.people.models import Agent, Team
from tests.insight.rated import rated_past
from tests.web.conftest import Door

MOST_QUERIES = 15
WHY = "The part is not made any more."


@pytest.fixture
def fitted(case: Case, ada: Agent, ben: Agent, at: datetime, stopped_clock: None) -> None:
    """A night after four hundred cases of Ada's and Ben's."""
    rated_past(case, [ben, ada], at)
    runs.run(at + timedelta(hours=1))
    clock.make_movable(at + timedelta(hours=2))


def appealed(agent: Agent, at: datetime) -> Appeal:
    mine = RatedCase.objects.filter(first=agent).earliest("pk").pk
    return appeals.appeal(mine, "infeasible", WHY, at, agent)


def test_who_has_no_desk_finds_no_rating(fitted: None, omar: Agent, ada: Agent, at: datetime, door: Door) -> None:
    client, made = door(omar), appealed(ada, at)
    assert {client.get(f"/insight/{page}").status_code for page in ("rating", "ratings")} == {404}
    assert client.post(f"/insight/cases/{made.rated_id}/appeals", {"reason": WHY}).status_code == 404
    assert client.post(f"/insight/appeals/{made.pk}/decision", {"why": WHY}).status_code == 404
    assert client.post("/settings/fairness", {"percent": 10}).status_code == 404


def test_an_agent_reads_their_own_rating_and_nobody_elses(fitted: None, ada: Agent, ben: Agent, door: Door) -> None:
    client = door(ada)
    client.get("/insight/rating")
    with CaptureQueriesContext(connection) as asked:
        page = client.get("/insight/rating")
    assert len(asked) <= MOST_QUERIES
    text = page.content.decode()
    assert page.context["rating"].agent == ada
    assert "Above the usual range" in text
    assert "200 answers count for you." in text
    assert "Ben" not in text
    assert {one.case.pk for one in page.context["drivers"]} <= set(
        RatedCase.objects.filter(first=ada).values_list("pk", flat=True)
    )
    assert client.get("/insight/ratings").status_code == 404


def test_too_few_answers_show_no_number_at_all(fitted: None, ada: Agent, door: Door) -> None:
    AgentRating.objects.filter(agent=ada).update(
        status="not_enough_data", score=0.77, low=0.66, high=0.88, words=["3 answers count for you."]
    )
    text = door(ada).get("/insight/rating").content.decode()
    assert "Not enough to say anything fair yet" in text
    assert not [number for number in ("0.77", "0.66", "0.88", "What you tell customers") if number in text]
    assert "Ended cases that you had a part in" in text
    assert "so few say nothing about you" in text


def test_a_lead_reads_those_of_their_team_in_the_order_of_names(
    fitted: None, ada: Agent, ben: Agent, lena: Agent, mara: Agent, nora: Agent, door: Door
) -> None:
    client = door(lena)
    client.get("/insight/ratings")
    with CaptureQueriesContext(connection) as asked:
        page = client.get("/insight/ratings")
    assert len(asked) <= MOST_QUERIES
    assert [line.name for line in page.context["lines"]] == ["Ada", "Ben"]
    assert page.context["funnel"].dots
    assert "nothing in the answers can tell skill from" in " ".join(page.content.decode().split())
    ben.team = Team.objects.create(name="Workshop")
    ben.save(update_fields=["team"])
    assert [line.name for line in client.get("/insight/ratings").context["lines"]] == ["Ada"]
    for reader in (mara, nora):
        assert len(door(reader).get("/insight/ratings").context["lines"]) == 2


def test_an_appeal_goes_from_its_page_to_the_lead_and_back_with_words(
    fitted: None, ada: Agent, lena: Agent, nora: Agent, door: Door
) -> None:
    mine = RatedCase.objects.filter(first=ada).earliest("pk").pk
    assert (
        door(ada).post(f"/insight/cases/{mine}/appeals", {"feasibility": "limited", "reason": WHY}).status_code == 303
    )
    made = Appeal.objects.get()
    assert f"/insight/appeals/{made.pk}/decision" in door(lena).get("/insight/ratings").content.decode()
    assert f"/insight/appeals/{made.pk}/decision" not in door(nora).get("/insight/ratings").content.decode()
    decide = {"upheld": "yes", "why": "The supplier confirms it."}
    assert door(nora).post(f"/insight/appeals/{made.pk}/decision", decide).status_code == 403
    assert door(lena).post(f"/insight/appeals/{made.pk}/decision", decide).status_code == 303
    text = door(ada).get("/insight/rating").content.decode()
    assert "Upheld" in text
    assert "The supplier confirms it." in text


def test_the_lead_of_another_team_finds_no_appeal(fitted: None, ada: Agent, at: datetime, door: Door) -> None:
    made = appealed(ada, at)
    lars = Agent(email="lars@desk.example", name="Lars", role="lead", team=Team.objects.create(name="Workshop"))
    lars.set_unusable_password()
    lars.save(force_insert=True)
    client = door(lars)
    assert client.get("/insight/ratings").context["to_decide"] == []
    assert client.post(f"/insight/appeals/{made.pk}/decision", {"why": "No."}).status_code == 404


def test_the_fair_slice_is_set_with_its_reason_by_an_admin(lena: Agent, mara: Agent, door: Door) -> None:
    assert door(lena).post("/settings/fairness", {"percent": 10}).status_code == 403
    client = door(mara)
    assert "nothing in the answers can tell skill from luck" in client.get("/settings/fairness").content.decode()
    assert client.post("/settings/fairness", {"percent": 31}).status_code == 422
    assert client.post("/settings/fairness", {"percent": 10}).status_code == 303
    assert Slice.objects.get().percent == 10
    assert Entry.objects.filter(verb="slice.set", by_id=mara.pk).exists()
