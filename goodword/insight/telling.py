"""The forecast in words: natural frequencies of a named class, never a single chance. Pure."""

from __future__ import annotations

from datetime import date

from goodword.insight.forecasts import Forecast

ALIKE = {
    "kind+partner+team": "of this kind in your team",
    "kind+partner": "of this kind",
    "kind": "of this kind",
    "all": "of any kind",
}
DIFFERS = 0.08
WIDE = 0.35


def sentence(found: Forecast, due: date, today: date) -> str:
    """Returns what is shown beside a date: how many like this there were, and how many of them were done by then."""
    like = f"Of {found.like} {ALIKE.get(found.alike, 'like this')}, "
    done = found.share if found.share is not None else found.chance
    parts = [f"{like}{_of_hundred(done)} were done by {_day(due, today)}"]
    if found.nearly_sure and found.nearly_sure > due:
        parts.append(f"9 of 10 by {_day(found.nearly_sure, today)}")
    said = ", ".join(parts) + "."
    if abs(found.chance - done) > DIFFERS:
        slower = "slower" if found.chance < done else "faster"
        said += f" Lately it goes {slower}: {_of_hundred(found.chance)}."
    if found.high - found.low > WIDE:
        said += f" With so few, anything from {_of_hundred(found.low)} to {_of_hundred(found.high)} is possible."
    return said


def _of_hundred(share: float) -> str:
    return f"{round(100 * min(max(share, 0.0), 1.0))} of 100"


def _day(day: date, today: date) -> str:
    ahead = (day - today).days
    if ahead <= 0:
        return "today"
    if ahead == 1:
        return "tomorrow"
    return f"{day:%A}" if ahead < 7 else f"{day:%A} {day.day} {day:%B}"
