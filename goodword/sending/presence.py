"""Who else has a case open, and who writes in it: told by their pages every few seconds, forgotten by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from goodword.cases.models import Case
from goodword.kit.nudge import nudge
from goodword.people.models import Agent
from goodword.sending.models import Presence

LOOKS_FOR = timedelta(seconds=50)  # a page says every 20 s that it is open
WRITES_FOR = timedelta(seconds=12)  # and every 5 s that somebody types in it
KEPT_FOR = timedelta(hours=1)
MOST_SHOWN = 12


@dataclass(frozen=True)
class Other:
    """A colleague who has the case open."""

    agent: Agent
    writes: bool


def here(case: Case, by: Agent, at: datetime, *, writes: bool = False) -> None:
    """Somebody has a case open. Open pages are nudged only when that is news. Two short queries, four for news."""
    mine = Presence.objects.filter(agent=by, case=case)
    with transaction.atomic():
        was = mine.values_list("seen_at", "writes_at").first()
        if was is None:
            Presence.objects.filter(agent=by, seen_at__lt=at - KEPT_FOR).delete()
            now = Presence(agent=by, case=case, seen_at=at, writes_at=at if writes else None)
            Presence.objects.bulk_create([now], ignore_conflicts=True)
        else:
            mine.update(seen_at=at, writes_at=at if writes else None)
        if was is None or was[0] < at - LOOKS_FOR or _writes(was[1], at) != writes:
            nudge(f"who:{case.pk}")


def gone(case: Case, by: Agent) -> None:
    """Somebody has closed a case."""
    with transaction.atomic():
        if Presence.objects.filter(agent=by, case=case).delete()[0]:
            nudge(f"who:{case.pk}")


def others_in(case: Case, agent: Agent, at: datetime) -> list[Other]:
    """Returns who else has a case open, whoever writes first. One query."""
    rows = Presence.objects.filter(case=case, seen_at__gt=at - LOOKS_FOR).exclude(agent=agent)
    found = [Other(row.agent, _writes(row.writes_at, at)) for row in rows.select_related("agent")[:MOST_SHOWN]]
    return sorted(found, key=lambda other: (not other.writes, other.agent.name))


def _writes(writes_at: datetime | None, at: datetime) -> bool:
    return writes_at is not None and writes_at > at - WRITES_FOR
