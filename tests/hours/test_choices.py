"""Moments worth offering: in working time, in the customer's zone, each once and ahead."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from goodword.hours import choices
from goodword.hours.rules import ALWAYS_NINE_TO_FIVE, WorkingTime

HOURS = ALWAYS_NINE_TO_FIVE()
MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


def labels(found: list[choices.Choice]) -> list[str]:
    return [choice.label for choice in found]


def test_dues_on_a_monday_morning() -> None:
    assert labels(choices.dues(HOURS, "UTC", MONDAY)) == [
        "Today 17:00", "Tomorrow 12:00", "Tomorrow 17:00", "Friday 17:00", "Mon 9 Mar 17:00",
    ]  # fmt: skip


def test_what_is_too_close_is_not_offered() -> None:
    assert labels(choices.dues(HOURS, "UTC", MONDAY + timedelta(hours=7, minutes=30)))[0] == "Tomorrow 12:00"


def test_a_closed_day_is_offered_as_the_next_working_one() -> None:
    saturday = MONDAY + timedelta(days=5)
    assert labels(choices.dues(HOURS, "UTC", saturday))[:2] == ["Monday 12:00", "Monday 17:00"]


def test_dues_are_those_of_the_customers_clock() -> None:
    first = choices.dues(HOURS, "America/New_York", MONDAY)[0]
    assert (first.label, first.at) == ("Today 17:00", datetime(2026, 3, 2, 22, tzinfo=UTC))


def test_a_case_is_set_aside_until_working_time() -> None:
    assert labels(choices.snoozes(HOURS, "UTC", MONDAY)) == ["Today 11:00", "Tomorrow 09:00", "Mon 9 Mar 09:00"]
    friday_evening = datetime(2026, 3, 6, 18, tzinfo=UTC)
    assert labels(choices.snoozes(HOURS, "UTC", friday_evening))[0] == "Monday 09:00"


def test_hours_that_never_open_offer_nothing() -> None:
    never = WorkingTime("UTC", ((),) * 7)
    assert (choices.dues(never, "UTC", MONDAY), choices.snoozes(never, "UTC", MONDAY)) == ([], [])


def test_a_realistic_due_is_the_end_of_the_day_by_which_the_work_can_be_done() -> None:
    assert choices.realistic(HOURS, "UTC", MONDAY, 10 * 60) == datetime(2026, 3, 3, 17, tzinfo=UTC)
