"""The Promise screen: its whole history on one page."""

from __future__ import annotations

from typing import Any

from goodword.notices import queries as notices
from goodword.people.models import Agent
from goodword.promises import dependencies
from goodword.promises import queries as promises
from goodword.promises.models import Promise
from goodword.web.pages.case import names_in
from goodword.web.wordings import told


def whole(promise: Promise, agent: Agent) -> dict[str, Any]:
    """Returns everything about a promise: dues, proofs, notices, awaited answers, every line of its history. Six
    queries."""
    lines = promises.history(promise)
    names = names_in(lines, promise.case)
    zone = agent.time_zone
    return {
        "promise": promise,
        "offers": promises.offers(promise),
        "dues": promises.dues_of(promise),
        "proofs": promises.proofs_of(promise),
        "awaits": dependencies.of_promises([promise.pk]),
        "notices": notices.about_promise(promise.pk),
        "promise_names": f"case:{promise.case_id} promise:{promise.pk}",
        "moves": [told(line, names, zone) for line in lines],
    }
