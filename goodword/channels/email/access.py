"""Who may read a mail as it came (whoever may see its message), and who sets up mailboxes (admins)."""

from __future__ import annotations

from goodword.cases.access import message_for
from goodword.channels.email.models import Arrival, Mailbox, Outgoing
from goodword.kit.errors import NotFound
from goodword.people.access import may_administer
from goodword.people.models import Agent


def source_for(agent: Agent, message_pk: int) -> str:
    """Returns the key under which the raw bytes of a message lie; raises NotFound when it was no mail."""
    message = message_for(agent, message_pk)
    rows = Outgoing.objects if message.is_ours else Arrival.objects
    key = rows.filter(message=message).values_list("key", flat=True).first()
    if not key:
        raise NotFound("This message did not come as a mail, so there is no source to show.")
    return str(key)


def mailboxes_for(agent: Agent) -> list[Mailbox]:
    """Returns all mailboxes for the settings, the default one first; only admins see them."""
    may_administer(agent)
    return list(Mailbox.objects.order_by("-is_default", "id"))


def mailbox_for(agent: Agent, pk: int) -> Mailbox:
    """Returns a mailbox for its settings page; raises NotFound for one that does not exist."""
    may_administer(agent)
    found = Mailbox.objects.filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such mailbox.")
    return found
