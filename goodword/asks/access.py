"""Which asks a person may see: those of the cases they may see, and whatever waits for their own answer."""

from __future__ import annotations

from goodword.asks.models import Ask
from goodword.asks.queries import WITH
from goodword.cases.access import case_for
from goodword.kit.errors import NotFound
from goodword.people.models import Agent


def ask_for(agent: Agent, pk: int) -> Ask:
    """Returns an ask this person may see; raises NotFound otherwise. Colleagues see what they are asked, no more."""
    found = Ask.objects.select_related(*WITH).filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such ask.")
    if found.holder_id == agent.pk and agent.is_active:
        return found
    case_for(agent, found.case_id)
    return found
