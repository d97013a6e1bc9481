"""What the past says of a date: of one that is being promised, under its chip, and of one that is owed, on its page."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.utils.translation import gettext

from goodword.asks.models import Ask, State
from goodword.insight.forecasts import forecast_for
from goodword.insight.telling import sentence
from goodword.people.models import Agent
from goodword.promises import queries
from goodword.promises.hearing import Decision
from goodword.promises.models import Promise, Status


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
    return None if due <= now else _told(agent, decision.kind, due, now, now)


def outlook_of_promise(promise: Promise, asks: Collection[Ask], now: datetime) -> Outlook | None:
    """Returns the same for a promise that is owed. One that waits for answers is counted from the moment by which the
    last of them should be there: it follows the ask, and an answer due only after the promise makes it unlikely.
    """
    if promise.status != Status.OWED or promise.due_at <= now:
        return None
    last = max((ask for ask in asks if ask.state == State.OPEN), key=lambda ask: ask.answer_by, default=None)
    start = max(now, last.answer_by) if last else now
    if last and start >= promise.due_at:
        words = gettext(
            "The answer of %(receiver)s is due only after this promise: as things stand it cannot be kept."
        ) % {"receiver": last.receiver}
        return Outlook(words, is_unlikely=True, safe=None)
    found = _told(promise.owner, promise.kind.slug, promise.due_at, start, now)
    if found is None or last is None:
        return found
    return replace(
        found,
        words=gettext("Counted from when %(receiver)s should have answered. %(words)s")
        % {"receiver": last.receiver, "words": found.words},
    )


def _told(agent: Agent, kind: str, due: datetime, start: datetime, now: datetime) -> Outlook | None:
    found = forecast_for(kind, agent, queries.load_of(agent), due, start)
    if found is None:
        return None
    here = ZoneInfo(queries.hours_of(agent).zone)
    words = sentence(found, due.astimezone(here).date(), now.astimezone(here).date())
    return Outlook(words, found.is_unlikely, found.safe)
