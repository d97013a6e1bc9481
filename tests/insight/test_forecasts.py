"""The forecast of a desk: learnt from its own promises, kept, and told in plain frequencies."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import numpy as np
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goodword.cases.models import Case
from goodword.insight import forecasts
from goodword.insight.forecast.keeping import from_bytes, to_bytes
from goodword.insight.forecasts import Forecast, forecast_for, learn
from goodword.insight.models import Fit
from goodword.insight.tasks import sweep_fits
from goodword.insight.telling import sentence
from goodword.people.models import Agent
from goodword.promises.actions import confirm
from tests.conftest import MakePromise
from tests.insight.test_forecast import CUTOFF, DAYS, asked_on, fit, history, horizons

DAY = timedelta(days=1)


@pytest.fixture
def past(case: Case, ada: Agent, promised: MakePromise, at: datetime) -> None:
    """Forty written answers, each confirmed two working days after it was promised."""
    for number in range(40):
        made = at - timedelta(days=70) + timedelta(days=number, hours=number % 7)
        promise = promised("email", f"answer {number}", made + 9 * DAY, at=made)
        confirm(promise, made + 2 * DAY, case.customer, "got it")


def test_a_desk_without_a_past_says_nothing(ada: Agent, at: datetime) -> None:
    assert learn(at) == 0
    assert forecast_for("email", ada, 0, at + DAY, at) is None


def test_what_takes_two_days_is_unlikely_today_and_likely_in_a_week(past: None, ada: Agent, at: datetime) -> None:
    assert learn(at) == 40
    soon, later = (forecast_for("email", ada, 1, at + days * DAY, at) for days in (0.2, 7))
    assert soon is not None
    assert later is not None
    assert soon.is_unlikely
    assert not later.is_unlikely
    assert (later.like, later.alike) == (40, "kind+partner+team")
    assert later.safe is not None
    assert at.date() < later.safe <= at.date() + 7 * DAY


def test_asking_costs_two_small_queries_once_the_model_is_read(past: None, ada: Agent, at: datetime) -> None:
    learn(at)
    forecast_for("email", ada, 1, at + DAY, at)
    with CaptureQueriesContext(connection) as asked:
        forecast_for("email", ada, 1, at + DAY, at)
    assert len(asked) <= 2


def test_it_is_learnt_again_every_night_and_not_in_between(past: None, at: datetime) -> None:
    sweep_fits(at)
    first = Fit.objects.get(name=forecasts.FORECAST)
    sweep_fits(at + timedelta(hours=23))
    assert Fit.objects.get(name=forecasts.FORECAST).at == first.at
    sweep_fits(at + timedelta(hours=25))
    assert Fit.objects.get(name=forecasts.FORECAST).at == at + timedelta(hours=25)


def test_a_kept_model_answers_as_before() -> None:
    model = fit(history(), DAYS, CUTOFF)
    again = from_bytes(to_bytes(model))
    one = asked_on(datetime(2026, 7, 1, 10))
    assert np.allclose(again.chances([one], horizons(one)), model.chances([one], horizons(one)))
    with pytest.raises((ValueError, KeyError, OSError)):
        from_bytes(b"not a model")


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            Forecast(214, "kind", 0.71, 0.72, 0.6, 0.8, True, date(2026, 3, 6), date(2026, 3, 9)),
            "Of 214 of this kind, 71 of 100 were done by Thursday, 9 of 10 by Monday 9 March.",
        ),
        (
            Forecast(214, "kind", 0.71, 0.55, 0.5, 0.6, True, None, None),
            "Of 214 of this kind, 71 of 100 were done by Thursday. Lately it goes slower: 55 of 100.",
        ),
        (
            Forecast(31, "all", 0.5, 0.5, 0.3, 0.7, True, None, None),
            (
                "Of 31 of any kind, 50 of 100 were done by Thursday. "
                "With so few, anything from 30 of 100 to 70 of 100 is possible."
            ),
        ),
    ],
)
def test_it_is_told_in_natural_frequencies(found: Forecast, said: str) -> None:
    assert sentence(found, date(2026, 3, 5), date(2026, 3, 2)) == said
