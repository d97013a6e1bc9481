"""`goodword insight`: the two models alone, on files. Needs no database and starts without Django."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import click

HORIZON_SLACK = timedelta(days=200)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def insight() -> None:
    """Fits the models of fair ratings and honest forecast on files."""


@insight.command("ratings")
@click.argument("cases", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
def ratings_command(cases: Path, out: Path) -> None:
    """Rates the agents in CASES (JSON lines, one a case) fairly, and writes one JSON line for each to OUT.

    Example: goodword insight ratings cases.jsonl ratings.jsonl
    """
    from goodword.insight import ratings

    named = ratings.cases_of(_lines(cases))
    with out.open("w", encoding="utf-8") as file:
        for rating in ratings.rate(named):
            file.write(json.dumps(asdict(rating)) + "\n")
    click.echo(f"{len(named.agents)} agents from {len(named.cases)} cases", err=True)


@insight.command("forecast")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
def forecast_command(folder: Path, out: Path) -> None:
    """Forecasts the promises in FOLDER/queries.jsonl from those in FOLDER/promises.jsonl, and writes OUT as JSON lines.

    FOLDER also holds calendar.json (open, close, weekdays, holidays, cutoff). All times are the desk's wall clock.

    Example: goodword insight forecast history/ answers.jsonl
    """
    from goodword.insight import forecast

    known = [_known(line) for line in _lines(folder / "promises.jsonl")]
    queries = _lines(folder / "queries.jsonl")
    calendar = json.loads((folder / "calendar.json").read_text(encoding="utf-8"))
    days = _days(calendar, [one.asked.made_at.date() for one in known], queries)
    cutoff = days.last_full(datetime.fromisoformat(calendar["cutoff"]))
    model = forecast.fit(known, days, cutoff)
    with out.open("w", encoding="utf-8") as file:
        for line in [*_of_new(model, queries), *_of_open(model, queries)]:
            file.write(json.dumps(line) + "\n")
    click.echo(f"{len(queries)} forecasts from {len(known)} promises", err=True)


def _of_new(model: Any, queries: list[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    from goodword.insight.forecast import answer

    new = [line for line in queries if line["type"] == "new"]
    if not new:
        return
    answers = answer(model, [_asked(line) for line in new], _horizons(model, new), [line["stated"] for line in new])
    for line, told in zip(new, answers, strict=True):
        yield {"id": line["id"], **_told(told)}


def _of_open(model: Any, queries: list[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    import numpy as np

    still = [line for line in queries if line["type"] != "new"]
    if not still:
        return
    survived = np.full(len(still), model.cutoff)
    chances = model.chances([_asked(line) for line in still], _horizons(model, still), survived)
    for line, row in zip(still, np.maximum.accumulate(chances, axis=1), strict=True):
        yield {"id": line["id"], "p": _rounded(row)}


def _horizons(model: Any, queries: list[dict[str, Any]]) -> Any:
    """The business-day numbers of the ends that are asked."""
    import numpy as np

    return np.array([[model.days.of(date.fromisoformat(end[:10])) for end in line["horizons"]] for line in queries])


def _told(answer: Any) -> dict[str, Any]:
    evidence = {
        name: getattr(answer, name) for name in ("n_like", "basis", "share_like", "forecast", "warn", "safe_horizon")
    }
    return {"p": _rounded(answer.chances), "lo": answer.low, "hi": answer.high, "evidence": evidence}


def _rounded(chances: Any) -> list[float]:
    return [round(float(chance), 5) for chance in chances]


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _asked(line: dict[str, Any]) -> Any:
    from goodword.insight.forecast import Asked

    made_at = datetime.fromisoformat(line["made_at"])
    return Asked(made_at, line["kind"], line["partner"], line["team"], line["priority"], line["backlog"])


def _known(line: dict[str, Any]) -> Any:
    from goodword.insight.forecast import Known

    done, gone = (
        datetime.fromisoformat(line[name]) if line.get(name) else None for name in ("done_at", "withdrawn_at")
    )
    return Known(_asked(line), done, gone)


def _days(calendar: dict[str, Any], made: Iterable[date], queries: list[dict[str, Any]]) -> Any:
    from goodword.insight.forecast import BusinessDays

    asked = [date.fromisoformat(line["made_at"][:10]) for line in queries]
    ends = [date.fromisoformat(end[:10]) for line in queries for end in line["horizons"][-1:]]
    seen = [*made, *asked, *ends, date.fromisoformat(calendar["cutoff"][:10])]
    return BusinessDays(
        first=min(seen),
        last=max(seen) + HORIZON_SLACK,
        weekdays=frozenset(calendar["weekdays"]),
        holidays=frozenset(date.fromisoformat(day) for day in calendar["holidays"]),
        opens=time.fromisoformat(calendar["open"]),
        closes=time.fromisoformat(calendar["close"]),
    )
