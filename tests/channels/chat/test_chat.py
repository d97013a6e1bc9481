"""The chat: lines to and fro in one case, the rest by mail when the customer has left, and nothing for other sites."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from goodword.cases.actions import Draft
from goodword.cases.models import Case, Message
from goodword.channels.chat import actions, queries
from goodword.channels.chat.models import Visit
from goodword.channels.email.models import Outgoing
from goodword.channels.email.tasks import compose
from goodword.ledger.models import Entry
from goodword.people.models import Agent
from goodword.promises import replies, tasks
from goodword.promises.actions import Told
from goodword.promises.models import Promise
from goodword.promises.queries import kind_named
from tests.conftest import mail
from tests.portal.test_write import OPEN, is_open, set_website

__all__ = ["is_open"]

SHOP = "https://shop.example"
FIRST = {"name": "Kim", "address": "kim@home.example", "text": "Is it back in stock?", "line": "a-line-of-hers"}
A_MINUTE = timedelta(minutes=1)


class Guest:
    """A script on a page of the shop."""

    def __init__(self, origin: str = SHOP) -> None:
        self.headers, self.browser = {"Origin": origin}, Client(enforce_csrf_checks=True)

    def asks(self, path: str, **said: str) -> HttpResponse:
        given: dict[str, Any] = {"data": json.dumps(said), "content_type": "application/json"}
        return self.browser.post(f"/portal/chat/{path}", headers=self.headers, **given)

    def begins(self, **more: str) -> HttpResponse:
        answer = self.asks("visits", **{**FIRST, **more})
        key = json.loads(answer.content).get("key", "")
        self.headers |= {"Authorization": f"Bearer {key}"} if key else {}
        return answer


@pytest.fixture
def guest(is_open: None) -> Guest:
    return Guest()


@pytest.fixture
def soon(at: datetime) -> datetime:
    """Half a minute after the desk's clock was set: when Ada answers."""
    return at + A_MINUTE / 2


def answered(case: Case, by: Agent, text: str, at: datetime, **more: Any) -> Message:
    """Ada answers; the reply goes where the desk sends it."""
    return replies.send(case, by, actions.in_chat(case, Draft(text), at), at, **more)


def test_what_is_said_stands_in_one_case_and_the_answer_appears_in_the_chat(
    guest: Guest, ada: Agent, soon: datetime
) -> None:
    answer = guest.begins()
    assert answer.status_code == 201
    assert answer["Access-Control-Allow-Origin"] == SHOP
    assert not answer.cookies
    for _ in range(2):  # a line that is sent twice counts once
        assert guest.asks("lines", text="In green?", line="another-line").status_code == 201
    visit = Visit.objects.get()
    assert [line.text for line in visit.case.messages.order_by("id")] == ["Is it back in stock?", "In green?"]
    line = answered(visit.case, ada, "Yes, in green as well.", soon)
    assert (line.channel, line.delivery) == ("chat", "queued")
    assert [one.text for one in queries.lines(visit, 0)][-1] == "Yes, in green as well."
    actions.listens(visit, line.pk, soon + A_MINUTE)
    line.refresh_from_db()
    assert line.delivery == "delivered"


def test_who_has_left_gets_what_they_have_not_seen_by_mail(guest: Guest, ada: Agent, soon: datetime) -> None:
    guest.begins()
    visit = Visit.objects.select_related("case", "identity").get()
    line = answered(visit.case, ada, "Yes, it is.", soon)
    assert actions.sweep_visits(soon).handled == 0
    assert actions.sweep_visits(soon + 2 * A_MINUTE).handled == 1
    compose(Entry.objects.get(verb="message.goes_by_mail"), soon + 2 * A_MINUTE)
    line.refresh_from_db()
    assert line.channel == "email"
    assert Outgoing.objects.get(message=line).recipients == ["kim@home.example"]
    later = answered(visit.case, ada, "And in blue.", soon + 3 * A_MINUTE)
    assert later.channel == "email"


def test_a_promise_made_in_the_chat_is_a_promise(guest: Guest, ada: Agent, soon: datetime) -> None:
    guest.begins()
    visit = Visit.objects.select_related("case", "identity").get()
    told = Told(kind_named("callback"), "I will call you at noon", soon + timedelta(hours=3))
    line = answered(visit.case, ada, "I will call you at noon.", soon, makes=[told])
    assert Promise.objects.get().told_by == line
    assert queries.has_promise(visit)
    document = Told(kind_named("document"), "I will send you the plan", soon + timedelta(hours=4))
    owed = replies.send(visit.case, ada, Draft("I will send you the plan."), soon, makes=[document])
    promise = Promise.objects.get(told_by=owed)
    actions.listens(visit, line.pk, soon + A_MINUTE)
    proof = answered(visit.case, ada, "Here: https://shop.example/plan", soon + A_MINUTE, keeps=[promise])
    actions.listens(visit, proof.pk, soon + A_MINUTE)
    tasks.message_is_out(Entry.objects.get(verb="message.handed_over", subject_id=proof.pk), soon + A_MINUTE)
    promise.refresh_from_db()
    assert promise.status == "delivered"


def test_outside_the_hours_it_becomes_a_message_that_is_answered_by_mail(guest: Guest, at: datetime) -> None:
    from goodword.kit import clock

    clock.move_to(at + timedelta(hours=12))
    answer = guest.begins(page=f"{SHOP}/lanterns")
    assert json.loads(answer.content) == {"sent": True}
    assert not Visit.objects.exists()
    first, receipt = Case.objects.get().messages.order_by("id")
    assert (first.channel, receipt.to) == ("form", ["kim@home.example"])


def test_scripts_of_other_sites_find_nothing_here(guest: Guest, mara: Agent, at: datetime) -> None:
    stranger = Guest("https://evil.example")
    answer = stranger.begins()
    assert answer.status_code == 404
    assert "Access-Control-Allow-Origin" not in answer
    assert guest.browser.get("/portal/chat/door", headers={"Origin": "https://evil.example"}).status_code == 404
    assert guest.browser.options("/portal/chat/lines", headers=guest.headers).status_code == 204
    assert not Case.objects.exists()
    set_website(at, mara, **{**OPEN, "chat_is_on": False})
    assert guest.begins().status_code == 404


def test_a_stranger_who_types_a_customers_address_sees_nothing_that_came_before(
    guest: Guest, case: Case, ada: Agent, at: datetime
) -> None:
    replies.send(case, ada, Draft("Your parcel lies at Elm Street 4."), at)
    guest.begins(address=mail().address, text=f"About case {case.pk}, please")
    visit = Visit.objects.select_related("case__merged_into", "identity").get()
    assert [line.text for line in queries.lines(visit, 0)] == [f"About case {case.pk}, please"]
    forged = Guest()
    forged.headers |= {"Authorization": "Bearer made-up"}
    assert forged.asks("lines", text="Hello?", line="a-forged-line").status_code == 404


def test_what_cannot_be_answered_or_is_far_too_long_is_refused(guest: Guest) -> None:
    assert guest.begins(address="nobody").status_code == 422
    assert guest.begins(text=" ").status_code == 422
    assert guest.begins(website="a robot's").status_code == 422
    assert guest.begins(text="x" * 40_000).status_code == 422
    for _ in range(9):
        guest.begins()
    assert guest.begins().status_code == 429
    assert not Visit.objects.exclude(case__subject="Is it back in stock?").exists()


def test_files_and_copies_go_by_mail_even_while_the_customer_is_there(guest: Guest, soon: datetime) -> None:
    guest.begins()
    case = Visit.objects.get().case
    assert actions.in_chat(case, Draft("Hello"), soon).channel == "chat"
    assert actions.in_chat(case, Draft("Hello", cc=("lee@home.example",)), soon).channel == "email"
    assert actions.in_chat(case, Draft("Hello", to=("other@home.example",)), soon).channel == "email"


def test_the_script_is_small(db: None) -> None:
    assert len(Client().get("/portal/chat.js").content) < 15_000
