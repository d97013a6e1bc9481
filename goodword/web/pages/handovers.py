"""What a case says of its handovers: the open offer, and the brief until the receiver has written."""

from __future__ import annotations

from typing import Any

from goodword.cases.models import Case
from goodword.handovers.brief import opening
from goodword.handovers.queries import hands, latest_accepted, open_offer
from goodword.kit.tongues import later as _
from goodword.people.models import Agent

PARTS = (
    ("issue", _("Issue")),
    ("wanted", _("Wanted")),
    ("tried", _("Tried")),
    ("promised", _("Promised")),
    ("next_step", _("Next step")),
)


def about(case: Case, agent: Agent) -> dict[str, Any]:
    """Returns the open offer, else the brief that still waits for the first reply; and the hands. Four queries."""
    offered = open_offer(case)
    taken = None if offered else latest_accepted(case, agent)
    shown = offered or taken
    return {
        "case": case,
        "offer": offered,
        "taken": taken,
        "parts": [(label, getattr(shown, name)) for name, label in PARTS] if shown else [],
        "opening": opening(case.customer.language, taken.giver.name, taken.issue) if taken else "",
        "hands": hands(case),
    }
