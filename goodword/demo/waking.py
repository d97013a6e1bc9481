"""What time touches next: the earliest of all moments at which a row wakes, and the sweep that lets it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Model, Value

from goodword.asks.models import Ask
from goodword.cases.models import Case
from goodword.closing.models import Check, Survey
from goodword.notices.models import Notice
from goodword.outreach.models import Place, Plan, Planned
from goodword.people.models import Absence
from goodword.promises.models import Promise

# The sweeps of the worker's clock, each with the rows that it wakes.
WATCHED: dict[str, type[Model]] = {
    "goodword.promises.tasks.sweep_promises": Promise,
    "goodword.promises.tasks.sweep_absences": Absence,
    "goodword.asks.tasks.sweep_asks": Ask,
    "goodword.cases.tasks.sweep_cases": Case,
    "goodword.closing.tasks.sweep_checks": Check,
    "goodword.closing.tasks.sweep_surveys": Survey,
    "goodword.outreach.tasks.sweep_plans": Plan,
    "goodword.outreach.tasks.sweep_planned": Planned,
    "goodword.outreach.tasks.sweep_rounds": Place,
    "goodword.notices.tasks.sweep_notices": Notice,
}


def next_to_wake(until: datetime | None = None, *, besides: tuple[str, ...] = ()) -> tuple[datetime, str] | None:
    """Returns the next moment (not after `until`) and the name of its sweep, or None. One query."""
    firsts = []
    for sweep, model in WATCHED.items():
        if sweep not in besides:
            rows: Any = model._default_manager.filter(wakes_at__isnull=False)
            rows = rows.filter(wakes_at__lte=until) if until else rows
            firsts.append(rows.annotate(sweep=Value(sweep)).order_by("wakes_at").values_list("wakes_at", "sweep")[:1])
    return min(firsts[0].union(*firsts[1:], all=True), default=None)
