"""Handing a case over at the desk: the brief, the offer, who may decide it, and what each of them hears."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Any

import pytest

from goodword.cases import actions as cases
from goodword.cases import changes
from goodword.cases.models import Case
from goodword.handovers.actions import offer
from goodword.handovers.brief import Brief
from goodword.handovers.models import Offer
from goodword.handovers.tasks import message_was_written
from goodword.ledger.models import Entry
from goodword.notices.models import Notice
from goodword.notices.tasks import about_a_handover
from goodword.people.models import Agent
from tests.conftest import MakePromise
from tests.web.conftest import Door

BRIEF = {
    "issue": "The parcel is lost", "wanted": "A new one", "tried": "Asked the carrier", "promised": "A call at noon",
    "next_step": "Call the carrier",
}  # fmt: skip
AtMost = Callable[[int], AbstractContextManager[Any]]


@pytest.fixture
def held(case: Case, ada: Agent, at: datetime) -> Case:
    return changes.assign(case, ada, at, ada)


@pytest.fixture
def offered(held: Case, ada: Agent, ben: Agent, at: datetime) -> Offer:
    return offer(held, ben, Brief(**BRIEF), at, ada)


def tell_of(verb: str, at: datetime) -> None:
    about_a_handover(Entry.objects.get(verb=verb), at)


def test_the_brief_is_drafted_from_what_the_case_knows(
    door: Door, held: Case, ada: Agent, promised: MakePromise
) -> None:
    promised()
    page = door(ada).get(f"/cases/{held.pk}/handover").content.decode()
    assert "My parcel has not come." in page
    assert "“I will call you at noon”, due" in page
    assert "Hand over …" in door(ada).get(f"/cases/{held.pk}").content.decode()


@pytest.mark.parametrize("part", BRIEF)
def test_an_incomplete_brief_is_refused_beside_its_part(
    part: str, door: Door, held: Case, ada: Agent, ben: Agent
) -> None:
    answer = door(ada).post(f"/cases/{held.pk}/handover", {**BRIEF, "receiver": ben.pk, part: " "})
    page = answer.content.decode()
    assert (answer.status_code, Offer.objects.count()) == (422, 0)
    assert f'id="id_{part}_error"' in page
    assert page.count('aria-invalid="true"') == 1


def test_a_complete_brief_is_offered_and_the_giver_still_owns(
    door: Door, held: Case, ada: Agent, ben: Agent, at: datetime
) -> None:
    assert door(ada).post(f"/cases/{held.pk}/handover", {**BRIEF, "receiver": ben.pk}).status_code == 303
    assert Case.objects.get(pk=held.pk).owner == ada
    tell_of("handover.offered", at)
    assert Notice.objects.get().person == ben
    assert "The parcel is lost" in door(ben).get("/").content.decode()
    assert "Offered to you" not in door(ada).get("/").content.decode()


def test_accepting_brings_the_brief_and_a_sentence_until_the_first_reply(
    door: Door, offered: Offer, ada: Agent, ben: Agent, at: datetime
) -> None:
    client, case = door(ben), offered.case
    assert "Accept" in client.get(f"/cases/{case.pk}/brief").content.decode()
    assert client.post(f"/handovers/{offered.pk}/acceptance").status_code == 303
    case = Case.objects.get(pk=case.pk)
    assert case.owner == ben
    page = client.get(f"/cases/{case.pk}/brief").content.decode()
    assert "I have taken over from Ada and have read everything: The parcel is lost. Is that right?" in page
    begun = client.get(f"/cases/{case.pk}", {"say": "I have taken over from Ada"}).content.decode()
    assert "I have taken over from Ada</textarea>" in begun
    cases.reply(case, ben, cases.Draft("I have taken over from Ada."), at + timedelta(minutes=1))
    message_was_written(Entry.objects.get(verb="message.written"), at)
    assert "I have taken over" not in client.get(f"/cases/{case.pk}/brief").content.decode()
    tell_of("handover.accepted", at)
    assert (Notice.objects.get().person, "took over" in Notice.objects.get().words) == (ada, True)


def test_giving_back_takes_a_reason_that_the_giver_hears(
    door: Door, offered: Offer, ada: Agent, ben: Agent, at: datetime
) -> None:
    assert door(ben).post(f"/handovers/{offered.pk}/return", {"reason": " "}).status_code == 422
    assert door(ben).post(f"/handovers/{offered.pk}/return", {"reason": "I am away"}).status_code == 303
    tell_of("handover.returned", at)
    assert "I am away" in Notice.objects.get(person=ada).words
    assert "Ben gave the case back: I am away" in door(ada).get(f"/cases/{offered.case_id}").content.decode()


def test_the_giver_takes_an_offer_back(door: Door, offered: Offer, ada: Agent) -> None:
    assert "Take back" in door(ada).get(f"/cases/{offered.case_id}/brief").content.decode()
    door(ada).post(f"/handovers/{offered.pk}/withdrawal")
    offered.refresh_from_db()
    assert offered.state == "withdrawn"


def test_only_the_receiver_accepts_and_only_giver_or_lead_withdraws(
    door: Door, offered: Offer, ada: Agent, ben: Agent
) -> None:
    assert door(ada).post(f"/handovers/{offered.pk}/acceptance").status_code == 403
    assert door(ben).post(f"/handovers/{offered.pk}/withdrawal").status_code == 403
    offered.refresh_from_db()
    assert offered.state == "offered"


def test_omar_finds_nothing_and_an_auditor_only_reads(
    door: Door, offered: Offer, omar: Agent, nora: Agent, ben: Agent
) -> None:
    pk = offered.case_id
    moves = ("acceptance", "return", "withdrawal")
    for path in (f"/cases/{pk}/handover", f"/cases/{pk}/brief"):
        assert door(omar).get(path).status_code == 404
    for move in moves:
        assert door(omar).post(f"/handovers/{offered.pk}/{move}", {"reason": "x"}).status_code == 404
        assert door(nora).post(f"/handovers/{offered.pk}/{move}", {"reason": "x"}).status_code == 403
    assert door(nora).post(f"/cases/{pk}/handover", {**BRIEF, "receiver": ben.pk}).status_code == 403
    brief = door(nora).get(f"/cases/{pk}/brief")
    assert (brief.status_code, "Accept" in brief.content.decode()) == (200, False)


def test_a_get_decides_nothing_and_what_is_missing_is_not_found(door: Door, offered: Offer, ben: Agent) -> None:
    assert door(ben).get(f"/handovers/{offered.pk}/acceptance").status_code == 405
    assert door(ben).post("/handovers/987654/acceptance").status_code == 404


def test_the_brief_needs_few_queries(
    door: Door, offered: Offer, ben: Agent, django_assert_max_num_queries: AtMost
) -> None:
    client = door(ben)
    with django_assert_max_num_queries(8):
        assert client.get(f"/cases/{offered.case_id}/brief").status_code == 200
