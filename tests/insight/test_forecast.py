"""The forecast: what it must say whatever the data, and what of time it must get right."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise

import numpy as np
import pytest

from goodword.insight.forecast import Asked, BusinessDays, Known, Model, answer, fit
from goodword.insight.forecast.answers import share_done

HOLIDAY = date(2026, 3, 18)
DAYS = BusinessDays(date(2026, 1, 5), date(2026, 12, 31), holidays={HOLIDAY})
CUTOFF = DAYS.of(date(2026, 6, 30))


def history(count: int = 600, *, done: bool = True) -> list[Known]:
    """Callbacks done within two days, refunds within eight; more backlog, more days."""
    random = np.random.default_rng(4)
    found = []
    for number in range(count):
        kind = ("callback", "refund")[number % 2]
        backlog = float(random.normal())
        made = datetime(2026, 1, 5, 10) + timedelta(days=int(number * 170 / count))
        start = DAYS.start(made)[0]
        takes = int(random.poisson((0.8, 6.0)[number % 2] * np.exp(0.3 * backlog)))
        asked = Asked(made, kind, "parcels", "front", backlog=backlog)
        finished = done and start + takes <= CUTOFF
        found.append(Known(asked, done_at=day_number(start + takes) if finished else None))
    return found


def day_number(number: int) -> datetime:
    day = next(day for day, which in DAYS.numbers.items() if which == number and DAYS.is_business(day))
    return datetime.combine(day, datetime.min.time().replace(hour=15))


@pytest.fixture(scope="module")
def model() -> Model:
    return fit(history(), DAYS, CUTOFF)


def asked_on(made_at: datetime, kind: str = "refund", backlog: float = 0.0) -> Asked:
    return Asked(made_at, kind, "parcels", "front", backlog=backlog)


def horizons(asked: Asked, days: int = 31) -> np.ndarray:
    return np.array([np.arange(days) + DAYS.start(asked.made_at)[0]])


def test_what_usually_takes_longer_is_less_likely_by_tomorrow(model: Model) -> None:
    made = datetime(2026, 7, 1, 10)
    slow, quick = asked_on(made, "refund"), asked_on(made, "callback")
    assert model.chances([quick], horizons(quick))[0, 1] > 0.6 > 0.2 > model.chances([slow], horizons(slow))[0, 1]


def test_a_later_date_is_never_less_likely(model: Model) -> None:
    one = asked_on(datetime(2026, 7, 3, 16, 30))
    assert (np.diff(model.chances([one], horizons(one))[0]) >= 0).all()


def test_more_open_work_never_makes_it_more_likely(model: Model) -> None:
    chances = [
        model.chances([asked_on(datetime(2026, 7, 1, 10), backlog=b)], horizons(asked_on(datetime(2026, 7, 1, 10))))[0]
        for b in (-1.0, 0.0, 1.0, 3.0)
    ]
    assert all((later <= earlier + 1e-12).all() for earlier, later in pairwise(chances))


def test_promises_that_are_all_still_open_give_small_chances_not_an_error() -> None:
    model = fit(history(done=False), DAYS, CUTOFF)
    one = asked_on(datetime(2026, 7, 1, 10))
    assert model.chances([one], horizons(one))[0, 10] < 0.2


def test_what_was_never_seen_falls_back_with_a_wider_range(model: Model) -> None:
    made = datetime(2026, 7, 1, 10)
    known, unknown = asked_on(made), Asked(made, "never promised before", "nobody we know", "new team")
    told = answer(model, [known, unknown], np.vstack([horizons(known), horizons(unknown)]), [5, 5])
    assert told[1].high - told[1].low > told[0].high - told[0].low  # type: ignore[operator]
    assert told[1].basis == "all"


def test_an_open_promise_is_judged_by_what_is_left_of_it(model: Model) -> None:
    made = datetime(2026, 6, 19, 10)
    open_one = asked_on(made)
    ahead = np.array([CUTOFF + 1 + np.arange(5)])
    fresh = model.chances([open_one], ahead)[0]
    after = model.chances([open_one], ahead, np.array([CUTOFF]))[0]
    assert after[0] < fresh[0]
    assert (np.diff(after) >= 0).all()


@pytest.mark.parametrize(
    ("made_at", "starts", "hours"),
    [
        (datetime(2026, 3, 13, 16, 59), date(2026, 3, 13), 7.98),
        (datetime(2026, 3, 16, 9, 0), date(2026, 3, 16), 0.0),
        (datetime(2026, 3, 13, 17, 0), date(2026, 3, 16), 0.0),
        (datetime(2026, 3, 14, 11, 0), date(2026, 3, 16), 0.0),
        (datetime(2026, 3, 18, 11, 0), date(2026, 3, 19), 0.0),
        (datetime(2026, 3, 17, 22, 0), date(2026, 3, 19), 0.0),
        (datetime(2026, 3, 17, 6, 0), date(2026, 3, 17), 0.0),
    ],
)
def test_the_clock_of_a_promise_starts_when_business_does(made_at: datetime, starts: date, hours: float) -> None:
    number, since_opening = DAYS.start(made_at)
    assert number == DAYS.of(starts)
    assert since_opening == pytest.approx(hours, abs=0.01)


def test_a_holiday_is_no_business_day() -> None:
    assert DAYS.of(date(2026, 3, 19)) - DAYS.of(date(2026, 3, 17)) == 1


def test_open_ones_stay_at_risk_in_the_share_that_is_told() -> None:
    watched = np.array([1, 1, 2, 2, 5, 5])
    done = np.array([True, True, True, False, False, False])
    assert share_done(watched, done, 0) == pytest.approx(2 / 6)
    assert share_done(watched, done, 1) == pytest.approx(1 - 4 / 6 * 3 / 4)


def test_the_class_is_the_narrowest_with_enough_promises(model: Model) -> None:
    one = asked_on(datetime(2026, 7, 1, 10))
    told = answer(model, [one], horizons(one), [6])[0]
    assert told.basis == "kind+partner+team"
    assert told.n_like >= 200
    assert told.share_like == pytest.approx(told.forecast, abs=0.15)


def test_an_unlikely_date_warns_and_names_the_first_that_is_likely_enough(model: Model) -> None:
    one = asked_on(datetime(2026, 7, 1, 10))
    told = answer(model, [one], horizons(one), [1])[0]
    assert told.warn
    assert told.safe_horizon is not None
    assert told.chances[told.safe_horizon] >= 0.8 > told.chances[told.safe_horizon - 1]
