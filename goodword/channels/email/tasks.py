"""What follows and what time brings to mail: composing, sending, fetching, and the doors that stay open."""

from __future__ import annotations

import threading
from datetime import datetime

from django.conf import settings
from django.db import transaction

from goodword.asks.models import Ask
from goodword.asks.queries import WITH as ASK_WITH
from goodword.cases import delivery
from goodword.cases.models import Case, Channel, Delivery, Message
from goodword.channels.email import asking, fetching, listener, outbound, queries, receiving, sending, watching
from goodword.channels.email.certificate import Certificate
from goodword.channels.email.receipts import acknowledge as send_receipt
from goodword.kit import clock
from goodword.kit.sweep import Swept
from goodword.ledger.models import Entry
from goodword.people.models import Agent


def compose(entry: Entry, now: datetime) -> None:
    """A message was written: its mail is built, and from then on it is the sweep's to send."""
    message = Message.objects.select_related("case__customer", "author").get(pk=entry.row)
    if message.channel != Channel.EMAIL or not message.is_ours:
        return
    try:
        outbound.queue_message(message, now)
    except FileNotFoundError:
        delivery.mark(message, Delivery.FAILED, now, "a file that belongs to it is gone from the storage")


def ask_goes_out(entry: Entry, now: datetime) -> None:
    """Something happened to an ask: whoever is to answer it hears of it by mail."""
    ask = Ask.objects.select_related(*ASK_WITH).get(pk=entry.row)
    holder = Agent.objects.filter(pk=entry.get("holder"), is_active=True).first()
    told = asking.told(ask, entry.verb, stands_in=bool(entry.get("previous")))
    to = ask.to_partner or holder
    if told and to and to.email:
        asking.queue_ask(ask, told, to, str(entry.pk), now, str(entry.get("previous_name", "")))


def acknowledge(entry: Entry, now: datetime) -> None:
    """A case began with a mail: its writer hears that it has come, where the mailbox is set so."""
    if entry.by_type != "agent":
        case = Case.objects.select_related("customer").get(pk=entry.row)
        with transaction.atomic():
            send_receipt(case, now)


def sweep_outgoing(now: datetime) -> Swept:
    """Sends what waits in the outbox."""
    return sending.send_due(now)


def sweep_arrivals(now: datetime) -> Swept:
    """Tries again to place the mails that could not be placed at once."""
    return Swept(receiving.settle_waiting(queries.ours(), now), 0)


def sweep_mailboxes(now: datetime) -> Swept:
    """Fetches new mail."""
    return fetching.fetch_due(now)


def listen(stop: threading.Event) -> None:
    """Keeps the SMTP and LMTP doors open, where the settings name any."""
    if settings.MAIL_LISTEN:
        chain, key = settings.MAIL_CERTIFICATE
        listener.serve(settings.MAIL_LISTEN, stop, certificate=Certificate(chain, key) if chain else None)


def watch(stop: threading.Event) -> None:
    """Waits at the IMAP servers, so that new mail is fetched at once."""
    watching.watch(stop, clock.now)
