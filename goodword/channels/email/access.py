"""Who may read a mail as it came: whoever may see its message."""

from __future__ import annotations

from goodword.cases.access import message_for
from goodword.channels.email.models import Arrival, Outgoing
from goodword.kit.errors import NotFound
from goodword.people.models import Agent


def source_for(agent: Agent, message_pk: int) -> str:
    """Returns the key under which the raw bytes of a message lie; raises NotFound when it was no mail."""
    message = message_for(agent, message_pk)
    rows = Outgoing.objects if message.is_ours else Arrival.objects
    key = rows.filter(message=message).values_list("key", flat=True).first()
    if not key:
        raise NotFound("This message did not come as a mail, so there is no source to show.")
    return str(key)
