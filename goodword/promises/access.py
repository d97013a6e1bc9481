"""Which promises a person may see: those of the cases they may see, and whatever they own themselves."""

from __future__ import annotations

from goodword.cases.access import case_for
from goodword.kit.errors import NotFound
from goodword.people.access import desk_of
from goodword.people.models import Agent
from goodword.promises.models import Promise
from goodword.promises.queries import WITH


def promise_for(agent: Agent, pk: int) -> Promise:
    """Returns a promise this agent may see; raises NotFound otherwise."""
    desk_of(agent)
    found = Promise.objects.select_related(*WITH).filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such promise.")
    case_for(agent, found.case_id)
    return found
