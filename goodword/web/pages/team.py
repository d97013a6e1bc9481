"""The Team screen: who is here, what each one has promised, and what went well. By name, never by figure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from goodword.handovers.queries import waiting_among
from goodword.insight.kudos import kept_lately, thanks
from goodword.people.access import colleagues_of
from goodword.people.models import Absence, Agent
from goodword.people.queries import absences_among, teams
from goodword.promises.loads import Load, loads

KEPT_SHOWN = 6


@dataclass(frozen=True)
class Member:
    """One colleague: the absence that runs now or None, and what they owe."""

    person: Agent
    away: Absence | None
    load: Load


def whole(agent: Agent, team: int, now: datetime) -> dict[str, Any]:
    """Returns everything the page shows of a team (0: of all). Ten queries, however many promises there are."""
    known = list(teams())
    chosen = next((one for one in known if one.pk == team), None)
    people = colleagues_of(agent, chosen.pk if chosen else 0)
    numbers = [person.pk for person in people]
    absences = absences_among(numbers, now)
    away = {one.agent_id: one for one in absences if one.starts_at <= now}
    owed = loads(numbers, now)
    return {
        "teams": known,
        "chosen": chosen,
        "members": [Member(person, away.get(person.pk), owed[person.pk]) for person in people],
        "overdue": sum(load.overdue for load in owed.values()),
        "at_risk": sum(load.at_risk for load in owed.values()),
        "here": len(people) - len(away),
        "planned": [one for one in absences if one.starts_at > now],
        "handovers": waiting_among(numbers),
        "kept": kept_lately(chosen.pk if chosen else 0, KEPT_SHOWN),
        "thanks": thanks([chosen.pk] if chosen else None),
    }
