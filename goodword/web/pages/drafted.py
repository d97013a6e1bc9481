"""With what a reply begins when a link on the page brought its words along."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from goodword.cases.models import Case
from goodword.hours.choices import realistic
from goodword.kit import clock
from goodword.people.models import Agent
from goodword.policies.access import policy_for
from goodword.promises.hearing import zone_of
from goodword.promises.queries import hours_of
from goodword.remedies.access import remedy_for
from goodword.remedies.models import Remedy, RemedyState
from goodword.remedies.words import sentence

WORKING_MINUTES = 20 * 60


def drafted(agent: Agent, case: Case, asked: Mapping[str, str]) -> str:
    """Returns a drafted sentence, the customers' part of a policy, or the promise of a remedy. Four queries at most."""
    if asked.get("policy"):
        current = policy_for(agent, asked["policy"][:80]).current
        return current.public_part if current else ""
    if asked.get("remedy", "").isdigit():
        return _promise_of(remedy_for(agent, int(asked["remedy"][:18])), case, agent, clock.now())
    return asked.get("say", "")[:4000]


def _promise_of(remedy: Remedy, case: Case, agent: Agent, now: datetime) -> str:
    """The sentence by which a granted remedy of this case is promised, due at the end of the third working day."""
    if remedy.state != RemedyState.GRANTED or remedy.case_id != case.pk:
        return ""
    hours = hours_of(agent)
    zone = zone_of(case, hours)
    due = realistic(hours, zone, now, WORKING_MINUTES).astimezone(ZoneInfo(zone))
    amount = f"{remedy.amount / 100:.2f} {remedy.currency}"
    return sentence(case.customer.language, remedy.kind.promise_kind.slug, amount, due)
