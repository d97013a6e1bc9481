"""Remedies at the desk: seen against what others got, given or asked for, promised, overruled, and their limits set."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Any

import pytest

from goodword.asks.actions import answer as answer_ask
from goodword.cases.actions import receive
from goodword.cases.models import Case
from goodword.ledger.models import Entry
from goodword.people.models import Agent
from goodword.remedies.actions import Proposal, propose
from goodword.remedies.models import Authority, Remedy, RemedyKind
from goodword.remedies.tasks import approval_was_answered, promise_was_made
from tests.conftest import MakePromise, mail
from tests.web.conftest import Door

AtMost = Callable[[int], AbstractContextManager[Any]]
HOUR = timedelta(hours=1)
SMALL = {"kind": "refund", "amount": "26.00", "reason": "The card never came", "policy": ""}


@pytest.fixture
def refund(db: None) -> RemedyKind:
    return RemedyKind.objects.get(slug="refund")


@pytest.fixture
def others(ada: Agent, refund: RemedyKind, at: datetime) -> None:
    """Ten others got about twenty euros."""
    for number in range(10):
        other = receive(mail(f"c{number}@home.example", f"Matter {number}"), at - HOUR).case
        propose(other, Proposal(refund, 2000 + number * 10, "as usual"), at - HOUR, ada)


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def test_limit_and_precedents_stand_there_before_anything_is_decided(
    door: Door, case: Case, ada: Agent, others: None
) -> None:
    page = text_of(door(ada).get(f"/cases/{case.pk}/remedies"))
    assert "Your limit for a refund is 30.00 EUR." in page
    assert "Others got 20.00 to 20.80 EUR, in the middle 20.40 EUR (n = 10)." in page
    assert Remedy.objects.filter(case=case).count() == 0


@pytest.mark.parametrize(("amount", "words"), [("90", "Far more than others got"), ("2", "Far less than others got")])
def test_too_generous_and_too_rigid_are_flagged_with_their_cases(
    amount: str, words: str, door: Door, case: Case, ada: Agent, others: None
) -> None:
    seen = text_of(door(ada).get(f"/cases/{case.pk}/remedies/outlook", {"kind": "refund", "amount": amount}))
    assert words in seen
    assert f'<a href="/cases/{Remedy.objects.latest("pk").case_id}">' in seen
    calm = text_of(door(ada).get(f"/cases/{case.pk}/remedies/outlook", {"kind": "refund", "amount": "20"}))
    assert "Far" not in calm


def test_within_the_limit_it_is_granted_and_its_promise_is_drafted(
    door: Door, case: Case, ada: Agent, promised: MakePromise, at: datetime
) -> None:
    client = door(ada)
    assert client.post(f"/cases/{case.pk}/remedies", SMALL).status_code == 303
    remedy = Remedy.objects.get()
    assert (remedy.state, remedy.amount) == ("granted", 2600)
    assert "Promise it" in text_of(client.get(f"/cases/{case.pk}/work"))
    page = text_of(client.get(f"/cases/{case.pk}", {"do": "reply", "remedy": str(remedy.pk)}))
    assert "We will refund 26.00 EUR to you by Wednesday 4 March." in page
    promised("refund", "We will refund 26.00 EUR to you by Wednesday 4 March", at + 30 * HOUR, at=at + HOUR)
    promise_was_made(Entry.objects.get(verb="promise.made"), at)
    remedy.refresh_from_db()
    assert remedy.promise is not None
    assert "Promised: “We will refund" in text_of(client.get(f"/cases/{case.pk}/work"))


def test_beyond_the_limit_it_waits_for_lena_and_her_yes_grants_it(
    door: Door, case: Case, ada: Agent, lena: Agent, at: datetime
) -> None:
    answer = door(ada).post(f"/cases/{case.pk}/remedies", SMALL | {"amount": "90"}, headers={"HX-Request": "true"})
    assert "it waits for Lena" in answer["HX-Trigger"]
    remedy = Remedy.objects.get()
    assert remedy.ask is not None
    page = text_of(door(ada).get(f"/cases/{case.pk}/work"))
    assert f'<a href="/asks/{remedy.ask_id}">Waits for Lena</a>' in page
    assert "Promise it" not in page
    answer_ask(remedy.ask, "", at + HOUR, lena, decision="yes")
    approval_was_answered(Entry.objects.get(verb="ask.answered"), at + HOUR)
    page = text_of(door(ada).get(f"/cases/{case.pk}/work"))
    assert ("Granted" in page, "Promise it" in page) == (True, True)


def test_two_kinds_that_wait_for_their_promise_are_tied_by_hand(
    door: Door, case: Case, ada: Agent, promised: MakePromise, at: datetime
) -> None:
    client = door(ada)
    client.post(f"/cases/{case.pk}/remedies", SMALL)
    client.post(f"/cases/{case.pk}/remedies", SMALL | {"amount": "5"})
    promise = promised("refund", "26 euros by Friday", at + 30 * HOUR, at=at + HOUR)
    promise_was_made(Entry.objects.get(verb="promise.made"), at)
    first = Remedy.objects.order_by("pk")[0]
    assert first.promise is None
    client.post(f"/remedies/{first.pk}/promise", {"promise": promise.pk})
    first.refresh_from_db()
    assert first.promise == promise


def test_without_reason_or_amount_it_is_refused_beside_the_field(door: Door, case: Case, ada: Agent) -> None:
    for lacking in ("reason", "amount"):
        answer = door(ada).post(f"/cases/{case.pk}/remedies", SMALL | {lacking: ""})
        assert (answer.status_code, Remedy.objects.count()) == (422, 0)
        assert f'id="id_{lacking}_error"' in text_of(answer)
    assert door(ada).get(f"/cases/{case.pk}/remedies", {"kind": "nothing"}).status_code == 200
    assert door(ada).get(f"/cases/{case.pk}/remedies/outlook", {"kind": "refund", "amount": "NaN"}).status_code == 200
    assert door(ada).get(f"/cases/{case.pk}/remedies/outlook", {"kind": "nothing"}).status_code == 404


def test_a_lead_overrules_with_a_reason_that_stays(door: Door, case: Case, ada: Agent, lena: Agent) -> None:
    door(ada).post(f"/cases/{case.pk}/remedies", SMALL)
    remedy = Remedy.objects.get()
    assert door(ada).post(f"/remedies/{remedy.pk}/overruling", {"why": "No"}).status_code == 403
    assert door(lena).post(f"/remedies/{remedy.pk}/overruling", {"why": " "}).status_code == 422
    assert door(lena).post(f"/remedies/{remedy.pk}/overruling", {"why": "It came"}).status_code == 303
    remedy.refresh_from_db()
    assert (remedy.state, remedy.overruled_by) == ("declined", lena)
    assert "Overruled by Lena: It came" in text_of(door(ada).get(f"/cases/{case.pk}/work"))
    assert "Lena overruled this remedy" in text_of(door(ada).get(f"/cases/{case.pk}"))


def test_what_a_customer_was_given_before_stands_beside_the_next_case(
    door: Door, case: Case, ada: Agent, at: datetime
) -> None:
    door(ada).post(f"/cases/{case.pk}/remedies", SMALL)
    other = receive(mail(subject="Another", text="Another matter", message_id="<another@home>"), at).case
    assert other.pk != case.pk
    page = text_of(door(ada).get(f"/cases/{other.pk}/work"))
    assert ("Given before" in page, "Refund 26.00 EUR" in page) == (True, True)


def test_admins_set_limits_and_see_where_one_has_become_too_low(
    door: Door, case: Case, ada: Agent, lena: Agent, mara: Agent, refund: RemedyKind, at: datetime,
    django_assert_max_num_queries: AtMost,
) -> None:  # fmt: skip
    for number in range(10):
        remedy = propose(case, Proposal(refund, 4000 + number, "more"), at, ada)
        assert remedy.ask is not None
        answer_ask(remedy.ask, "", at + HOUR, lena, decision="yes")
        approval_was_answered(Entry.objects.filter(verb="ask.answered").latest("pk"), at + HOUR)
    client = door(mara)
    with django_assert_max_num_queries(8):
        page = text_of(client.get("/settings/remedies"))
    assert "40.07 EUR would spare the waiting" in page
    client.post(f"/settings/remedies/{refund.pk}", {"agent": "50", "lead": ""})
    assert list(Authority.objects.filter(kind=refund).values_list("role", "limit")) == [("agent", 5000)]
    assert client.post(f"/settings/remedies/{refund.pk}", {"agent": "much", "lead": "1"}).status_code == 422
    assert Authority.objects.filter(kind=refund, role="lead").count() == 0


def test_omar_finds_nothing_an_auditor_only_reads_and_only_admins_set_limits(
    door: Door, case: Case, ada: Agent, omar: Agent, nora: Agent, lena: Agent, refund: RemedyKind
) -> None:
    door(ada).post(f"/cases/{case.pk}/remedies", SMALL)
    pk = Remedy.objects.get().pk
    posts = (f"/cases/{case.pk}/remedies", f"/remedies/{pk}/overruling", f"/remedies/{pk}/promise")
    for path in posts:
        assert door(omar).post(path, SMALL | {"why": "x"}).status_code == 404
        assert door(nora).post(path, SMALL | {"why": "x"}).status_code == 403
    for path in (f"/cases/{case.pk}/work", f"/cases/{case.pk}/remedies/outlook?kind=refund"):
        assert door(omar).get(path).status_code == 404
        assert door(nora).get(path).status_code == 200
    for person, status in ((omar, 404), (nora, 403), (ada, 403), (lena, 403)):
        assert door(person).get("/settings/remedies").status_code == (200 if person == nora else status)
        assert door(person).post(f"/settings/remedies/{refund.pk}", {"agent": "1"}).status_code == status
    assert "Give" not in text_of(door(nora).get(f"/cases/{case.pk}/work")).replace("Given", "")


def test_what_one_decides_by_needs_few_queries(
    door: Door, case: Case, ada: Agent, others: None, django_assert_max_num_queries: AtMost
) -> None:
    client = door(ada)
    for _ in range(8):
        client.post(f"/cases/{case.pk}/remedies", SMALL | {"amount": "90"})
    with django_assert_max_num_queries(12):
        assert client.get(f"/cases/{case.pk}/work").status_code == 200
