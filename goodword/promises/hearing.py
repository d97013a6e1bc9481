"""Hearing promises in a draft for one case: the pure reader of `wording`, with this desk's hours and kinds."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from goodword.cases.models import Case
from goodword.hours.rules import WorkingTime
from goodword.people.models import Agent
from goodword.promises import queries, wording
from goodword.promises.models import Kind, Promise, Status

LONGEST_DRAFT_HEARD = 20_000
MOST_CHIPS = 12


@dataclass(frozen=True)
class Chip:
    """A promise heard in a draft, as it is shown beneath: its words, kind and due, None when it is left open."""

    words: str
    kind: Kind
    due: datetime | None
    due_is_day: bool
    due_words: str


def zone_of(case: Case | None, hours: WorkingTime) -> str:
    """Returns the zone in which dues are spoken of: the customer's, or the desk's where it is not known."""
    return (case.customer.time_zone if case else "") or hours.zone


def chips_for(case: Case | None, by: Agent, text: str, now: datetime, channel: str = "email") -> list[Chip]:
    """Returns the promises in a draft, in the order in which they stand. Two queries; no network."""
    hours = queries.hours_of(by)
    zone = zone_of(case, hours)
    language = case.customer.language if case else ""
    heard = wording.hear(
        text[:LONGEST_DRAFT_HEARD], now=now, hours=hours, zone=zone, channel=channel, language=language
    )
    if not heard:
        return []
    kinds = {kind.slug: kind for kind in queries.kinds()}
    other = kinds.get("other") or queries.kind_named("other")
    return [
        Chip(one.span[:1000], kinds.get(one.kind, other), one.due, one.due_is_day, one.due_text)
        for one in heard[:MOST_CHIPS]
    ]


def kept_by(promises: Collection[Promise], type_: str) -> list[Promise]:
    """Returns the owed promises that a message or a call of ours may prove."""
    return [promise for promise in promises if promise.status == Status.OWED and type_ in promise.kind.accepts]
