"""What each of a team owes, by due: nobody is compared, nobody is timed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from goodword.promises.models import Promise, Stage, Status
from goodword.promises.today import BROKEN, part_of_day

MOST_OWED = 3000
FIRST = 3


@dataclass
class Load:
    """What one person owes now: how much is missed, at risk, and in all; and what falls due first."""

    overdue: int = 0
    at_risk: int = 0
    owed: int = 0
    first: list[Promise] = field(default_factory=list)

    @property
    def more(self) -> int:
        """How much is owed beyond what falls due first."""
        return self.owed - len(self.first)


def loads(people: Collection[int], now: datetime) -> dict[int, Load]:
    """Returns what these people owe, by their numbers. Two queries on the index of what is owed, both bounded."""
    rows = Promise.objects.filter(owner__in=people, status=Status.OWED).order_by("due_at", "id")
    found = {person: Load() for person in people}
    soonest: dict[int, int] = {}
    for pk, owner, due_at, stage in rows.values_list("pk", "owner_id", "due_at", "stage")[:MOST_OWED]:
        load = found[owner]
        load.owed += 1
        if part_of_day(due_at, now, "UTC") == BROKEN:
            load.overdue += 1
        elif stage != Stage.CALM:
            load.at_risk += 1
        if load.owed <= FIRST:
            soonest[pk] = owner
    shown = Promise.objects.filter(pk__in=soonest).select_related("kind", "case__customer").order_by("due_at", "id")
    for promise in shown:
        found[soonest[promise.pk]].first.append(promise)
    return found
