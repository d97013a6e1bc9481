"""Who may see which figures: one's own and one's team's sum; a lead those of their teams; admins and auditors all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from goodword.insight.measure import Measure
from goodword.insight.queries import CHANNELS, PERIODS, SEGMENTS, Wanted, measure_named, period, today
from goodword.kit.errors import NotFound
from goodword.people.access import desk_of
from goodword.people.models import Agent, Role, Team

MINE, TEAM = "mine", "team"
USUAL = 90


@dataclass(frozen=True)
class Scope:
    """What one person may ask for: their `teams` (None: every team), and whether single people of them may be seen."""

    agent: Agent
    teams: tuple[int, ...] | None
    leads: bool


def scope_of(agent: Agent) -> Scope:
    """Returns what this person may see; raises NotFound for whoever has no desk. At most one query."""
    desk_of(agent)
    if agent.is_admin or agent.role == Role.AUDITOR:
        return Scope(agent, None, True)
    if agent.is_lead:
        led = {*Team.objects.filter(lead=agent).values_list("pk", flat=True), *_own(agent)}
        return Scope(agent, tuple(sorted(led)), True)
    return Scope(agent, _own(agent), False)


def _own(agent: Agent) -> tuple[int, ...]:
    return (agent.team_id,) if agent.team_id else ()


def wanted_for(scope: Scope, given: Mapping[str, str], now: datetime, *, mine: bool) -> Wanted:
    """Reads the filters of a page and keeps them within what the person may see.

    Raises NotFound for a team that is not theirs. `mine` asks for their own figures.
    """
    days = _number(given.get("days", ""))
    days = days if days in PERIODS else USUAL
    first, last = period(days, today(now))
    channel, segment = given.get("channel", ""), given.get("segment", "")
    wanted = Wanted(
        days, first, last, kind=_number(given.get("kind", "")), partner=_number(given.get("partner", "")),
        channel=channel if channel in CHANNELS else "", segment=segment if segment in SEGMENTS else "",
        policy=_number(given.get("policy", "")),
    )  # fmt: skip
    if mine:
        return replace(wanted, person=scope.agent.pk)
    team = _number(given.get("team", ""))
    if team and scope.teams is not None and team not in scope.teams:
        raise NotFound("There is no such team.")
    return replace(wanted, teams=(team,) if team else scope.teams)


def measure_for(scope: Scope, key: str, *, mine: bool) -> Measure:
    """Returns a measure; raises NotFound for none, and for one's own figure of what is never shown per person."""
    found = measure_named(key)
    if found is None or (mine and not found.personal):
        raise NotFound("There is no such figure.")
    return found


def may_see_people(scope: Scope) -> Scope:
    """Returns the scope of somebody who answers for a team; raises NotFound for others."""
    if not scope.leads:
        raise NotFound("There is nothing here for you.")
    return scope


def _number(word: str) -> int:
    return int(word) if word.isdecimal() and len(word) < 19 else 0
