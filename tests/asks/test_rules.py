"""The life of an ask, without a database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.asks import rules
from goodword.hours.rules import ALWAYS_NINE_TO_FIVE

HOURS = ALWAYS_NINE_TO_FIVE()
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def ask(**more: object) -> rules.Facts:
    given_facts = {"state": rules.OPEN, "asked_at": MONDAY, "answer_by": MONDAY + timedelta(hours=8), "hours": HOURS}
    return rules.Facts(**{**given_facts, **more})  # type: ignore[arg-type]


def played(facts: rules.Facts, until: datetime) -> list[tuple[str, datetime]]:
    """Everything that time does by `until`."""
    seen = []
    while change := rules.by_itself(facts, until):
        seen.append((change.verb, change.at))
        facts = rules.Facts(**{**facts.__dict__, **change.sets})
        assert len(seen) < 20
    return seen


def test_time_reminds_then_hands_on_then_escalates_each_level_once() -> None:
    assert played(ask(), MONDAY + timedelta(days=30)) == [
        ("ask.reminded", MONDAY + timedelta(hours=4)),
        ("ask.late", MONDAY + timedelta(hours=8)),
        ("ask.escalated", MONDAY + timedelta(days=1, hours=1)),
        ("ask.escalated", MONDAY + timedelta(days=1, hours=4)),
    ]


def test_nothing_comes_up_before_its_time() -> None:
    assert played(ask(), MONDAY + timedelta(hours=3, minutes=59)) == []
    assert rules.next_wake(ask()) == MONDAY + timedelta(hours=4)


def test_times_count_in_the_receivers_working_hours() -> None:
    friday = MONDAY + timedelta(days=4)
    late = ask(asked_at=friday + timedelta(hours=6), answer_by=friday + timedelta(days=3, hours=2))
    assert rules.remind_at(late) == friday + timedelta(hours=8)


@pytest.mark.parametrize("state", [rules.ANSWERED, rules.WITHDRAWN])
def test_what_is_settled_stays_quiet_and_cannot_move(state: str) -> None:
    settled = ask(state=state)
    assert rules.next_wake(settled) is None
    for move in (rules.answer, rules.withdraw):
        with pytest.raises(rules.Refused):
            move(settled, MONDAY)


def test_more_time_starts_the_watch_anew() -> None:
    later = MONDAY + timedelta(days=1, hours=6)
    change = rules.extend(ask(stage=rules.LATE, escalations=1), later, MONDAY + timedelta(days=1))
    assert change.sets["stage"] == rules.CALM
    with pytest.raises(rules.Refused):
        rules.extend(ask(), MONDAY, MONDAY + timedelta(hours=1))


@given(minutes=st.integers(1, 20_000), steps=st.lists(st.integers(1, 5000), max_size=30))
def test_however_often_one_looks_each_stage_comes_once_and_at_its_time(minutes: int, steps: list[int]) -> None:
    facts = ask(answer_by=MONDAY + timedelta(minutes=minutes))
    whole = played(facts, MONDAY + timedelta(days=400))
    now, seen = MONDAY, []
    for step in [*steps, 400 * 1440]:
        now += timedelta(minutes=step)
        while change := rules.by_itself(facts, now):
            seen.append((change.verb, change.at))
            facts = rules.Facts(**{**facts.__dict__, **change.sets})
    assert seen == whole
