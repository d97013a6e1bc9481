"""Working time by hand: each expected instant below was worked out on paper, in UTC."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from goodword.hours.rules import (
    ALWAYS_NINE_TO_FIVE,
    NeverOpen,
    UnusableHours,
    Week,
    WorkingTime,
    checked,
)

ROUND_THE_CLOCK: Week = (((0, 1440),),) * 7
SUNDAY_NIGHT: Week = ((),) * 6 + (((0, 240),),)  # Sunday 00:00 to 04:00, where the clocks change

BERLIN = ALWAYS_NINE_TO_FIVE("Europe/Berlin")
NEW_YORK = ALWAYS_NINE_TO_FIVE("America/New_York")
LORD_HOWE = ALWAYS_NINE_TO_FIVE("Australia/Lord_Howe")
KOLKATA = ALWAYS_NINE_TO_FIVE("Asia/Kolkata")


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


# ── across the changes of the clock ──


@pytest.mark.parametrize(
    ("hours", "friday_at_four", "expected"),
    [
        (BERLIN, "2026-03-27 15:00", "2026-03-30 08:00"),  # +1 becomes +2: Monday 10:00 is 08:00 UTC
        (BERLIN, "2026-10-23 14:00", "2026-10-26 09:00"),  # +2 becomes +1
        (NEW_YORK, "2026-03-06 21:00", "2026-03-09 14:00"),  # -5 becomes -4
        (NEW_YORK, "2026-10-30 20:00", "2026-11-02 15:00"),  # -4 becomes -5
        (LORD_HOWE, "2026-10-02 05:30", "2026-10-04 23:00"),  # +10:30 becomes +11, half an hour
        (LORD_HOWE, "2026-04-03 05:00", "2026-04-05 23:30"),  # +11 becomes +10:30
        (KOLKATA, "2026-03-27 10:30", "2026-03-30 04:30"),  # +5:30 all year
        (KOLKATA, "2026-10-23 10:30", "2026-10-26 04:30"),
    ],
)
def test_two_hours_from_friday_at_four_end_on_monday_at_ten(
    hours: WorkingTime, friday_at_four: str, expected: str
) -> None:
    asked = utc(friday_at_four)
    assert hours.after(asked, 120) == utc(expected)
    assert hours.before(utc(expected), 120) == asked
    assert hours.minutes_between(asked, utc(expected)) == 120


@pytest.mark.parametrize(
    ("zone", "day", "elapsed"),
    [
        ("Europe/Berlin", date(2026, 3, 29), 23 * 60),
        ("Europe/Berlin", date(2026, 10, 25), 25 * 60),
        ("America/New_York", date(2026, 3, 8), 23 * 60),
        ("America/New_York", date(2026, 11, 1), 25 * 60),
        ("Australia/Lord_Howe", date(2026, 10, 4), 23 * 60 + 30),
        ("Australia/Lord_Howe", date(2026, 4, 5), 24 * 60 + 30),
        ("Asia/Kolkata", date(2026, 3, 29), 24 * 60),
        ("America/Sao_Paulo", date(2018, 11, 4), 23 * 60),  # midnight itself is skipped
        ("Africa/Cairo", date(2026, 4, 24), 23 * 60),
        ("America/St_Johns", date(2010, 11, 6), 24 * 60 + 59),  # one minute after midnight back to yesterday
        ("America/St_Johns", date(2010, 11, 7), 24 * 60 + 1),
        ("Pacific/Apia", date(2011, 12, 30), 0),  # the day that never was
    ],
)
def test_a_day_round_the_clock_counts_the_time_that_passed(zone: str, day: date, elapsed: int) -> None:
    only_that_day = WorkingTime(zone, tuple(((0, 1440),) if n == day.weekday() else () for n in range(7)))
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    around = (noon - timedelta(days=3), noon + timedelta(days=3))
    assert only_that_day.minutes_between(*around) == elapsed


def test_an_hour_that_the_clocks_skip_was_never_open() -> None:
    shop = WorkingTime("Europe/Berlin", SUNDAY_NIGHT)
    opening = utc("2026-03-28 23:00")  # Sunday 00:00
    assert shop.minutes_between(opening, opening + timedelta(days=1)) == 180
    assert shop.after(opening, 150) == utc("2026-03-29 01:30")  # the clock shows 03:30


def test_an_hour_that_the_clocks_show_twice_was_open_twice() -> None:
    shop = WorkingTime("Europe/Berlin", SUNDAY_NIGHT)
    opening = utc("2026-10-24 22:00")
    assert shop.minutes_between(opening, opening + timedelta(days=1)) == 300
    assert shop.after(opening, 210) == utc("2026-10-25 01:30")  # 02:30, the second time


def test_hours_within_a_repeated_hour_are_open_both_times() -> None:
    shop = WorkingTime("Europe/Berlin", ((),) * 6 + (((130, 160),),))  # Sunday 02:10 to 02:40
    midnight = utc("2026-10-24 22:00")
    assert shop.opens(midnight) == utc("2026-10-25 00:10")
    assert shop.opens(utc("2026-10-25 00:40")) == utc("2026-10-25 01:10")
    assert shop.minutes_between(midnight, utc("2026-10-25 12:00")) == 60


def test_hours_within_a_skipped_hour_wait_for_the_next_week() -> None:
    shop = WorkingTime("Europe/Berlin", ((),) * 6 + (((130, 160),),))
    assert shop.opens(utc("2026-03-28 12:00")) == utc("2026-04-05 00:10")
    assert shop.close_of(date(2026, 3, 29)) == utc("2026-04-05 00:40")


# ── opening, closing, mornings ──


def test_the_opening_minute_is_open_and_the_closing_minute_is_not() -> None:
    assert not BERLIN.is_open(utc("2026-01-05 07:59:59"))
    assert BERLIN.is_open(utc("2026-01-05 08:00"))
    assert BERLIN.is_open(utc("2026-01-05 15:59:59"))
    assert not BERLIN.is_open(utc("2026-01-05 16:00"))
    assert BERLIN.opens(utc("2026-01-05 16:00")) == utc("2026-01-06 08:00")


def test_what_is_open_opens_now_with_its_seconds() -> None:
    at = datetime(2026, 1, 5, 10, 11, 12, 13, tzinfo=ZoneInfo("Asia/Kolkata")) + timedelta(hours=6)
    assert BERLIN.opens(at) == at
    assert BERLIN.opens(at).tzinfo is UTC


def test_a_holiday_and_the_weekend_are_passed_over() -> None:
    easter = WorkingTime(BERLIN.zone, BERLIN.week, frozenset({date(2026, 4, 3), date(2026, 4, 6)}))
    assert easter.after(utc("2026-04-02 14:30"), 60) == utc("2026-04-07 07:30")
    assert easter.close_of(date(2026, 4, 3)) == utc("2026-04-07 15:00")
    assert easter.next_morning(utc("2026-04-02 14:30")) == utc("2026-04-07 07:00")
    assert easter.minutes_between(utc("2026-04-02 22:00"), utc("2026-04-06 22:00")) == 0


def test_sixty_minutes_end_at_closing_time_not_next_morning() -> None:
    assert BERLIN.after(utc("2026-01-05 15:00"), 60) == utc("2026-01-05 16:00")
    assert BERLIN.before(utc("2026-01-06 09:00"), 60) == utc("2026-01-06 08:00")
    assert BERLIN.before(utc("2026-01-06 08:00"), 60) == utc("2026-01-05 15:00")


def test_no_minutes_leave_the_instant_where_it_is_even_at_night() -> None:
    night = utc("2026-01-05 23:30")
    assert BERLIN.after(night, 0) == night
    assert BERLIN.before(night, 0) == night


def test_a_night_shift_is_one_stretch_over_midnight() -> None:
    nights = WorkingTime("Europe/Berlin", (((0, 360), (1320, 1440)),) * 7)
    assert nights.after(utc("2026-01-05 21:00"), 480) == utc("2026-01-06 05:00")
    assert nights.is_open(utc("2026-01-05 23:00"))


def test_the_lunch_break_does_not_count() -> None:
    shop = WorkingTime("Europe/Berlin", (((540, 720), (780, 1020)),) * 5 + ((), ()))
    assert shop.after(utc("2026-01-05 10:30"), 60) == utc("2026-01-05 12:30")
    assert shop.close_of(date(2026, 1, 5)) == utc("2026-01-05 16:00")


def test_thursday_for_a_customer_elsewhere_ends_on_the_customers_wall() -> None:
    thursday = date(2026, 3, 12)  # New York has already changed its clocks, Berlin has not
    assert BERLIN.close_of(thursday) == utc("2026-03-12 16:00")
    assert BERLIN.close_of(thursday, "America/New_York") == utc("2026-03-12 21:00")
    assert BERLIN.close_of(thursday, "Asia/Kolkata") == utc("2026-03-12 11:30")
    assert BERLIN.close_of(date(2026, 3, 14), "Australia/Lord_Howe") == utc("2026-03-16 06:00")


def test_a_day_that_closes_at_midnight_closes_when_the_clocks_jump_over_it() -> None:
    always = WorkingTime("America/Sao_Paulo", ROUND_THE_CLOCK)
    assert always.close_of(date(2018, 11, 3)) == utc("2018-11-04 03:00")
    assert always.next_morning(utc("2018-11-03 12:00")) == utc("2018-11-04 03:00")


def test_next_morning_is_the_next_day_of_the_calendars_zone() -> None:
    assert KOLKATA.next_morning(utc("2026-01-05 19:00")) == utc("2026-01-07 03:30")  # there it is Tuesday
    assert KOLKATA.next_morning(utc("2026-01-05 18:00")) == utc("2026-01-06 03:30")
    assert NEW_YORK.next_morning(utc("2026-01-09 20:00")) == utc("2026-01-12 14:00")


def test_minutes_between_count_backwards_below_zero_and_only_whole_ones() -> None:
    start = utc("2026-01-05 09:00")
    assert BERLIN.minutes_between(start, start + timedelta(seconds=119)) == 1
    assert BERLIN.minutes_between(start + timedelta(seconds=119), start) == -1
    assert BERLIN.minutes_between(start, start) == 0


# ── what cannot be ──


def test_hours_without_working_time_are_never_open() -> None:
    shut = WorkingTime("UTC", ((),) * 7)
    now = utc("2026-01-05 09:00")
    asks: list[Callable[[], datetime]] = [
        lambda: shut.opens(now),
        lambda: shut.after(now, 1),
        lambda: shut.before(now, 1),
        lambda: shut.close_of(now.date()),
        lambda: shut.next_morning(now),
    ]
    for ask in asks:
        with pytest.raises(NeverOpen):
            ask()
    assert shut.minutes_between(now, now + timedelta(days=30)) == 0


def test_an_opening_beyond_four_hundred_days_is_not_looked_for() -> None:
    away = frozenset(date(2026, 1, 1) + timedelta(days=n) for n in range(500))
    with pytest.raises(NeverOpen, match="400 days"):
        WorkingTime("UTC", ROUND_THE_CLOCK, away).opens(utc("2026-01-01 00:00"))
    assert WorkingTime("UTC", ROUND_THE_CLOCK, away).opens(utc("2026-06-01 00:00")) == utc("2027-05-16 00:00")


def test_a_time_without_a_zone_is_refused() -> None:
    naive = datetime(2026, 1, 5, 9)
    with pytest.raises(ValueError, match="no time zone"):
        BERLIN.is_open(naive)
    with pytest.raises(ValueError, match="no time zone"):
        BERLIN.minutes_between(naive, utc("2026-01-05 09:00"))


def test_working_minutes_below_zero_are_refused() -> None:
    with pytest.raises(ValueError, match="zero upwards"):
        BERLIN.after(utc("2026-01-05 09:00"), -1)


# ── checking what a person typed ──


def test_checked_hours_are_sorted_and_taken_from_lists() -> None:
    week = [[[780, 1020], [540, 720]], [], [], [], [], [], []]
    hours = checked(week, "Europe/Berlin", [date(2026, 1, 5)])
    assert hours.week[0] == ((540, 720), (780, 1020))
    assert hours.holidays == {date(2026, 1, 5)}
    assert checked(hours.week, hours.zone, hours.holidays) == hours


@pytest.mark.parametrize(
    ("week", "zone", "holidays", "field", "words"),
    [
        ([[]] * 7, "UTC", [], "week", "no working time at all"),
        ([[[540, 1020]]] * 6, "UTC", [], "week", "seven days"),
        ("monday!", "UTC", [], "week", "seven days"),
        (7, "UTC", [], "week", "seven days"),
        ([[[540, 1020]]] * 6 + [[[600, 540]]], "UTC", [], "week", "Sunday: 600 to 540"),
        ([[[540, 540]]] * 7, "UTC", [], "week", "Monday: 540 to 540"),
        ([[[0, 1441]]] * 7, "UTC", [], "week", "0 to 1440"),
        ([[[-1, 60]]] * 7, "UTC", [], "week", "0 to 1440"),
        ([[[540, 720], [700, 900]]] * 7, "UTC", [], "week", "from 11:40 begins before 12:00"),
        ([[[540]]] * 7, "UTC", [], "week", "a start and an end"),
        ([540] * 7, "UTC", [], "week", "a start and an end"),
        ([[["9:00", "17:00"]]] * 7, "UTC", [], "week", "whole minutes"),
        ([[[540.5, 600]]] * 7, "UTC", [], "week", "whole minutes"),
        ([[[False, True]]] * 7, "UTC", [], "week", "whole minutes"),
        (ROUND_THE_CLOCK, "Europe/Bremen", [], "zone", "not the name of a time zone"),
        (ROUND_THE_CLOCK, "", [], "zone", "not the name of a time zone"),
        (ROUND_THE_CLOCK, "../../etc/passwd", [], "zone", "not the name of a time zone"),
        (ROUND_THE_CLOCK, "Europe", [], "zone", "not the name of a time zone"),
        (ROUND_THE_CLOCK, None, [], "zone", "not the name of a time zone"),
        (ROUND_THE_CLOCK, "UTC", ["2026-01-05"], "holidays", "A holiday is a date"),
    ],
)
def test_unusable_hours_say_what_is_wrong_and_where(
    week: object, zone: str, holidays: list[date], field: str, words: str
) -> None:
    with pytest.raises(UnusableHours, match=words) as refused:
        checked(week, zone, holidays)  # type: ignore[arg-type]
    assert refused.value.field == field


def test_hours_without_a_calendar_are_nine_to_five() -> None:
    assert checked(BERLIN.week, "UTC") == ALWAYS_NINE_TO_FIVE()
