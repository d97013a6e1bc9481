"""Reading mailboxes, arrivals and what is on its way out."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings

from goodword.channels.email import addresses
from goodword.channels.email.keys import key_for
from goodword.channels.email.models import Mailbox, Outgoing
from goodword.channels.email.ours import Ours
from goodword.kit.errors import NotFound

ADDRESS_KEY = "reply addresses"
MOST_LETTERS = 20


def active_mailboxes() -> list[Mailbox]:
    """Returns the mailboxes in use, the default one first."""
    return list(Mailbox.objects.filter(is_active=True).order_by("-is_default", "id"))


def every_mailbox() -> list[Mailbox]:
    """Returns all mailboxes, those out of use last (for the settings)."""
    return list(Mailbox.objects.order_by("-is_active", "-is_default", "address"))


def mailbox_by(pk: int) -> Mailbox:
    """Returns a mailbox by its number; raises NotFound for none."""
    found = Mailbox.objects.filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such mailbox.")
    return found


def mailbox_for(address: str) -> Mailbox | None:
    """Returns the mailbox from which a mail goes out: the one with this address, else the default, else any."""
    boxes = active_mailboxes()
    wanted = addresses.plain(address)
    return next((box for box in boxes if addresses.plain(box.address) == wanted), boxes[0] if boxes else None)


def ours() -> Ours:
    """Returns what is needed to know our own addresses. One query; doors ask once per batch."""
    boxes = active_mailboxes()
    known = {addresses.plain(box.address): box.address for box in reversed(boxes)}
    return Ours(known, boxes[0].address if boxes else "", key_for(ADDRESS_KEY))


def letters_of(ask: int) -> list[Outgoing]:
    """Returns the mails with which an ask went out, in order (bounded: one per occasion)."""
    return list(Outgoing.objects.filter(ask=ask).order_by("id")[:MOST_LETTERS])


def desk_address() -> str:
    """Returns the address from which mail goes while no mailbox is set up."""
    return f"desk@{urlsplit(settings.BASE_URL).hostname or 'localhost'}"
