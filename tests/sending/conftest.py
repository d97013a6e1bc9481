"""A reply of Ada that waits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from goodword.cases.actions import Draft
from goodword.cases.models import Case
from goodword.people.models import Agent
from goodword.promises.actions import Told
from goodword.promises.queries import kind_named
from goodword.sending.actions import Moment, plan
from goodword.sending.models import Reply
from goodword.sending.packing import Words

Plan = Callable[..., Reply]


@pytest.fixture
def planned(case: Case, ada: Agent, at: datetime) -> Plan:
    """Plans a reply that promises a refund within a day, to go after eight seconds unless told otherwise."""

    def plan_one(after: timedelta = timedelta(seconds=8), *, chosen: bool = False, **more: object) -> Reply:
        told = Told(kind_named("refund"), "We refund you by tomorrow", at + timedelta(hours=26), "by tomorrow")
        words = Words(**({"makes": [told]} | more))  # type: ignore[arg-type]
        draft = Draft(text="Dear Kim, we refund you by tomorrow.", bcc=("boss@desk.example",), seen=case.last_message)
        return plan(case, ada, draft, at, Moment(at + after, is_chosen=chosen), words)

    return plan_one
