"""Mending what did not arrive: another address, another attempt, or a person's word on a doubt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from goodword.cases import changes as cases
from goodword.cases import delivery
from goodword.cases.models import Case, Delivery, Message, Status
from goodword.channels.email.models import Outgoing, OutgoingState
from goodword.channels.email.typos import likely_meant
from goodword.kit.errors import Conflict, Malformed
from goodword.ledger.actions import record
from goodword.people import actions as people
from goodword.people.access import may_write
from goodword.people.models import Agent, Health, Identity, IdentityKind
from goodword.promises.resending import send_again, was_resent

UNDELIVERED = (Delivery.BOUNCED, Delivery.FAILED)
MOST_RESENT = 20


@dataclass(frozen=True)
class Corrected:
    """The address that is used from now on, and what was sent again to it."""

    identity: Identity
    resent: tuple[Message, ...]


def suggestions(identity: Identity) -> list[str]:
    """Returns what was probably meant instead of an address: a customer's other address, or a provider's name."""
    others = identity.customer.identities.filter(kind=IdentityKind.EMAIL).exclude(pk=identity.pk)
    known = others.exclude(health=Health.BOUNCING).values_list("address", flat=True)
    return likely_meant(identity.address, known)


def correct(identity: Identity, address: str, at: datetime, by: Agent) -> Corrected:
    """Adds the right address, turns the customer's open cases to it, and sends again what never arrived.

    All in one transaction. Raises Malformed for an address that is none or bounces as well, Conflict for one
    that belongs to somebody else.
    """
    may_write(by)
    with transaction.atomic():
        right = people.add_identity(identity.customer, IdentityKind.EMAIL, address, at, by)
        if right.pk == identity.pk or right.health == Health.BOUNCING:
            raise Malformed("Mail to that address does not arrive either.", field="address")
        resent = []
        open_cases = Case.objects.filter(customer=identity.customer_id, identity=identity).exclude(status=Status.CLOSED)
        for case in open_cases.order_by("id"):
            cases.turn_to(case, right, at, by)
            record(
                "identity.corrected", at=at, about=case, subject=right, by=by, touch=("inbox", "today"),
                wrong=identity.address, right=right.address,
            )  # fmt: skip
            resent += [send_again(message, right.address, at, by) for message in _undelivered(case, identity)]
    return Corrected(right, tuple(resent))


def _undelivered(case: Case, identity: Identity) -> list[Message]:
    rows = Message.objects.filter(case=case, is_ours=True, delivery__in=UNDELIVERED, to__contains=[identity.address])
    return [message for message in rows.order_by("id")[:MOST_RESENT] if not was_resent(message)]


def resend(message: Message, at: datetime, by: Agent) -> None:
    """Queues a mail again that failed or is in doubt, unchanged: same words, same Message-ID, same address.

    After a doubt the customer may get it twice; that is the person's decision. Raises Conflict otherwise.
    """
    may_write(by)
    _decide(message, Delivery.QUEUED, at, by, "sent again")


def it_went_out(message: Message, at: datetime, by: Agent) -> None:
    """A person says that a mail in doubt has arrived. Raises Conflict for one that is in no doubt."""
    may_write(by)
    _decide(message, Delivery.HANDED_OVER, at, by, "taken as sent")


def _decide(message: Message, fate: Delivery, at: datetime, by: Agent, words: str) -> None:
    again = fate == Delivery.QUEUED
    with transaction.atomic():
        if not delivery.mark(message, fate, at, f"{words} by {by.name}"):
            raise Conflict("There is nothing to decide about this message.", code="not_in_doubt")
        row = Outgoing.objects.select_for_update().filter(message=message).first()
        if row is None:
            raise Conflict("This message was never a mail.", code="no_mail")
        row.state = OutgoingState.QUEUED if again else OutgoingState.SENT
        row.wakes_at, row.lease, row.attempts = (at if again else None), None, 0
        row.queued_at, row.sent_at = (at, None) if again else (row.queued_at, at)
        row.save(update_fields=["state", "wakes_at", "lease", "attempts", "queued_at", "sent_at"])
        record("message.decided", at=at, about=message.case_id, subject=message, by=by, words=words)
