"""Plans and notices to many in the desk: written, looked at, sent; by those who may."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from goodword.kit import clock
from goodword.outreach.models import Place, Plan, Round
from goodword.outreach.tasks import sweep_rounds
from goodword.people.models import Agent
from goodword.people.purchases import take
from goodword.promises.queries import kind_named


@pytest.fixture
def lamps(at: datetime, db: None) -> None:
    clock.make_movable(at)
    row = {"product": "Oak <b>lamp", "bought_on": "2026-02-01"}
    take([row | {"email": f"l{n}@home.example", "name": f"Kim {n}", "number": f"L{n}"} for n in range(3)], at, None)


def test_a_lead_writes_looks_sends_and_sees_who_has_it(
    client: Client, lamps: None, lena: Agent, at: datetime, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(lena)
    assert client.get("/rounds/").status_code == 200
    form = {
        "title": "Screws", "product": "lamp", "subject": "Your {product}", "text": "Hello {name}, do not use it.",
        "promise": "We send a new screw", "kind": kind_named("replacement").pk, "due": "2026-03-06",
        "owners": [lena.pk],
    }  # fmt: skip
    assert client.post("/rounds/new", form | {"text": "{nobody}"}).status_code == 422
    address = client.post("/rounds/new", form)["Location"]
    with django_assert_max_num_queries(15):
        page = client.get(address).content.decode()
    assert "Send to 3" in page
    assert "Hello Kim 2, do not use it." in page
    assert "Oak &lt;b&gt;lamp" in page
    assert client.post(f"{address}/sending").status_code == 303
    sweep_rounds(clock.now())
    assert "3</strong> of 3 sent" in client.get(address).content.decode()
    assert Place.objects.filter(promise__owner=lena).count() == 3


@pytest.mark.parametrize("name", ["ada", "omar"])
def test_others_neither_write_nor_see_them(client: Client, name: str, request: pytest.FixtureRequest) -> None:
    client.force_login(request.getfixturevalue(name))
    for address in ("/rounds/", "/rounds/new", "/rounds/1", "/settings/plans", "/settings/plans/new"):
        assert client.get(address).status_code in (403, 404)
    assert client.post("/rounds/new", {"title": "x"}).status_code in (403, 404)
    assert client.post("/rounds/1/sending").status_code in (403, 404)
    assert not Round.objects.exists()


def test_an_admin_makes_and_changes_a_plan(client: Client, mara: Agent, at: datetime) -> None:
    clock.make_movable(at)
    client.force_login(mara)
    form = {
        "name": "Warranty", "milestone": "warranty_until", "days": "-30", "does": "letter", "subject": "Your {product}",
        "text": "Hello {name}, its warranty ends on {date}.", "owner": mara.pk, "is_active": "on",
    }  # fmt: skip
    assert client.post("/settings/plans/new", form | {"text": "{oops}"}).status_code == 422
    assert client.post("/settings/plans/new", form).status_code == 303
    plan = Plan.objects.get()
    assert client.post(f"/settings/plans/{plan.pk}", form | {"days": "-14", "is_active": ""}).status_code == 303
    plan.refresh_from_db()
    assert (plan.days, plan.is_active, plan.wakes_at) == (-14, False, None)
    assert "Warranty" in client.get("/settings/plans").content.decode()


def test_the_page_of_a_plan_says_in_which_languages_nothing_is_written(
    client: Client, ada: Agent, mara: Agent, at: datetime
) -> None:
    given = {
        "name": "A word", "milestone": "delivered_on", "days": "3", "does": "letter", "subject": "Your lamp",
        "text": "Well?", "owner": ada.pk, "is_active": "on", "subject_de": "Ihre Lampe", "text_de": "Leuchtet sie?",
    }  # fmt: skip
    clock.make_movable(at)
    client.force_login(mara)
    refused = client.post("/settings/plans/new", given | {"text_de": "{wort}"})
    assert refused.status_code == 422
    assert "Nobody knows what {wort} means." in refused.content.decode()
    assert client.post("/settings/plans/new", given).status_code == 303
    plan = Plan.objects.get()
    assert plan.texts == {"de": {"subject": "Ihre Lampe", "text": "Leuchtet sie?"}}
    page = client.get(f"/settings/plans/{plan.pk}").content.decode()
    assert "Nothing is written in English, French, Spanish." in " ".join(page.split())
