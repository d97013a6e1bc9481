"""The Promise screen: its whole history on one page."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from goodword.ledger.models import Entry
from goodword.notices import queries as notices
from goodword.people.models import Agent
from goodword.promises import queries as promises
from goodword.promises.models import Promise
from goodword.web.pages.case import names_in
from goodword.web.wordings import moment, sentence

NOTICED_LATE = timedelta(minutes=1)


def whole(promise: Promise, agent: Agent) -> dict[str, Any]:
    """Returns everything about a promise: dues, proofs, notices, and every line of its history. Five queries."""
    lines = promises.history(promise)
    names = names_in(lines, promise.case)
    zone = agent.time_zone
    return {
        "promise": promise,
        "offers": promises.offers(promise),
        "dues": promises.dues_of(promise),
        "proofs": promises.proofs_of(promise),
        "notices": notices.about_promise(promise.pk),
        "promise_names": f"case:{promise.case_id} promise:{promise.pk}",
        "moves": [_told(line, sentence(line, names, zone), zone) for line in lines],
    }


def _told(line: Entry, said: str, zone: str) -> dict[str, Any]:
    """One line of the history; when it was noticed is said only where that was later."""
    noted = moment(line.noted_at.isoformat(), zone) if line.noted_at - line.at >= NOTICED_LATE else ""
    return {"at": line.at, "at_words": moment(line.at.isoformat(), zone), "said": said, "noted_words": noted}
