"""Lists come whole and in order while the desk goes on working, at a bounded cost."""

from __future__ import annotations

import threading
from datetime import datetime
from typing import Any

import pytest
from django.db import connection, connections, transaction
from django.test.utils import CaptureQueriesContext

from goodword.cases.actions import note, receive
from goodword.cases.models import Case
from goodword.ledger.actions import record
from goodword.ledger.queries import settled_after
from goodword.people.models import Agent, Customer
from goodword.people.purchases import take
from tests.api.conftest import Program, Programs
from tests.conftest import MakePromise, mail


def _all(program: Program, path: str, meanwhile: Any, **query: Any) -> list[int]:
    found, cursor = [], None
    while True:
        page = program.get(path, limit=3, **query, **({"cursor": cursor} if cursor else {})).json()
        found += [row["id"] for row in page["items"]]
        cursor = page["next"]
        if cursor is None:
            return found
        meanwhile()


def test_pages_of_cases_are_complete_and_stable_while_cases_come_in(
    program: Programs, ada: Agent, at: datetime
) -> None:
    there = [receive(mail(f"c{number}@home.example"), at).case.pk for number in range(11)]
    count = iter(range(100))

    def meanwhile() -> None:
        receive(mail(f"new{next(count)}@home.example"), at)
        receive(mail("c0@home.example", text="again", token_case=there[0]), at)

    assert _all(program(ada), "/cases", meanwhile) == there[::-1]


def test_pages_of_promises_are_complete_and_narrowed(
    program: Programs, ada: Agent, ben: Agent, promised: MakePromise
) -> None:
    there = [promised().pk for _ in range(8)]
    theirs = promised(by=ben).pk
    hers = program(ada)
    assert _all(hers, "/promises", promised, owner=ada.pk, status="owed") == there[::-1]
    assert theirs in _all(hers, "/promises", lambda: None, verdict="pending")
    assert _all(hers, "/promises", lambda: None, verdict="broken") == []
    assert _all(hers, "/promises", lambda: None, due_before="2026-03-02T12:00:00Z") == []
    assert len(_all(hers, "/promises", lambda: None, due_before="2026-03-02T12:00:01Z")) > 8


@pytest.mark.parametrize("query", [{"cursor": "x"}, {"limit": 0}, {"limit": 101}, {"status": "lost"}, {"owner": 0}])
def test_a_page_that_cannot_be_understood_is_told_by_its_field(
    program: Programs, ada: Agent, query: dict[str, Any]
) -> None:
    refused = program(ada).get("/cases", **query)
    assert (refused.status_code, refused.json()["field"]) == (422, next(iter(query)))


def test_a_customer_is_found_by_address_with_all_that_is_known(
    program: Programs, ada: Agent, kim: Customer, promised: MakePromise, at: datetime
) -> None:
    promise, hers = promised(), program(ada)
    line = {"email": "kim@home.example", "number": "A-1", "product": "Lamp", "bought_on": "2026-02-20", "amount": "12"}
    take([line], at, None)
    assert [row["id"] for row in hers.get("/customers", address="KIM@home.example").json()["items"]] == [kim.pk]
    assert hers.get("/customers", address="nobody@home.example").json()["items"] == []
    known = hers.get(f"/customers/{kim.pk}").json()
    assert [(way["address"], way["health"]) for way in known["identities"]] == [("kim@home.example", "good")]
    assert [(row["product"], row["amount"]) for row in known["purchases"]] == [("Lamp", 1200)]
    assert [row["id"] for row in known["promises"]] == [promise.pk]


def test_what_is_asked_costs_the_same_for_one_row_and_for_many(
    program: Programs, ada: Agent, case: Case, promised: MakePromise, at: datetime
) -> None:
    promise, hers = promised(), program(ada)
    paths = ("/cases", "/promises", "/events", f"/cases/{case.pk}", f"/promises/{promise.pk}",
             f"/customers/{case.customer_id}")  # fmt: skip

    def costs() -> dict[str, int]:
        found = {}
        for path in paths:
            with CaptureQueriesContext(
                connection,
            ) as queries:
                assert hers.get(path).status_code == 200
            found[path] = len(queries)
        return found

    before = costs()
    for number in range(12):
        promised()
        note(case, ada, "a note", at)
        receive(mail(f"c{number}@home.example"), at)
    assert costs() == before
    assert max(before.values()) <= 15


def test_the_ledger_is_read_to_its_end_in_order(program: Programs, mara: Agent, case: Case, ada: Agent) -> None:
    for number in range(7):
        note(case, ada, f"note {number}", case.created_at)
    found, after = [], 0
    while True:
        page = program(mara, "admin").get("/events", after=after, limit=3).json()
        found += [line["id"] for line in page["items"]]
        after = page["last"]
        if not page["has_more"]:
            break
    assert found == sorted(found)
    assert len(set(found)) == len(found) >= 9


@pytest.mark.django_db(transaction=True)
def test_a_line_that_commits_late_is_missed_by_nobody(transactional_db: None, at: datetime) -> None:
    """Its number is lower than that of a line which is there already."""
    with transaction.atomic():
        first = record("test.first", at=at).pk
    written, may_commit = threading.Event(), threading.Event()

    def slow() -> None:
        with transaction.atomic():
            record("test.slow", at=at)
            written.set()
            may_commit.wait(20)
        connections.close_all()

    thread = threading.Thread(target=slow)
    thread.start()
    assert written.wait(20)
    with transaction.atomic():
        record("test.quick", at=at)
    while_open, _ = settled_after(first, at)
    may_commit.set()
    thread.join()
    later, _ = settled_after(while_open[-1].pk if while_open else first, at)
    assert [entry.verb for entry in while_open] == []
    assert [entry.verb for entry in later] == ["test.slow", "test.quick"]


@pytest.mark.django_db(transaction=True)
def test_a_line_that_was_rolled_back_holds_nobody_up(transactional_db: None, at: datetime) -> None:
    with transaction.atomic():
        first = record("test.first", at=at).pk
    with transaction.atomic():
        record("test.undone", at=at)
        transaction.set_rollback(True)
    with transaction.atomic():
        record("test.second", at=at)
    assert [entry.verb for entry in settled_after(first, at)[0]] == ["test.second"]
