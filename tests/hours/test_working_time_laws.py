"""Working time against a slow reference that looks at the clock on the wall minute by minute, and its laws.

The calendars are random; the instants lie around changes of the clocks of every sort: an hour, half an hour,
two hours, at midnight, one minute after midnight, and a day that was skipped.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from goodword.hours.rules import NeverOpen, WorkingTime

MINUTE = timedelta(minutes=1)
CHANGES = [  # in UTC
    ("Europe/Berlin", "2026-03-29 01:00"),
    ("Europe/Berlin", "2026-10-25 01:00"),
    ("America/New_York", "2026-03-08 07:00"),
    ("America/New_York", "2026-11-01 06:00"),
    ("Australia/Lord_Howe", "2026-10-03 15:30"),
    ("Australia/Lord_Howe", "2026-04-04 15:00"),
    ("America/St_Johns", "2010-11-07 02:31"),
    ("America/St_Johns", "2010-03-14 03:31"),
    ("America/Sao_Paulo", "2018-02-18 02:00"),
    ("America/Sao_Paulo", "2018-11-04 03:00"),
    ("America/Havana", "2026-11-01 05:00"),
    ("Antarctica/Troll", "2026-03-29 01:00"),
    ("Pacific/Apia", "2011-12-30 10:00"),
    ("Asia/Kolkata", "2026-06-01 00:00"),
    ("Pacific/Kiritimati", "2026-06-01 00:00"),
    ("UTC", "2026-01-01 00:00"),
]
SPREAD = 4 * 1440  # minutes on each side of the change within which instants are drawn


class Slowly:
    """The reference: one answer per minute, by the definition and nothing else."""

    def __init__(self, hours: WorkingTime, middle: datetime) -> None:
        self.start = middle - 12 * 1440 * MINUTE
        zone = ZoneInfo(hours.zone)
        self.walls = [(self.start + n * MINUTE).astimezone(zone) for n in range(24 * 1440)]
        self.open = [self._is_open(hours, wall) for wall in self.walls]

    @staticmethod
    def _is_open(hours: WorkingTime, wall: datetime) -> bool:
        minute = wall.hour * 60 + wall.minute
        day = hours.week[wall.weekday()]
        return wall.date() not in hours.holidays and any(start <= minute < end for start, end in day)

    def index(self, at: datetime) -> int:
        return (at - self.start) // MINUTE

    def opens(self, at: datetime) -> datetime | None:
        found = (n for n in range(self.index(at), len(self.open)) if self.open[n])
        return next((self.start + n * MINUTE for n in found), None)

    def after(self, at: datetime, minutes: int) -> datetime | None:
        n = self.index(at)
        while minutes and n < len(self.open):
            minutes -= self.open[n]
            n += 1
        return None if minutes else self.start + n * MINUTE

    def before(self, at: datetime, minutes: int) -> datetime | None:
        n = self.index(at)
        while minutes and n > 0:
            n -= 1
            minutes -= self.open[n]
        return None if minutes else self.start + n * MINUTE

    def between(self, a: datetime, b: datetime) -> int:
        return sum(self.open[self.index(a) : self.index(b)])

    def edges_of(self, day: date) -> tuple[datetime, datetime] | None:
        """The first opening and the last closing of a local day."""
        that_day = [n for n, wall in enumerate(self.walls) if self.open[n] and wall.date() == day]
        if not that_day:
            return None
        return self.start + that_day[0] * MINUTE, self.start + (that_day[-1] + 1) * MINUTE


@st.composite
def days(draw: st.DrawFn) -> tuple[tuple[int, int], ...]:
    edges = sorted(draw(st.lists(st.integers(0, 1440), max_size=6, unique=True)))
    return tuple(zip(edges[::2], edges[1::2], strict=False))


WHOLE_DAYS = st.sampled_from([(), ((0, 1440),), ((540, 1020),), ((0, 360), (1320, 1440))])


@st.composite
def calendars(draw: st.DrawFn) -> tuple[WorkingTime, datetime]:
    """A calendar and the change of the clocks around which it is tried."""
    zone, changes_at = draw(st.sampled_from(CHANGES))
    middle = datetime.fromisoformat(changes_at).replace(tzinfo=UTC)
    week = tuple(draw(st.one_of(days(), WHOLE_DAYS)) for _ in range(7))
    away = draw(st.frozensets(st.integers(-6, 6), max_size=4))
    return WorkingTime(zone, week, frozenset(middle.date() + timedelta(days=n) for n in away)), middle


OFFSETS = st.one_of(st.integers(-SPREAD, SPREAD), st.integers(-180, 180))


@settings(max_examples=100, deadline=None)
@given(calendars(), OFFSETS, OFFSETS, st.integers(0, 2000))
def test_working_time_agrees_with_looking_at_the_clock_every_minute(
    drawn: tuple[WorkingTime, datetime], one: int, other: int, minutes: int
) -> None:
    hours, middle = drawn
    slowly = Slowly(hours, middle)
    at, later = middle + min(one, other) * MINUTE, middle + max(one, other) * MINUTE
    assert hours.is_open(at) == slowly.open[slowly.index(at)]
    assert hours.minutes_between(at, later) == slowly.between(at, later)
    for mine, reference in (
        (hours.opens, slowly.opens(at)),
        (lambda when: hours.after(when, minutes), slowly.after(at, minutes)),
        (lambda when: hours.before(when, minutes), slowly.before(at, minutes)),
    ):
        if reference is not None:
            assert mine(at) == reference


@settings(max_examples=60, deadline=None)
@given(calendars(), st.integers(-3, 3))
def test_a_day_closes_and_opens_where_the_reference_says(drawn: tuple[WorkingTime, datetime], aside: int) -> None:
    hours, middle = drawn
    slowly = Slowly(hours, middle)
    zone = ZoneInfo(hours.zone)
    noon = middle + timedelta(days=aside)
    following = [noon.astimezone(zone).date() + timedelta(days=n) for n in range(6)]
    edges = [slowly.edges_of(day) for day in following]
    for day, edge in zip(following, edges, strict=True):
        if edge is not None:
            assert hours.close_of(day) == edge[1]
    first_morning = next((edge for edge in edges[1:] if edge is not None), None)
    if first_morning is not None:
        assert hours.next_morning(noon) == first_morning[0]


@given(calendars(), OFFSETS, OFFSETS, OFFSETS)
def test_minutes_between_add_up(drawn: tuple[WorkingTime, datetime], a: int, b: int, c: int) -> None:
    hours, middle = drawn
    first, second, third = (middle + n * MINUTE for n in (a, b, c))
    whole = hours.minutes_between(first, third)
    assert hours.minutes_between(first, second) + hours.minutes_between(second, third) == whole
    assert hours.minutes_between(third, first) == -whole


@given(calendars(), OFFSETS, st.integers(1, 20_000), st.integers(0, 59))
def test_after_and_before_undo_each_other(
    drawn: tuple[WorkingTime, datetime], offset: int, minutes: int, seconds: int
) -> None:
    hours, middle = drawn
    assume(any(hours.week))
    at = middle + offset * MINUTE + timedelta(seconds=seconds)
    due = _reached(hours, at, minutes)
    assert hours.minutes_between(at, due) == minutes
    assert hours.before(due, minutes) == hours.opens(at)
    start = hours.before(at, minutes)
    assert hours.minutes_between(start, at) == minutes
    assert hours.is_open(start)
    assert hours.opens(hours.after(start, minutes)) == hours.opens(at)


@given(calendars(), OFFSETS, st.integers(0, 5000), st.integers(0, 5000), st.integers(0, 5000))
def test_later_starts_and_more_minutes_end_no_earlier(
    drawn: tuple[WorkingTime, datetime], offset: int, wait: int, minutes: int, more: int
) -> None:
    hours, middle = drawn
    assume(any(hours.week))
    at = middle + offset * MINUTE
    due = _reached(hours, at, minutes)
    assert at <= due <= _reached(hours, at + wait * MINUTE, minutes)
    assert due <= _reached(hours, at, minutes + more)
    assert _reached(hours, due, more) == _reached(hours, at, minutes + more) or not more
    assert hours.before(at, minutes) <= hours.before(at + wait * MINUTE, minutes) <= at + wait * MINUTE
    assert at <= hours.opens(at)
    assert hours.is_open(hours.opens(at))


def _reached(hours: WorkingTime, at: datetime, minutes: int) -> datetime:
    """`after`, leaving out the calendars whose one minute a week would take longer than is looked for."""
    try:
        return hours.after(at, minutes)
    except NeverOpen:
        assume(False)
        raise
