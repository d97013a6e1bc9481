"""Looking back: an honest past gives an honest report, a world that has slowed down sounds the alarm."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

from goodword.hours.rules import ALWAYS_NINE_TO_FIVE
from goodword.insight.forecast import Asked, Known
from goodword.insight.lookback import look_back

NOW = datetime(2026, 6, 1, 8, tzinfo=UTC)


def promises(days: int, *, slower: float) -> list[tuple[Known, datetime]]:
    """Six each working day, due at the end of the second one after; done by a die, since some weeks by another one."""
    rng, now = random.Random(3), NOW.replace(tzinfo=None)
    every = (now - timedelta(days=number) for number in range(days, -9, -1))
    work = [day.replace(hour=0) for day in every if day.weekday() < 5]
    found = []
    for place, day in enumerate(work[:-6]):
        for hour in range(9, 15):
            made, due = day + timedelta(hours=hour), work[place + 2] + timedelta(hours=17)
            chance = 0.75 - (slower if day > datetime(2026, 4, 20) else 0)
            late = work[place + rng.choice((3, 4, 6))] + timedelta(hours=12)
            early = work[place + rng.choice((1, 2))] + timedelta(hours=15)
            done = early if rng.random() < chance else late
            found.append((Known(Asked(made, "refund", None, "1"), done if done < now else None), due))
    return [(known, due) for known, due in found if known.asked.made_at < now]


def test_an_honest_past_gives_a_forecast_near_what_came() -> None:
    found = look_back(promises(200, slower=0), ALWAYS_NINE_TO_FIVE(), NOW)
    assert found
    assert abs(found.forecast - found.came) < 0.12
    assert not found.has_drifted
    assert sum(one.n for one in found.groups) <= found.n


def test_a_world_that_has_slowed_down_sounds_the_alarm() -> None:
    found = look_back(promises(200, slower=0.5), ALWAYS_NINE_TO_FIVE(), NOW)
    assert found
    assert found.has_drifted
    assert found.drift < 0


def test_too_few_promises_say_nothing() -> None:
    assert look_back(promises(46, slower=0), ALWAYS_NINE_TO_FIVE(), NOW) is None
