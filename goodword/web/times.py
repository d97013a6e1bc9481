"""Moments as people say them, in the language that is spoken. The moment, the present and the zone are arguments."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class Forms(NamedTuple):
    """How a language writes days, in the letters of Django's `date` filter."""

    day: str
    day_of_year: str
    long_day: str
    weekday: str
    full: str
    month: str
    moment: str


FORMS = {
    "en": Forms("j M", "j M Y", "j F", "l j F", "l j F Y", "F Y", "D j M"),
    "de": Forms("j. M", "j. M Y", "j. F", "l, j. F", "l, j. F Y", "F Y", "D, j. M"),
    "fr": Forms("j b", "j b Y", "j F", "l j F", "l j F Y", "F Y", "D j b"),
    "es": Forms("j b", "j b Y", r"j \d\e F", r"l, j \d\e F", r"l, j \d\e F \d\e Y", r"F \d\e Y", "D, j b"),
}


def forms() -> Forms:
    """Returns how days are written in the language that is spoken."""
    return FORMS.get((get_language() or "en").partition("-")[0], FORMS["en"])


def in_words(at: datetime, now: datetime, zone: str, *, is_day: bool = False) -> str:
    """Returns a moment relative to now: "in 20 min", "yesterday 14:05", "12 Mar"; a day without its hour."""
    away = at - now
    if is_day:
        return _day(at, now, zone)
    if abs(away) < timedelta(minutes=1):
        return gettext("now") if away >= timedelta(0) else gettext("just now")
    if abs(away) < 12 * HOUR:
        return _close(away)
    there = at.astimezone(ZoneInfo(zone))
    if away < -7 * DAY or away > 60 * DAY:
        return _day(at, now, zone)
    return f"{_day(at, now, zone)} {there:%H:%M}"


def _close(away: timedelta) -> str:
    minutes = int(abs(away).total_seconds() // 60)
    hours, ahead = round(minutes / 60), away > timedelta(0)
    if minutes < 100:
        return (gettext("in %(minutes)s min") if ahead else gettext("%(minutes)s min ago")) % {"minutes": minutes}
    return (gettext("in %(hours)s h") if ahead else gettext("%(hours)s h ago")) % {"hours": hours}


def _day(at: datetime, now: datetime, zone: str) -> str:
    there, here = at.astimezone(ZoneInfo(zone)), now.astimezone(ZoneInfo(zone))
    days = (there.date() - here.date()).days
    if days in (-1, 0, 1):
        return {-1: gettext("yesterday"), 0: gettext("today"), 1: gettext("tomorrow")}[days]
    if -7 < days < 7:
        return date_format(there, "D")
    return date_format(there, forms().day if there.year == here.year else forms().day_of_year)


def exactly(at: datetime, zone: str, *, is_day: bool = False) -> str:
    """Returns a moment in full: "Thursday 26 November 2026, 15:00 (Europe/London)"."""
    there = at.astimezone(ZoneInfo(zone))
    said = {"day": date_format(there, forms().full), "time": f"{there:%H:%M}", "place": zone.replace("_", " ")}
    if is_day:
        return gettext("%(day)s, by the end of the day (%(place)s)") % said
    return gettext("%(day)s, %(time)s (%(place)s)") % said


def in_both_zones(at: datetime, theirs: str, mine: str, *, is_day: bool = False) -> str:
    """Returns a moment in full in the customer's zone, and in the reader's when the clocks there differ."""
    words = exactly(at, theirs or mine, is_day=is_day)
    if not theirs or at.astimezone(ZoneInfo(theirs)).utcoffset() == at.astimezone(ZoneInfo(mine)).utcoffset():
        return words
    return gettext("%(moment)s; for you %(here)s") % {"moment": words, "here": clock(at, mine, "l")}


def clock(at: datetime, zone: str, day: str = "D") -> str:
    """Returns what the clock of a zone shows: "Thu 15:00"."""
    there = at.astimezone(ZoneInfo(zone))
    return f"{date_format(there, day)} {there:%H:%M}"


def moment(at: datetime, zone: str) -> str:
    """Returns a day and a time: "Thu 26 Nov 15:00"."""
    there = at.astimezone(ZoneInfo(zone))
    return f"{date_format(there, forms().moment)} {there:%H:%M}"


def day(at: date) -> str:
    """Returns a day: "Thu 26 Nov"."""
    return date_format(at, forms().moment)


def month(at: date) -> str:
    """Returns a month: "November 2026"."""
    return date_format(at, forms().month)
