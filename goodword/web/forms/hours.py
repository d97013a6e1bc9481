"""Hours as forms of the settings: a week as people write it, "9:00-12:30, 13:30-18:00"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from django import forms
from django.utils.translation import gettext

from goodword.hours import queries
from goodword.hours.models import Calendar
from goodword.kit.tongues import later as _
from goodword.web.forms.due import day_field
from goodword.web.forms.zones import ZoneField

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SPAN = re.compile(r"\s*(\d{1,2})(?:[:.h](\d{2}))?\s*(?:-|–|—|to|bis)\s*(\d{1,2})(?:[:.h](\d{2}))?\s*", re.IGNORECASE)
_CLOSED = ("", "-", "–", "—", "closed", "zu")
MINUTES_OF_A_DAY = 1440
HELP = _("Write 9-17, or 9:00-12:30, 13:30-18:00. Empty: closed.")


class OpeningField(forms.CharField):
    """The opening times of one weekday."""

    def __init__(self, label: str) -> None:
        attributes = {"placeholder": "closed", "autocomplete": "off", "inputmode": "text"}
        super().__init__(label=label, required=False, max_length=120, widget=forms.TextInput(attrs=attributes))

    def clean(self, value: Any) -> list[list[int]]:
        """Returns spans in minutes from midnight, in order; refuses what cannot be read or overlaps."""
        text = str(super().clean(value)).strip()
        if text.lower() in _CLOSED:
            return []
        spans = sorted(_span(part) for part in re.split(r"[,;]|\s+and\s+|\s+und\s+", text))
        if any(later[0] < earlier[1] for earlier, later in pairwise(spans)):
            raise forms.ValidationError(_("These times overlap."))
        return spans


def _span(text: str) -> list[int]:
    found = _SPAN.fullmatch(text)
    if not found:
        raise forms.ValidationError(
            gettext("“%(text)s” is no span of time. %(HELP)s") % {"text": text.strip(), "HELP": HELP}
        )
    hours = [int(found[1]), int(found[3])]
    minutes = [int(found[2] or 0), int(found[4] or 0)]
    start, end = (hour * 60 + minute for hour, minute in zip(hours, minutes, strict=True))
    if max(minutes) > 59 or end > MINUTES_OF_A_DAY or start >= end:
        raise forms.ValidationError(
            gettext("“%(text)s” does not end after it starts, on the same day.") % {"text": text.strip()}
        )
    return [start, end]


def spoken(spans: list[list[int]]) -> str:
    """Returns spans as the field takes them."""
    return ", ".join(f"{start // 60}:{start % 60:02d}-{end // 60}:{end % 60:02d}" for start, end in spans)


class CalendarForm(forms.Form):
    """A week of opening hours in one zone, with the public holidays of a country and region."""

    name = forms.CharField(max_length=80)
    zone = ZoneField(label=_("Time zone"), help_text=_("A city is enough: Berlin, Lisbon, New York."))
    monday = OpeningField(_("Monday"))
    tuesday = OpeningField(_("Tuesday"))
    wednesday = OpeningField(_("Wednesday"))
    thursday = OpeningField(_("Thursday"))
    friday = OpeningField(_("Friday"))
    saturday = OpeningField(_("Saturday"))
    sunday = OpeningField(_("Sunday"))
    country = forms.ChoiceField(required=False, label=_("Public holidays of"))
    region = forms.ChoiceField(required=False)
    default = forms.BooleanField(required=False, label=_("These are the default hours"))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        country = str(self["country"].value() or "")
        _offer(self, "country", [("", _("No public holidays")), *queries.country_names().items()])
        _offer(self, "region", [("", _("The whole country")), *queries.region_names(country).items()])

    def week(self) -> list[list[list[int]]]:
        """Returns the week as the action takes it."""
        return [self.cleaned_data[day] for day in DAYS]

    def opening_fields(self) -> list[forms.BoundField]:
        """Returns the fields of the weekdays."""
        return [self[day] for day in DAYS]


class HolidayForm(forms.Form):
    """One more day off."""

    day = day_field(_("Day off"))
    name = forms.CharField(max_length=80, label=_("What for"))


def initial_of(calendar: Calendar) -> dict[str, Any]:
    """Returns the first values for a calendar that exists."""
    week = {day: spoken(spans) for day, spans in zip(DAYS, calendar.week, strict=True)}
    return {
        "name": calendar.name, "zone": calendar.zone, "country": calendar.country, "region": calendar.region,
        "default": calendar.is_default, **week,
    }  # fmt: skip


FIRST = {"name": _("Office"), "default": True} | dict.fromkeys(DAYS[:5], "9:00-17:00")


def _offer(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = choices
