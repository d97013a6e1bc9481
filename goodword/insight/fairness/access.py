"""Who reads which rating: everybody their own; a lead those of their teams by name; admins and auditors all."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from goodword.cases.models import Case, Feasibility
from goodword.insight.access import Scope, may_see_people
from goodword.insight.models import AgentRating, Appeal, RatedCase, RatingRun
from goodword.people.access import desk_of
from goodword.people.models import Agent

LATELY, MOST_LATELY = timedelta(days=60), 12
MOST_PEOPLE = 200


@dataclass(frozen=True)
class Coded:
    """A case that one had a part in: how it is coded by now, whether an appeal waits, and by how much it moved one."""

    case: Case
    kind: str
    feasibility: str
    under_appeal: bool
    effect: float = 0.0

    @property
    def says(self) -> str:
        """Returns the coding in words."""
        return str(Feasibility(self.feasibility).label)

    @property
    def others(self) -> list[tuple[str, str]]:
        """Returns what it could be coded as instead."""
        return [(value, str(label)) for value, label in Feasibility.choices if value != self.feasibility]


def latest_run() -> RatingRun | None:
    """Returns the last fit that is whole. One query."""
    return RatingRun.objects.order_by("-id").first()


def own_rating(agent: Agent) -> AgentRating | None:
    """Returns what the last fit says of oneself. Two queries."""
    run = latest_run() if desk_of(agent) else None
    return AgentRating.objects.filter(run=run, agent=agent).select_related("run").first() if run else None


def moved_most(agent: Agent, rating: AgentRating) -> list[Coded]:
    """Returns the cases that moved one's own score most, the largest first. One query."""
    effect = {int(one["case"]): float(one["effect"]) for one in rating.drivers}
    found = {one.case.pk: one for one in _coded(agent, {"pk__in": list(effect)}, effect)}
    return [found[pk] for pk in effect if pk in found]


def ended_lately(agent: Agent, now: datetime) -> list[Coded]:
    """Returns the latest cases that ended and that one had a part in. One query over sixty days of endings."""
    return _coded(agent, {"ended_at__gte": now - LATELY, "ended_at__lte": now}, {})


def _coded(agent: Agent, which: dict[str, object], effect: dict[int, float]) -> list[Coded]:
    upheld = Appeal.objects.filter(rated=OuterRef("pk"), upheld=True).order_by("-id").values("feasibility")[:1]
    rows = (
        RatedCase.objects.filter(agents__contains=[agent.pk], **which)
        .select_related("case__customer", "category")
        .annotate(
            coded=Coalesce(Subquery(upheld), F("feasibility")),
            waits=Exists(Appeal.objects.filter(rated=OuterRef("pk"), upheld=None)),
        )
        .order_by("-ended_at")[:MOST_LATELY]
    )
    return [
        Coded(row.case, row.category.name if row.category else "", row.coded, row.waits, effect.get(row.pk, 0.0))
        for row in rows
    ]


def ratings_of(scope: Scope, run: RatingRun) -> list[AgentRating]:
    """Returns the ratings of the people a scope may see, in the order of their names. One query."""
    rows = AgentRating.objects.filter(run=run, agent__is_active=True).select_related("agent")
    if (teams := may_see_people(scope).teams) is not None:
        rows = rows.filter(agent__team__in=teams)
    return list(rows.order_by("agent__name", "agent")[:MOST_PEOPLE])


def appeals_for(scope: Scope, most: int = 50) -> list[Appeal]:
    """Returns the appeals of a scope's people that wait for a decision, oldest first. One query."""
    return open_appeals(may_see_people(scope).teams, most)


def open_appeals(teams: Collection[int] | None = None, most: int = 50) -> list[Appeal]:
    """Returns the appeals that wait for a decision, oldest first; None means those of all teams. One query."""
    rows = Appeal.objects.filter(upheld=None).select_related("by", "rated__case__customer", "rated__category")
    return list((rows if teams is None else rows.filter(by__team__in=teams)).order_by("id")[:most])


def appeals_of(agent: Agent, most: int = 20) -> list[Appeal]:
    """Returns what somebody has appealed against, newest first. One query."""
    return list(Appeal.objects.filter(by=agent).select_related("decided_by", "rated__case").order_by("-id")[:most])
