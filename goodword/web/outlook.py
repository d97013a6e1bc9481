"""What the past says of a date that is being promised, as it is shown under a chip."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from goodword.insight.forecasts import forecast_for
from goodword.insight.telling import sentence
from goodword.people.models import Agent
from goodword.promises import queries
from goodword.promises.hearing import Decision


@dataclass(frozen=True)
class Outlook:
    """The sentence, whether the date is unlikely, and the first day that is likely enough (None: not known)."""

    words: str
    is_unlikely: bool
    safe: date | None


def outlook_of(agent: Agent, decision: Decision, now: datetime) -> Outlook | None:
    """Returns how promises like this one went, or None for what is not recorded, undated, or too little known."""
    if not decision.record or decision.due is None:
        return None
    hours = queries.hours_of(agent)
    due = decision.due
    if not isinstance(due, datetime):
        due = datetime.combine(due, time(23, 59), ZoneInfo(hours.zone))
    if due <= now:
        return None
    found = forecast_for(decision.kind, agent, queries.load_of(agent), due, now)
    if found is None:
        return None
    here = ZoneInfo(hours.zone)
    words = sentence(found, due.astimezone(here).date(), now.astimezone(here).date())
    return Outlook(words, found.is_unlikely, found.safe)
