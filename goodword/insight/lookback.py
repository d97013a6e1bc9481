"""How honest the forecast was: a model that knew only what was known then, against what came, and what was promised.

Nothing is taken from what was shown at the time: the model is fitted anew on the past up to a day some weeks ago, so
that it cannot have seen what it is judged by. The drift alarm asks whether what came differs from what was forecast by
more than chance does (a sum of independent outcomes, 99.8 %).
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np

from goodword.hours.rules import WorkingTime
from goodword.insight import history
from goodword.insight.figures import Z998, wilson
from goodword.insight.forecast import Asked, BusinessDays, Known, fit
from goodword.insight.models import Fit

NAME = "lookback"
BACK = timedelta(days=45)
FEWEST_BEFORE, FEWEST_AFTER = 30, 20
MOST_AFTER = 5000
FAR = 60
LIKELY = 0.8
EDGES = (0.0, 0.3, 0.5, 0.65, 0.8, 0.9, 1.0)


@dataclass(frozen=True)
class Group:
    """Promises with about the same forecast: how many, the mean forecast, and the share that came in time."""

    n: int
    forecast: float
    came: float
    low: float
    high: float


@dataclass(frozen=True)
class Lookback:
    """What was forecast, what was said and what came, over the promises made since `since` whose date has passed.

    Who promises says "by then": as if it were certain. `warned` are those whose date the forecast held for unlikely.
    """

    since: str
    until: str
    n: int
    forecast: float
    came: float
    brier: float
    groups: list[Group] = field(default_factory=list)
    warned: Group | None = None
    unwarned: Group | None = None
    kinds: list[tuple[str, Group]] = field(default_factory=list)
    drift: float = 0.0

    @property
    def since_day(self) -> date:
        """Returns the day of the cut."""
        return date.fromisoformat(self.since)

    @property
    def has_drifted(self) -> bool:
        """Says whether what came is beyond what chance does."""
        return abs(self.drift) > Z998


def look_back(dated: Sequence[tuple[Known, datetime]], hours: WorkingTime, now: datetime) -> Lookback | None:
    """Judges the forecast on the promises of the last weeks; None while there are too few before or after."""
    local = now.astimezone(ZoneInfo(hours.zone)).replace(tzinfo=None)
    cut = local - BACK
    before = [_as_of(one, cut) for one, _ in dated if one.asked.made_at <= cut]
    later = [(one, due) for one, due in dated if one.asked.made_at > cut and due <= local and not one.withdrawn_at]
    later = later[-MOST_AFTER:]
    if len(before) < FEWEST_BEFORE or len(later) < FEWEST_AFTER:
        return None
    days = history.calendar(hours, before[0].asked.made_at.date(), local)
    model = fit(before, days, days.last_full(cut))
    asked = [one.asked for one, _ in later]
    horizons = np.array([days.start(one.made_at)[0] + np.arange(FAR) for one in asked])
    chances = np.maximum.accumulate(model.chances(asked, horizons), axis=1)
    until = np.array([_horizon(days, one.asked, due) for one, due in later])
    said = np.where(until < 0, 0.0, chances[np.arange(len(asked)), np.maximum(until, 0)])
    came = np.array([bool(one.done_at and one.done_at <= due) for one, due in later], dtype=float)
    return _summed(said, came, [str(one.kind) for one in asked], cut, local)


def _as_of(one: Known, cut: datetime) -> Known:
    """The same promise as it was known at the cut."""
    done = one.done_at if one.done_at and one.done_at <= cut else None
    gone = one.withdrawn_at if one.withdrawn_at and one.withdrawn_at <= cut else None
    return Known(one.asked, done, gone)


def _horizon(days: BusinessDays, asked: Asked, due: datetime) -> int:
    """The last whole business day before a due, counted from the start; its own day counts when it is nearly over."""
    start = days.start(asked.made_at)[0]
    number = days.of(due.date()) - start
    close = datetime.combine(due.date(), days.closes)
    if days.is_business(due.date()) and due < close - timedelta(hours=3):
        number -= 1 if number > 0 else 0
    return int(min(number, FAR - 1))


def _group(said: np.ndarray, came: np.ndarray) -> Group:
    n, hits = len(said), int(came.sum())
    low, high = wilson(hits, n)
    return Group(n, float(said.mean()), hits / n, low, high)


def _summed(said: np.ndarray, came: np.ndarray, kinds: list[str], cut: datetime, now: datetime) -> Lookback:
    bins = np.clip(np.searchsorted(np.array(EDGES[1:-1]), said, side="right"), 0, len(EDGES) - 2)
    groups = [_group(said[bins == one], came[bins == one]) for one in range(len(EDGES) - 1) if (bins == one).sum() >= 5]
    risky = said < LIKELY
    names = np.array(kinds)
    by_kind = [
        (name, _group(said[names == name], came[names == name]))
        for name in sorted(set(kinds))
        if (names == name).sum() >= 10
    ]
    noise = math.sqrt(max(float((said * (1 - said)).sum()), 1e-9))
    return Lookback(
        cut.date().isoformat(), now.date().isoformat(), len(said), float(said.mean()), float(came.mean()),
        float(((said - came) ** 2).mean()), groups,
        _group(said[risky], came[risky]) if risky.sum() >= 5 else None,
        _group(said[~risky], came[~risky]) if (~risky).sum() >= 5 else None,
        by_kind, float((came - said).sum()) / noise,
    )  # fmt: skip


def learn(now: datetime) -> None:
    """Looks back and keeps what was found. Seconds for 100,000 promises."""
    hours = history.desk_hours()
    found = look_back(history.dated_promises(hours), hours, now)
    content = json.dumps(asdict(found)).encode() if found else b""
    Fit.objects.update_or_create(name=NAME, defaults={"content": content, "size": found.n if found else 0, "at": now})


def latest() -> Lookback | None:
    """Returns what was found last night. One query."""
    content = Fit.objects.filter(name=NAME).values_list("content", flat=True).first()
    if not content:
        return None
    plain = json.loads(bytes(content))
    for name in ("warned", "unwarned"):
        plain[name] = Group(**plain[name]) if plain[name] else None
    plain["groups"] = [Group(**one) for one in plain["groups"]]
    plain["kinds"] = [(name, Group(**one)) for name, one in plain["kinds"]]
    return Lookback(**plain)
