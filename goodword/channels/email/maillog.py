"""The mail log: every mail in and out with its fate. Leads read it; a mail without a message takes an admin.

Each list is one query by keyset over an index of its filter.
"""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model, QuerySet

from goodword.cases.access import message_for
from goodword.channels.email.models import Arrival, Outgoing, OutgoingState
from goodword.kit import files
from goodword.kit.errors import NotAllowed, NotFound
from goodword.people.access import may_administer, may_oversee
from goodword.people.models import Agent

PAGE = 50
SHOWN_BYTES = 200_000
WAITS = "waits"  # how the empty outcome of an arrival is called in addresses
STATES = set(OutgoingState.values)

Row = TypeVar("Row", bound=Model)


def arrivals_for(agent: Agent, fate: str, address: str, before: int) -> tuple[list[Arrival], bool]:
    """Returns a page of mails that came in, the newest first, and whether there are older ones."""
    may_oversee(agent)
    rows = Arrival.objects.select_related("message").only(
        "id", "sender", "subject", "inbox", "door", "arrived_at", "outcome", "trouble", "case_id", "tries",
        "message__subject", "message__from_address",
    )  # fmt: skip
    if fate:
        rows = rows.filter(outcome="" if fate == WAITS else fate)
    if address:
        rows = rows.filter(sender=address.strip().lower())
    return _page(rows, before)


def outgoing_for(agent: Agent, fate: str, address: str, before: int) -> tuple[list[Outgoing], bool]:
    """Returns a page of mails that went out, the newest first, and whether there are older ones."""
    may_oversee(agent)
    rows = Outgoing.objects.select_related("message", "ask").only(
        "id", "recipients", "queued_at", "state", "server_words", "attempts", "cause", "sender",
        "message__subject", "message__case_id", "message__delivery", "ask__case_id",
    )  # fmt: skip
    if fate:
        rows = rows.filter(state=fate)
    if address:
        rows = rows.filter(recipients__contains=[address.strip().lower()])
    return _page(rows, before)


def _page(rows: QuerySet[Row], before: int) -> tuple[list[Row], bool]:
    if before:
        rows = rows.filter(pk__lt=before)
    found = list(rows.order_by("-pk")[: PAGE + 1])
    return found[:PAGE], len(found) > PAGE


def arrival_for(agent: Agent, pk: int) -> Arrival:
    """Returns a mail that came in; raises NotFound for none, NotAllowed for what only an admin may read."""
    may_oversee(agent)
    found = Arrival.objects.select_related("message").filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such mail.")
    _may_read(agent, found.message_id)
    return found


def outgoing_one_for(agent: Agent, pk: int) -> Outgoing:
    """Returns a mail that went out; raises NotFound for none, NotAllowed for what only an admin may read."""
    may_oversee(agent)
    rows = Outgoing.objects.select_related("message", "ask")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such mail.")
    _may_read(agent, found.message_id)
    return found


def _may_read(agent: Agent, message: int | None) -> None:
    """A question's letter carries the link by which it is answered; an invitation lets somebody in."""
    if message:
        message_for(agent, message)
    elif not agent.is_admin:
        raise NotAllowed("This mail belongs to no message of a case. Its words are for admins.")


def head_of(key: str) -> tuple[str, bool]:
    """Returns the beginning of a mail as text, and whether there is more; raises NotFound when its bytes are gone."""
    try:
        with files.opened(key) as file:
            content = file.read(SHOWN_BYTES + 1)
    except FileNotFoundError:
        raise NotFound("This mail is no longer in the storage.") from None
    text = content[:SHOWN_BYTES].decode("utf-8", "replace").replace("\r\n", "\n")
    shown = "".join(letter if letter.isprintable() or letter in "\n\t " else "\ufffd" for letter in text)
    return shown, len(content) > SHOWN_BYTES


def may_try_again(agent: Agent) -> Agent:
    """Returns the agent if they may send mails of the log on their way again."""
    return may_administer(agent)
