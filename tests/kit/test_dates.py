"""Dates are said as people say them, in the reader's zone and language."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from goodword.kit import dates
from goodword.kit.dates import Reader

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
THURSDAY_AT_FIVE = datetime(2026, 11, 26, 16, 0, tzinfo=UTC)  # 17:00 in Berlin


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Thursday 26 November, by 5 pm your time"),
        ("de", "Donnerstag, 26. November, bis 17 Uhr Ihrer Zeit"),
        ("fr", "jeudi 26 novembre, au plus tard à 17 h (votre heure locale)"),
        ("es", "jueves 26 de noviembre, a más tardar a las 17:00 (su hora local)"),
        ("de-AT", "Donnerstag, 26. November, bis 17 Uhr Ihrer Zeit"),
        ("tlh", "Thursday 26 November, by 5 pm your time"),
    ],
)
def test_a_due_is_said_in_the_readers_language(language: str, said: str) -> None:
    assert dates.by(THURSDAY_AT_FIVE, Reader(language, "Europe/Berlin"), NOW) == said


def test_a_due_is_said_on_the_readers_clock() -> None:
    assert dates.by(THURSDAY_AT_FIVE, Reader("en", "Asia/Tokyo"), NOW) == "Friday 27 November, by 1 am your time"


def test_a_zone_that_is_ours_and_not_theirs_is_named() -> None:
    reader = Reader("en", "America/New_York", is_theirs=False)
    assert dates.by(THURSDAY_AT_FIVE, reader, NOW) == "Thursday 26 November, by 11 am (New York time)"


def test_a_due_at_midnight_ends_the_day_before() -> None:
    at = datetime(2026, 11, 27, 0, 0, tzinfo=UTC)
    assert dates.by(at, Reader("en", "UTC"), NOW) == "Thursday 26 November, by midnight your time"


def test_today_and_tomorrow_are_the_readers() -> None:
    late = datetime(2026, 11, 20, 22, 0, tzinfo=UTC)
    assert dates.day(late, Reader("en", "UTC"), NOW) == "today, Friday 20 November"
    assert dates.day(late, Reader("en", "Asia/Tokyo"), NOW) == "tomorrow, Saturday 21 November"


def test_another_year_is_said() -> None:
    at = datetime(2027, 1, 1, 12, 30, tzinfo=UTC)
    assert dates.on(at, Reader("en", "UTC"), NOW) == "Friday 1 January 2027, 12:30 pm"
    assert dates.on(at, Reader("fr", "UTC"), NOW) == "vendredi 1er janvier 2027 à 12 h 30"
    assert dates.on(at, Reader("es", "UTC"), NOW) == "viernes 1 de enero de 2027, a las 12:30"


@pytest.mark.parametrize(
    ("hour", "minute", "said"),
    [
        (0, 0, "midnight"),
        (0, 5, "12:05 am"),
        (9, 0, "9 am"),
        (12, 0, "noon"),
        (12, 15, "12:15 pm"),
        (23, 59, "11:59 pm"),
    ],
)
def test_the_hours_of_the_english_clock(hour: int, minute: int, said: str) -> None:
    assert dates.time(datetime(2026, 11, 20, hour, minute, tzinfo=UTC), Reader()) == said


def test_one_o_clock_in_spanish_is_one_hour() -> None:
    assert dates.time(datetime(2026, 11, 20, 1, 0, tzinfo=UTC), Reader("es")) == "la 1:00"


def test_a_change_of_the_clocks_is_known() -> None:
    summer, winter = datetime(2026, 7, 1, 15, 0, tzinfo=UTC), datetime(2026, 12, 1, 16, 0, tzinfo=UTC)
    reader = Reader("de", "Europe/Berlin")
    assert dates.time(summer, reader) == dates.time(winter, reader) == "17 Uhr"


@pytest.mark.parametrize("zone", ["", "Nowhere/Else", "../../etc/passwd", "Europe"])
def test_an_unknown_zone_is_read_as_utc(zone: str) -> None:
    assert dates.time(THURSDAY_AT_FIVE, Reader("en", zone)) == "4 pm"
