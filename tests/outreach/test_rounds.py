"""One notice to many: who is chosen, who is left out, each letter once, with its promise; it can be stopped."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from goodword.cases.actions import receive
from goodword.cases.models import Case, Category, Message
from goodword.closing.models import Contact
from goodword.kit.errors import Conflict, Malformed, NotAllowed
from goodword.outreach import rounds
from goodword.outreach.choosing import Filter
from goodword.outreach.models import Place, Round
from goodword.outreach.tasks import sweep_rounds
from goodword.people.models import Agent, Customer
from goodword.people.purchases import take
from goodword.promises.models import Promise
from goodword.promises.queries import kind_named
from tests.conftest import mail

A_DAY = timedelta(days=1)


@pytest.fixture
def notice(ada: Agent, ben: Agent, at: datetime) -> rounds.Notice:
    """Lamps of one batch have a loose screw; three customers have one, another has a chair."""
    for number, product, options in (
        ("L1", "Oak lamp", "batch: 7"), ("L2", "Oak lamp", "batch: 7"), ("L3", "Oak lamp", "batch: 8"),
        ("C1", "Chair", ""),
    ):  # fmt: skip
        row = {"email": f"{number}@home.example", "name": number, "number": number, "product": product}
        take([row | {"options": options, "bought_on": "2026-02-01"}], at, None)
    return rounds.Notice(
        "Loose screws", "Your {product}: a loose screw", "Hello {name},\n\nplease do not use it until we have called.",
        (ada, ben), kind_named("callback"), "We will call you about the screw", at + 3 * A_DAY,
    )  # fmt: skip


def test_each_gets_one_letter_one_case_and_one_promise(notice: rounds.Notice, lena: Agent, at: datetime) -> None:
    made = rounds.draft(notice, Filter(product="lamp", option="batch: 7"), at, lena)
    assert not Message.objects.exists()
    rounds.start(made, at, lena)
    sweep_rounds(at)
    sweep_rounds(at + A_DAY)
    assert sorted(message.to[0] for message in Message.objects.all()) == ["l1@home.example", "l2@home.example"]
    assert {promise.owner.name for promise in Promise.objects.all()} == {"Ada", "Ben"}
    assert set(Promise.objects.values_list("words", flat=True)) == {"We will call you about the screw"}
    assert all(
        place.promise and place.promise.case_id == place.message.case_id
        for place in Place.objects.all()
        if place.message
    )
    assert Round.objects.get().state == "done"
    assert Contact.objects.filter(kind="round").count() == 2
    with pytest.raises(Conflict):
        rounds.start(made, at, lena)


def test_the_preview_says_who_is_left_out_and_they_are(notice: rounds.Notice, lena: Agent, at: datetime) -> None:
    made = rounds.draft(notice, Filter(listed="L1@home.example, L2\nL3"), at, lena)
    full = Customer.objects.get(name="L1")
    for _ in range(4):
        Contact.objects.create(customer=full, kind="check", at=at)
    Customer.objects.get(name="L2").identities.update(health="bouncing")
    found = rounds.standing(made, at)
    assert (found.all, found.gets) == (3, 1)
    assert [place.customer.name for place in found.capped] == ["L1"]
    assert [place.customer.name for place in found.unreachable] == ["L2"]
    rounds.start(made, at, lena)
    sweep_rounds(at)
    said = {place.customer.name: place.state for place in Place.objects.select_related("customer")}
    assert said == {"L1": "left_out", "L2": "left_out", "L3": "sent"}


def test_a_notice_that_is_stopped_reaches_nobody_else(notice: rounds.Notice, lena: Agent, at: datetime) -> None:
    made = rounds.draft(notice, Filter(product="lamp"), at, lena)
    rounds.start(made, at, lena)
    first = Place.objects.order_by("id").first()
    assert first
    rounds.ring(first, at)
    rounds.cancel(made, at, lena)
    sweep_rounds(at)
    assert Message.objects.count() == 1
    assert sorted(Place.objects.values_list("state", flat=True)) == ["cancelled", "cancelled", "sent"]


def test_open_cases_of_a_category_hear_it_where_they_are(notice: rounds.Notice, lena: Agent, at: datetime) -> None:
    outage = Category.objects.create(slug="outage", name="Outage")
    case = receive(mail(), at).case
    Case.objects.filter(pk=case.pk).update(category=outage)
    made = rounds.draft(replace(notice, promise="", kind=None, due=None), Filter(category=outage.pk), at, lena)
    rounds.start(made, at, lena)
    sweep_rounds(at)
    assert Message.objects.get(is_ours=True).case == case
    assert not Promise.objects.exists()


def test_what_cannot_be_sent_is_refused_before(notice: rounds.Notice, lena: Agent, ada: Agent, at: datetime) -> None:
    everybody = Filter(product="lamp")
    with pytest.raises(NotAllowed):
        rounds.draft(notice, everybody, at, ada)
    for wrong in (
        replace(notice, text="Hello {nam}"), replace(notice, due=None), replace(notice, due=date(2026, 2, 20)),
        replace(notice, owners=()), replace(notice, subject=" "),
    ):  # fmt: skip
        with pytest.raises(Malformed):
            rounds.draft(wrong, everybody, at, lena)
    for nobody in (Filter(), Filter(product="sofa"), Filter(listed="who@nowhere.example")):
        with pytest.raises(Malformed):
            rounds.draft(notice, nobody, at, lena)
    assert not Round.objects.exists()
