"""Another attempt for what stands in the mail log: mails that found no place, and mails that perhaps never went."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from goodword.channels.email import corrections
from goodword.channels.email.maillog import may_try_again
from goodword.channels.email.models import Arrival, Outgoing, OutgoingState
from goodword.kit.errors import Conflict
from goodword.ledger.actions import record
from goodword.people.models import Agent

WITHOUT_PLACE = ("", "untied")
UNDECIDED = (OutgoingState.DOUBTFUL, OutgoingState.FAILED)


def can_be_placed_again(arrival: Arrival) -> bool:
    """Says whether another attempt could change anything: it has no place yet, and no attempt is planned for now."""
    return arrival.outcome in WITHOUT_PLACE and bool(arrival.outcome or arrival.trouble)


def can_go_again(mail: Outgoing) -> bool:
    """Says whether a person may send this mail once more."""
    return mail.state in UNDECIDED


def place_again(arrival: Arrival, at: datetime, by: Agent) -> None:
    """Lets the worker read and place a mail anew, as if it had just come. Raises Conflict for one that has a place."""
    may_try_again(by)
    with transaction.atomic():
        row = Arrival.objects.select_for_update().get(pk=arrival.pk)
        if not can_be_placed_again(row):
            raise Conflict("This mail has found its place.", code="placed")
        row.outcome, row.trouble, row.tries, row.wakes_at = "", "", 0, at
        row.save(update_fields=["outcome", "trouble", "tries", "wakes_at"])
        record("arrival.tried_again", at=at, about=row.case_id, subject=row, by=by)


def send_again(mail: Outgoing, at: datetime, by: Agent) -> None:
    """Queues a mail again that failed or is in doubt, byte for byte. Raises Conflict for any other.

    After a doubt it may come twice; that is the person's decision.
    """
    may_try_again(by)
    if mail.message:
        corrections.resend(mail.message, at, by)
        return
    with transaction.atomic():
        row = Outgoing.objects.select_for_update().get(pk=mail.pk)
        if not can_go_again(row):
            raise Conflict("There is nothing to decide about this mail.", code="not_in_doubt")
        row.state, row.wakes_at, row.lease, row.attempts = OutgoingState.QUEUED, at, None, 0
        row.queued_at, row.sent_at = at, None
        row.save(update_fields=["state", "wakes_at", "lease", "attempts", "queued_at", "sent_at"])
        about = mail.ask.case_id if mail.ask else None
        record("outgoing.sent_again", at=at, about=about, subject=row, by=by)
