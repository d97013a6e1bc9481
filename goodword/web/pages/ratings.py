"""What stands on the pages of fair ratings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext

from goodword.insight.access import Scope
from goodword.insight.fairness import access, chance
from goodword.insight.models import AgentRating
from goodword.insight.ratings.behaviours import COSTS
from goodword.insight.ratings.words import STATUS, name_of, of_expectation
from goodword.kit.tongues import later as _
from goodword.people.models import Agent
from goodword.web import plots

UNKNOWN = "not_enough_data"
ORDER = ("people", *COSTS, "receivers")


@dataclass(frozen=True)
class Part:
    """One part of a rating: its name, its points, its bar."""

    name: str
    points: float
    bar: plots.Bar


@dataclass(frozen=True)
class Line:
    """One colleague in the table of ratings; no points where there is not enough to say anything fair."""

    name: str
    answers: float
    raw: float
    words: str
    is_enough: bool
    low: float
    high: float


def _parts(parts: Mapping[str, float]) -> list[Part]:
    """The parts in an order that is the same for everybody."""
    known = [(name, parts[name]) for name in ORDER if name in parts]
    bars = plots.bars([points for _, points in known])
    return [Part(name_of(name), points, bar) for (name, points), bar in zip(known, bars, strict=True)]


SEEN = {
    "cases": _("Ended cases that you had a part in"), "done": _("Done as the customer asked"),
    "kept": _("Everything promised was kept"), "renegotiated": _("A promise was moved in time"),
    "broken": _("A promise was broken"), "reopened": _("The case came back"),
    "needless": _("Handed on without need"),
}  # fmt: skip


def _seen(seen: Mapping[str, int]) -> list[tuple[str, int]]:
    """What people did, in plain numbers of cases and always in the same order."""
    return [(words, seen[name]) for name, words in SEEN.items() if name in seen]


def own(agent: Agent, now: datetime) -> dict[str, Any]:
    """One's own rating in words, what it is made of, the cases behind it, and the way to appeal."""
    rating = access.own_rating(agent)
    found = {"tab": "rating", "rating": rating, "appeals": access.appeals_of(agent),
             "lately": access.ended_lately(agent, now), "slice": chance.slice_now()}  # fmt: skip
    if rating is None or rating.status == UNKNOWN:
        return found | {"seen": _seen(rating.seen) if rating else []}
    whisker, ticks = plots.span(rating.score, rating.low, rating.high)
    return found | {
        "is_enough": True, "status": STATUS[rating.status], "whisker": whisker, "ticks": ticks,
        "parts": _parts(rating.parts), "drivers": access.moved_most(agent, rating),
        "expectation": of_expectation(rating.expectation),
    }  # fmt: skip


def team(scope: Scope) -> dict[str, Any]:
    """The ratings of those one answers for, by name, and the appeals to decide."""
    run = access.latest_run()
    appeals = access.appeals_for(scope)
    rows = access.ratings_of(scope, run) if run else []
    says = gettext(
        "Raw ratings of each colleague by the number of answers, with the limits of chance; the table says the same."
    )
    return {
        "tab": "ratings", "run": run, "lines": [_line(row) for row in rows], "to_decide": appeals,
        "slice": chance.slice_now(),
        "funnel": plots.rating_funnel([(row.agent.name, row.answers, row.raw, row.error) for row in rows], says),
    }  # fmt: skip


def _line(row: AgentRating) -> Line:
    enough = row.status != UNKNOWN
    words = STATUS[row.status] if enough else gettext("not enough to say")
    return Line(row.agent.name, row.answers, row.raw, words, enough, row.low, row.high)
