"""Writing one letter of the desk's own to one customer: their address, their words, counted, or the reason why not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from goodword.cases.actions import Draft
from goodword.cases.models import Case, Message
from goodword.cases.starting import start_by_us
from goodword.closing import contacts
from goodword.closing.models import ContactKind
from goodword.kit.dates import Reader, day
from goodword.kit.errors import Malformed
from goodword.outreach.rules import filled, unknown_names
from goodword.outreach.tongues import Texts, half_written
from goodword.people.models import Agent, Customer, Health, IdentityKind, Purchase
from goodword.promises.actions import Told
from goodword.promises.links import link_for, token_of
from goodword.promises.replies import send


@dataclass(frozen=True)
class Words:
    """What is written, with names in braces; `on` is the day that {date} means."""

    subject: str
    text: str
    on: datetime | None = None


def address_of(customer: Customer) -> str:
    """Returns the e-mail address at which a customer can be reached, or ""."""
    known = customer.identities.filter(kind=IdentityKind.EMAIL).exclude(health=Health.BOUNCING).order_by("id")
    return known.values_list("address", flat=True).first() or ""


def values_of(customer: Customer, purchase: Purchase | None, words: Words, now: datetime) -> dict[str, str]:
    """Returns what the names in braces mean for one customer; the page is known once there is a case."""
    reader = Reader(customer.language, customer.time_zone or "UTC")
    return {
        "name": customer.name, "product": purchase.product if purchase else "",
        "number": purchase.number if purchase else "", "date": day(words.on, reader, now) if words.on else "",
    }  # fmt: skip


def refuse_unknown(texts: Texts) -> None:
    """Raises Malformed, with its field, for a version of the words that lacks a part or names what nobody knows."""
    if lacking := half_written(texts):
        raise Malformed("Write something here.", field=lacking.removesuffix("_"))
    for code, said in texts.items():
        for name, words in said.items():
            if unknown := unknown_names(words):
                field = f"{name}_{code}".removesuffix("_")
                raise Malformed(f"Nobody knows what {{{unknown[0]}}} means.", field=field)


def write(
    customer: Customer, purchase: Purchase | None, by: Agent, words: Words, kind: ContactKind, now: datetime,
    *, case: Case | None = None, makes: tuple[Told, ...] = (),
) -> Message:  # fmt: skip
    """Writes the letter into a case of its own (or a known one) and counts it; the caller has asked `free_from` before.

    Raises Malformed where it cannot be written.
    """
    values = values_of(customer, purchase, words, now)
    if case is None:
        case = start_by_us(by, filled(words.subject, values), address_of(customer), now)
    if "{page}" in words.text:
        values["page"] = f"{settings.BASE_URL}/portal/{token_of(link_for(case, now))}"
    text = f"{filled(words.text, values).strip()}\n\n{by.signature.strip() or by.name}"
    message = send(case, by, Draft(text=text, is_automatic=True), now, makes=makes)
    contacts.count(message, customer.pk, kind, now)
    return message
