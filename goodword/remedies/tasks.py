"""What follows for remedies."""

from __future__ import annotations

from datetime import datetime

from goodword.asks.models import Ask
from goodword.ledger.models import Entry
from goodword.remedies import actions
from goodword.remedies.models import Remedy


def approval_was_answered(entry: Entry, now: datetime) -> None:
    """The ask behind a remedy was answered: it is granted or declined."""
    remedy = Remedy.objects.filter(ask=entry.row).select_related("kind", "by").first()
    if remedy:
        ask = Ask.objects.select_related("answered_by").get(pk=entry.row)
        actions.decided(remedy, ask.decision, entry.at, ask.answered_by, ask.answer)
