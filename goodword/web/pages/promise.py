"""The Promise screen: its whole history on one page."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from goodword.notices import queries as notices
from goodword.people.models import Agent
from goodword.promises import dependencies
from goodword.promises import queries as promises
from goodword.promises.models import Promise
from goodword.web.outlook import outlook_of_promise
from goodword.web.pages.case import names_in
from goodword.web.wordings import told


def whole(promise: Promise, agent: Agent, now: datetime) -> dict[str, Any]:
    """Returns everything about a promise: dues, proofs, notices, awaited answers, how likely it is, every line of its
    history. Eight queries."""
    lines = promises.history(promise)
    names = names_in(lines, promise.case)
    zone = agent.time_zone
    awaits = dependencies.of_promises([promise.pk])
    return {
        "promise": promise,
        "offers": promises.offers(promise),
        "dues": promises.dues_of(promise),
        "proofs": promises.proofs_of(promise),
        "awaits": awaits,
        "outlook": outlook_of_promise(promise, [one.ask for one in awaits], now),
        "notices": notices.about_promise(promise.pk),
        "promise_names": f"case:{promise.case_id} promise:{promise.pk}",
        "moves": [told(line, names, zone) for line in lines],
    }
