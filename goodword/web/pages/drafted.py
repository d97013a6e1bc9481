"""With what a reply begins when a link on the page brought its words along."""

from __future__ import annotations

from collections.abc import Mapping

from goodword.cases.models import Case
from goodword.people.models import Agent
from goodword.policies.access import policy_for


def drafted(agent: Agent, case: Case, asked: Mapping[str, str]) -> str:
    """Returns the words of a drafted sentence, or the customers' part of a policy. One query at most."""
    if asked.get("policy"):
        current = policy_for(agent, asked["policy"][:80]).current
        return current.public_part if current else ""
    return asked.get("say", "")[:4000]
