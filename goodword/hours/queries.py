"""Reading the hours: the working time of a calendar, its days off, and which countries are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import lru_cache
from uuid import UUID

import holidays
from django.db.models import QuerySet
from holidays.registry import COUNTRIES

from goodword.hours.models import Calendar, Holiday
from goodword.hours.rules import ALWAYS_NINE_TO_FIVE, WorkingTime, checked
from goodword.kit import clock
from goodword.kit.errors import NotFound

YEARS_BACK, YEARS_AHEAD = 3, 5

_remembered: ContextVar[dict[int | None, WorkingTime] | None] = ContextVar("remembered", default=None)


def working_time(calendar_id: int | None = None) -> WorkingTime:
    """Returns the working time of a calendar; for None of the default one, or nine to five UTC without any.

    Public holidays are known from three years back to five ahead. One query by key (within `remembered`, one
    for all calls); two more in a process that has not seen this version. Raises NotFound for a calendar that
    does not exist.
    """
    known = _remembered.get()
    if known is None:
        return _look_up(calendar_id)
    if calendar_id not in known:
        known[calendar_id] = _look_up(calendar_id)
    return known[calendar_id]


@contextmanager
def remembered() -> Iterator[None]:
    """Within it each calendar is looked up once: for sweeps, which ask for the hours of many rows in a moment."""
    before = _remembered.set({})
    try:
        yield
    finally:
        _remembered.reset(before)


def _look_up(calendar_id: int | None) -> WorkingTime:
    which = {"is_default": True} if calendar_id is None else {"pk": calendar_id}
    found = Calendar.objects.filter(**which).values_list("pk", "version").first()
    if found is not None:
        return _of_version(*found, clock.now().year)
    if calendar_id is None:
        return ALWAYS_NINE_TO_FIVE()
    raise NotFound("There is no such calendar.")


@lru_cache(maxsize=512)
def _of_version(calendar_id: int, version: UUID, year: int) -> WorkingTime:
    """Returns what holds under one version; `version` is part of the key only, read before the contents.

    Were the contents changed between the two reads, the newer ones are kept under a version that nobody
    asks for again.
    """
    calendar = Calendar.objects.get(pk=calendar_id)
    years = range(year - YEARS_BACK, year + YEARS_AHEAD + 1)
    days = set(public_holidays(calendar.country, calendar.region, years))
    days.update(calendar.extra_holidays.values_list("day", flat=True))
    return checked(calendar.week, calendar.zone, days)


def default_calendar() -> Calendar | None:
    """Returns the calendar that holds where no other is named; None until the first one is set."""
    return Calendar.objects.filter(is_default=True).first()


def calendars() -> QuerySet[Calendar]:
    """Returns all calendars, the default one first."""
    return Calendar.objects.order_by("-is_default", "name")


def calendar_by(pk: int) -> Calendar:
    """Returns a calendar by its number; raises NotFound for none."""
    found = Calendar.objects.filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such calendar.")
    return found


def extra_holidays(calendar: Calendar) -> list[Holiday]:
    """Returns the extra days off of a calendar, in order."""
    return list(calendar.extra_holidays.order_by("day"))


def days_off(calendar: Calendar, year: int) -> list[tuple[date, str]]:
    """Returns the public and extra holidays of one year with their names, in order (for the settings)."""
    days = public_holidays(calendar.country, calendar.region, [year])
    days.update(calendar.extra_holidays.filter(day__year=year).values_list("day", "name"))
    return sorted(days.items())


def public_holidays(country: str, region: str, years: Iterable[int]) -> dict[date, str]:
    """Returns the public holidays with their names; none for no country.

    Raises NotImplementedError when the library knows no such country or region. Takes milliseconds, and a
    fifth of a second for the first country of a process.
    """
    if not country:
        return {}
    return dict(holidays.country_holidays(country, subdiv=region or None, years=years))


def countries() -> dict[str, list[str]]:
    """Returns the countries whose holidays are known (ISO 3166, two letters), each with its regions."""
    return holidays.list_supported_countries(include_aliases=False)


@lru_cache(maxsize=1)
def country_names() -> dict[str, str]:
    """Returns the countries whose holidays are known by their codes, with their English names, in order of these."""
    known = countries()
    names = {codes[1]: name.replace("_", " ").title() for name, codes in COUNTRIES.items() if codes[1] in known}
    return dict(sorted(names.items(), key=lambda pair: pair[1]))


def region_names(country: str) -> dict[str, str]:
    """Returns the regions of a country by their codes, each with the name that the library knows, else its code."""
    known = countries().get(country, [])
    if not known:
        return {}
    aliases = getattr(holidays.country_holidays(country), "subdivisions_aliases", {})
    names = {code: name for name, code in aliases.items()}
    return {code: names.get(code, code) for code in known}
