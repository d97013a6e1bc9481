"""What time brings: plans look for purchases, planned letters and notices to many go out."""

from __future__ import annotations

from datetime import datetime

from goodword.kit.sweep import Swept, sweep
from goodword.outreach import plans, rounds
from goodword.outreach.models import Place, Plan, Planned


def sweep_plans(now: datetime) -> Swept:
    """Lets each plan look for purchases whose day has come."""
    return sweep(Plan.objects.all(), plans.look, now)


def sweep_planned(now: datetime) -> Swept:
    """Writes planned letters, gives planned tasks, and ends the cases to which nobody had anything to say."""
    return sweep(Planned.objects.all(), plans.ring, now)


def sweep_rounds(now: datetime) -> Swept:
    """Writes the letters of notices to many, a thousand at most before the other sweeps have their turn."""
    return sweep(Place.objects.all(), rounds.ring, now, most=1000)
