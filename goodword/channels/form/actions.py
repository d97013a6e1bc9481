"""Taking what comes with the web form, and setting what is open to customers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from goodword.cases import actions as cases
from goodword.cases.inbound import Inbound, InboundFile
from goodword.cases.models import Channel, Message
from goodword.channels.email.queries import mailbox_for
from goodword.channels.form import receipts, rules
from goodword.channels.form.models import Website
from goodword.channels.form.queries import website
from goodword.kit.errors import Malformed
from goodword.ledger.actions import record
from goodword.people.access import may_administer
from goodword.people.models import Agent, Health, IdentityKind
from goodword.people.queries import is_email, organisation
from goodword.promises.links import link_for, token_of

LONGEST_TEXT, LONGEST_SUBJECT, LONGEST_NAME = 20_000, 200, 120
MOST_SITES = 20


@dataclass(frozen=True)
class Written:
    """What somebody wrote in the form; `key` names the form that was sent, so that it counts once."""

    name: str
    address: str
    subject: str
    text: str
    key: str
    language: str = ""
    files: tuple[InboundFile, ...] = ()
    note: str = ""


def checked(written: Written) -> None:
    """Raises Malformed for what cannot be answered."""
    if not is_email(written.address) or "." not in written.address.rpartition("@")[2]:
        raise Malformed("That is not an e-mail address.", field="address", code="no_address")
    if not written.text.strip():
        raise Malformed("There is nothing to send yet.", field="text", code="nothing_to_send")


def take(written: Written, at: datetime) -> Message | None:
    """Makes a case of a form, and sends its writer a receipt; None when this form was taken already.

    The receipt never quotes the form: an address can be typed in by anybody, and must not be sent their words.
    """
    checked(written)
    if Message.objects.filter(message_id=written.key, channel=Channel.FORM).exists():
        return None
    with transaction.atomic():
        received = cases.receive(
            Inbound(
                channel=Channel.FORM, kind=IdentityKind.EMAIL, address=written.address.strip(),
                name=" ".join(written.name.split())[:LONGEST_NAME], subject=" ".join(written.subject.split()),
                text=written.text.strip()[:LONGEST_TEXT], reply_text=written.text.strip()[:LONGEST_TEXT],
                inbox=inbox(website()), message_id=written.key, files=written.files, language=written.language,
                note=written.note,
            ),
            at,
        )  # fmt: skip
        _send_receipt(received.message, written.language, at)
    return received.message


def inbox(site: Website) -> str:
    """Returns the address of ours from which what came in by form or chat is answered."""
    mailbox = mailbox_for(site.inbox)
    return mailbox.address if mailbox else site.inbox


def _send_receipt(message: Message, language: str, at: datetime) -> None:
    identity = message.identity
    if identity is None or identity.health == Health.BOUNCING:
        return
    known = organisation()
    page = f"{settings.BASE_URL}/portal/{token_of(link_for(message.case, at))}"
    text = receipts.receipt(language, message.from_name, known.name if known else "", page)
    draft = cases.Draft(text=text, to=(identity.address,), is_automatic=True, keeps_waiting=True)
    cases.reply(message.case, None, draft, at)


def set_website(at: datetime, by: Agent, **given: Any) -> Website:
    """Opens or closes the form, the help centre and the chat, and says on which sites they may stand."""
    may_administer(by)
    sites = [rules.origin_of(site) for site in given.pop("sites")]
    if not all(sites) or len(sites) > MOST_SITES:
        words = f"Write at most {MOST_SITES} addresses like https://shop.example, one a line."
        raise Malformed(words, field="sites")
    with transaction.atomic():
        row, _ = Website.objects.update_or_create(
            singleton=True, defaults={**given, "sites": list(dict.fromkeys(sites))}
        )
        record("website.set", at=at, by=by, form=row.form_is_on, help=row.help_is_on, chat=row.chat_is_on)
    return row
