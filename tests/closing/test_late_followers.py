"""Followers come when the worker gets to them, in any order: what they decide must not depend on it."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import permutations

import pytest

from goodword.cases.actions import receive
from goodword.cases.models import Case
from goodword.closing import checks, tasks
from goodword.closing.models import Check
from goodword.kit.work import load
from goodword.ledger.models import Entry
from goodword.people.models import Agent
from goodword.promises.actions import deliver
from goodword.wiring import CLOSING, FOLLOWS
from tests.conftest import MakePromise, mail

A_DAY = timedelta(days=1)


@pytest.mark.parametrize("order", list(permutations(["promise.made", "promise.delivered", "message.received"])))
def test_a_check_is_scheduled_whatever_is_heard_first(
    order: tuple[str, ...], promised: MakePromise, case: Case, ada: Agent, at: datetime
) -> None:
    deliver(promised(kind="other"), "agent_statement", at, by=ada)
    for verb in order:
        for name in FOLLOWS[verb]:
            if name.startswith(CLOSING):
                load(name)(Entry.objects.get(verb=verb, case_id=case.pk), at + timedelta(minutes=1))
    assert Check.objects.get().state == "scheduled"


def test_words_written_before_the_question_are_not_its_answer(
    promised: MakePromise, case: Case, ada: Agent, at: datetime
) -> None:
    deliver(promised(kind="other"), "agent_statement", at, by=ada)
    check = checks.consider(case, at)
    assert check
    early = receive(mail(subject=f"[#{case.pk}]", text="Nothing more, thanks!"), at + A_DAY)
    checks.ask(check, Case.objects.select_related("customer", "identity", "owner__team").get(), at + 2 * A_DAY)
    tasks.hear_answer(Entry.objects.get(verb="message.received", subject_id=early.message.pk), at + 2 * A_DAY)
    check.refresh_from_db()
    assert (check.state, check.answer) == ("asked", "")
