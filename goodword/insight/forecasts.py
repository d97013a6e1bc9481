"""The honest forecast of this desk: learnt nightly, asked while a date is being chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

import numpy as np

from goodword.insight import history
from goodword.insight.forecast import answer, fit
from goodword.insight.forecast.keeping import from_bytes, to_bytes
from goodword.insight.forecast.model import Model
from goodword.insight.models import Fit
from goodword.people.models import Agent

FORECAST = "forecast"
FEWEST = 30  # promises of the past before anything is said
HORIZONS = 31
SAFE, NEARLY_SURE = 0.8, 0.9


@dataclass(frozen=True)
class Forecast:
    """What is said of a date: `share` of `like` promises like this were done by then, and by which day most are.

    `alike` says what "like this" means; `chance` is the pooled forecast with its 90 % range; `safe` the first day that
    is likely enough, `nearly_sure` the one by which nine of ten are done (None: beyond what is known).
    """

    like: int
    alike: str
    share: float | None
    chance: float
    low: float
    high: float
    is_unlikely: bool
    safe: date | None
    nearly_sure: date | None


def expect_a_fit(now: datetime) -> None:
    """Makes the row of the model, due now, where there is none yet."""
    if not Fit.objects.filter(name=FORECAST).exists():
        Fit.objects.get_or_create(name=FORECAST, defaults={"wakes_at": now})


def learn(now: datetime) -> int:
    """Fits the model on the desk's promises and keeps it; returns how many there were. Seconds for 100,000 of them."""
    hours = history.desk_hours()
    known = history.known_promises(hours)
    if len(known) < FEWEST:
        _keep(b"", len(known), now)
        return len(known)
    local = now.astimezone(ZoneInfo(hours.zone)).replace(tzinfo=None)
    days = history.calendar(hours, known[0].asked.made_at.date(), local)
    model = fit(known, days, days.last_full(local))
    _keep(to_bytes(model), len(known), now)
    return len(known)


def _keep(content: bytes, size: int, now: datetime) -> None:
    Fit.objects.update_or_create(name=FORECAST, defaults={"content": content, "size": size, "at": now})


def forecast_for(kind: str, owner: Agent, open_promises: int, due: datetime, now: datetime) -> Forecast | None:
    """Returns how promises like this went, by `due`; None while too little is known. One small query a call."""
    latest = Fit.objects.filter(name=FORECAST, at__isnull=False, size__gte=FEWEST).values_list("pk", "at").first()
    model = _model(*latest) if latest else None
    if model is None:
        return None
    hours = history.desk_hours()
    asked = history.asked_now(kind, owner.team_id, open_promises, hours, now)
    start = model.days.start(asked.made_at)[0]
    local = due.astimezone(ZoneInfo(hours.zone)).replace(tzinfo=None)
    stated = _days_until(model, start, local)
    told = answer(model, [asked], np.array([start + np.arange(HORIZONS)]), [stated])[0]
    return Forecast(
        like=told.n_like, alike=told.basis, share=told.share_like, chance=float(told.forecast or 0.0),
        low=float(told.low or 0.0), high=float(told.high or 0.0), is_unlikely=told.warn,
        safe=_day(model, start, told.safe_horizon), nearly_sure=_day(model, start, _first(told.chances, NEARLY_SURE)),
    )  # fmt: skip


@lru_cache(maxsize=2)
def _model(pk: int, at: datetime) -> Model | None:
    content = Fit.objects.filter(pk=pk, at=at).values_list("content", flat=True).first()
    return from_bytes(bytes(content)) if content else None


def _days_until(model: Model, start: int, due: datetime) -> int:
    """The business-day ends that lie before a due: one in the middle of a day has that day only in part."""
    number = model.days.of(due.date())
    if model.days.is_business(due.date()) and due.time() < model.days.closes:
        number -= 0 if number == start else 1
    elif not model.days.is_business(due.date()):
        number -= 1
    return int(min(max(number - start, 0), HORIZONS - 1))


def _first(chances: np.ndarray, enough: float) -> int | None:
    found = np.flatnonzero(chances >= enough)
    return int(found[0]) if found.size else None


def _day(model: Model, start: int, horizon: int | None) -> date | None:
    if horizon is None:
        return None
    wanted = start + horizon
    return next(
        (day for day, number in model.days.numbers.items() if number == wanted and model.days.is_business(day)), None
    )
