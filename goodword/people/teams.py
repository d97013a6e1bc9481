"""Teams: who works together, who leads them, and the hours they keep."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from goodword.hours.models import Calendar
from goodword.kit.errors import Conflict, Malformed
from goodword.ledger.actions import record
from goodword.people.models import Agent, Team


def set_team(
    name: str, at: datetime, by: Agent, *, lead: Agent | None, calendar: Calendar | None, team: Team | None = None
) -> Team:
    """Sets up a team, or changes `team` to this. Without a calendar the default hours count.

    Raises Malformed (with the field) for a name that is empty or a lead who cannot lead, Conflict for a name in use.
    """
    name = name.strip()
    if not name or len(name) > 80:
        raise Malformed("A name has 1 to 80 characters.", field="name")
    if lead and not (lead.is_active and lead.is_lead):
        raise Malformed("A team is led by an active lead or admin.", field="lead")
    row = team or Team()
    row.name, row.lead, row.calendar = name, lead, calendar
    try:
        with transaction.atomic():
            if team is None:
                row.save(force_insert=True)
            else:
                row.save(update_fields=["name", "lead", "calendar"])
            record("team.changed" if team else "team.added", at=at, subject=row, by=by, name=name)
    except IntegrityError as clash:
        raise Conflict("Another team has this name.", code="name_taken", field="name") from clash
    return row
