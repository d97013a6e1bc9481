"""What time brings to asks."""

from __future__ import annotations

from datetime import datetime

from goodword.asks import actions, queries, rules
from goodword.asks.models import Ask
from goodword.hours.queries import remembered
from goodword.kit.sweep import Swept, sweep


def sweep_asks(now: datetime) -> Swept:
    """Reminds, hands to the stand-in and escalates, each once."""
    with remembered():
        return sweep(Ask.objects.select_related(*queries.WITH), _ring, now)


def _ring(ask: Ask, now: datetime) -> None:
    if actions.catch_up(ask, now) == 0:  # hours were changed since: only the next moment moves
        ask.wakes_at = rules.next_wake(ask.facts(queries.hours_of(ask)))
        ask.save(update_fields=["wakes_at"])
