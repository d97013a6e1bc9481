"""Hours in the settings: a week as people write it, a zone by its city, holidays before they are saved."""

from __future__ import annotations

from datetime import datetime

import pytest

from goodword.hours.models import Calendar
from goodword.hours.queries import working_time
from goodword.kit import clock
from goodword.people.models import Agent
from goodword.web.forms.hours import DAYS, OpeningField, spoken
from goodword.web.forms.zones import ZoneField, zones
from tests.web.test_settings import said, signed_in

WEEK = dict.fromkeys(DAYS[:5], "9-17") | dict.fromkeys(DAYS[5:], "")
GIVEN = {"name": "Office", "zone": "Europe/Berlin", "country": "DE", "region": "BE", **WEEK}


@pytest.fixture(autouse=True)
def _monday(db: None, at: datetime) -> None:
    clock.make_movable(at)


@pytest.mark.parametrize(
    ("written", "spans"),
    [
        ("9-17", [[540, 1020]]), ("09:00 – 12:30, 13.30-18:00", [[540, 750], [810, 1080]]), ("", []), ("closed", []),
        ("14-18; 8-12", [[480, 720], [840, 1080]]), ("0-24", [[0, 1440]]), ("8:15 to 9", [[495, 540]]),
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_write_it(written: str, spans: list[list[int]]) -> None:
    assert OpeningField("Monday").clean(written) == spans
    assert OpeningField("Monday").clean(spoken(spans)) == spans


@pytest.mark.parametrize("written", ["always", "17-9", "9-9", "9-25", "9:70-10", "9-12, 11-14", "9", "9-", "٩-١٧x"])
def test_what_is_no_opening_time_is_refused(mara: Agent, written: str) -> None:
    answer = signed_in(mara).post("/settings/hours/new", GIVEN | {"tuesday": written})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["tuesday"]
    assert f'value="{written}"' in said(answer)
    assert 'value="9-17"' in said(answer)
    assert not Calendar.objects.exists()


def test_hours_are_set_and_count_at_once(mara: Agent, at: datetime) -> None:
    client = signed_in(mara)
    assert client.post("/settings/hours/new", GIVEN).status_code == 303
    office = Calendar.objects.get()
    assert (office.week[0], office.week[6], office.is_default) == ([[540, 1020]], [], True)
    assert working_time().zone == "Europe/Berlin"
    assert client.post(f"/settings/hours/{office.pk}", GIVEN | {"monday": "8-12", "name": "Shop"}).status_code == 303
    office.refresh_from_db()
    assert (office.name, office.week[0]) == ("Shop", [[480, 720]])
    assert 'value="8:00-12:00"' in said(client.get(f"/settings/hours/{office.pk}"))


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": ""}, "name"), ({"zone": "Moon"}, "zone"), ({"zone": ""}, "zone"), ({"country": "XX"}, "country"),
        ({"region": "ZZ"}, "region"), ({"country": ""}, "region"), (dict.fromkeys(DAYS, ""), None),
    ],
)  # fmt: skip
def test_what_is_wrong_with_hours_stands_beside_its_field(
    mara: Agent, wrong: dict[str, str], field: str | None
) -> None:
    answer = signed_in(mara).post("/settings/hours/new", GIVEN | wrong)
    assert answer.status_code == 422
    assert answer.context["form"].errors[field or "__all__"]
    assert not Calendar.objects.exists()


def test_two_calendars_do_not_share_a_name(mara: Agent) -> None:
    client = signed_in(mara)
    client.post("/settings/hours/new", GIVEN)
    answer = client.post("/settings/hours/new", GIVEN)
    assert answer.status_code == 422
    assert "has the name" in said(answer)


def test_the_holidays_of_a_country_are_seen_before_they_are_saved(mara: Agent) -> None:
    client = signed_in(mara)
    text = said(client.get("/settings/hours/holidays", {"country": "DE", "region": "BE"}))
    assert "Women&#x27;s Day" in text
    assert '<option value="BY">Bayern</option>' in text
    assert "Women" not in said(client.get("/settings/hours/holidays", {"country": "DE", "region": "BY"}))
    assert client.get("/settings/hours/holidays", {"country": "'; --", "region": "x" * 900}).status_code == 200


def test_a_day_off_of_ones_own_is_added_and_taken_back(mara: Agent) -> None:
    client = signed_in(mara)
    client.post("/settings/hours/new", GIVEN)
    office = Calendar.objects.get()
    assert (
        client.post(f"/settings/hours/{office.pk}/holidays", {"day": "2026-03-06", "name": "Outing"}).status_code == 303
    )
    assert "Outing" in said(client.get(f"/settings/hours/{office.pk}"))
    assert not working_time().is_open(datetime.fromisoformat("2026-03-06T12:00:00+01:00"))
    client.post(f"/settings/hours/{office.pk}/holidays/2026-03-06/removal")
    assert working_time().is_open(datetime.fromisoformat("2026-03-06T12:00:00+01:00"))
    answer = client.post(f"/settings/hours/{office.pk}/holidays", {"day": "", "name": "kept words"})
    assert answer.status_code == 422
    assert "kept words" in said(answer)
    assert 'value="9:00-17:00"' in said(answer)


def test_hours_that_do_not_exist_are_not_there(mara: Agent) -> None:
    client = signed_in(mara)
    assert client.get("/settings/hours/999").status_code == 404
    assert client.post("/settings/hours/999/holidays/2026-02-31/removal").status_code == 404


@pytest.mark.parametrize(
    ("typed", "zone"),
    [("Europe/Berlin", "Europe/Berlin"), ("berlin", "Europe/Berlin"), ("new york", "America/New_York")],
)
def test_a_city_is_enough_for_a_zone(typed: str, zone: str) -> None:
    assert ZoneField().clean(typed) == zone
    assert len(zones()) > 400
