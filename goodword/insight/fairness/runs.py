"""The nightly fit of fair ratings: all rated cases in, one row a person out."""

from __future__ import annotations

from datetime import datetime

import numpy as np
from django.db import transaction

from goodword.insight.fairness.reading import rated_cases
from goodword.insight.models import AgentRating, Fit, RatingRun
from goodword.insight.ratings import Named, Rating, rate
from goodword.ledger.actions import record

RATINGS = "ratings"
FEWEST_PEOPLE, FEWEST_CASES = 2, 30
KEEPS_RUNS = 400  # a year of nights, and what a month's report looks back to


def expect_a_run(now: datetime) -> None:
    """Makes the row that wakes the fit, due now, where there is none yet."""
    if not Fit.objects.filter(name=RATINGS).exists():
        Fit.objects.get_or_create(name=RATINGS, defaults={"wakes_at": now})


def run(now: datetime) -> RatingRun | None:
    """Fits everybody at once and keeps the result; None while there are too few cases to compare anybody.

    A million cases cost some seconds, in the worker; readers see the run before until this one is whole.
    """
    named = rated_cases(now)
    if len(named.agents) < FEWEST_PEOPLE or len(named.cases) < FEWEST_CASES:
        return None
    ratings = rate(named)
    with transaction.atomic():
        made = RatingRun.objects.create(
            at=now, cases=len(named.cases), answers=_answers(named), people=len(ratings),
            has_slice=bool((named.cases.matched == 0).any()),
        )  # fmt: skip
        AgentRating.objects.bulk_create(_row(made, rating) for rating in ratings)
        old = RatingRun.objects.order_by("-id").values_list("pk", flat=True)[KEEPS_RUNS : KEEPS_RUNS + 100]
        RatingRun.objects.filter(pk__in=list(old)).delete()
        record("ratings.fitted", at=now, subject=made, touch=("insight",), cases=made.cases, answers=made.answers)
    return made


def _answers(named: Named) -> int:
    given = named.cases.asked_after_closing & ~np.isnan(named.cases.answer)
    return int(given.sum())


def _row(made: RatingRun, rating: Rating) -> AgentRating:
    return AgentRating(
        run=made, agent_id=int(rating.agent), score=rating.score, low=rating.lo, high=rating.hi,
        expectation=rating.expect, status=rating.status, reliability=rating.reliability, answers=rating.funnel["n"],
        raw=rating.funnel["raw"], error=rating.funnel["se"], parts=rating.parts, words=rating.words,
        drivers=rating.drivers, seen=rating.seen,
    )  # fmt: skip
