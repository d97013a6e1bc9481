"""Who may come into the settings, what the first page says, and the kinds of promises."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from goodword.channels.email.models import Mailbox
from goodword.hours.actions import set_hours
from goodword.ledger.models import Entry
from goodword.people.actions import introduce
from goodword.people.models import Agent, Organisation, Role
from goodword.promises.models import Kind
from tests.conftest import MakePromise, _agent

WEEK = [[(540, 1020)]] * 5 + [[], []]
FOR_ADMINS = (
    "", "organisation", "mailboxes", "mailboxes/new", "hours", "hours/new", "hours/holidays", "people", "people/new",
    "teams/new", "kinds", "kinds/new",
)  # fmt: skip
FOR_AUDITORS = ("mailboxes", "hours", "hours/holidays", "people", "kinds")
CHANGES = (
    "organisation", "mailboxes/new", "hours/new", "people/new", "teams/new", "kinds/new", "kinds/1", "kinds/1/use",
    "kinds/1/place", "people/1", "people/1/departure", "people/1/return", "people/1/invitation", "people/1/absences",
    "mailboxes/1/use", "hours/1/holidays", "hours/1/holidays/2026-03-03/removal",
)  # fmt: skip


@pytest.fixture
def auditor(db: None) -> Agent:
    """Somebody who only reads."""
    return _agent("Axel", Role.AUDITOR)


def signed_in(agent: Agent) -> Client:
    client = Client(enforce_csrf_checks=False)
    client.force_login(agent)
    return client


def said(response: HttpResponse) -> str:
    return response.content.decode()


def test_an_admin_opens_every_page(mara: Agent) -> None:
    client = signed_in(mara)
    assert {path: client.get(f"/settings/{path}").status_code for path in FOR_ADMINS} == dict.fromkeys(FOR_ADMINS, 200)


@pytest.mark.parametrize("who", ["ada", "lena", "auditor"])
def test_others_at_the_desk_find_only_themselves(who: str, request: pytest.FixtureRequest) -> None:
    client = signed_in(request.getfixturevalue(who))
    assert client.get("/settings/")["Location"] == "/settings/me"
    assert client.get("/settings/me").status_code == 200
    found = {path: client.get(f"/settings/{path}").status_code for path in FOR_ADMINS[1:]}
    reads = FOR_AUDITORS if who == "auditor" else ()
    assert found == dict.fromkeys(FOR_ADMINS[1:], 403) | dict.fromkeys(reads, 200)
    before = Entry.objects.count()
    found = {path: client.post(f"/settings/{path}").status_code for path in CHANGES}
    assert found == dict.fromkeys(CHANGES, 403)
    assert Entry.objects.count() == before


def test_who_has_no_desk_finds_nothing(omar: Agent) -> None:
    client = signed_in(omar)
    assert {client.get(f"/settings/{path}").status_code for path in (*FOR_ADMINS, "me")} == {404}
    assert {client.post(f"/settings/{path}").status_code for path in (*CHANGES, "me", "me/absences")} == {404}


def test_a_stranger_is_asked_to_sign_in(db: None) -> None:
    for path in (*FOR_ADMINS, "me"):
        assert Client().get(f"/settings/{path}")["Location"].startswith("/accounts/login/")


def test_a_get_changes_nothing(mara: Agent) -> None:
    client = signed_in(mara)
    before = Entry.objects.count()
    for path in CHANGES:
        client.get(f"/settings/{path}")
    assert Entry.objects.count() == before


def test_the_first_page_says_what_is_missing(mara: Agent, at: datetime) -> None:
    client = signed_in(mara)
    text = said(client.get("/settings/"))
    assert "1 of 5 done" in text
    assert "Until you say so, nine to five in UTC counts." in text
    introduce("Larch & Lane", at)
    set_hours("Office", zone="Europe/Berlin", week=WEEK, at=at)
    _agent("Ada", Role.AGENT)
    text = said(client.get("/settings/"))
    assert "4 of 5 done" in text
    assert "Larch &amp; Lane" in text
    assert "Office, Europe/Berlin" in text
    assert "Connect the address to which customers write." in text


def test_the_first_page_asks_the_database_a_few_times(mara: Agent) -> None:
    client = signed_in(mara)
    with CaptureQueriesContext(connection) as queries:
        client.get("/settings/")
    assert len(queries) <= 15


def test_the_name_is_kept_and_an_empty_one_is_refused_beside_its_field(mara: Agent) -> None:
    client = signed_in(mara)
    answer = client.post("/settings/organisation", {"name": "Larch & Lane", "reach": "030 1234567"})
    assert answer.status_code == 303
    assert Organisation.objects.get().name == "Larch & Lane"
    assert Entry.objects.filter(verb="organisation.introduced", by_id=mara.pk).exists()
    answer = client.post("/settings/organisation", {"name": "", "reach": "my long words"})
    assert answer.status_code == 422
    assert 'id="id_name_error"' in said(answer)
    assert "my long words" in said(answer)
    assert Organisation.objects.get().reach == "030 1234567"


def test_a_kind_is_added_and_changed(mara: Agent) -> None:
    client = signed_in(mara)
    given = {"name": "Käse & Wein", "accepts": ["agent_statement"], "lead_hours": "1.5", "check_rule": "after_receipt"}
    assert client.post("/settings/kinds/new", given).status_code == 303
    kind = Kind.objects.get(name="Käse & Wein")
    assert (kind.slug, kind.lead_minutes, kind.check_rule) == ("kase-wein", 90, "after_receipt")
    assert kind.accepts == ["customer_word", "agent_statement"]
    assert client.post(f"/settings/kinds/{kind.pk}", given | {"name": "Cheese"}).status_code == 303
    kind.refresh_from_db()
    assert (kind.name, kind.slug) == ("Cheese", "kase-wein")
    assert list(Entry.objects.filter(subject_type="kind").values_list("verb", flat=True)) == [
        "kind.added",
        "kind.changed",
    ]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": ""}, "name"), ({"name": "callback"}, "name"), ({"lead_hours": "-1"}, "lead_hours"),
        ({"lead_hours": "soon"}, "lead_hours"), ({"lead_hours": "481"}, "lead_hours"),
        ({"accepts": ["a_promise"]}, "accepts"), ({"check_rule": "never"}, "check_rule"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_kind_stands_beside_its_field(mara: Agent, wrong: dict[str, object], field: str) -> None:
    given = {"name": "Cheese", "accepts": ["agent_statement"], "lead_hours": "2", "check_rule": "after_a_day"} | wrong
    answer = signed_in(mara).post("/settings/kinds/new", given)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not Kind.objects.filter(slug__startswith="cheese").exists()


def test_a_kind_that_is_switched_off_is_offered_no_more_and_its_promises_stay(
    mara: Agent, promised: MakePromise
) -> None:
    client, promise = signed_in(mara), promised(kind="callback")
    client.post(f"/settings/kinds/{promise.kind_id}/use", {"on": "no"})
    promise.refresh_from_db()
    assert (promise.status, promise.kind.is_active) == ("owed", False)
    client.post(f"/settings/kinds/{promise.kind_id}/use", {"on": "yes"})
    assert Kind.objects.get(slug="callback").is_active


def test_other_is_never_switched_off(mara: Agent) -> None:
    other = Kind.objects.get(slug="other")
    assert signed_in(mara).post(f"/settings/kinds/{other.pk}/use", {"on": "no"}).status_code == 409
    other.refresh_from_db()
    assert other.is_active


def test_kinds_are_put_in_order(mara: Agent) -> None:
    client = signed_in(mara)
    first, second = Kind.objects.order_by("position")[:2]
    client.post(f"/settings/kinds/{second.pk}/place", {"to": "up"})
    assert list(Kind.objects.order_by("position")[:2]) == [second, first]
    client.post(f"/settings/kinds/{second.pk}/place", {"to": "up"})
    client.post(f"/settings/kinds/{second.pk}/place", {"to": "down"})
    assert list(Kind.objects.order_by("position")[:2]) == [first, second]


@pytest.mark.parametrize("path", ["people", "hours", "mailboxes", "kinds", "me"])
def test_a_long_list_asks_the_database_no_more_often(mara: Agent, at: datetime, path: str) -> None:
    for number in range(30):
        _agent(f"Nora {number}", Role.AGENT)
        set_hours(f"Office {number}", zone="Europe/Berlin", week=WEEK, at=at)
        Mailbox.objects.create(address=f"help{number}@shop.example")
    client = signed_in(mara)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(f"/settings/{path}").status_code == 200
    assert len(queries) <= 15
