"""People and teams in the settings: who comes, who changes, who leaves, and what becomes of their promises."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from django.test import Client

from goodword.channels.email.models import Outgoing
from goodword.kit import clock
from goodword.ledger.models import Entry
from goodword.people.models import Absence, Agent, Team
from goodword.promises.models import Promise
from tests.conftest import MakePromise
from tests.web.test_settings import auditor, said, signed_in

__all__ = ["auditor"]

NEW = {"email": "Nora@Desk.example", "name": "Nora Quist", "role": "agent", "time_zone": "berlin"}


@pytest.fixture(autouse=True)
def _monday(db: None, at: datetime) -> None:
    clock.make_movable(at)


def _now(person: Agent) -> dict[str, object]:
    """The form of a person as it stands."""
    return {
        "name": person.name, "role": person.role, "team": person.team_id or "", "stand_in": person.stand_in_id or "",
        "time_zone": person.time_zone,
    }  # fmt: skip


def test_somebody_is_added_and_gets_a_link_to_choose_a_password(mara: Agent, lena: Agent) -> None:
    answer = signed_in(mara).post("/settings/people/new", NEW | {"team": lena.team_id, "stand_in": lena.pk})
    assert answer.status_code == 303
    nora = Agent.objects.get(email="nora@desk.example")
    assert (nora.time_zone, nora.team, nora.stand_in) == ("Europe/Berlin", lena.team, lena)
    assert not nora.has_usable_password()
    assert Outgoing.objects.get().recipients == ["nora@desk.example"]


def test_the_link_lets_them_in_once(mara: Agent, ada: Agent) -> None:
    text = said(signed_in(mara).post(f"/settings/people/{ada.pk}/invitation"))
    link = re.search(r'value="http://[^/]+(/accounts/password/reset/key/[^"]+)"', text)
    assert link
    client = Client()
    page = client.get(link[1], follow=True)
    address = page.redirect_chain[-1][0]
    answer = client.post(address, {"password1": "a good word for ada", "password2": "a good word for ada"})
    assert answer.status_code == 302
    ada.refresh_from_db()
    assert ada.check_password("a good word for ada")
    assert "no longer works" in said(Client().get(link[1], follow=True))


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"email": "nobody"}, "email"), ({"email": "MARA@desk.example"}, "email"), ({"name": ""}, "name"),
        ({"role": "emperor"}, "role"), ({"time_zone": "Atlantis"}, "time_zone"), ({"team": "999"}, "team"),
        ({"stand_in": "999"}, "stand_in"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_person_stands_beside_its_field(mara: Agent, wrong: dict[str, str], field: str) -> None:
    answer = signed_in(mara).post("/settings/people/new", NEW | wrong)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    if "name" not in wrong:
        assert "Nora Quist" in said(answer)
    assert not Agent.objects.filter(name="Nora Quist").exists()


def test_a_person_is_changed(mara: Agent, ada: Agent) -> None:
    client = signed_in(mara)
    assert (
        client.post(f"/settings/people/{ada.pk}", _now(ada) | {"name": "Ada Brandt", "role": "lead"}).status_code == 303
    )
    ada.refresh_from_db()
    assert (ada.name, ada.role) == ("Ada Brandt", "lead")
    assert client.get("/settings/people/999").status_code == 404


def test_who_leaves_hands_on_what_they_promised_and_the_page_says_to_whom(
    mara: Agent, ada: Agent, lena: Agent, promised: MakePromise
) -> None:
    promise, client = promised(owner=ada, words="I will call you at noon"), signed_in(mara)
    assert "I will call you at noon" in said(client.get(f"/settings/people/{ada.pk}/departure"))
    answer = client.post(f"/settings/people/{ada.pk}/departure", follow=True)
    assert "1 with Lena" in said(answer)
    promise.refresh_from_db()
    ada.refresh_from_db()
    assert (promise.owner, promise.status, ada.is_active) == (lena, "owed", False)


def test_who_left_cannot_come_in_and_may_come_back(mara: Agent, ada: Agent) -> None:
    hers = signed_in(ada)
    client = signed_in(mara)
    client.post(f"/settings/people/{ada.pk}/departure")
    assert hers.get("/settings/me")["Location"].startswith("/accounts/login/")
    client.post(f"/settings/people/{ada.pk}/return")
    ada.refresh_from_db()
    assert ada.is_active


def test_the_last_admin_stays(mara: Agent) -> None:
    client = signed_in(mara)
    answer = client.post(f"/settings/people/{mara.pk}/departure")
    assert answer.status_code == 409
    assert "Somebody else must be an admin first." in said(answer)
    answer = client.post(f"/settings/people/{mara.pk}", _now(mara) | {"role": "agent"})
    assert answer.status_code == 422
    assert "Somebody else must be an admin first." in str(answer.context["form"].errors["role"])
    mara.refresh_from_db()
    assert (mara.role, mara.is_active) == ("admin", True)


def test_when_nobody_is_left_for_the_promises_nobody_may_go(
    mara: Agent, promised: MakePromise, ada: Agent, lena: Agent
) -> None:
    promise = promised(owner=mara)
    client = signed_in(mara)
    Agent.objects.filter(pk=mara.pk).update(role="admin")
    for person in (ada, lena):
        client.post(f"/settings/people/{person.pk}/departure")
    answer = client.post(f"/settings/people/{mara.pk}/departure")
    assert answer.status_code in (409, 422)
    promise.refresh_from_db()
    assert promise.owner == mara


def test_who_will_only_read_hands_on_what_they_owe(
    mara: Agent, ada: Agent, lena: Agent, promised: MakePromise, meet_constraints: object
) -> None:
    promise = promised(owner=ada)
    answer = signed_in(mara).post(f"/settings/people/{ada.pk}", _now(ada) | {"role": "auditor"}, follow=True)
    assert "1 with Lena" in said(answer)
    meet_constraints()  # type: ignore[operator]
    promise.refresh_from_db()
    ada.refresh_from_db()
    assert (promise.owner, ada.role) == (lena, "auditor")


def test_who_loses_the_desk_gives_back_their_cases_and_keeps_their_promises(
    mara: Agent, ada: Agent, promised: MakePromise
) -> None:
    from goodword.cases.changes import assign

    promise = promised(owner=ada)
    assign(promise.case, ada, promise.made_at, mara)
    signed_in(mara).post(f"/settings/people/{ada.pk}", _now(ada) | {"role": "colleague"})
    promise = Promise.objects.get(pk=promise.pk)
    assert (promise.owner, promise.case.owner) == (ada, None)


def test_a_team_is_set_up_with_lead_and_hours(mara: Agent, lena: Agent, ada: Agent) -> None:
    client = signed_in(mara)
    assert client.post("/settings/teams/new", {"name": "Workshop", "lead": lena.pk}).status_code == 303
    team = Team.objects.get(name="Workshop")
    assert team.lead == lena
    assert client.post(f"/settings/teams/{team.pk}", {"name": "Repairs", "lead": ""}).status_code == 303
    assert client.post("/settings/teams/new", {"name": "Repairs"}).context["form"].errors["name"]
    assert client.post("/settings/teams/new", {"name": "Paint", "lead": ada.pk}).context["form"].errors["lead"]
    assert client.get("/settings/teams/999").status_code == 404


def test_people_change_themselves_but_not_their_role(ada: Agent) -> None:
    given = {"name": "Ada B.", "time_zone": "Europe/Lisbon", "signature": "Kind regards\nAda", "role": "admin"}
    assert signed_in(ada).post("/settings/me", given).status_code == 303
    ada.refresh_from_db()
    assert (ada.name, ada.time_zone, ada.role) == ("Ada B.", "Europe/Lisbon", "agent")
    assert Entry.objects.get(verb="agent.changed").get("fields") == [
        "language",
        "name",
        "signature",
        "stand_in",
        "time_zone",
        "undo_seconds",
    ]


def test_who_only_reads_sees_themselves_and_changes_nothing(auditor: Agent) -> None:
    client = signed_in(auditor)
    assert "Axel" in said(client.get("/settings/me"))
    assert client.post("/settings/me", {"name": "X", "time_zone": "UTC"}).status_code == 403
    assert client.post("/settings/me/absences", {}).status_code == 403


def test_an_absence_is_planned_on_ones_own_clock_and_taken_back(ada: Agent, ben: Agent) -> None:
    ada.time_zone = "Europe/Berlin"
    ada.save(update_fields=["time_zone"])
    client = signed_in(ada)
    given = {"first_day": "2026-03-10", "last_day": "2026-03-12", "stand_in": ben.pk}
    assert client.post("/settings/me/absences", given).status_code == 303
    absence = Absence.objects.get()
    assert absence.starts_at.isoformat() == "2026-03-09T23:00:00+00:00"
    assert absence.ends_at - absence.starts_at == timedelta(days=3)
    assert "Ben stands in" in said(client.get("/settings/me"))
    client.post(f"/settings/absences/{absence.pk}/removal")
    assert not Absence.objects.exists()


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"first_day": "", "last_day": "2026-03-12"}, "first_day"),
        ({"first_day": "2026-03-12", "last_day": "2026-03-10"}, "last_day"),
        ({"first_day": "2026-02-01", "last_day": "2026-02-02"}, None),
        ({"first_day": "soon", "last_day": "2026-03-10"}, "first_day"),
    ],
)
def test_what_is_wrong_with_an_absence_is_said_and_the_profile_stays(
    ada: Agent, given: dict[str, str], field: str | None
) -> None:
    answer = signed_in(ada).post("/settings/me/absences", given)
    assert answer.status_code == 422
    assert answer.context["absence_form"].errors[field or "__all__"]
    assert 'value="Ada"' in said(answer)
    assert not Absence.objects.exists()


def test_an_admin_plans_anybodys_absence_and_others_do_not_touch_it(mara: Agent, ada: Agent, ben: Agent) -> None:
    given = {"first_day": "2026-03-10", "last_day": "2026-03-12"}
    assert signed_in(mara).post(f"/settings/people/{ada.pk}/absences", given).status_code == 303
    absence = Absence.objects.get(agent=ada)
    assert signed_in(ben).post(f"/settings/absences/{absence.pk}/removal").status_code == 404
    assert signed_in(mara).post(f"/settings/absences/{absence.pk}/removal").status_code == 303
