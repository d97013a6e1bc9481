"""What providers say becomes facts on our messages: each event once, late ones and repeated ones harmlessly."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.db import transaction

from goodword.cases import delivery
from goodword.cases.models import Delivery, Message
from goodword.channels.email.models import Outgoing, ProviderEvent
from goodword.channels.email.providers import Said
from goodword.kit.errors import Conflict

NOT_OUT = (Delivery.QUEUED, Delivery.DELAYED)
WORDS = {
    "delivered": "the customer's mail server has taken it",
    "bounced": "the customer's mail server sent it back",
    "refused": "the provider did not send it",
    "complained": "the customer marked it as unwanted (spam)",
    "deferred": "the customer's mail server asks to try again later",
}


def take(said: Said, at: datetime) -> bool:
    """Writes what a provider said; returns False for what was known, or is about no message of ours.

    Raises Conflict while our own sending has not been written down yet: the provider comes again.
    """
    with transaction.atomic():
        found = Outgoing.objects.filter(mail_id=said.mail_id).select_related("message").first()
        message = found.message if found else Message.objects.filter(message_id=said.mail_id, is_ours=True).first()
        if message is None:
            return False
        message = Message.objects.select_for_update(of=("self",)).get(pk=message.pk)
        if not _is_new(said, message, at):
            return False
        if message.delivery in NOT_OUT:
            raise Conflict("This mail is still being handed over.", code="too_early")
        return _tell(said, message, at)


def _is_new(said: Said, message: Message, at: datetime) -> bool:
    """A delay is told once for each recipient, everything else once for each moment. Its message is locked."""
    moment = "" if said.kind == "deferred" else said.moment
    known = repr((said.provider, said.kind, said.mail_id, said.recipient, moment))
    key = hashlib.sha256(known.encode()).hexdigest()
    row = ProviderEvent(key=key, provider=said.provider, kind=said.kind, message=message, at=at)
    if ProviderEvent.objects.filter(key=key).exists():
        return False
    row.save(force_insert=True)
    return True


def _tell(said: Said, message: Message, at: datetime) -> bool:
    words = said.words or WORDS[said.kind]
    if said.kind == "delivered":
        arrived = said.recipient in delivery.main_addresses(message)
        return arrived and delivery.mark(message, Delivery.DELIVERED, at, words)
    if said.kind == "complained":
        return delivery.mark(message, Delivery.COMPLAINED, at, words)
    if said.kind == "deferred":
        return delivery.deferred(message, said.recipient, at, words)
    lost = delivery.bounced(message, (said.recipient,), at, words, permanent=said.is_permanent, given_up=True)
    return lost is not None
