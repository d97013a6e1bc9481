"""When a promise is due: the words of time in a clause, resolved against the business calendar."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from goodword.hours.rules import WorkingTime

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = "|".join(WEEKDAYS)
_AT = r"(?:\s+(?:at|by|before)\s+(?P<hour>\d{1,2})(?::(?P<minute>\d\d))?\s*(?P<half>[ap]\.?m\.?)?)?"
_HOURS = re.compile(
    r"\b(?:with)?in\s+(?:the\s+next\s+)?(?P<n>\d+|an?|one|two)\s+(?P<unit>hour|minute)s?\b", re.IGNORECASE
)
_BUSINESS = re.compile(
    r"\b(?:with)?in\s+(?:the\s+next\s+)?(?:\d+\s*(?:-|–|to)\s*)?(?P<n>\d+|one|two|three|five)\s+(?:business|working)\s+days?\b",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"\b(?:(?:by|on|before)\s+)?(?P<day>today|tomorrow|{_DAY})\b{_AT}", re.IGNORECASE)
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "five": 5}


@dataclass(frozen=True)
class Due:
    """The words that state a time, and the last moment that they allow (None when they leave it open)."""

    text: str
    start: int
    end: int
    at: datetime | None
    is_day: bool


def due_in(clause: str, now: datetime, hours: WorkingTime, zone: str) -> Due | None:
    """Returns the first time that a clause states, or None."""
    here = now.astimezone(ZoneInfo(zone))
    if match := _HOURS.search(clause):
        n = _number(match["n"])
        at = here + (timedelta(hours=n) if match["unit"].lower() == "hour" else timedelta(minutes=n))
        return Due(match[0], *match.span(), at, is_day=False)
    if match := _BUSINESS.search(clause):
        day = _working_days_after(here.date(), _number(match["n"]), hours)
        return Due(match[0], *match.span(), _close(day, hours, zone), is_day=True)
    if match := _NAMED.search(clause):
        day = _named_day(match["day"].lower(), here.date())
        if match["hour"]:
            at = datetime.combine(day, _clock(match), ZoneInfo(zone))
            return Due(match[0], *match.span(), at, is_day=False)
        return Due(match[0], *match.span(), _close(day, hours, zone), is_day=True)
    return None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower()]


def _named_day(word: str, today: date) -> date:
    if word == "today":
        return today
    if word == "tomorrow":
        return today + timedelta(days=1)
    return today + timedelta(days=(WEEKDAYS.index(word) - today.weekday() - 1) % 7 + 1)


def _clock(match: re.Match[str]) -> time:
    hour, half = int(match["hour"]) % 24, (match["half"] or "").lower()
    if half.startswith("p") or (not half and 1 <= hour <= 6):
        hour = hour % 12 + 12
    elif half:
        hour %= 12
    return time(hour, int(match["minute"] or 0) % 60)


def _working_days_after(day: date, count: int, hours: WorkingTime) -> date:
    while count:
        day += timedelta(days=1)
        count -= bool(day not in hours.holidays and hours.week[day.weekday()])
    return day


def _close(day: date, hours: WorkingTime, zone: str) -> datetime:
    if hours.week[day.weekday()] and day not in hours.holidays:
        return replace(hours, zone=zone).close_of(day).astimezone(ZoneInfo(zone))
    closing = max((end for week_day in hours.week for _, end in week_day), default=17 * 60)
    return datetime.combine(day, time(), ZoneInfo(zone)) + timedelta(minutes=closing)
