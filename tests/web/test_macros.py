"""Macros: words that are filled in, in the customer's language, and what is done along with them."""

from __future__ import annotations

from datetime import datetime

import pytest

from goodword.cases import proposing
from goodword.cases.models import Case
from goodword.people.models import Agent, Customer, Team
from goodword.promises.hearing import chips_for
from goodword.sending.models import Macro
from goodword.sending.variables import fill, unknown
from tests.web.conftest import Door

HX = {"HX-Request": "true"}
REFUND = "Dear {{customer.first_name|customer}},\n\nwe will refund you by {{promise.due}}.\n\n{{agent.name}}"


@pytest.fixture
def refund(door: Door, case: Case, lena: Agent, mara: Agent, at: datetime) -> Macro:
    """Lena's team answers refunds alike."""
    category = proposing.set_category("Refunds", [], at, mara)
    given = {
        "name": "Refund", "team": lena.team_id, "text_en": REFUND, "text_de": "Hallo {{customer.name}}!",
        "assigns": "on", "category": category.pk, "kind": "refund", "lead_hours": 16, "snooze_days": "",
    }  # fmt: skip
    assert door(lena).post("/settings/macros/new", given).status_code == 303
    return Macro.objects.get()


def test_a_macro_fills_in_promises_assigns_and_categorises(
    door: Door, case: Case, ada: Agent, kim: Customer, refund: Macro, at: datetime
) -> None:
    client = door(ada)
    assert "we will refund you by" in client.get(f"/cases/{case.pk}/macros", headers=HX).content.decode()
    words = client.post(f"/cases/{case.pk}/macros/{refund.pk}", headers=HX).json()["words"]
    case.refresh_from_db()
    assert (case.owner, case.category, Macro.objects.get().uses) == (ada, refund.category, 1)
    assert words == "Dear Kim,\n\nwe will refund you by Wednesday 4 March.\n\nAda"
    [chip] = chips_for(case, ada, words, at)
    assert (chip.kind.slug, f"{chip.due:%Y-%m-%d}") == ("refund", "2026-03-04")
    kim.language = "de"
    kim.save(update_fields=["language"])
    again = client.post(f"/cases/{case.pk}/macros/{refund.pk}", headers=HX).json()["words"]
    assert again == "Hallo Kim!"


def test_a_macro_of_a_team_is_used_and_changed_by_nobody_else(
    door: Door, case: Case, ada: Agent, lena: Agent, mara: Agent, omar: Agent, refund: Macro
) -> None:
    ada.team = Team.objects.create(name="Others", lead=ada)
    ada.role = "lead"
    ada.save(update_fields=["team", "role"])
    assert "Refund" not in door(ada).get(f"/cases/{case.pk}/macros", headers=HX).content.decode()
    for client, address, status in (
        (door(ada), f"/cases/{case.pk}/macros/{refund.pk}", 404),
        (door(omar), f"/cases/{case.pk}/macros/{refund.pk}", 404),
        (door(ada), f"/settings/macros/{refund.pk}", 404), (door(ada), f"/settings/macros/{refund.pk}/removal", 404),
        (door(mara), f"/settings/macros/{refund.pk}/removal", 303),
    ):  # fmt: skip
        assert client.post(address, {"name": "Mine", "text_en": "x"}).status_code == status
    assert not Macro.objects.get().is_active
    assert door(lena).post(f"/cases/{case.pk}/macros/{refund.pk}").status_code == 404


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"name": "A", "text_en": "Dear {{customer.frist_name}}"}, "Nothing is known as customer.frist_name."),
        ({"name": "A", "text_de": "Dear {{customer.name"}, "Nothing is known as {{."),
        ({"name": "A"}, "Write what it says"),
        ({"name": "Refund", "text_en": "Hello"}, ""),
    ],
)
def test_a_macro_that_cannot_work_is_refused_while_it_is_written(
    door: Door, mara: Agent, given: dict[str, str], says: str
) -> None:
    answer = door(mara).post("/settings/macros/new", given)
    assert answer.status_code == (422 if says else 303)
    assert says in answer.content.decode()
    if not says:
        assert "There is one of this name" in door(mara).post("/settings/macros/new", given).content.decode()


def test_what_is_not_known_leaves_no_hole() -> None:
    assert fill("Hello {{customer.first_name}},", {}) == "Hello,"
    assert fill("Hello {{ customer.first_name|friend }}!", {"customer.first_name": "Kim {{agent.name}}"}) == (
        "Hello Kim {{agent.name}}!"
    )
    assert fill("Keep , this", {}) == "Keep , this"
    assert unknown("{{case.number}} {{}} }}") == ["{{}}", "{{"]
