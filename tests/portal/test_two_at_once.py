"""Two clicks at one moment, as two processes would see them: one of them counts, neither fails."""

from __future__ import annotations

import threading
from datetime import datetime

import pytest
from django.db import connection

from goodword.cases.models import Case, Message
from goodword.kit import clock
from goodword.ledger.models import Entry
from goodword.people.models import Agent
from goodword.promises.actions import deliver
from goodword.promises.links import link_for, token_of
from tests.conftest import MakePromise
from tests.portal.conftest import Visitor

pytestmark = pytest.mark.django_db(transaction=True)

CLICKS = 4


@pytest.fixture
def her_page(transactional_db: None, case: Case, at: datetime) -> Visitor:
    clock.make_movable(at)
    return Visitor(f"/portal/{token_of(link_for(case, at))}")


def _at_once(visitor: Visitor, rest: str, **data: str) -> list[int]:
    """Presses one button several times at the same moment; returns the answers' codes."""
    key, ready, codes = visitor.key(), threading.Barrier(CLICKS), []

    def press() -> None:
        ready.wait()
        try:
            codes.append(visitor.post(rest, key=key, **data).status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=press) for _ in range(CLICKS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return codes


def test_got_it_at_once(her_page: Visitor, promised: MakePromise, ada: Agent, at: datetime) -> None:
    promise = deliver(promised(kind="other"), "agent_statement", at, by=ada)
    assert _at_once(her_page, f"/promises/{promise.pk}/receipt") == [303] * CLICKS
    assert Entry.objects.filter(verb="promise.confirmed").count() == 1


def test_nothing_more_at_once(her_page: Visitor, promised: MakePromise, ada: Agent, case: Case, at: datetime) -> None:
    deliver(promised(kind="other"), "agent_statement", at, by=ada)
    assert _at_once(her_page, "/closure") == [303] * CLICKS
    assert Entry.objects.filter(verb="case.closed", case_id=case.pk).count() == 1


def test_waiting_at_once(her_page: Visitor, promised: MakePromise) -> None:
    promise = promised()
    assert _at_once(her_page, f"/promises/{promise.pk}/reminder") == [303] * CLICKS
    assert Entry.objects.filter(verb="promise.chased").count() == 1
    assert Message.objects.filter(channel="page").count() == 1


def test_a_message_at_once(her_page: Visitor, case: Case) -> None:
    assert _at_once(her_page, "/messages", text="Only once, please") == [303] * CLICKS
    assert Message.objects.filter(channel="page").count() == 1
