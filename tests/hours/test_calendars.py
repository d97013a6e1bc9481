"""Calendars in the database: who may set them, what is refused, and what other processes see."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from goodword.hours import actions, queries
from goodword.hours.models import Calendar, Holiday
from goodword.hours.rules import ALWAYS_NINE_TO_FIVE
from goodword.kit import clock
from goodword.kit.errors import Conflict, Malformed, NotAllowed, NotFound
from goodword.ledger.models import Entry
from goodword.people.models import Agent

pytestmark = pytest.mark.django_db(transaction=True)

NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
OFFICE = [[[540, 1020]]] * 5 + [[], []]
SHOP = [[[600, 1140]]] * 6 + [[]]


def office(**changes: object) -> Calendar:
    given = {"zone": "Europe/Berlin", "week": OFFICE, "at": NOW, **changes}
    return actions.set_hours("Office", **given)  # type: ignore[arg-type]


def test_without_any_calendar_the_desk_works_nine_to_five() -> None:
    assert queries.default_calendar() is None
    assert queries.working_time() == ALWAYS_NINE_TO_FIVE()


def test_the_first_calendar_is_the_default_and_a_later_one_only_when_asked() -> None:
    first = office()
    second = actions.set_hours("Shop", zone="Asia/Kolkata", week=SHOP, at=NOW)
    assert queries.default_calendar() == first
    assert queries.working_time().zone == "Europe/Berlin"
    assert queries.working_time(second.pk).zone == "Asia/Kolkata"

    actions.set_hours("Shop", zone="Asia/Kolkata", week=SHOP, at=NOW, default=True, calendar=second)
    assert [c.name for c in queries.calendars() if c.is_default] == ["Shop"]
    assert queries.working_time().zone == "Asia/Kolkata"

    actions.set_hours("Shop", zone="Asia/Kolkata", week=SHOP, at=NOW, calendar=second)
    assert queries.default_calendar() == second, "the default stays so until another takes its place"


def test_two_default_calendars_are_refused_by_the_database() -> None:
    office()
    with pytest.raises(IntegrityError), transaction.atomic():
        Calendar.objects.create(name="Other", zone="UTC", week=OFFICE, is_default=True)


def test_an_unknown_calendar_is_not_found() -> None:
    with pytest.raises(NotFound):
        queries.working_time(4711)


def test_public_and_extra_holidays_are_both_days_off() -> None:
    year = clock.now().year
    bavaria = office(country="de", region="BY")
    actions.add_holiday(bavaria, date(year, 6, 17), "Founders' day", at=NOW)
    off = queries.working_time(bavaria.pk).holidays
    assert {date(year, 1, 6), date(year, 6, 17), date(year + 5, 12, 25)} <= off
    assert (date(year, 6, 17), "Founders' day") in queries.days_off(bavaria, year)
    assert date(year, 1, 6) not in queries.working_time(office_elsewhere().pk).holidays


def office_elsewhere() -> Calendar:
    return actions.set_hours("Hamburg", zone="Europe/Berlin", week=OFFICE, at=NOW, country="DE", region="HH")


def test_each_change_is_seen_at_once_though_what_is_unchanged_is_kept() -> None:
    calendar = office()
    first = queries.working_time(calendar.pk)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert queries.working_time(calendar.pk) is first
    assert len(asked) == 1

    day = date(clock.now().year, 6, 17)
    actions.add_holiday(calendar, day, "Founders' day", at=NOW)
    assert day in queries.working_time(calendar.pk).holidays
    actions.remove_holiday(calendar, day, at=NOW)
    assert day not in queries.working_time(calendar.pk).holidays
    office(calendar=calendar, week=SHOP)
    assert queries.working_time(calendar.pk).week[5] == ((600, 1140),)


def test_a_change_that_was_rolled_back_leaves_nothing_behind() -> None:
    calendar = office()
    with transaction.atomic():
        office(calendar=calendar, week=SHOP)
        assert queries.working_time(calendar.pk).week[5]
        transaction.set_rollback(True)
    assert not queries.working_time(calendar.pk).week[5]
    office(calendar=calendar, zone="Asia/Kolkata")
    assert queries.working_time(calendar.pk).zone == "Asia/Kolkata"
    assert not queries.working_time(calendar.pk).week[5]


def test_a_day_off_given_twice_is_renamed_and_one_taken_back_twice_is_harmless() -> None:
    calendar = office()
    day = date(2026, 6, 17)
    actions.add_holiday(calendar, day, "Founders day", at=NOW)
    actions.add_holiday(calendar, day, " Founders' day ", at=NOW)
    assert [holiday.name for holiday in Holiday.objects.all()] == ["Founders' day"]
    actions.remove_holiday(calendar, day, at=NOW)
    actions.remove_holiday(calendar, day, at=NOW)
    assert Entry.objects.filter(verb="hours.changed").count() == 4


def test_only_an_admin_changes_the_hours(mara: Agent, lena: Agent, ada: Agent, omar: Agent) -> None:
    calendar = office(by=mara)
    day = date(2026, 6, 17)
    assert Entry.objects.get(verb="hours.changed").by_id == mara.pk
    for person in (lena, ada, omar):
        with pytest.raises(NotAllowed):
            office(calendar=calendar, week=SHOP, by=person)
        with pytest.raises(NotAllowed):
            actions.add_holiday(calendar, day, "Beach", at=NOW, by=person)
        with pytest.raises(NotAllowed):
            actions.remove_holiday(calendar, day, at=NOW, by=person)
    assert Entry.objects.filter(verb="hours.changed").count() == 1
    assert not queries.working_time(calendar.pk).week[5]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"week": [[]] * 7}, "week"),
        ({"zone": "Europe/Bremen"}, "zone"),
        ({"country": "XX"}, "country"),
        ({"country": "DEU"}, "country"),
        ({"country": "DE", "region": "ZZ"}, "region"),
        ({"region": "BY"}, "region"),
    ],
)
def test_unusable_hours_are_refused_with_their_field(changes: dict[str, object], field: str) -> None:
    with pytest.raises(Malformed) as refused:
        office(**changes)
    assert refused.value.details["field"] == field
    assert not Calendar.objects.exists()
    assert not Entry.objects.exists()


def test_names_are_given_once_and_not_empty() -> None:
    first = office()
    with pytest.raises(Conflict):
        office()
    with pytest.raises(Malformed):
        actions.set_hours("  ", zone="UTC", week=OFFICE, at=NOW)
    with pytest.raises(Malformed):
        actions.add_holiday(first, date(2026, 6, 17), "n" * 81, at=NOW)
    assert list(Calendar.objects.all()) == [first]


def test_a_calendar_that_is_gone_cannot_be_changed() -> None:
    calendar = office()
    Calendar.objects.all().delete()
    with pytest.raises(Conflict):
        office(calendar=calendar)
    with pytest.raises(Conflict):
        actions.add_holiday(calendar, date(2026, 6, 17), "Founders' day", at=NOW)


def test_every_known_country_and_region_can_be_computed() -> None:
    for country, regions in queries.countries().items():
        assert queries.public_holidays(country, regions[-1] if regions else "", [2026]) is not None


def test_calendars_set_up_at_the_same_moment_leave_exactly_one_default() -> None:
    ready = Barrier(4)

    def set_up(number: int) -> str:
        try:
            ready.wait(timeout=10)
            return actions.set_hours(f"Team {number}", zone="UTC", week=OFFICE, at=NOW, default=True).name
        except Conflict:
            return "refused"
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(set_up, range(4)))
    kept = [name for name in outcomes if name != "refused"]
    assert kept
    assert sorted(Calendar.objects.values_list("name", flat=True)) == sorted(kept)
    assert Calendar.objects.filter(is_default=True).count() == 1
