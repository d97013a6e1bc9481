"""Changing the hours. Each action is one transaction and one line in the ledger."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db import IntegrityError, models, transaction

from goodword.hours import queries
from goodword.hours.models import Calendar, Holiday
from goodword.hours.rules import UnusableHours, WorkingTime, checked
from goodword.kit.errors import Conflict, Malformed, NotAllowed
from goodword.ledger.actions import record

LONGEST_NAME = 80
GONE = "That calendar does not exist any more."


@transaction.atomic
def set_hours(
    name: str,
    *,
    zone: str,
    week: Sequence[Iterable[Sequence[int]]],
    at: datetime,
    country: str = "",
    region: str = "",
    default: bool = False,
    calendar: Calendar | None = None,
    by: models.Model | None = None,
) -> Calendar:
    """Sets up a calendar, or changes `calendar` to this; with `default` it becomes the one for all others.

    The first calendar is the default in any case, and the default stays so until another takes its place.
    Raises Malformed (with the field), Conflict for a name in use, NotAllowed unless `by` is an admin (or
    None: the desk itself). Locks all calendars, of which there are few.
    """
    _admins_only(by)
    usable = _usable(zone, week)
    country = country.strip().upper()
    region = region.strip()
    _check_country(country, region)
    others = list(Calendar.objects.select_for_update().order_by("pk"))
    row = next((other for other in others if calendar is not None and other.pk == calendar.pk), None)
    if row is None:
        if calendar is not None:
            raise Conflict(GONE)
        row = Calendar()
    row.name = _usable_name(name)
    row.zone, row.week = usable.zone, [[list(pair) for pair in day] for day in usable.week]
    row.country, row.region = country, region
    row.is_default = row.is_default or default or not any(other.is_default for other in others)
    _keep(row, others)
    record("hours.changed", at=at, subject=row, by=by, name=row.name)
    return row


@transaction.atomic
def add_holiday(calendar: Calendar, day: date, name: str, *, at: datetime, by: models.Model | None = None) -> Holiday:
    """Takes one more day off, or renames it if it is off already. Errors as `set_hours`."""
    _admins_only(by)
    if not isinstance(day, date) or isinstance(day, datetime):
        raise Malformed("A holiday is a date.", field="day")
    name = _usable_name(name)
    _renew(calendar)
    holiday, _ = Holiday.objects.update_or_create(calendar=calendar, day=day, defaults={"name": name})
    record("hours.changed", at=at, subject=calendar, by=by, holiday=day.isoformat(), name=name)
    return holiday


@transaction.atomic
def remove_holiday(calendar: Calendar, day: date, *, at: datetime, by: models.Model | None = None) -> None:
    """Makes an extra day off a working day again; harmless when it is none. NotAllowed as `set_hours`."""
    _admins_only(by)
    _renew(calendar)
    removed, _ = Holiday.objects.filter(calendar=calendar, day=day).delete()
    if removed:
        record("hours.changed", at=at, subject=calendar, by=by, working_again=day.isoformat())


def _keep(row: Calendar, others: list[Calendar]) -> None:
    """Writes the calendar under a new version; a default that gives way is written first."""
    for other in others:
        if other.is_default and row.is_default and other.pk != row.pk:
            other.is_default = False
            other.save(update_fields=["is_default"])
    row.version = uuid.uuid4()
    try:
        with transaction.atomic():
            if row._state.adding:
                row.save(force_insert=True)
            else:
                row.save(update_fields=["name", "zone", "week", "country", "region", "is_default", "version"])
    except IntegrityError as clash:
        raise Conflict(
            "Another calendar has the name %(name)s, or was set up just now.", values={"name": f"{row.name!r}"}
        ) from clash


def _renew(calendar: Calendar) -> None:
    """Gives the calendar a new version, which also locks its row until the transaction ends."""
    calendar.version = uuid.uuid4()
    if not Calendar.objects.filter(pk=calendar.pk).update(version=calendar.version):
        raise Conflict(GONE)


def _usable(zone: str, week: Sequence[Iterable[Sequence[int]]]) -> WorkingTime:
    try:
        return checked(week, zone)
    except UnusableHours as refused:
        raise Malformed(str(refused), field=refused.field) from refused


def _usable_name(name: str) -> str:
    name = name.strip()
    if not name or len(name) > LONGEST_NAME:
        raise Malformed(
            "A name has 1 to %(longest_name)s characters.", values={"longest_name": LONGEST_NAME}, field="name"
        )
    return name


def _check_country(country: str, region: str) -> None:
    regions = queries.countries().get(country) if country else []
    if regions is None:
        words = f"The holidays of {country!r} are not known; give a code such as 'DE'."
        raise Malformed(words, field="country")
    if region and region not in regions:
        known = ", ".join(regions) or "none"
        words = f"{region!r} is not a region of {country or 'no country'}; known: {known}."
        raise Malformed(words, field="region")


def _admins_only(by: models.Model | None) -> None:
    """Hours are settings; who the desk is without a person (set-up, demo) may set them too."""
    if by is not None and not getattr(by, "is_admin", False):
        raise NotAllowed("Only an admin changes the hours.")
