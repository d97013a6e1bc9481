"""What follows and what time brings: replies go out at their moment, or stay because the customer wrote first."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from goodword.cases.models import Message
from goodword.cases.queries import family
from goodword.kit.sweep import Swept, sweep
from goodword.ledger.models import Entry
from goodword.sending import actions
from goodword.sending.models import KeptDraft, Reply, State


def sweep_replies(now: datetime) -> Swept:
    """Sends the replies whose moment has come."""
    return sweep(Reply.objects.select_related("case__customer", "by"), actions.due, now)


def customer_wrote(entry: Entry, now: datetime) -> None:
    """A person wrote: what waits in the case was written without knowing it, and stays."""
    if entry.get("automatic"):
        return
    message = Message.objects.select_related("case").get(pk=entry.row)
    waiting = Reply.objects.filter(case_id__in=family(message.case), state=State.WAITING, seen__lt=message.pk)
    with transaction.atomic():
        for reply in waiting.select_for_update(of=("self",)).select_related("case", "by").order_by("id"):
            actions.overtaken(reply, now)


def sweep_drafts(now: datetime) -> Swept:
    """Forgets drafts on which nobody has written for long."""
    return sweep(KeptDraft.objects.only("id", "wakes_at"), _forget, now)


def _forget(draft: KeptDraft, now: datetime) -> None:
    draft.delete()
