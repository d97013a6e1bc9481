"""Days and closing times as seen from one moment in one zone: what "Friday", "next week", "5 business days" mean."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from goodword.hours.rules import NeverOpen, WorkingTime

FRIDAY, SUNDAY = 4, 6
LAST_MINUTE = time(23, 59)
MOST_BUSINESS_DAYS = 400
ANY_CLOSING = 17 * 60


@dataclass(frozen=True)
class Almanac:
    """The moment of writing, the zone in which its times are meant, and the working time there.

    A day-granular promise ends at closing time; a day that is closed ends when the others do, on that same day.
    """

    now: datetime
    hours: WorkingTime
    zone: str

    @cached_property
    def place(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    @cached_property
    def here(self) -> datetime:
        """The moment of writing on the wall clock of the zone."""
        return self.now.astimezone(self.place)

    @property
    def today(self) -> date:
        return self.here.date()

    def at(self, day: date, moment: time, zone: str = "") -> datetime:
        """Returns a wall-clock time of a day; with `zone`, that of another zone, seen from here."""
        there = datetime.combine(day, moment, ZoneInfo(zone) if zone else self.place)
        return there.astimezone(self.place) if zone else there

    def close(self, day: date) -> datetime:
        """Returns the closing time of a day; today's, once it has passed, is the end of the day (23:59)."""
        minute = self._closing_minute(day)
        closing = self.at(day, time(minute // 60, minute % 60)) if minute < 24 * 60 else self.at(day, LAST_MINUTE)
        if day == self.today and closing <= self.here:
            return self.at(day, LAST_MINUTE)
        return closing

    def _closing_minute(self, day: date) -> int:
        intervals = () if day in self.hours.holidays else self.hours.week[day.weekday()]
        ends = [end for _, end in intervals] or [end for other in self.hours.week for _, end in other]
        return max(ends, default=ANY_CLOSING)

    def works_on(self, day: date) -> bool:
        return day not in self.hours.holidays and bool(self.hours.week[day.weekday()])

    def business_day(self, count: int) -> date:
        """Returns the count-th working day after today."""
        day, left = self.today, min(count, MOST_BUSINESS_DAYS)
        while left > 0:
            day += timedelta(days=1)
            left -= self.works_on(day)
            if (day - self.today).days > 3 * MOST_BUSINESS_DAYS:
                break
        return day

    def business_minutes(self, minutes: int) -> datetime | None:
        """Returns when so many minutes of working time have passed, or None if they never do."""
        try:
            return replace(self.hours, zone=self.zone).after(self.now, minutes).astimezone(self.place)
        except NeverOpen:
            return None

    def elapsed(self, minutes: float) -> datetime:
        """Returns the wall clock after time that really passes, also across a change of the clocks."""
        return (self.now.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(self.place)

    def weekday(self, wanted: int, *, today_counts: bool = False) -> date:
        """Returns the next such day, strictly after today unless `today_counts`."""
        ahead = (wanted - self.today.weekday()) % 7
        return self.today + timedelta(days=ahead if ahead or today_counts else 7)

    def weekday_of_week(self, wanted: int, weeks: int) -> date:
        """Returns a day of the calendar week so many weeks ahead (weeks start on Monday)."""
        return self.today + timedelta(days=wanted - self.today.weekday() + 7 * weeks)

    def friday_of(self, weeks: int) -> date:
        """Returns the last working day's Friday of a week; once this week's is over, the next one."""
        friday = self.weekday_of_week(FRIDAY, weeks)
        return friday + timedelta(days=7) if friday < self.today else friday

    def month_end(self, months: int) -> date:
        """Returns the last calendar day of the month so many months ahead."""
        first = self.today.replace(day=1)
        for _ in range(months):
            first = (first + timedelta(days=31)).replace(day=1)
        return last_of_month(first)

    def dated(self, day: int, month: int, year: int | None = None) -> date | None:
        """Returns a date; without a year its next occurrence, today included. None when there is no such date."""
        if year is not None:
            return _date(year + 2000 if year < 100 else year, month, day)
        for later in range(5):
            found = _date(self.today.year + later, month, day)
            if found and found >= self.today:
                return found
        return None

    def day_of_month(self, day: int) -> date | None:
        """Returns the next day with this number, today included."""
        first = self.today.replace(day=1)
        for _ in range(3):
            found = _date(first.year, first.month, day)
            if found and found >= self.today:
                return found
            first = (first + timedelta(days=31)).replace(day=1)
        return None

    def plus_months(self, count: int) -> date:
        """Returns the same day so many months later, or the last of that month."""
        month = self.today.month - 1 + min(count, 120)
        year, month = self.today.year + month // 12, month % 12 + 1
        return date(year, month, min(self.today.day, calendar.monthrange(year, month)[1]))


def last_of_month(day: date) -> date:
    """Returns the last day of the month of `day`."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
