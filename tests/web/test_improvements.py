"""What to improve, and how often the desk writes by itself: lists and settings for those who decide."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from goodword.cases.models import Case
from goodword.closing import surveys
from goodword.closing.actions import customer_is_done
from goodword.closing.models import Care, Improvement, Survey
from goodword.people.models import Agent


def test_a_lead_follows_a_suggestion_to_its_end(
    client: Client, case: Case, lena: Agent, at: datetime, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    customer_is_done(case, at, "nothing more")
    given = surveys.answer(surveys.token_of(Survey.objects.get()), 3, "Larger labels <b>", at)
    client.force_login(lena)
    with django_assert_max_num_queries(15):
        page = client.get("/improvements/").content.decode()
    assert "Larger labels &lt;b&gt;" in page
    client.post("/improvements/items", {"title": "Larger labels", "answer": given.pk})
    item = Improvement.objects.get()
    address = f"/improvements/items/{item.pk}/state"
    assert client.post(address, {"state": "done", "outcome": ""}).status_code == 422
    client.post(address, {"state": "done", "outcome": "A6 now"})
    assert "Done: A6 now" in client.get("/improvements/").content.decode()


@pytest.mark.parametrize("name", ["ada", "omar"])
def test_others_neither_see_nor_change_the_list(client: Client, name: str, request: pytest.FixtureRequest) -> None:
    client.force_login(request.getfixturevalue(name))
    assert client.get("/improvements/").status_code in (403, 404)
    assert client.post("/improvements/items", {"title": "x"}).status_code in (403, 404)
    assert client.get("/settings/following-up").status_code in (403, 404)
    assert not Improvement.objects.exists()


def test_an_admin_sets_how_often_the_desk_writes_by_itself(client: Client, mara: Agent) -> None:
    client.force_login(mara)
    form = {"contacts_per_month": "2", "survey_after_hours": "48"}
    assert client.post("/settings/following-up", form | {"contacts_per_month": "0"}).status_code == 422
    assert client.post("/settings/following-up", form).status_code == 303
    assert (Care.objects.get().contacts_per_month, Care.objects.get().asks_survey) == (2, False)
