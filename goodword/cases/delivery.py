"""What became of our messages: the facts that channels report, each told once."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from goodword.cases.models import Delivery, Message
from goodword.ledger.actions import record
from goodword.ledger.models import Entry
from goodword.people import actions as people
from goodword.people.models import Identity, IdentityKind

VERBS = {
    Delivery.HANDED_OVER: "message.handed_over",
    Delivery.DELIVERED: "message.delivered",
    Delivery.DELAYED: "message.delayed",
    Delivery.FAILED: "message.failed",
    Delivery.DOUBTFUL: "message.doubtful",
    Delivery.QUEUED: "message.queued_again",
}
MAY_BECOME = {
    Delivery.QUEUED: (Delivery.HANDED_OVER, Delivery.DELAYED, Delivery.FAILED, Delivery.DOUBTFUL, Delivery.BOUNCED),
    Delivery.DELAYED: (Delivery.HANDED_OVER, Delivery.FAILED, Delivery.DOUBTFUL, Delivery.BOUNCED),
    Delivery.HANDED_OVER: (Delivery.DELIVERED, Delivery.BOUNCED),
    Delivery.DELIVERED: (Delivery.BOUNCED,),
    Delivery.DOUBTFUL: (Delivery.HANDED_OVER, Delivery.DELIVERED, Delivery.QUEUED, Delivery.BOUNCED, Delivery.FAILED),
    Delivery.FAILED: (Delivery.QUEUED,),
}


def mark(message: Message, delivery: Delivery, at: datetime, words: str = "") -> bool:
    """Writes how far a message of ours has come; returns False when that was known already or comes too late."""
    with transaction.atomic():
        message = Message.objects.select_for_update(of=("self",)).get(pk=message.pk)
        if delivery not in MAY_BECOME.get(Delivery(message.delivery), ()):
            return False
        message.delivery, message.delivery_words, message.delivery_at = delivery, words[:500], at
        message.save(update_fields=["delivery", "delivery_words", "delivery_at"])
        record(VERBS[delivery], at=at, about=message.case_id, subject=message, touch=("inbox",), words=words[:300])
    return True


def bounced(
    message: Message, addresses: tuple[str, ...], at: datetime, words: str = "", *, permanent: bool = True
) -> Entry | None:
    """A message of ours came back: its addresses count the bounce, and followers let its evidence fall.

    Returns None when this bounce was known already. A temporary one is told, but the message keeps its state.
    """
    with transaction.atomic():
        message = Message.objects.select_for_update(of=("self",)).get(pk=message.pk)
        if message.delivery == Delivery.BOUNCED:
            return None
        wanted = {address.lower() for address in addresses} or {address.lower() for address in message.to}
        for identity in Identity.objects.select_for_update().filter(kind=IdentityKind.EMAIL, address__in=wanted):
            people.mail_bounced(identity, permanent=permanent, at=at)
        verb = "message.bounced" if permanent else "message.delayed"
        if permanent:
            message.delivery, message.delivery_words, message.delivery_at = Delivery.BOUNCED, words[:500], at
            message.save(update_fields=["delivery", "delivery_words", "delivery_at"])
        return record(
            verb, at=at, about=message.case_id, subject=message, touch=("inbox",), words=words[:300],
            addresses=sorted(wanted)[:20],
        )  # fmt: skip
