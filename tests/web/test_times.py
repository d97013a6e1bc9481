"""Moments as people say them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.template import Context, Template

from goodword.cases.models import Case
from goodword.people.models import Agent, Customer
from goodword.web.times import exactly, in_both_zones, in_words

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)  # a Monday


@pytest.mark.parametrize(
    ("away", "words"),
    [
        (timedelta(seconds=-20), "just now"),
        (timedelta(seconds=20), "now"),
        (timedelta(minutes=20), "in 20 min"),
        (timedelta(minutes=-89), "89 min ago"),
        (timedelta(hours=5), "in 5 h"),
        (timedelta(hours=-11), "11 h ago"),
        (timedelta(hours=13), "today 22:00"),
        (timedelta(hours=-14), "yesterday 19:00"),
        (timedelta(days=1), "tomorrow 09:00"),
        (timedelta(days=3), "Thu 09:00"),
        (timedelta(days=7), "9 Mar 09:00"),
        (timedelta(days=-30), "31 Jan"),
        (timedelta(days=-90), "2 Dec 2025"),
        (timedelta(days=400), "6 Apr 2027"),
    ],
)
def test_a_moment_is_said_from_now(away: timedelta, words: str) -> None:
    assert in_words(NOW + away, NOW, "UTC") == words


def test_a_day_is_said_without_its_hour() -> None:
    assert in_words(NOW + timedelta(hours=8), NOW, "UTC", is_day=True) == "today"
    assert in_words(NOW + timedelta(days=1, hours=8), NOW, "UTC", is_day=True) == "tomorrow"


def test_the_day_is_that_of_the_readers_zone() -> None:
    late = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)
    assert in_words(late, NOW, "UTC") == "today 23:30"
    assert in_words(late, NOW, "Europe/Berlin") == "tomorrow 00:30"


def test_both_zones_are_said_only_where_their_clocks_differ() -> None:
    noon = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
    assert exactly(noon, "Europe/London") == "Thursday 5 March 2026, 12:00 (Europe/London)"
    assert in_both_zones(noon, "Europe/Paris", "Europe/Berlin") == "Thursday 5 March 2026, 13:00 (Europe/Paris)"
    both = in_both_zones(noon, "America/New_York", "Europe/Berlin")
    assert both == "Thursday 5 March 2026, 07:00 (America/New York); for you Thursday 13:00"


def test_a_moment_beside_a_customer_is_exact_on_their_clock_and_on_the_readers(stopped_clock: None) -> None:
    line = Template("{% load desk %}{% when at %}")
    ada, kim = Agent(time_zone="Europe/Berlin"), Customer(time_zone="Europe/Lisbon")
    case = Case(customer=kim)
    for context in ({"customer": kim}, {"case": case}):
        said = line.render(Context({"at": NOW, "agent": ada, **context}))
        assert "09:00 (Europe/Lisbon)" in said
        assert "for you Monday 10:00" in said
    assert "Lisbon" not in line.render(Context({"at": NOW, "agent": ada}))
