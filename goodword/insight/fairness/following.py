"""Reads the ledger on for fair ratings: first touches freeze a case, what happens later has its end gathered anew."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import structlog
from django.db import transaction

from goodword.insight.fairness import chance, endings, starts
from goodword.insight.models import RatedCase
from goodword.insight.tables import Place
from goodword.ledger.models import Entry
from goodword.ledger.queries import settled_after
from goodword.people.models import Agent

NAME = "ratings"
BATCH = 500
FRESH = timedelta(hours=1)  # an older case that nobody took is not given by chance any more
CHANGES = frozenset((
    "case.closed", "case.reopened", "case.merged", "case.took_in", "case.parted", "case.let_go", "survey.sent",
    "survey.answered", "survey.withdrawn", "promise.broken", "promise.delivered", "promise.confirmed",
    "promise.reopened", "case.spam", "case.not_spam",
))  # fmt: skip

log = structlog.get_logger()


def read_on(now: datetime, most: int = BATCH) -> int:
    """Reads up to `most` further lines; returns how many. One transaction, in which the place moves too.

    Whoever comes while another reads does nothing.
    """
    Place.objects.get_or_create(name=NAME)
    with transaction.atomic():
        place = Place.objects.select_for_update(skip_locked=True).filter(name=NAME).first()
        if place is None:
            return 0
        lines, _ = settled_after(place.entry, now, most)
        _freeze(lines)
        changed = {line.case_id for line in lines if line.verb in CHANGES and line.case_id}
        endings.something_changed(changed | _come_back_to(lines, now), now)
        for line in lines:
            if line.verb == "case.started" and line.case_id and line.at > now - FRESH:
                _alone(chance.give, line.case_id, now)
        if lines:
            place.entry = lines[-1].pk
            place.save(update_fields=["entry"])
    return len(lines)


def _freeze(lines: list[Entry]) -> None:
    """What a robot did is nobody's touch."""
    touches: dict[int, Entry] = {}
    for line in lines:
        if line.verb in endings.REACHES_CUSTOMER and line.case_id and line.by_type == Agent._meta.model_name:
            touches.setdefault(line.case_id, line)
    known = set(RatedCase.objects.filter(pk__in=touches).values_list("pk", flat=True)) if touches else set()
    for case_id, line in touches.items():
        if case_id not in known and line.by_id:
            _alone(starts.freeze, case_id, line.by_id, line.at)


def _come_back_to(lines: list[Entry], now: datetime) -> set[int]:
    """The customer's cases that ended not long before a new matter of theirs was told apart: it may be the same one."""
    named = {line.case_id for line in lines if line.verb == "case.categorised" and line.case_id}
    if not named:
        return set()
    ended = RatedCase.objects.filter(customer__cases__in=named, ended_at__gte=now - 2 * endings.RECONTACT)
    return set(ended.exclude(pk__in=named).values_list("pk", flat=True)[:BATCH])


def _alone(do: Callable[..., object], *given: object) -> None:
    """One case that raises must not hold up all others."""
    try:
        with transaction.atomic():
            do(*given)
    except Exception:
        log.exception("ratings.left_out", case=given[0])
