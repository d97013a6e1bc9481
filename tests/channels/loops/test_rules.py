"""When mail goes in circles, by plain rule: both ways within a stretch of time, or a storm from one side."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from goodword.channels.email.loop_rules import MOST, Passed, Stop, stop_for

HELP, SALES = "help@shop.example", "sales@shop.example"
ROBOT = "robot@else.example"


def each(at: datetime, count: int, minutes: float, mailbox: str = HELP) -> list[Passed]:
    """So many mails, one every few minutes, the last one now."""
    return [Passed(at - timedelta(minutes=minutes) * number, mailbox) for number in range(count)]


def stopped(at: datetime, came: list[Passed], went: list[Passed]) -> Stop | None:
    return stop_for(ROBOT, HELP, came[:MOST], went[:MOST], at)


def test_two_each_way_within_minutes_are_a_circle(at: datetime) -> None:
    stop = stopped(at, each(at, 3, 1), each(at, 2, 1))
    assert stop == Stop(
        HELP,
        f"Mail goes in circles between {ROBOT} and {HELP}: within 10 minutes, 2 came and the desk answered 2 by "
        "itself.",
    )


@pytest.mark.parametrize(
    ("count", "minutes", "is_stopped"),
    [(1, 1, False), (2, 1, True), (3, 12, False), (4, 12, True), (9, 120, False), (10, 120, True), (30, 240, False)],
)
def test_slow_circles_are_seen_by_longer_stretches(at: datetime, count: int, minutes: float, is_stopped: bool) -> None:
    assert bool(stopped(at, each(at, count, minutes), each(at, count, minutes))) == is_stopped


def test_a_person_who_forgot_something_twice_is_no_robot(at: datetime) -> None:
    came = [Passed(at - timedelta(minutes=ago), HELP) for ago in (0, 4, 8)]
    receipts = [Passed(at - timedelta(minutes=ago), HELP) for ago in (3.9, 7.9)]
    assert stopped(at, came, receipts) is None


def test_one_side_alone_is_no_circle(at: datetime) -> None:
    assert stopped(at, each(at, 20, 1), []) is None
    assert stopped(at, [], each(at, 20, 1)) is None


def test_other_mailboxes_count_for_the_address_not_for_the_pair(at: datetime) -> None:
    came, went = each(at, 3, 1, SALES), each(at, 3, 1, SALES)
    assert stopped(at, came, went) is None
    stop = stopped(at, came + each(at, 1, 1), went + each(at, 1, 1))
    assert stop is not None
    assert stop.mailbox == ""


def test_a_storm_stops_answers_whatever_we_wrote(at: datetime) -> None:
    assert stopped(at, each(at, 29, 0.1), []) is None
    stop = stopped(at, each(at, 30, 0.1), [])
    assert stop == Stop("", f"{ROBOT} sent 30 mails or more within 10 minutes.")


def test_a_clock_that_was_set_back_does_not_hide_what_just_passed(at: datetime) -> None:
    future = [Passed(at + timedelta(minutes=59), HELP)] * 2
    assert stopped(at, future, future) is not None
