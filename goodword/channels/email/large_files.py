"""Which files go along with a mail, and which as a link because the mail would become too large."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.template.defaultfilters import filesizeformat

from goodword.cases.models import Attachment, Message
from goodword.channels.email.composing import Enclosure
from goodword.channels.email.link_words import large_files
from goodword.kit import dates, files
from goodword.people.queries import organisation
from goodword.sending.links import link_for, token_of

USUAL_MB = 15
GROWS = 1.37  # what a file takes more within a mail (base64 with its line ends)


def parted(message: Message, at: datetime) -> tuple[tuple[Enclosure, ...], str]:
    """Returns the files that go along, and the words with a link to each that would be too much."""
    every = list(message.attachments.order_by("id"))
    if not every:
        return (), ""
    us = organisation()
    linked = _too_large(every, (us.largest_mail_mb if us else USUAL_MB) * 1024 * 1024)
    along = tuple(_enclosed(one) for one in every if one not in linked)
    return along, _words(message, linked, at) if linked else ""


def _enclosed(file: Attachment) -> Enclosure:
    return Enclosure(file.filename, file.content_type, files.fetch(file.key), file.content_id)


def _too_large(every: list[Attachment], limit: int) -> list[Attachment]:
    total, linked = sum(one.size for one in every), []
    for one in sorted(every, key=lambda file: -file.size):
        if total * GROWS <= limit:
            break
        linked.append(one)
        total -= one.size
    return [one for one in every if one in linked]


def _words(message: Message, linked: list[Attachment], at: datetime) -> str:
    customer = message.case.customer
    links = [link_for(one, at) for one in linked]
    lines = [
        f"{link.file.filename} ({filesizeformat(link.file.size)})\n{settings.BASE_URL}/portal/files/{token_of(link)}"
        for link in links
    ]
    reader = dates.Reader(customer.language or "en", customer.time_zone or "UTC", is_theirs=bool(customer.time_zone))
    until = dates.day(links[0].expires_at, reader, at)
    return large_files(customer.language or "en", until) + "\n" + "\n".join(lines)
