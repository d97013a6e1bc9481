"""The outbox: a mail is built and its bytes are kept before anybody tries to send it. One row per cause, for ever."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from goodword.asks.models import Ask
from goodword.cases.models import Message
from goodword.channels.email import addresses, fates, letter_html, loops, queries
from goodword.channels.email.composing import Enclosure, Letter, compose
from goodword.channels.email.keys import key_for
from goodword.channels.email.large_files import parted
from goodword.channels.email.link_words import with_link
from goodword.channels.email.models import Mailbox, Outgoing
from goodword.channels.email.providers import headers_for
from goodword.closing import contacts
from goodword.kit import files
from goodword.ledger.models import Entry
from goodword.promises.links import link_for, token_of
from goodword.promises.models import Promise
from goodword.promises.resending import RESENT

SHELF = "outgoing"


def queue_message(message: Message, at: datetime) -> Outgoing:
    """Builds the mail of a message and queues it. Harmless when repeated: the first bytes stay."""
    cause = f"message:{message.pk}"
    found = Outgoing.objects.filter(cause=cause).first()
    if found:
        return found
    mailbox = queries.mailbox_for(message.from_address)
    letter = _letter_of(message, mailbox, at)
    sender = letter.sender
    if mailbox and mailbox.plus_addresses:
        sender = addresses.signed(mailbox.address, addresses.MAIL, message.pk, key_for(queries.ADDRESS_KEY))
    recipients = [*message.to, *message.cc, *message.bcc]
    return queue_letter(letter, cause, at, mailbox, recipients, sender, message=message)


def queue_plain(
    *, to: str, subject: str, cause: str, at: datetime, text: str, also: Sequence[str] = (),
    enclosures: tuple[Enclosure, ...] = (),
) -> Outgoing:  # fmt: skip
    """Queues a mail of the desk itself to a colleague, once per cause; `also` get it without standing in it."""
    cause = f"plain:{cause}"[:120]
    found = Outgoing.objects.filter(cause=cause).first()
    if found:
        return found
    mailbox = queries.mailbox_for("")
    sender = mailbox.address if mailbox else queries.desk_address()
    letter = Letter(
        sender=sender, sender_name=(mailbox.name if mailbox else "") or "Goodword", to=(to,), subject=subject, date=at,
        text=text, message_id=f"<{uuid.uuid4().hex}@{sender.rpartition('@')[2]}>", is_automatic=True,
        html=letter_html.page(letter_html.from_text(text), "en"), enclosures=enclosures,
    )  # fmt: skip
    return queue_letter(letter, cause, at, mailbox, [to, *also], sender)


def queue_letter(
    letter: Letter, cause: str, at: datetime, mailbox: Mailbox | None, recipients: list[str], sender: str, *,
    message: Message | None = None, ask: Ask | None = None,
) -> Outgoing:  # fmt: skip
    """Keeps the bytes of a letter and queues it, once per cause. `sender` is the return path, to which bounces go."""
    host = urlsplit(settings.SMTP_URL).hostname or ""
    headers = headers_for((mailbox.smtp_host if mailbox else "") or host, letter.message_id)
    key = files.keep(compose(replace(letter, headers=(*letter.headers, *headers))), SHELF)
    wanted = list(dict.fromkeys(address.strip().lower() for address in recipients if address.strip()))
    with transaction.atomic():
        row, is_new = Outgoing.objects.get_or_create(
            cause=cause,
            defaults={
                "message": message, "ask": ask, "mailbox": mailbox, "sender": sender, "recipients": wanted,
                "queued_at": at, "mail_id": letter.message_id, "key": key, "wakes_at": at,
            },
        )  # fmt: skip
        if is_new and letter.is_automatic:
            _unless_in_circles(row, at)
    return row


def _unless_in_circles(row: Outgoing, at: datetime) -> None:
    """What the desk writes by itself stays here where mail goes in circles; whoever it is about hears of it."""
    about = row.message or row.ask
    mailbox = row.mailbox.address if row.mailbox else ""
    if row.recipients and not loops.may_write(row.recipients[0], mailbox, about.case_id if about else None, at):
        fates.refused_for_good(row, loops.NOT_SENT, at)
        row.refresh_from_db()


def _letter_of(message: Message, mailbox: Mailbox | None, at: datetime) -> Letter:
    case = message.case
    language = case.customer.language or "en"
    link = _link_for(message, at)
    signature = message.author.signature if message.author else ""
    along, large = parted(message, at)
    text = with_link(message.text, link, language, signature, large)
    body = letter_html.from_text(text)
    if message.html:
        rest = with_link("", link, language, signature, large)
        shown = letter_html.with_pictures(letter_html.cleaned(message.html), {one.content_id for one in along})
        body = shown + letter_html.from_text(rest)
    sender = mailbox.address if mailbox else message.from_address or queries.desk_address()
    reply_to = ""
    if mailbox and mailbox.plus_addresses:
        reply_to = addresses.signed(sender, addresses.CASE, case.pk, key_for(queries.ADDRESS_KEY))
    return Letter(
        sender=sender, sender_name=_sender_name(message, mailbox), to=tuple(message.to), cc=tuple(message.cc),
        reply_to=reply_to, subject=message.subject, text=text, html=letter_html.page(body, language),
        message_id=message.message_id, in_reply_to=message.in_reply_to, references=tuple(message.references),
        date=message.at, is_automatic=message.is_automatic, enclosures=along,
        headers=_unsubscribing(message),
    )  # fmt: skip


def _link_for(message: Message, at: datetime) -> str:
    """The customer's page, for a message that makes or moves a promise and does not name the page already."""
    if f"{settings.BASE_URL}/portal/" in message.text:
        return ""
    resent = Entry.objects.filter(case_id=message.case_id, verb=RESENT, data__anew=message.pk)
    tellers = [message.pk, *resent.values_list("subject_id", flat=True)]
    told = Q(told_by__in=tellers) | Q(dues__told_by__in=tellers)
    if not Promise.objects.filter(told, case_id=message.case_id).exists():
        return ""
    return f"{settings.BASE_URL}/portal/{token_of(link_for(message.case, at))}"


def _unsubscribing(message: Message) -> tuple[tuple[str, str], ...]:
    """One click to want no more (RFC 2369, RFC 8058), on letters that the desk writes by itself; never on a reply."""
    contact = contacts.listed(message) if message.is_automatic else None
    if contact is None:
        return ()
    address = f"{settings.BASE_URL}/portal/quiet/{contacts.token_of(contact)}"
    return (("List-Unsubscribe", f"<{address}>"), ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))


def _sender_name(message: Message, mailbox: Mailbox | None) -> str:
    names = [name for name in (message.from_name, mailbox.name if mailbox else "") if name]
    return f"{names[0]} ({names[1]})" if len(names) > 1 else "".join(names)
