"""Contacts by plan: each once, on its day, within the cap, and never about what lay before the plan."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from goodword.cases import delivery
from goodword.cases.actions import receive
from goodword.cases.models import Case, Message
from goodword.closing.models import Contact
from goodword.kit.errors import Malformed
from goodword.outreach import rules
from goodword.outreach.models import Plan, Planned
from goodword.outreach.plans import set_plan
from goodword.outreach.tasks import sweep_planned, sweep_plans
from goodword.people.models import Agent, Customer
from goodword.people.purchases import take
from tests.conftest import mail

A_DAY = timedelta(days=1)
LETTER = {
    "name": "Did it arrive well?", "milestone": "delivered_on", "days": 3, "product": "lamp", "does": "letter",
    "subject": "Your {product}", "text": "Hello {name},\n\nyour {product} ({number}) came on {date}. All well?",
    "is_active": True,
}  # fmt: skip


def pass_time(start: datetime, *days: float) -> None:
    for day in days:
        sweep_plans(start + day * A_DAY)
        sweep_planned(start + day * A_DAY)


@pytest.fixture
def plan(at: datetime, mara: Agent, ada: Agent) -> Plan:
    return set_plan(None, at, mara, owner=ada, **LETTER)


def buy(at: datetime, number: str, delivered: str = "", product: str = "Oak lamp", **more: str) -> None:
    row = {"email": f"{number}@home.example", "name": "Kim", "number": number, "product": product}
    take([row | {"bought_on": "2026-02-01", "delivered_on": delivered} | more], at, None)


def test_a_letter_goes_out_on_its_day_once_and_its_case_ends_by_itself(plan: Plan, at: datetime) -> None:
    buy(at, "soon", "2026-03-02")
    buy(at, "before", "2026-02-10")
    buy(at, "chair", "2026-03-02", product="Chair")
    pass_time(at, 0, 1, 2)
    assert not Planned.objects.exists()
    pass_time(at, 3, 3.5, 4, 4.1)
    letter = Message.objects.get(is_automatic=True)
    assert letter.to == ["soon@home.example"]
    assert letter.subject == "Your Oak lamp"
    assert "your Oak lamp (soon) came on Monday 2 March" in letter.text
    assert Contact.objects.get().message == letter
    assert letter.case.status == "waiting"
    delivery.mark(letter, "handed_over", at + 4 * A_DAY)  # type: ignore[arg-type]
    pass_time(at, 10, 30)
    assert Case.objects.get().closed_how == "no_matter"
    assert Message.objects.count() == 1


def test_who_answers_has_a_case_of_their_own_that_stays_open(plan: Plan, at: datetime) -> None:
    buy(at, "soon", "2026-03-02")
    pass_time(at, 3)
    [letter] = Message.objects.all()
    delivery.mark(letter, "handed_over", at + 3 * A_DAY)  # type: ignore[arg-type]
    receive(mail("soon@home.example", "It is broken", token_case=letter.case_id), at + 4 * A_DAY)
    pass_time(at, 20)
    assert Case.objects.get().status == "open"


def test_ten_days_without_a_worker_change_nothing_but_the_moment(plan: Plan, at: datetime) -> None:
    buy(at, "soon", "2026-03-02")
    pass_time(at, 14, 14.1)
    assert Planned.objects.get().due_on == date(2026, 3, 5)
    assert Message.objects.count() == 1


def test_the_cap_makes_it_wait_and_then_leaves_it_out(plan: Plan, at: datetime) -> None:
    buy(at, "soon", "2026-03-02")
    kim = Customer.objects.get()
    for _ in range(4):
        Contact.objects.create(customer=kim, kind="check", at=at + 2 * A_DAY)
    pass_time(at, 3, 10)
    assert not Message.objects.exists()
    pass_time(at, 33)
    assert Message.objects.count() == 1


def test_a_task_is_a_case_of_whom_it_was_given_to(plan: Plan, mara: Agent, ben: Agent, at: datetime) -> None:
    set_plan(
        plan, at, mara,
        **LETTER | {"does": "task", "owner": ben, "milestone": "warranty_until", "days": -30, "text": "Call {name}."},
    )  # fmt: skip
    buy(at, "soon", warranty_until="2026-04-02")
    pass_time(at, 0, 1, 2)
    case = Case.objects.get()
    assert (case.owner, case.status, case.notes.get().text) == (ben, "open", "Call Kim.")
    assert not Message.objects.exists()


def test_no_customer_ever_reads_a_name_in_braces(mara: Agent, ada: Agent, at: datetime) -> None:
    with pytest.raises(Malformed, match="prodct"):
        set_plan(None, at, mara, owner=ada, **LETTER | {"text": "Your {prodct}"})
    assert rules.filled("Hello {name} , {number}!", {"number": "7"}) == "Hello, 7!"
