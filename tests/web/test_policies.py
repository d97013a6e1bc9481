"""Policies at the desk: found, read with every version, written by leads, and inserted into a draft."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Any

import pytest

from goodword.cases.models import Case
from goodword.people.models import Agent
from goodword.policies.actions import Words, publish
from goodword.policies.models import Policy, Version
from tests.web.conftest import Door

GIVEN = {"title": "Lost parcels", "body": "After ten days we send a new one.", "public_part": "We send a new one."}
AtMost = Callable[[int], AbstractContextManager[Any]]


@pytest.fixture
def lost(lena: Agent, at: datetime) -> Policy:
    return publish(Words(**GIVEN), at, lena)


def test_policies_are_found_by_the_beginnings_of_words(door: Door, lost: Policy, ada: Agent) -> None:
    client = door(ada)
    assert "Lost parcels" in client.get("/policies/", {"q": "parc ten"}).content.decode()
    assert "Nothing found" in client.get("/policies/", {"q": "warranty"}).content.decode()
    assert 'href="/policies/"' in client.get("/").content.decode()


def test_an_article_marks_what_is_for_customers_and_shows_every_version(
    door: Door, lost: Policy, lena: Agent, ada: Agent, at: datetime
) -> None:
    publish(
        Words("Lost parcels", "After five days.", what_changed="Ten was too long"), at + timedelta(days=1), lena, lost
    )
    page = door(ada).get(f"/policies/{lost.slug}").content.decode()
    assert "Nothing of this is for customers." in page
    assert "Ten was too long" in page
    assert "After ten days we send a new one." in page
    assert "Write the next version" not in page


def test_a_lead_writes_a_version_and_the_old_one_stays(door: Door, lost: Policy, lena: Agent) -> None:
    client = door(lena)
    assert "After ten days we send a new one." in client.get(f"/policies/{lost.slug}/versions").content.decode()
    given = GIVEN | {"body": "After five days.", "what_changed": "Ten was too long"}
    assert client.post(f"/policies/{lost.slug}/versions", given).status_code == 303
    assert list(Version.objects.order_by("number").values_list("body", flat=True)) == [
        "After ten days we send a new one.", "After five days.",
    ]  # fmt: skip


def test_a_policy_without_words_is_refused_beside_its_field(door: Door, lena: Agent) -> None:
    answer = door(lena).post("/policies/new", {"title": "Returns", "body": " "})
    assert (answer.status_code, Policy.objects.count()) == (422, 0)
    assert 'id="id_body_error"' in answer.content.decode()
    assert door(lena).post("/policies/new", {"title": "Returns", "body": "30 days"})["Location"] == "/policies/"
    assert Policy.objects.get().slug == "returns"


def test_out_of_force_it_is_found_no_more_but_stays_readable(door: Door, lost: Policy, lena: Agent, ada: Agent) -> None:
    door(lena).post(f"/policies/{lost.slug}/force", {"on": "no"})
    assert "Lost parcels" not in door(ada).get("/policies/").content.decode()
    assert "Out of force" in door(ada).get(f"/policies/{lost.slug}").content.decode()
    assert "Lost parcels" in door(lena).get("/policies/", {"old": "yes"}).content.decode()
    assert "Lost parcels" not in door(ada).get("/policies/", {"old": "yes"}).content.decode()
    door(lena).post(f"/policies/{lost.slug}/force", {"on": "yes"})
    assert "Lost parcels" in door(ada).get("/policies/").content.decode()


def test_beside_a_case_the_customers_part_goes_into_the_draft(door: Door, lost: Policy, ada: Agent, case: Case) -> None:
    hits = door(ada).get(f"/cases/{case.pk}/policies", {"q": "lost"}).content.decode()
    assert 'data-inserts="We send a new one."' in hits
    assert "No policy says" in door(ada).get(f"/cases/{case.pk}/policies", {"q": "xyz"}).content.decode()
    page = door(ada).get(f"/cases/{case.pk}", {"policy": lost.slug}).content.decode()
    assert "We send a new one.</textarea>" in page


def test_hostile_words_stay_words(door: Door, lena: Agent, case: Case, at: datetime) -> None:
    publish(Words("<script>x</script>", "<img src=x>", '"><script>y</script>'), at, lena)
    for path in ("/policies/", "/policies/script-x-script", f"/cases/{case.pk}/policies?q=img"):
        page = door(lena).get(path).content.decode()
        assert "<script>x" not in page
        assert "<script>y" not in page


def test_omar_finds_nothing_and_only_leads_write(
    door: Door, lost: Policy, omar: Agent, nora: Agent, ada: Agent, case: Case
) -> None:
    for path in ("/policies/", f"/policies/{lost.slug}", "/policies/new", f"/cases/{case.pk}/policies"):
        assert door(omar).get(path).status_code == 404
    for path, given in (
        ("/policies/new", GIVEN), (f"/policies/{lost.slug}/versions", GIVEN), (f"/policies/{lost.slug}/force", {}),
    ):  # fmt: skip
        assert door(omar).post(path, given).status_code == 404
        for person in (nora, ada):
            assert door(person).post(path, given).status_code == 403
    assert door(nora).get(f"/policies/{lost.slug}").status_code == 200
    hits = door(nora).get(f"/cases/{case.pk}/policies", {"q": "lost"}).content.decode()
    assert ("Lost parcels" in hits, "data-inserts" in hits) == (True, False)
    assert Version.objects.count() == 1


def test_lists_of_policies_need_few_queries(
    door: Door, lena: Agent, ada: Agent, at: datetime, django_assert_max_num_queries: AtMost
) -> None:
    for number in range(12):
        publish(Words(f"Policy {number}", "words", "public"), at, lena)
    client = door(ada)
    with django_assert_max_num_queries(6):
        assert client.get("/policies/").status_code == 200
