"""Asks at the desk: who sees them and who may do what."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from django.test import Client

from goodword.asks.actions import Question, make
from goodword.asks.models import Ask, Purpose
from goodword.cases.models import Case
from goodword.ledger.models import Entry
from goodword.people.models import Agent
from tests.web.asks.conftest import PAGES, READ, WRITES, addressed, text_of
from tests.web.conftest import Door


@pytest.mark.parametrize("path", PAGES)
def test_omar_finds_nothing_and_strangers_are_sent_to_sign_in(path: str, door: Door, ask: Ask, omar: Agent) -> None:
    assert door(omar).get(addressed(path, ask)).status_code == 404
    assert Client().get(addressed(path, ask)).status_code == 302


def test_omar_finds_not_even_what_he_is_asked_at_the_desk(
    door: Door, case: Case, ada: Agent, omar: Agent, at: datetime
) -> None:
    his = make(case, Question("In stock?", omar), ada, at)
    assert door(omar).get(f"/asks/{his.pk}").status_code == 404, "he has a page without an account"


@pytest.mark.parametrize("path", PAGES)
def test_the_auditor_reads_and_is_offered_nothing_to_write(path: str, door: Door, ask: Ask, nora: Agent) -> None:
    assert door(nora).get(addressed(path, ask)).status_code == (200 if path in READ else 403)
    assert "/answer" not in text_of(door(nora), f"/asks/{ask.pk}")
    assert "/asks" not in re.sub(r"/asks/\d+", "", text_of(door(nora), f"/cases/{ask.case_id}"))


@pytest.mark.parametrize("path", WRITES)
def test_who_may_not_write_changes_nothing(path: str, door: Door, ask: Ask, omar: Agent, nora: Agent) -> None:
    before = Entry.objects.count()
    for person, status in ((omar, 404), (nora, 403)):
        given = {"to": "agent-1", "question": "x", "name": "x", "words": "x", "topic": "xx", "day": "2026-03-09"}
        assert door(person).post(addressed(path, ask), given).status_code == status
    assert Entry.objects.count() == before


@pytest.mark.parametrize("path", ["/asks/{ask}/extension", "/asks/{ask}/withdrawal"])
def test_time_and_end_are_decided_by_who_asked_or_a_lead(
    path: str, door: Door, ask: Ask, ben: Agent, lena: Agent
) -> None:
    assert door(ben).get(addressed(path, ask)).status_code == 403
    assert addressed(path, ask) not in text_of(door(ben), f"/asks/{ask.pk}")
    assert door(lena).get(addressed(path, ask)).status_code == 200
    assert addressed(path, ask) in text_of(door(lena), f"/asks/{ask.pk}")


def test_an_approval_is_decided_by_whom_was_asked_and_nobody_else(
    door: Door, case: Case, ada: Agent, ben: Agent, lena: Agent, at: datetime
) -> None:
    ask = make(case, Question("40 €?", lena, None, Purpose.APPROVAL), ada, at)
    for person in (ada, ben):
        assert door(person).post(f"/asks/{ask.pk}/answer", {"decision": "yes"}).status_code == 403
    assert door(lena).post(f"/asks/{ask.pk}/answer", {"words": "Hm"}).status_code == 422
    assert door(lena).post(f"/asks/{ask.pk}/answer", {"decision": "yes"}).status_code == 303
    ask.refresh_from_db()
    assert (ask.decision, ask.answered_by) == ("yes", lena)
