"""A company's past as rated cases, for tests of what is read from them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import numpy as np

from goodword.cases.models import Case, Feasibility
from goodword.insight.models import RatedCase
from goodword.people.models import Agent


def rated_past(like: Case, people: Sequence[Agent], at: datetime, many: int = 400) -> None:
    """Each has had as many cases as the others; the customers of the last are happier."""
    random = np.random.default_rng(5)
    cases = Case.objects.bulk_create(
        Case(customer=like.customer, subject=f"{number}", last_at=at, created_at=at) for number in range(many)
    )
    RatedCase.objects.bulk_create(
        RatedCase(
            case=one, at=at, first=who, customer=like.customer, feasibility=Feasibility.FEASIBLE, channel="email",
            ended_at=at, agents=[who.pk], shares=[1.0], needless=[False], needed=[False], stated=0.9, outcome=1.0,
            promise=1, asked=True, answer=int(random.choice([4, 5] if who == people[-1] else [2, 3])),
        )
        for number, one in enumerate(cases)
        for who in [people[number % len(people)]]
    )  # fmt: skip
