"""What the page says: our words, dates as people say them, what changed and why, and nothing of the inside."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goodword.cases import actions as cases
from goodword.cases.models import Case
from goodword.closing import checks
from goodword.closing.tasks import sweep_checks
from goodword.ledger.models import Entry
from goodword.people.actions import introduce
from goodword.people.models import Agent, Customer
from goodword.promises import dues
from goodword.promises.actions import deliver, release
from goodword.promises.owners import hand_to
from tests.conftest import MakePromise
from tests.portal.conftest import Visitor

A_DAY = timedelta(days=1)


def test_it_says_what_was_promised_by_whom_and_by_when(
    hers: Visitor, kim_in_london: Customer, promised: MakePromise
) -> None:
    promised(kind="document", words="I will send you the gift card.", due=date(2026, 3, 5))
    text = hers.text()
    assert "I will send you the gift card." in text
    assert "Thursday 5 March, by 5 pm your time" in text
    assert "Ada looks after it." in text


def test_a_customer_whose_clock_is_not_known_is_told_whose_time_it_is(hers: Visitor, promised: MakePromise) -> None:
    promised()
    assert "Today, Monday 2 March, by noon (UTC time)" in hers.text()


def test_the_words_are_verbatim_and_cannot_act(hers: Visitor, promised: MakePromise) -> None:
    promised(words="<script>alert(1)</script> & “so”\u202e")
    text = hers.text()
    assert "<script>" not in text
    assert "<script>alert(1)</script> & “so”" in unescape(text)


def test_a_new_date_is_told_with_its_reason(
    hers: Visitor, kim_in_london: Customer, promised: MakePromise, case: Case, ada: Agent, at: datetime
) -> None:
    promise = promised(due=at + A_DAY)
    call = cases.log_call(case, ada, "reached", "told her", at)
    dues.renegotiate_by_call(promise, at + 3 * A_DAY, "", call, at, ada, reason="The supplier is a day late.")
    text = hers.text()
    assert "We gave you a new date" in text
    assert "The supplier is a day late." in text
    assert text.index("Tomorrow, Tuesday 3 March") < text.rindex("Thursday 5 March")


def test_a_date_that_is_still_on_its_way_to_the_customer_is_not_on_the_page(
    hers: Visitor, promised: MakePromise, ada: Agent, at: datetime
) -> None:
    promise = promised(due=at + A_DAY)
    dues.renegotiate_by_mail(promise, at + 9 * A_DAY, "", cases.Draft("It takes longer."), at, ada, reason="stock")
    text = hers.text()
    assert "11 March" not in text
    assert "stock" not in text


def test_a_missed_date_is_owned_even_before_the_clock_has_noticed(
    hers: Visitor, promised: MakePromise, at: datetime
) -> None:
    promised(at=at - 2 * A_DAY, due=at - timedelta(minutes=1))
    text = hers.text()
    assert "We owe you this, and we are late." in text
    assert "We did not keep this date" in text
    assert "We missed the date" in text


def test_what_was_delivered_says_when_and_how(hers: Visitor, promised: MakePromise, case: Case, ada: Agent) -> None:
    promise = promised()
    call = cases.log_call(case, ada, "reached", "size 42", promise.made_at + timedelta(hours=1))
    deliver(promise, "call_reached", call.at, by=ada, message=call)
    text = hers.text()
    assert "Has this reached you?" in text
    assert "We called you" in text
    assert "10 am" in text


def test_each_state_has_its_buttons(
    hers: Visitor, promised: MakePromise, ada: Agent, kim: Customer, at: datetime
) -> None:
    promise = promised(kind="other")
    buttons = ("/receipt", "/dispute", "/reminder", "/day")
    offered = {name for name in buttons if f"/promises/{promise.pk}{name}" in hers.text()}
    assert offered == {"/receipt", "/reminder", "/day"}
    deliver(promise, "agent_statement", at, by=ada)
    offered = {name for name in buttons if f"/promises/{promise.pk}{name}" in hers.text()}
    assert offered == {"/receipt", "/dispute"}
    release(promise, at, kim, "never mind")
    text = hers.text()
    assert not [name for name in buttons if f"/promises/{promise.pk}{name}" in text]
    assert "No longer needed" in text


def test_a_running_check_leads_with_its_question(
    hers: Visitor, promised: MakePromise, case: Case, ada: Agent, at: datetime
) -> None:
    deliver(promised(kind="other"), "agent_statement", at, by=ada)
    checks.consider(case, at)
    assert "Did this really solve it?" not in hers.text()
    sweep_checks(at + 2 * A_DAY)
    text = hers.text()
    assert text.index("<h1>") < text.index("Did this really solve it?", text.index("<h1>")) < text.index("article")
    assert "Yes. Nothing more, thanks" in text


def test_nothing_of_the_inside_is_on_the_page(
    hers: Visitor, promised: MakePromise, case: Case, ada: Agent, ben: Agent, lena: Agent, at: datetime
) -> None:
    ada.name = "Ada Featherstonehaugh"
    ada.save(update_fields=["name"])
    ben.name = "Ben Quarrington"
    ben.save(update_fields=["name"])
    promise = promised(kind="other", owner=ada)
    cases.note(case, lena, "Careful, this one complains often", at)
    hand_to(promise, ben, at, lena, why="overload in the back office")
    hand_to(promise, ada, at, lena)
    deliver(promise, "agent_statement", at, by=ada, words="put it on pallet seven")
    pages = [hers.text(), hers.press(f"/promises/{promise.pk}/receipt")]
    inside = [
        "desk.example", "Featherstonehaugh", "Front desk", "Lena", "Quarrington", "complains", "overload", "pallet",
        "#", f"case {case.pk}", str(case), "kim@home.example", *Entry.objects.values_list("verb", flat=True),
    ]  # fmt: skip
    assert [(word, n) for n, page in enumerate(pages) for word in inside if word in page] == []


def test_it_bears_the_name_of_the_house(hers: Visitor, at: datetime) -> None:
    introduce("Larch & Lane", at)
    assert "Larch &amp; Lane" in hers.text()


@pytest.mark.parametrize(
    ("language", "accepted", "title"),
    [
        ("de", "fr", "Das haben wir Ihnen versprochen."),
        ("", "fr-CA,en;q=0.3", "Voici ce que nous vous avons promis."),
        ("it", "es", "Esto es lo que le prometimos."),
        ("", "", "This is what we promised you."),
        ("", "x" * 9000, "This is what we promised you."),
    ],
)
def test_the_language_is_the_customers_else_the_browsers(
    hers: Visitor, kim: Customer, promised: MakePromise, language: str, accepted: str, title: str
) -> None:
    kim.language = language
    kim.save(update_fields=["language"])
    promised()
    hers.headers = {"Accept-Language": accepted}
    assert title in hers.text()


def test_a_page_with_many_promises_asks_the_database_no_more_often(hers: Visitor, promised: MakePromise) -> None:
    promised()
    with CaptureQueriesContext(connection) as few:
        hers.get()
    for _ in range(12):
        promised()
    with CaptureQueriesContext(connection) as many:
        hers.get()
    assert len(many) == len(few) <= 12
