"""What follows for handovers."""

from __future__ import annotations

from datetime import datetime

from goodword.cases.models import Message
from goodword.handovers import actions
from goodword.ledger.models import Entry


def message_was_written(entry: Entry, now: datetime) -> None:
    """The receiver's first words to the customer end the greeting of a handover."""
    message = Message.objects.select_related("case", "author").get(pk=entry.row)
    if message.author and not message.is_automatic:
        actions.greeted(message.case, message.author, entry.at)
