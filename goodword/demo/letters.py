"""The post of the demo: what was handed over for customers and colleagues, and what customers answer."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, formataddr

from goodword.channels.email import queries, taking
from goodword.channels.email.models import Outgoing, OutgoingState
from goodword.channels.email.reading import ReadMail, read
from goodword.channels.email.receiving import Envelope, Taken
from goodword.demo.people import DEAD_DOMAIN, GUESTS, INBOX, SHOP, Guest
from goodword.kit import clock, files
from goodword.kit.errors import Malformed, NotFound

SHOWN = 30
LONGEST_ANSWER = 10_000


@dataclass(frozen=True)
class Letter:
    """One mail as its reader finds it."""

    number: int
    to: str
    reader: str
    at: datetime
    mail: ReadMail
    came_back: bool


def latest(*, for_colleagues: bool = False) -> list[Letter]:
    """Returns the newest mails that were handed over, to customers or to colleagues."""
    rows = Outgoing.objects.filter(state=OutgoingState.SENT, message__isnull=for_colleagues).order_by("-id")[:SHOWN]
    return [_letter(row) for row in rows]


def one(number: int) -> Letter:
    """Returns one mail; raises NotFound for one that was never handed over."""
    row = Outgoing.objects.filter(pk=number, state=OutgoingState.SENT).first()
    if row is None:
        raise NotFound("There is no such mail.")
    return _letter(row)


def _letter(row: Outgoing) -> Letter:
    came_back = any(address.endswith(f"@{DEAD_DOMAIN}") for address in row.recipients)
    to, mail = ", ".join(row.recipients), read(files.fetch(row.key))
    return Letter(row.pk, to, _guest(to).name or to, row.sent_at or row.queued_at, mail, came_back)


def _guest(address: str) -> Guest:
    """Who has this address; somebody without a name when it is nobody's of the stories."""
    return next((guest for guest in GUESTS if guest.address == address), Guest("", "", address))


def answer(letter: Letter, text: str) -> Taken:
    """The reader of a mail answers it, with their own program as it were."""
    to = letter.mail.reply_to[0] if letter.mail.reply_to else letter.mail.from_address
    subject = letter.mail.subject
    reply = _mail(
        _guest(letter.to), to, subject if subject.lower().startswith("re:") else f"Re: {subject}", _checked(text)
    )
    reply["In-Reply-To"] = f"<{letter.mail.message_id}>"
    reply["References"] = " ".join(f"<{one}>" for one in (*letter.mail.references, letter.mail.message_id))
    return bring(reply.as_bytes(), to)


def write(key: str, subject: str, text: str) -> Taken:
    """A customer writes to the shop of their own accord."""
    guest = next((guest for guest in GUESTS if guest.key == key), None)
    if guest is None:
        raise Malformed("Choose one of the customers.", field="guest")
    return bring(_mail(guest, INBOX, " ".join(subject.split())[:200] or "A question", _checked(text)).as_bytes(), INBOX)


def _checked(text: str) -> str:
    if not text.strip():
        raise Malformed("Write a few words first.", field="text")
    return text.strip()[:LONGEST_ANSWER]


def _mail(guest: Guest, to: str, subject: str, text: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = formataddr((guest.name, guest.address))
    mail["To"] = formataddr((SHOP, to))
    mail["Subject"] = subject
    mail["Date"] = format_datetime(clock.now())
    mail["Message-ID"] = f"<{uuid.uuid4().hex}@{guest.address.rpartition('@')[2]}>"
    mail.set_content(text)
    return mail


def bring(raw: bytes, to: str, *, return_path: str | None = None) -> Taken:
    """The postman rings: one mail is taken in, as by any other door."""
    return taking.take(raw, Envelope(door="demo", inbox=to, return_path=return_path), queries.ours(), clock.now())
