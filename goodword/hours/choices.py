"""Moments worth offering: what a person would say, in working time, instead of an empty date field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext

from goodword.hours.rules import NeverOpen, WorkingTime

NOON = time(12)
NINE = time(9)
SHORTEST_AHEAD = timedelta(hours=1)
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Choice:
    """One moment with its name; `local` is what the clock on the wall of the zone asked for then shows."""

    label: str
    at: datetime
    local: datetime


def dues(hours: WorkingTime, zone: str, at: datetime) -> list[Choice]:
    """Returns dues to offer a customer in `zone`: today and tomorrow, Friday, in a week, each within business."""
    today = at.astimezone(ZoneInfo(zone)).date()
    friday = today + timedelta(days=(4 - today.weekday()) % 7)
    wanted = [today, today + A_DAY, friday, today + 7 * A_DAY]
    moments = [_close(hours, zone, day) for day in wanted]
    moments.insert(1, _noon(hours, zone, today + A_DAY))
    return _named(moments, zone, at)


def snoozes(hours: WorkingTime, zone: str, at: datetime) -> list[Choice]:
    """Returns moments at which to see a case again: later today, the next mornings, Monday, in a week."""
    today = at.astimezone(ZoneInfo(hours.zone)).date()
    days_to_monday = timedelta(days=7 - today.weekday())
    starts = [at, at + days_to_monday - A_DAY, at + 6 * A_DAY]
    try:
        mornings = [hours.next_morning(start) for start in starts]
        later = hours.after(at, 120)
    except NeverOpen:
        return []
    return _named([later, *mornings], zone, at)


def sendings(zone: str, at: datetime) -> list[Choice]:
    """Returns moments at which a reader in `zone` may find a mail: in an hour, tomorrow at nine, Monday at nine."""
    place = ZoneInfo(zone)
    today = at.astimezone(place).date()
    days = [today + A_DAY, today + timedelta(days=7 - today.weekday())]
    mornings: list[datetime | None] = [datetime.combine(day, NINE, place).astimezone(UTC) for day in days]
    soon = (at + SHORTEST_AHEAD).replace(second=0, microsecond=0) + timedelta(minutes=1)
    return _named([soon, *mornings], zone, at)


def realistic(hours: WorkingTime, zone: str, at: datetime, minutes: int) -> datetime:
    """Returns the end of business of the day on which `minutes` of working time from now have passed."""
    day = hours.after(at, max(minutes, 1)).astimezone(ZoneInfo(zone)).date()
    return hours.close_of(day, zone)


def name_of(day: date, today: date) -> str:
    """Returns a day as people say it: Today, Tomorrow, a weekday within six days, else the date."""
    ahead = (day - today).days
    if ahead in (0, 1):
        return (gettext("Today"), gettext("Tomorrow"))[ahead]
    return date_format(day, "l" if 0 < ahead < 7 else "D j M")


def _close(hours: WorkingTime, zone: str, day: date) -> datetime | None:
    try:
        return hours.close_of(day, zone)
    except NeverOpen:
        return None


def _noon(hours: WorkingTime, zone: str, day: date) -> datetime | None:
    close = _close(hours, zone, day)
    return datetime.combine(close.astimezone(ZoneInfo(zone)).date(), NOON, ZoneInfo(zone)) if close else None


def _named(moments: Iterable[datetime | None], zone: str, at: datetime) -> list[Choice]:
    """Names what lies ahead, in order, each moment once."""
    place = ZoneInfo(zone)
    ahead = sorted({moment for moment in moments if moment and moment >= at + SHORTEST_AHEAD})
    today = at.astimezone(place).date()
    found = []
    for moment in ahead:
        local = moment.astimezone(place)
        found.append(Choice(f"{name_of(local.date(), today)} {local:%H:%M}", moment, local))
    return found
