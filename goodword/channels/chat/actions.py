"""The chat: beginning one, saying a line, hearing that the other side has seen it, and leaving."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from goodword.cases import actions as cases
from goodword.cases import delivery
from goodword.cases.actions import Draft
from goodword.cases.inbound import Inbound
from goodword.cases.models import Case, Channel, Delivery, Message
from goodword.cases.queries import family, root
from goodword.channels.chat import queries
from goodword.channels.chat.models import Visit
from goodword.channels.form.actions import inbox
from goodword.channels.form.models import Website
from goodword.kit.errors import Malformed
from goodword.kit.nudge import nudge
from goodword.kit.sweep import Swept, sweep
from goodword.kit.text import first_words
from goodword.ledger.actions import record
from goodword.people import actions as people
from goodword.people.models import IdentityKind
from goodword.people.queries import is_email

LONGEST_LINE = 4000


@dataclass(frozen=True)
class Guest:
    """Who begins a chat, in which language, and on which page of the shop's site."""

    name: str
    address: str
    language: str = ""
    page: str = ""


def begin(site: Website, guest: Guest, text: str, line: str, at: datetime) -> tuple[Visit, str]:
    """Begins a chat with its first line; returns the visit and the key that only the customer's browser will know.

    The address is asked for at once: whoever leaves gets the answer by mail. It was typed in and proves nothing,
    so the desk is told, and the chat shows nothing of what came before it.
    """
    if not is_email(guest.address) or "." not in guest.address.rpartition("@")[2]:
        raise Malformed("That is not an e-mail address.", field="address", code="no_address")
    key = secrets.token_urlsafe(24)
    with transaction.atomic():
        where = f" on {guest.page}" if guest.page else ""
        note = f"Came by chat{where}. The address was typed in by hand; nobody has proven it yet."
        first = _inbound(guest.name, guest.address, text, line, inbox=inbox(site), language=guest.language, note=note)
        received = cases.receive(first, at)
        identity, _ = people.meet(IdentityKind.EMAIL, guest.address, guest.name, at)
        visit = Visit.objects.create(
            digest=queries.digest_of(key), case=received.case, identity=identity, started_at=at,
            seen_at=at, wakes_at=at + queries.GONE_AFTER, language=guest.language[:12], page=guest.page[:300],
        )  # fmt: skip
        record("chat.began", at=at, about=received.case, subject=visit, by=received.case.customer)
    return visit, key


def say(visit: Visit, text: str, line: str, at: datetime) -> Message | None:
    """The customer says a line; None when it was said already (`line` names it)."""
    with transaction.atomic():
        held = Visit.objects.select_for_update(of=("self",)).select_related("case", "identity").get(pk=visit.pk)
        case = root(held.case)
        if Message.objects.filter(message_id=_named(line), case_id__in=family(case), channel=Channel.CHAT).exists():
            return None
        said = _inbound(visit.identity.customer.name, visit.identity.address, text, line, inbox=case.inbox, case=case)
        message = cases.receive(said, at).message
        _seen(held, at)
    return message


def _named(line: str) -> str:
    return f"<{line[:60]}@chat.goodword.invalid>"


def _inbound(
    name: str, address: str, text: str, line: str, *, inbox: str, case: Case | None = None, language: str = "",
    note: str = "",
) -> Inbound:  # fmt: skip
    said = text.strip()[:LONGEST_LINE]
    if not said:
        raise Malformed("There is nothing to send yet.", field="text", code="nothing_to_send")
    return Inbound(
        channel=Channel.CHAT, kind=IdentityKind.EMAIL, address=address.strip(), name=" ".join(name.split())[:120],
        subject="" if case else first_words(said, 100), text=said, reply_text=said, inbox=inbox,
        message_id=_named(line), token_case=case.pk if case else None, language=language, note=note,
    )  # fmt: skip


def listens(visit: Visit, seen: int, at: datetime) -> None:
    """The customer's browser asks for news, and says up to which line it has shown them: those have arrived."""
    _seen(visit, at)
    for line in queries.unseen(visit) if seen else []:
        if line.pk <= seen and delivery.mark(line, Delivery.HANDED_OVER, at):
            delivery.mark(line, Delivery.DELIVERED, at, "seen in the chat")


def _seen(visit: Visit, at: datetime) -> None:
    """Notes that the customer is there; the desk's screens hear of it only when they had been gone."""
    was_gone = visit.ended_at is not None
    visit.seen_at, visit.ended_at, visit.wakes_at = at, None, at + queries.GONE_AFTER
    visit.save(update_fields=["seen_at", "ended_at", "wakes_at"])
    if was_gone:
        nudge(f"case:{root(visit.case).pk}")


def leave(visit: Visit, at: datetime) -> None:
    """The customer is gone: what they have not seen of ours goes to them by mail."""
    with transaction.atomic():
        visit.ended_at, visit.wakes_at = at, None
        visit.save(update_fields=["ended_at", "wakes_at"])
        for line in queries.unseen(visit):
            delivery.by_mail_instead(line, at)
        record("chat.ended", at=at, about=root(visit.case), subject=visit)


def sweep_visits(now: datetime) -> Swept:
    """Ends the chats of those of whom nothing was heard for a while."""
    return sweep(Visit.objects.select_related("case", "identity"), leave, now)


def in_chat(case: Case, draft: Draft, at: datetime) -> Draft:
    """Returns a reply as it travels: in the chat while that customer is in it, else as it is.

    What the chat cannot carry goes by mail: files, copies to others, another sender.
    """
    if draft.files or draft.cc or draft.bcc or draft.sender:
        return draft
    visit = queries.present(case, at)
    if visit is None or draft.to not in ((), (visit.identity.address,)):
        return draft
    return replace(draft, channel=Channel.CHAT, to=(visit.identity.address,))
