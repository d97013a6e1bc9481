"""When a promise is due: words of time in four languages, each with its last moment, and laws that hold for all."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.hours.rules import ALWAYS_NINE_TO_FIVE, WorkingTime
from goodword.promises.wording import hear
from goodword.promises.words.almanac import Almanac
from goodword.promises.words.moments import due_of, moments_in
from tests.promises.test_wording_said import BERLIN, NOW, SAID

TIMES = [
    [part.strip() for part in line.split("|")]
    for line in (SAID / "times.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


def last_moment(words: str, language: str = "en", hours: WorkingTime | None = None, now: datetime = NOW) -> str:
    """The last moment that some words of time allow, as the wall clock of the zone shows it; a dash when open."""
    zone = str(now.tzinfo)
    due = due_of(moments_in(f"xx {words}", Almanac(now, hours or ALWAYS_NINE_TO_FIVE(zone), zone), language))
    return due.at.strftime("%Y-%m-%dT%H:%M") if due and due.at else "-"


@pytest.mark.parametrize(("language", "words", "wanted"), TIMES, ids=[f"{one[0]}: {one[1]}" for one in TIMES])
def test_words_of_time_end_at_their_last_moment(language: str, words: str, wanted: str) -> None:
    assert last_moment(words, language) == wanted


def test_today_after_closing_time_ends_at_midnight() -> None:
    late = NOW.replace(hour=18)
    assert last_moment("today", now=late) == "2026-03-04T23:59"
    assert last_moment("by the end of the day", now=late) == "2026-03-04T23:59"


def test_business_days_skip_holidays_and_closed_days() -> None:
    hours = WorkingTime(BERLIN, ((((8 * 60), 16 * 60),),) * 4 + ((), (), ()), frozenset({date(2026, 3, 5)}))
    assert last_moment("within 2 business days", hours=hours) == "2026-03-10T16:00"
    assert last_moment("within three business hours", hours=hours) == "2026-03-04T13:00"


def test_hours_are_real_hours_when_the_clocks_change() -> None:
    before = datetime(2026, 3, 28, 20, tzinfo=ZoneInfo(BERLIN))
    assert last_moment("in 12 hours", now=before) == "2026-03-29T09:00"


def test_a_slash_is_read_as_the_zone_writes_it() -> None:
    there = datetime(2026, 3, 4, 10, tzinfo=ZoneInfo("America/Chicago"))
    assert last_moment("on 4/10", now=there) == "2026-04-10T17:00"
    assert last_moment("on 4/10") == "2026-10-04T17:00"


def test_a_zone_that_is_named_is_honoured() -> None:
    there = datetime(2026, 3, 4, 10, tzinfo=ZoneInfo("America/New_York"))
    assert last_moment("by 3pm PT", now=there) == "2026-03-04T18:00"


PIECES = st.lists(
    st.sampled_from(
        [
            "I'll", "we will", "call you", "send it", "tomorrow", "by Friday", "31 February", "99 hours", "within",
            "999 business days", "at 25:61", "next week", "or", "and", "-", "/", "2026-02-30", "the 31st",
            "every Monday",
            "half past 12", "o'clock", "before", "3 weeks", "0 minutes", "EST", "(", ")", ".", "?", "\n", "if you",
        ]
    ),
    max_size=25,
)  # fmt: skip
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))


@given(
    words=st.one_of(PIECES.map(" ".join), st.text(max_size=300)),
    now=MOMENTS,
    zone=st.sampled_from([BERLIN, "America/New_York", "Asia/Kolkata", "Pacific/Apia"]),
    language=st.sampled_from(["", "en", "de", "fr", "es", "xx"]),
)
def test_whatever_is_written_what_is_heard_lies_in_the_text_and_in_the_future(
    words: str, now: datetime, zone: str, language: str
) -> None:
    found = hear(words, now=now, hours=ALWAYS_NINE_TO_FIVE(zone), zone=zone, language=language)
    for one in found:
        assert words[one.start : one.end] == one.span
        assert one.span.strip()
        assert one.due is None or one.due.tzinfo is not None
        assert one.due is not None or not one.due_is_day
        assert one.due is None or one.due > now - timedelta(days=2000)
    assert [one.start for one in found] == sorted(one.start for one in found)
