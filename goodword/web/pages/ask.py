"""Asks as screens show them: beside a case, on their own page, and in a person's day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from goodword.asks import queries as asks
from goodword.asks.access import offers
from goodword.asks.models import Ask
from goodword.cases.models import Case
from goodword.cases.queries import family
from goodword.channels.email.queries import letters_of
from goodword.kit.text import first_words
from goodword.people import queries as people
from goodword.people.models import Agent
from goodword.promises import dependencies
from goodword.promises.models import Dependency, EvidenceType, Promise, Status
from goodword.web.wordings import people_in, told


def asks_of(
    case: Case, promises: Iterable[Promise]
) -> tuple[list[tuple[Ask, list[Promise]]], dict[int, list[Ask]]]:  # fmt: skip
    """Returns the asks of a case, each with which of these promises wait for it; and by promise for what it waits.

    One query.
    """
    known = {promise.pk: promise for promise in promises}
    by_promise: dict[int, list[Ask]] = {}
    shown = []
    for ask in dependencies.asks_of(family(case)):
        waiting: list[int] = getattr(ask, "waited_for_by_promises", [])
        shown.append((ask, [known[pk] for pk in waiting if pk in known]))
        for pk in waiting:
            by_promise.setdefault(pk, []).append(ask)
    return shown, by_promise


def whole(ask: Ask, agent: Agent) -> dict[str, Any]:
    """Returns everything on the page of an ask. Five queries."""
    lines = asks.history(ask)
    names = {("agent", pk): name for pk, name in people.names_of(people_in(lines)).items()}
    return {
        "ask": ask,
        "offers": offers(agent, ask),
        "waiting": [(one, _proof_address(one, ask)) for one in dependencies.of_asks([ask.pk])],
        "files": asks.files_of(ask),
        "letters": letters_of(ask.pk),
        "ask_names": f"ask:{ask.pk} case:{ask.case_id}",
        "moves": [told(line, names, agent.time_zone) for line in lines],
        "zone": asks.hours_of(ask).zone,
    }


def _proof_address(one: Dependency, ask: Ask) -> str:
    """Where an answer can be offered as proof of the promise that waited for it; "" where it cannot."""
    promise = one.promise
    if ask.state != "answered" or promise.status != Status.OWED or not ask.to_partner_id:
        return ""
    if EvidenceType.PARTNER_ANSWER not in promise.kind.accepts:
        return ""
    words = f"{ask.receiver}: {first_words(ask.answer, 300)}"
    return f"/promises/{promise.pk}/evidence?{urlencode({'type': EvidenceType.PARTNER_ANSWER.value, 'words': words})}"
