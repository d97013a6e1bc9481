"""Who may read policies: everybody with a desk. Reading and permission are one call."""

from __future__ import annotations

from goodword.people.access import desk_of
from goodword.people.models import Agent
from goodword.policies import queries
from goodword.policies.models import Policy


def policies_for(agent: Agent, words: str, *, out_of_force: bool = False) -> list[Policy]:
    """Returns the policies in which these words stand; leads may also list those that are out of force."""
    desk_of(agent)
    return queries.out_of_force() if out_of_force and agent.is_lead else queries.find(words)


def policy_for(agent: Agent, slug: str) -> Policy:
    """Returns one policy, also one that is out of force; raises NotFound otherwise."""
    desk_of(agent)
    return queries.named(slug)
