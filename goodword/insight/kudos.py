"""Thanks among colleagues for a promise that was kept, and the customers' own words: seen by the whole team."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from goodword.insight.tables import Fact, Kudos
from goodword.kit.errors import Conflict, Malformed, NotAllowed
from goodword.ledger.actions import record
from goodword.people.models import Agent
from goodword.promises.models import Evidence, EvidenceState, EvidenceType, Promise, Verdict

SHOWN = 8
LONGEST = 280
KEPT = (Verdict.KEPT, Verdict.KEPT_RENEGOTIATED)


def give(promise: Promise, words: str, at: datetime, by: Agent) -> Kudos:
    """Thanks who held a promise that was kept; once per colleague, never oneself, never for one that was broken."""
    if promise.verdict not in KEPT:
        raise Conflict("Thanks go to promises that were kept.", code="not_kept")
    if promise.owner_id == by.pk:
        raise NotAllowed("Thanks come from somebody else.")
    said = " ".join(words.split())[:LONGEST]
    if not said:
        raise Malformed("Write what was good.", field="words")
    try:
        with transaction.atomic():
            given = Kudos.objects.create(
                promise=promise.pk, case=promise.case_id, to_id=promise.owner_id, by=by, words=said, at=at
            )
            record(
                "kudos.given", at=at, about=promise.case_id, subject=promise, by=by, to=promise.owner_id, words=said,
                touch=("insight",),
            )  # fmt: skip
    except IntegrityError as twice:
        raise Conflict("You have thanked for this promise already.", code="already_thanked") from twice
    return given


@dataclass(frozen=True)
class Thanks:
    """Kind words for somebody's kept promise: a customer's (`by` None) or a colleague's."""

    promise: Promise
    words: str
    at: datetime
    by: Agent | None


def thanks(teams: Collection[int] | None, person: int = 0, most: int = SHOWN) -> list[Thanks]:
    """Returns the latest thanks for kept promises of these teams, or of one person. At most three queries."""
    kept = Promise.objects.filter(verdict__in=KEPT).select_related("owner", "case__customer", "kind")
    words = Evidence.objects.filter(type=EvidenceType.CUSTOMER_WORD, state=EvidenceState.STANDING).exclude(words="")
    words = words.filter(promise__verdict__in=KEPT).select_related(
        "promise__owner", "promise__case__customer", "promise__kind"
    )
    given = Kudos.objects.select_related("by").order_by("-id")
    if person:
        words, given = words.filter(promise__owner=person), given.filter(to=person)
    elif teams is not None:
        words, given = words.filter(promise__owner__team__in=teams), given.filter(to__team__in=teams)
    colleagues = list(given[:most])
    promises = kept.in_bulk({one.promise for one in colleagues}) if colleagues else {}
    found = [Thanks(one.promise, one.words, one.at, None) for one in words.order_by("-id")[:most]]
    found += [Thanks(promises[one.promise], one.words, one.at, one.by) for one in colleagues if one.promise in promises]
    return sorted(found, key=lambda one: one.at, reverse=True)[:most]


def kept_lately(team: int, most: int = SHOWN) -> list[Promise]:
    """Returns the promises of a team (0: of everybody) that were kept last, the newest first. Two queries."""
    facts = Fact.objects.filter(what="promise", **({"team": team} if team else {})).order_by("-at", "-id")
    latest = facts.values_list("subject", flat=True)[: 6 * most]
    found = Promise.objects.filter(pk__in=list(latest), verdict__in=KEPT).order_by("-verdict_at", "-id")
    return list(found.select_related("owner", "case__customer", "kind")[:most])


def latest_of(person: int, most: int = 60) -> list[Fact]:
    """Returns the last promises of a person that had a verdict, oldest first. One query."""
    rows = Fact.objects.filter(what="promise", persons__contains=[person]).order_by("-at", "-id")
    return list(rows[:most])[::-1]
