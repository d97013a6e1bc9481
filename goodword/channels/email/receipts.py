"""The receipt: "we have your mail", at once and once per case, where a mailbox is set so. RFC 3834 holds for it.

It answers people only: not robots, lists and bounces, not senders that could not be verified, nobody twice.
"""

from __future__ import annotations

import uuid
from datetime import datetime

from goodword.cases.models import Case, Channel, Closed, Message
from goodword.channels.email import addresses, letter_html, outbound, queries
from goodword.channels.email.composing import Letter
from goodword.channels.email.keys import key_for
from goodword.channels.email.models import Arrival, Mailbox, Outgoing, OutgoingState
from goodword.channels.email.reading import read
from goodword.kit import files
from goodword.kit.text import first_words
from goodword.ledger.actions import record

WORDS = {
    "en": "Hello,\n\nyour message has reached us. Somebody will read it and answer you.\n\nIf you want to add "
    "something, just answer this mail.",
    "de": "Guten Tag,\n\nIhre Nachricht ist bei uns angekommen. Wir lesen sie und antworten Ihnen.\n\nWenn Sie etwas "
    "ergänzen möchten, antworten Sie einfach auf diese Mail.",
    "fr": "Bonjour,\n\nvotre message nous est bien parvenu. Nous le lisons et vous répondrons.\n\nPour ajouter quelque "
    "chose, répondez simplement à ce message.",
    "es": "Hola:\n\nhemos recibido su mensaje. Lo leeremos y le responderemos.\n\nSi quiere añadir algo, responda a "
    "este correo.",
}
RECEIVED = {"en": "Received: {}", "de": "Angekommen: {}", "fr": "Bien reçu : {}", "es": "Recibido: {}"}
NOBODY = ("no-reply@", "noreply@", "donotreply@", "mailer-daemon@", "postmaster@")


def acknowledge(case: Case, at: datetime) -> Outgoing | None:
    """Answers the first mail of a case with a receipt, where its mailbox sends any. Harmless when repeated."""
    if case.closed_how == Closed.SPAM:
        return None
    mailbox = Mailbox.objects.filter(address=case.inbox.lower(), is_active=True, sends_receipts=True).first()
    message = Message.objects.filter(case=case).order_by("id").first() if mailbox else None
    if mailbox is None or message is None or not _may_be_answered(message):
        return None
    language = case.customer.language.split("-", maxsplit=1)[0].lower()
    language = language if language in WORDS else "en"
    letter = _letter(case, message, mailbox, language, at)
    to, cause = [message.from_address], f"receipt:{message.pk}"
    row = outbound.queue_letter(letter, cause, at, mailbox, to, mailbox.address)
    if row.state == OutgoingState.QUEUED and row.queued_at == at:
        record("mail.acknowledged", at=at, about=case, subject=row, address=message.from_address)
    return row


def _may_be_answered(message: Message) -> bool:
    if message.channel != Channel.EMAIL or message.is_ours or message.is_automatic or message.from_stranger:
        return False
    if message.from_address.startswith(NOBODY) or message.from_address.endswith(".invalid"):
        return False
    arrival = Arrival.objects.filter(message=message).first()
    if arrival is None or arrival.return_path == "":  # RFC 3834 section 2: never to the null path
        return False
    return read(files.fetch(arrival.key)).auto_response_ok


def _letter(case: Case, message: Message, mailbox: Mailbox, language: str, at: datetime) -> Letter:
    subject = RECEIVED[language].format(first_words(message.subject or case.subject, 100))
    reply_to = ""
    if mailbox.plus_addresses:
        reply_to = addresses.signed(mailbox.address, addresses.CASE, case.pk, key_for(queries.ADDRESS_KEY))
    text = f"{WORDS[language]}\n\n{mailbox.name or mailbox.address}\n"
    return Letter(
        sender=mailbox.address, sender_name=mailbox.name, to=(message.from_address,), reply_to=reply_to, date=at,
        subject=f"{subject} [#{case.pk}]", text=text, html=letter_html.page(letter_html.from_text(text), language),
        message_id=f"<{uuid.uuid4().hex}@{mailbox.address.rpartition('@')[2]}>", in_reply_to=message.message_id,
        references=(message.message_id,) if message.message_id else (), is_automatic=True, answers=True,
    )  # fmt: skip
