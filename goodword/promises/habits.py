"""How this desk keeps its word: whether heard promises must be decided, and when an apology is late."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from goodword.kit.errors import Malformed
from goodword.ledger.actions import record
from goodword.people.models import Agent
from goodword.promises.models import Habits
from goodword.promises.queries import habits

LONGEST_APOLOGY = 5 * 8 * 60  # working minutes


def must_decide() -> bool:
    """Says whether a reply with an undecided promise stays. One query by key."""
    return habits().hearing == Habits.REQUIRE


def set_habits(at: datetime, by: Agent, *, hearing: str, apology_minutes: int) -> Habits:
    """Sets both; what is broken already keeps the moment it was given."""
    if hearing not in (Habits.WARN, Habits.REQUIRE):
        raise Malformed("Choose whether the desk warns or requires.", field="hearing")
    if not 15 <= apology_minutes <= LONGEST_APOLOGY:
        raise Malformed("Choose between a quarter of an hour and forty working hours.", field="apology_hours")
    with transaction.atomic():
        row, _ = Habits.objects.update_or_create(
            singleton=True, defaults={"hearing": hearing, "apology_minutes": apology_minutes}
        )
        record("habits.set", at=at, by=by, hearing=hearing, apology_minutes=apology_minutes)
    return row
