"""What follows for remedies."""

from __future__ import annotations

from datetime import datetime

from goodword.asks.models import Ask
from goodword.ledger.models import Entry
from goodword.promises.models import Promise
from goodword.remedies import actions
from goodword.remedies.models import Remedy, RemedyState


def approval_was_answered(entry: Entry, now: datetime) -> None:
    """The ask behind a remedy was answered: it is granted or declined."""
    remedy = Remedy.objects.filter(ask=entry.row).select_related("kind", "by").first()
    if remedy:
        ask = Ask.objects.select_related("answered_by").get(pk=entry.row)
        actions.decided(remedy, ask.decision, entry.at, ask.answered_by, ask.answer)


def promise_was_made(entry: Entry, now: datetime) -> None:
    """A promise of the kind that carries out the only granted remedy of its case still without one is tied to it."""
    promise = Promise.objects.select_related("made_by").get(pk=entry.row)
    waiting = Remedy.objects.filter(
        case=promise.case_id, state=RemedyState.GRANTED, promise=None, kind__promise_kind=promise.kind_id,
        decided_at__lte=promise.made_at,
    )  # fmt: skip
    found = list(waiting.order_by("id")[:2])
    if len(found) == 1:
        actions.carried_out_by(found[0], promise, entry.at, promise.made_by)
