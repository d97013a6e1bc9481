"""The texts of a message as a case shows them: whose they are, what is new in them, and what was quoted."""

from __future__ import annotations

from datetime import datetime

from django import template
from django.utils.translation import gettext

from goodword.cases.models import Attachment, Case, Message
from goodword.kit.pdf_pages import LARGEST as LARGEST_PDF
from goodword.web import times
from goodword.web.wordings import PROOFS

register = template.Library()
LONGEST_SHOWN = 40_000
PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")
LARGEST_PICTURE = 25 * 1024 * 1024
TEXTS = ("application/json", "application/xml")
TEXT_SUFFIXES = ("txt", "csv", "log", "md", "json", "xml", "ics", "vcf", "eml")


@register.filter
def author_of(message: Message, case: Case) -> str:
    """Returns who wrote a message: a colleague, the customer, or a stranger by the name that they gave."""
    if message.is_ours or message.call_outcome:
        return str(message.author or gettext("The desk"))
    if message.from_stranger:
        return message.from_name or message.from_address
    return str(case.customer) if case.customer.name else message.from_name or message.from_address


@register.filter
def shown_as(file: Attachment) -> str:
    """Returns how a file may be looked at on the page: as a "picture", as "pages", as "text", or not at all, "".

    The bytes have the last word: what only says that it is a picture is sent to be saved, and shows nothing.
    """
    kind, suffix = file.content_type.lower(), file.filename.lower().rpartition(".")[2]
    if kind in PICTURES and file.size <= LARGEST_PICTURE:
        return "picture"
    if (kind == "application/pdf" or suffix == "pdf") and file.size <= LARGEST_PDF:
        return "pages"
    return "text" if kind in TEXTS or kind.startswith("text/") or suffix in TEXT_SUFFIXES else ""


@register.filter
def voice_of(message: Message) -> str:
    """Returns how a message is set: as a call, as ours, or as theirs."""
    return "call" if message.call_outcome else "ours" if message.is_ours else "theirs"


@register.filter
def name_of(message: Message, case: Case) -> str:
    """Returns what a message is to somebody who hears the page."""
    words = gettext("Call by %(author)s") if message.call_outcome else gettext("Message by %(author)s")
    return words % {"author": author_of(message, case)}


@register.filter
def proof_words(kind: str) -> str:
    """Returns what a kind of proof is, in a sentence."""
    return gettext(PROOFS.get(kind, kind))


@register.filter
def new_words(message: Message) -> str:
    """Returns the new words of a message, without what it quotes; very long ones are cut."""
    words = (message.reply_text or message.text).strip()
    return (
        words
        if len(words) <= LONGEST_SHOWN
        else gettext("%(words)s… (the rest is in the raw source)") % {"words": words[:LONGEST_SHOWN]}
    )


@register.filter
def quoted_words(message: Message) -> str:
    """Returns what stands in a message beside its new words; "" when there is nothing more."""
    whole, new = message.text.strip(), message.reply_text.strip()
    if not new or whole == new:
        return ""
    rest = whole.removeprefix(new)
    return rest.strip()[:LONGEST_SHOWN]


@register.filter
def in_zone(zone: str) -> str:
    """Returns a time zone as people call it: its city."""
    return zone.rpartition("/")[2].replace("_", " ")


@register.filter
def clock_in(now: datetime, zone: str) -> str:
    """Returns what the clock shows in a customer's zone, so that nobody is called at three in the morning."""
    if not zone:
        return gettext("not known")
    return gettext("%(moment)s in %(place)s") % {"moment": times.clock(now, zone), "place": in_zone(zone)}
