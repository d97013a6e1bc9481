"""Working time as plain arithmetic: is it open, when does it open, when have so many working minutes passed.

One definition carries everything: an instant is open when the clock on the wall of the calendar's zone then
shows a time within that weekday's intervals, and the day is no holiday. So an hour that the clocks skip in
spring was never open, and an hour that they show twice in autumn was open twice: what is counted is time that
really passed. All work is done in UTC, a day at a time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

Week = tuple[tuple[tuple[int, int], ...], ...]
Stretch = tuple[datetime, datetime]

DAYS_TO_LOOK_FOR_AN_OPENING = 400
DAYS_TO_LOOK_FOR_MINUTES = 4000  # almost eleven years: no promise and no lead time is longer
MINUTES_OF_A_DAY = 1440

_ONE_DAY = timedelta(days=1)
_ONE_MINUTE = timedelta(minutes=1)
_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class NeverOpen(ValueError):
    """The calendar has no such working time within the days that are looked at."""


class UnusableHours(ValueError):
    """Hours that nobody could work by; `field` is `week`, `zone` or `holidays`."""

    def __init__(self, field: str, words: str) -> None:
        super().__init__(words)
        self.field = field


@dataclass(frozen=True)
class WorkingTime:
    """A week of opening hours in one zone, less the holidays.

    `zone` is an IANA name. `week` runs Monday to Sunday; each day holds its intervals in minutes from local
    midnight, start included and end excluded, 0 to 1440; a night shift is two days' intervals. Every method
    takes aware times, raises ValueError for others, and answers in UTC.
    """

    zone: str
    week: Week
    holidays: frozenset[date] = frozenset()

    def is_open(self, at: datetime) -> bool:
        """Says whether `at` lies within working time (a closing time does not)."""
        local = _utc(at).astimezone(ZoneInfo(self.zone))
        minute = local.hour * 60 + local.minute
        return any(start <= minute < end for start, end in self._intervals(local.date()))

    def opens(self, at: datetime) -> datetime:
        """Returns `at` itself when open, else the next opening; NeverOpen if none comes within 400 days."""
        at = _utc(at)
        for start, _ in self._forward(at, DAYS_TO_LOOK_FOR_AN_OPENING):
            return start
        raise NeverOpen(f"No working time within {DAYS_TO_LOOK_FOR_AN_OPENING} days after {at.isoformat()}.")

    def after(self, at: datetime, minutes: int) -> datetime:
        """Returns the first instant by which `minutes` of working time have passed since `at`.

        None passed is `at` itself, open or not. Raises ValueError if `minutes` is negative, NeverOpen if they
        do not come together within 4000 days.
        """
        at = _utc(at)
        left = _duration(minutes)
        if not left:
            return at
        for start, end in self._forward(at, DAYS_TO_LOOK_FOR_MINUTES):
            if left <= end - start:
                return start + left
            left -= end - start
        raise NeverOpen(f"Less than {minutes} minutes of working time in the years after {at.isoformat()}.")

    def before(self, at: datetime, minutes: int) -> datetime:
        """Returns the last instant with `minutes` of working time between it and `at` (for lead times).

        Errors as `after`.
        """
        at = _utc(at)
        left = _duration(minutes)
        if not left:
            return at
        for start, end in self._backward(at, DAYS_TO_LOOK_FOR_MINUTES):
            if left <= end - start:
                return end - left
            left -= end - start
        raise NeverOpen(f"Less than {minutes} minutes of working time in the years before {at.isoformat()}.")

    def minutes_between(self, a: datetime, b: datetime) -> int:
        """Returns the whole minutes of working time from `a` to `b`, negative when `b` comes first.

        Additive for instants on full minutes. Cost: one step for each day between.
        """
        a, b = _utc(a), _utc(b)
        if b < a:
            return -self.minutes_between(b, a)
        worked = timedelta(0)
        for start, end in self._forward(a, (b.date() - a.date()).days + 1):
            if start >= b:
                break
            worked += min(end, b) - start
        return worked // _ONE_MINUTE

    def close_of(self, day: date, zone: str = "") -> datetime:
        """Returns the end of business on `day`, or of the next working day when `day` is closed.

        With `zone` (the customer's), the closing time is what the clock on the customer's wall shows. Raises
        NeverOpen if no working day comes within 400 days.
        """
        there = replace(self, zone=zone) if zone else self
        return there._first_working_day(day)[-1][1]

    def next_morning(self, at: datetime) -> datetime:
        """Returns the first opening of the next working day after the day of `at` in the calendar's zone."""
        today = _utc(at).astimezone(ZoneInfo(self.zone)).date()
        return self._first_working_day(today + _ONE_DAY)[0][0]

    def _intervals(self, day: date) -> tuple[tuple[int, int], ...]:
        return () if day in self.holidays else self.week[day.weekday()]

    def _first_working_day(self, day: date) -> list[Stretch]:
        """Returns the open stretches of `day`, or of the next day that has any."""
        for later in range(DAYS_TO_LOOK_FOR_AN_OPENING):
            stretches = self._stretches_of(day + timedelta(days=later))
            if stretches:
                return stretches
        raise NeverOpen(f"No working day within {DAYS_TO_LOOK_FOR_AN_OPENING} days from {day.isoformat()}.")

    def _stretches_of(self, day: date) -> list[Stretch]:
        """Returns when the local `day` is open; with offsets of -12 to +14 it may lie in three UTC days."""
        if not self._intervals(day):
            return []
        spans = (span for aside in (-1, 0, 1) for span in _spans(self.zone, day + timedelta(days=aside)))
        return [stretch for span in spans for stretch in self._within(span, day)]

    def _open_during(self, day: date) -> list[Stretch]:
        """Returns the open stretches of one UTC day, in order."""
        found: list[Stretch] = []
        for span in _spans(self.zone, day):
            start, end, offset = span
            local_day, last = (start + offset).date(), (end + offset).date()
            while local_day <= last:
                found.extend(self._within(span, local_day))
                local_day += _ONE_DAY
        return found

    def _within(self, span: tuple[datetime, datetime, timedelta], day: date) -> Iterator[Stretch]:
        """Yields what is open of the local `day` within a span of constant offset."""
        first, last, offset = span
        midnight = datetime.combine(day, time(), UTC) - offset
        for start, end in self._intervals(day):
            opening = max(first, midnight + timedelta(minutes=start))
            closing = min(last, midnight + timedelta(minutes=end))
            if opening < closing:
                yield opening, closing

    def _forward(self, at: datetime, days: int) -> Iterator[Stretch]:
        """Yields the open stretches from `at` on, the running one cut to begin at `at`."""
        if not any(self.week):
            return
        for ahead in range(days + 1):
            for start, end in self._open_during(at.date() + timedelta(days=ahead)):
                if end > at:
                    yield max(start, at), end

    def _backward(self, at: datetime, days: int) -> Iterator[Stretch]:
        """Yields the open stretches up to `at`, the latest first."""
        if not any(self.week):
            return
        for back in range(days + 1):
            for start, end in reversed(self._open_during(at.date() - timedelta(days=back))):
                if start < at:
                    yield start, min(end, at)


def ALWAYS_NINE_TO_FIVE(zone: str = "UTC") -> WorkingTime:  # noqa: N802 (used as the constant that it is)
    """Returns Monday to Friday, 09:00 to 17:00, without holidays: what holds until a calendar is given."""
    working_day = ((9 * 60, 17 * 60),)
    return WorkingTime(zone, (working_day,) * 5 + ((), ()))


def checked(week: Sequence[Iterable[Sequence[int]]], zone: str, holidays: Collection[date] = ()) -> WorkingTime:
    """Returns the working time, its intervals sorted; raises UnusableHours, a ValueError in plain words."""
    _check_zone(zone)
    if not _has_seven(week):
        raise UnusableHours("week", "A week has seven days, Monday to Sunday.")
    days = tuple(_checked_day(name, day) for name, day in zip(_DAY_NAMES, week, strict=True))
    if not any(days):
        raise UnusableHours("week", "The week has no working time at all; give at least one day its hours.")
    for holiday in holidays:
        if not isinstance(holiday, date) or isinstance(holiday, datetime):
            raise UnusableHours("holidays", f"A holiday is a date, and {holiday!r} is not.")
    return WorkingTime(zone, days, frozenset(holidays))


def _has_seven(week: object) -> bool:
    return isinstance(week, Sequence) and not isinstance(week, str) and len(week) == len(_DAY_NAMES)


def _check_zone(zone: str) -> None:
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, TypeError, OSError):  # unknown, malformed, not text, the name of a folder
        words = f"{zone!r} is not the name of a time zone, such as 'Europe/Berlin'."
        raise UnusableHours("zone", words) from None


def _checked_day(name: str, day: Iterable[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    """Returns one day's intervals, sorted, if they are usable."""
    try:
        pairs = sorted((start, end) for start, end in day)
    except (TypeError, ValueError):
        words = f"{name}: each interval is a start and an end, in minutes from midnight."
        raise UnusableHours("week", words) from None
    for start, end in pairs:
        if type(start) is not int or type(end) is not int:
            raise UnusableHours("week", f"{name}: start and end are whole minutes from midnight.")
        if not 0 <= start < end <= MINUTES_OF_A_DAY:
            words = f"{name}: {start} to {end} is not within 0 to {MINUTES_OF_A_DAY} with the start first."
            raise UnusableHours("week", words)
    for (_, earlier_end), (later_start, _) in pairwise(pairs):
        if later_start < earlier_end:
            words = f"{name}: the interval from {_clock(later_start)} begins before {_clock(earlier_end)}."
            raise UnusableHours("week", words)
    return tuple(pairs)


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _duration(minutes: int) -> timedelta:
    if minutes < 0:
        raise ValueError("Working minutes are counted from zero upwards.")
    return timedelta(minutes=minutes)


def _utc(at: datetime) -> datetime:
    """Returns the same instant in UTC; a time without a zone is an error, not a guess."""
    if at.tzinfo is None or at.utcoffset() is None:
        raise ValueError(f"{at.isoformat()} has no time zone.")
    return at.astimezone(UTC)


@lru_cache(maxsize=16_384)
def _spans(zone: str, day: date) -> tuple[tuple[datetime, datetime, timedelta], ...]:
    """Returns one UTC day cut where the zone's offset changes: start, end, offset.

    One change a day is looked for: from 1975 on no zone of the IANA database has two within 60 hours.
    """
    place = ZoneInfo(zone)
    start = datetime.combine(day, time(), UTC)
    end = start + _ONE_DAY
    first, last = _offset(place, start), _offset(place, end)
    if first == last:
        return ((start, end, first),)
    unchanged, changed = start, end
    while changed - unchanged > timedelta(seconds=1):
        middle = unchanged + timedelta(seconds=(changed - unchanged) // timedelta(seconds=2))
        if _offset(place, middle) == first:
            unchanged = middle
        else:
            changed = middle
    if changed == end:
        return ((start, end, first),)
    return ((start, changed, first), (changed, end, last))


def _offset(place: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(place).utcoffset() or timedelta(0)
