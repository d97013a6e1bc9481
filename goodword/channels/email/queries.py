"""Reading mailboxes, arrivals and what is on its way out."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings

from goodword.channels.email import addresses
from goodword.channels.email.authentication import Known
from goodword.channels.email.keys import key_for
from goodword.channels.email.models import Mailbox, Outgoing
from goodword.channels.email.ours import Ours
from goodword.kit.errors import Malformed, NotFound

ADDRESS_KEY = "reply addresses"
MOST_LETTERS = 20
GOOGLE = "mx.google.com"  # who receives mail for imap.gmail.com
SHORTEST_HOUSE = 3  # below that it may be the "co" of "co.uk"


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


def mailbox_of_ours(address: str) -> Mailbox:
    """Returns the mailbox in use with this address; raises Malformed for any other."""
    found = Mailbox.objects.filter(is_active=True, address=address.lower()).first()
    if found is None:
        raise Malformed("That is no address of ours.", field="sender")
    return found


def ours() -> Ours:
    """Returns what is needed to know our own addresses. One query; doors ask once per batch."""
    boxes = active_mailboxes()
    known = {addresses.plain(box.address): box.address for box in reversed(boxes)}
    return Ours(known, boxes[0].address if boxes else "", key_for(ADDRESS_KEY), _known(boxes))


def _known(boxes: list[Mailbox]) -> Known:
    """The servers that may say who wrote a mail: those that are named, else those of our mailboxes' own domains."""
    hosts = [box.imap_host.lower() for box in boxes if box.imap_host.count(".")]
    domains = [*(box.address.rpartition("@")[2] for box in boxes), *(_house(host) for host in hosts)]
    also = [GOOGLE for host in hosts if host.endswith((".gmail.com", ".googlemail.com"))]
    return Known(tuple(settings.MAIL_VERIFIERS), tuple(dict.fromkeys([*domains, *also])))


def _house(host: str) -> str:
    """The name to which a server belongs: `imap.mail.example` to `mail.example`, `imap.co.example` to itself."""
    labels = host.split(".")
    return ".".join(labels[-2:]) if len(labels[-2]) > SHORTEST_HOUSE and not labels[-1].isdigit() else host


def letters_of(ask: int) -> list[Outgoing]:
    """Returns the mails with which an ask went out, in order (bounded: one per occasion)."""
    return list(Outgoing.objects.filter(ask=ask).order_by("id")[:MOST_LETTERS])


def desk_address() -> str:
    """Returns the address from which mail goes while no mailbox is set up."""
    return f"desk@{urlsplit(settings.BASE_URL).hostname or 'localhost'}"
