"""Which remedies a person may see: those of the cases they may see."""

from __future__ import annotations

from goodword.kit.errors import NotFound
from goodword.people.access import desk_of, may_administer
from goodword.people.models import Agent
from goodword.remedies.models import Remedy, RemedyKind


def remedy_for(agent: Agent, pk: int) -> Remedy:
    """Returns a remedy this agent may see; raises NotFound otherwise."""
    desk_of(agent)
    found = Remedy.objects.select_related("kind__promise_kind", "case__customer").filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such remedy.")
    return found


def kind_for(agent: Agent, slug: str) -> RemedyKind:
    """Returns a kind that may be given; raises NotFound otherwise."""
    desk_of(agent)
    found = RemedyKind.objects.filter(slug=slug, is_active=True).first()
    if found is None:
        raise NotFound("There is no such remedy.")
    return found


def kind_to_set(agent: Agent, pk: int) -> RemedyKind:
    """Returns a kind whose limits an admin sets."""
    may_administer(agent)
    found = RemedyKind.objects.filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such remedy.")
    return found
