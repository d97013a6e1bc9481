"""Which offers a person may see: those of the cases they may see."""

from __future__ import annotations

from goodword.cases.access import case_for
from goodword.handovers.models import Offer
from goodword.kit.errors import NotFound
from goodword.people.access import desk_of
from goodword.people.models import Agent


def offer_for(agent: Agent, pk: int) -> Offer:
    """Returns an offer this agent may see; raises NotFound otherwise."""
    desk_of(agent)
    found = Offer.objects.select_related("giver", "receiver", "case", "case__customer").filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such handover.")
    case_for(agent, found.case_id)
    return found
