"""A due as two fields: a day, and perhaps a time of it, on the customer's clock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.dateparse import parse_date, parse_time

from goodword.kit.tongues import later as _


class DayInput(forms.DateInput):
    """A day, chosen by the browser's own calendar."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    """A time of day."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


def day_field(label: str = _("Day"), *, required: bool = True) -> forms.DateField:
    """Returns the field of a day."""
    return forms.DateField(label=label, required=required, widget=DayInput())


def time_field(label: str = _("Time")) -> forms.TimeField:
    """Returns the field of a time of day; left empty, the end of business is meant."""
    return forms.TimeField(
        label=label, required=False, widget=TimeInput(), help_text=_("Empty: by the end of business")
    )


def due_of(day: date | None, at: time | None, zone: str) -> datetime | date | None:
    """Returns the due that two fields say: an instant on the clock of `zone`, a whole day, or None."""
    if day is None or at is None:
        return day
    return datetime.combine(day, at, ZoneInfo(zone))


def initial_of(due: datetime | None, zone: str, *, is_day: bool = False) -> dict[str, Any]:
    """Returns the two fields for a due that is known."""
    if due is None:
        return {"day": None, "time": None}
    local = due.astimezone(ZoneInfo(zone))
    return {"day": local.date(), "time": None if is_day else local.time().replace(tzinfo=None)}


def asked_due(given: Mapping[str, str]) -> tuple[date | None, time | None]:
    """Returns the day and the time of a query ("?day=2026-11-26&time=15:00"); None for what cannot be read."""
    try:
        day, hour = parse_date(given.get("day", "")[:10]), parse_time(given.get("time", "")[:5])
    except ValueError:
        return None, None
    return day, hour
