"""What became of our messages: the facts that channels report, each told once."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from goodword.cases.models import Channel, Delivery, Message
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
    Delivery.COMPLAINED: "message.complained",
}
MAY_BECOME = {
    Delivery.QUEUED: (Delivery.HANDED_OVER, Delivery.DELAYED, Delivery.FAILED, Delivery.DOUBTFUL, Delivery.BOUNCED),
    Delivery.DELAYED: (Delivery.HANDED_OVER, Delivery.FAILED, Delivery.DOUBTFUL, Delivery.BOUNCED),
    Delivery.HANDED_OVER: (Delivery.DELIVERED, Delivery.BOUNCED, Delivery.COMPLAINED),
    Delivery.DELIVERED: (Delivery.BOUNCED, Delivery.COMPLAINED),
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


def by_mail_instead(message: Message, at: datetime) -> bool:
    """A chat line that its customer has not seen goes out by mail; returns False when they have seen it after all."""
    with transaction.atomic():
        message = Message.objects.select_for_update(of=("self",)).get(pk=message.pk)
        if message.channel != Channel.CHAT or message.delivery != Delivery.QUEUED or not message.is_ours:
            return False
        message.channel = Channel.EMAIL
        message.save(update_fields=["channel"])
        record("message.goes_by_mail", at=at, about=message.case_id, subject=message, touch=("inbox",))
    return True


def main_addresses(message: Message) -> set[str]:
    """Returns the addresses that must get a message for it to have arrived: the customer's, else all in To."""
    to = {address.lower() for address in message.to}
    customer = message.identity.address if message.identity else ""
    return {customer} if customer in to else to


def waits(message: Message, at: datetime, words: str) -> None:
    """Says why a message has not gone out yet, once per reason; its state stays."""
    with transaction.atomic():
        waiting = Message.objects.filter(pk=message.pk, delivery__in=[Delivery.QUEUED, Delivery.DELAYED])
        if waiting.exclude(delivery_words=words[:500]).update(delivery_words=words[:500]):
            record("message.waits", at=at, about=message.case_id, subject=message, words=words[:300])


def addresses_fail(addresses: Collection[str], at: datetime) -> None:
    """The mail server says that these addresses do not exist: messages to them no longer arrive."""
    with transaction.atomic():
        wanted = [address.lower() for address in addresses]
        for identity in Identity.objects.select_for_update().filter(kind=IdentityKind.EMAIL, address__in=wanted):
            people.mail_bounced(identity, permanent=True, at=at)


def refused_for(message: Message, addresses: tuple[str, ...], at: datetime, words: str) -> None:
    """The server took a message, but not for these; where the customer is among them, it has failed."""
    with transaction.atomic():
        if main_addresses(message) & {address.lower() for address in addresses}:
            mark(message, Delivery.FAILED, at, words)
            return
        _partly(message, addresses, at, words)


def deferred(message: Message, address: str, at: datetime, words: str) -> bool:
    """The customer's server asks to wait; the provider goes on trying. Told; nothing is lost, nothing counts."""
    if message.delivery != Delivery.HANDED_OVER:
        return False
    with transaction.atomic():
        record("message.delayed", at=at, about=message.case_id, subject=message, words=words[:300], addresses=[address])
    return True


def _partly(message: Message, addresses: tuple[str, ...], at: datetime, words: str) -> Entry:
    return record(
        "message.partly_refused", at=at, about=message.case_id, subject=message, words=words[:300],
        addresses=list(addresses)[:20],
    )  # fmt: skip


def _only_copies(message: Message, addresses: set[str]) -> bool:
    everybody = {address.lower() for address in (*message.to, *message.cc, *message.bcc)}
    return addresses <= everybody and not addresses & main_addresses(message)


def bounced(
    message: Message, addresses: tuple[str, ...], at: datetime, words: str = "", *, permanent: bool = True,
    given_up: bool = False,
) -> Entry | None:  # fmt: skip
    """A message of ours came back: its addresses count the bounce, and followers let its evidence fall.

    Returns None when this bounce was known already. A temporary one is told, but the message keeps its state,
    unless nobody tries any more (`given_up`): then it is lost although its address may work.
    """
    with transaction.atomic():
        message = Message.objects.select_for_update(of=("self",)).get(pk=message.pk)
        if message.delivery == Delivery.BOUNCED:
            return None
        wanted = {address.lower() for address in addresses} or {address.lower() for address in message.to}
        lost = permanent or given_up
        if lost and _only_copies(message, wanted):
            addresses_fail(wanted if permanent else (), at)
            return _partly(message, tuple(sorted(wanted)), at, words)
        for identity in Identity.objects.select_for_update().filter(kind=IdentityKind.EMAIL, address__in=wanted):
            people.mail_bounced(identity, permanent=permanent, at=at)
        verb = "message.bounced" if lost else "message.delayed"
        if lost:
            message.delivery, message.delivery_words, message.delivery_at = Delivery.BOUNCED, words[:500], at
            message.save(update_fields=["delivery", "delivery_words", "delivery_at"])
        return record(
            verb, at=at, about=message.case_id, subject=message, touch=("inbox",), words=words[:300],
            addresses=sorted(wanted)[:20],
        )  # fmt: skip
