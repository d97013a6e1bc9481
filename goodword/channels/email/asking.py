"""Asks on their way out: a mail to whoever is to answer, from a signed address to which the answer comes back."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.conf import settings

from goodword.asks import letters
from goodword.asks.links import link_for, token_of
from goodword.asks.models import Ask, Purpose, Stage, State
from goodword.asks.pages import first_name, reader_of
from goodword.channels.email import addresses, letter_html, outbound, queries
from goodword.channels.email.composing import Letter
from goodword.channels.email.keys import key_for
from goodword.channels.email.models import Mailbox, Outgoing
from goodword.kit import dates
from goodword.people.models import Agent, Partner
from goodword.people.queries import organisation

REFERENCES = 10


def told(ask: Ask, verb: str, *, stands_in: bool) -> str:
    """Returns on which occasion the receiver is written to after a verb, as things stand now; "" for none.

    What time or people have overtaken is not told any more: a reminder once it is late, anything once it is answered.
    """
    if verb == "ask.withdrawn":
        return letters.WITHDRAWN if Outgoing.objects.filter(ask=ask).exists() else ""
    if ask.state != State.OPEN:
        return ""
    if verb in ("ask.late", "ask.handed_on") and stands_in:
        return letters.STANDS_IN
    if verb == "ask.reminded" and ask.stage != Stage.REMINDED:
        return ""
    occasions = {
        "ask.made": letters.MADE, "ask.reminded": letters.REMINDED, "ask.late": letters.LATE,
        "ask.extended": letters.EXTENDED,
    }  # fmt: skip
    return occasions.get(verb, "")


def queue_ask(ask: Ask, occasion: str, to: Agent | Partner, cause: str, at: datetime, instead_of: str = "") -> Outgoing:
    """Queues the letter of an ask to one who was asked, once per cause; it stays in one thread with those before."""
    cause = f"ask:{cause}"[:120]
    found = Outgoing.objects.filter(cause=cause).first()
    if found:
        return found
    mailbox = queries.mailbox_for(ask.case.inbox)
    agent = to if isinstance(to, Agent) else None
    known = _known(ask, agent, at, instead_of)
    reader = reader_of(ask, agent)
    text = letters.letter(occasion, known, reader.language)
    before = _mails_before(ask, to.email)
    plain = mailbox.address if mailbox else queries.desk_address()
    answers_to = _signed(ask, mailbox)
    subject = letters.subject_of(known, reader.language)
    letter = Letter(
        sender=plain, sender_name=f"{known.asker} ({known.house})" if known.house else known.asker, to=(to.email,),
        reply_to=answers_to, subject=f"Re: {subject}" if before else subject, text=text, date=at,
        html=letter_html.page(letter_html.from_text(text), reader.language or "en"),
        message_id=f"<{addresses.LETTER}{uuid.uuid4().hex}@{plain.rpartition('@')[2]}>",
        in_reply_to=before[-1] if before else "", references=tuple(before), is_automatic=occasion != letters.MADE,
    )  # fmt: skip
    return outbound.queue_letter(letter, cause, at, mailbox, [to.email], answers_to or plain, ask=ask)


def _signed(ask: Ask, mailbox: Mailbox | None) -> str:
    """The address that names this ask; "" where the mailbox takes no plus addresses."""
    if mailbox is None or not mailbox.plus_addresses:
        return ""
    return addresses.signed(mailbox.address, addresses.ASK, ask.pk, key_for(queries.ADDRESS_KEY))


def _mails_before(ask: Ask, address: str) -> list[str]:
    rows = Outgoing.objects.filter(ask=ask, recipients__contains=[address.lower()]).order_by("id")
    return list(rows.values_list("mail_id", flat=True)[:REFERENCES])


def _known(ask: Ask, agent: Agent | None, at: datetime, instead_of: str) -> letters.Known:
    house = organisation()
    return letters.Known(
        name=first_name(agent) if agent else str(ask.to_partner), asker=first_name(ask.by),
        house=house.name if house else "", question=ask.question,
        answer_by=dates.until(ask.answer_by, reader_of(ask, agent), at), link=_link(ask, agent, at),
        is_approval=ask.purpose == Purpose.APPROVAL, instead_of=instead_of,
    )  # fmt: skip


def _link(ask: Ask, agent: Agent | None, at: datetime) -> str:
    """The one link of the letter: the ask at the desk for who has one, the page without an account for all others."""
    if agent and agent.works_at_desk:
        return f"{settings.BASE_URL}/asks/{ask.pk}"
    return f"{settings.BASE_URL}/portal/asks/{token_of(link_for(ask, agent, at))}"
