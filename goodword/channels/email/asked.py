"""Mail that comes back on an ask: tied by our Message-ID or the signed address, believed only from whom was asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from goodword.asks import queries as asks
from goodword.asks import replies
from goodword.asks.models import Ask
from goodword.cases.inbound import InboundFile
from goodword.channels.email import authentication, enclosed
from goodword.channels.email.addresses import LETTER
from goodword.channels.email.inbound import bracketed, clean
from goodword.channels.email.models import Arrival, Outgoing
from goodword.channels.email.ours import Ours
from goodword.channels.email.reading import ReadMail
from goodword.channels.email.typos import PROVIDERS
from goodword.kit.text import first_words
from goodword.people.models import Agent

OUTCOMES = {
    replies.ANSWERED: "ask_answered", replies.UNCLEAR: "ask_unclear", replies.ADDED: "ask_added", replies.SEEN: "seen",
}  # fmt: skip
OWN, ROBOT = "own", "ask_robot"
NOT_ASKED, NOT_VERIFIED = "it came from an address that was not asked", "its sender could not be verified"
LOOKED_AT = 12
SMALLEST_PICTURE = 10_000  # bytes; below that a picture within the text is a logo


def tied(mail: ReadMail, arrival: Arrival, ours: Ours) -> Ask | None:
    """Returns the ask that a mail (an answer, a report, an automatic reply) comes back on, surest first; or None.

    No query for a mail that names neither a letter nor an address of an ask.
    """
    named = [mail.bounced_message_id, mail.in_reply_to, *mail.references[-LOOKED_AT:]]
    known = [bracketed(one)[:250] for one in named if one.startswith(LETTER)]
    rows = Outgoing.objects.filter(mail_id__in=known, ask__isnull=False) if known else None
    pk = rows.order_by("-id").values_list("ask", flat=True).first() if rows is not None else None
    pk = pk or ours.ask_in((arrival.inbox, *mail.delivered_to, *mail.to, *mail.cc))
    return Ask.objects.select_related(*asks.WITH).filter(pk=pk).first() if pk else None


@dataclass(frozen=True)
class Heard:
    """What came back on an ask: the `outcome`, or `why` the mail was not believed and is a mail like others."""

    ask: Ask
    outcome: str = ""
    why: str = ""


def settle(
    mail: ReadMail, arrival: Arrival, ours: Ours, files: tuple[InboundFile, ...], at: datetime
) -> Heard | None:  # fmt: skip
    """Takes what comes back on an ask; None for a mail that does not."""
    if mail.message_id.startswith(LETTER):
        own = Outgoing.objects.filter(mail_id=bracketed(mail.message_id)[:250]).select_related("ask").first()
        if own and own.ask:
            return Heard(own.ask, OWN)
    ask = tied(mail, arrival, ours)
    if ask is None:
        return None
    sender = clean(mail.from_address).strip().lower()[:320]
    believed, agent = _who(ask, sender)
    verified = authentication.found(mail.authentication_results, sender, ours.known).check != authentication.FAILED
    if mail.kind != "ordinary" or mail.is_auto_reply:
        words = first_words(clean(mail.text_reply or mail.text_body)) if believed and verified else ""
        replies.robot_answered(ask, sender, words, at)
        return Heard(ask, ROBOT)
    if not believed or not verified:
        return Heard(ask, why=NOT_ASKED if verified else NOT_VERIFIED)
    return Heard(ask, OUTCOMES[replies.take(ask, _reply(mail, arrival, agent, files), at)])


def _reply(mail: ReadMail, arrival: Arrival, agent: Agent | None, files: tuple[InboundFile, ...]) -> replies.Reply:
    """What a mail says. Where no new words were found the whole mail goes along, for a person to read."""
    words = clean(mail.text_reply).strip()
    if all(line.startswith(">") for line in words.splitlines()):
        words = ""
    kept = tuple(file for file in files if not (file.is_inline and file.size < SMALLEST_PICTURE))
    is_unclear = not words and not kept
    if is_unclear:
        kept = (enclosed.source(arrival.key, arrival.size),)
    return replies.Reply(words, agent, files=kept, mail=bracketed(mail.message_id), is_unclear=is_unclear)


def _who(ask: Ask, sender: str) -> tuple[bool, Agent | None]:
    """Whether a sender was asked, and which colleague it is (None: the partner, whoever writes for it)."""
    asked = {one for row in Outgoing.objects.filter(ask=ask).values_list("recipients", flat=True) for one in row}
    if ask.to_partner:
        if sender == ask.to_partner.email.lower() or sender in asked:
            return True, None
        domain = sender.rpartition("@")[2]
        houses = {one.rpartition("@")[2] for one in asked} - set(PROVIDERS)
        return domain in houses, None
    agent = Agent.objects.filter(email=sender, is_active=True).first() if sender in asked else None
    return agent is not None, agent
