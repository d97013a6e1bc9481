"""A case changes hands only when it is accepted, and never without its brief."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from goodword.cases import changes as cases
from goodword.cases.actions import Draft, reply
from goodword.cases.models import Case
from goodword.handovers import queries
from goodword.handovers.access import offer_for
from goodword.handovers.actions import accept, give_back, offer, withdraw
from goodword.handovers.brief import Brief, opening
from goodword.handovers.models import Offer
from goodword.handovers.tasks import message_was_written
from goodword.kit.errors import Conflict, Malformed, NotAllowed, NotFound
from goodword.ledger.models import Entry
from goodword.people.models import Agent
from tests.conftest import MakePromise

HOUR = timedelta(hours=1)
BRIEF = Brief("The parcel is lost", "A new one", "Asked the carrier", "Nothing has been promised.", "Call the carrier")


@pytest.fixture
def adas(case: Case, ada: Agent, at: datetime) -> Case:
    return cases.assign(case, ada, at, ada)


def test_until_it_is_accepted_the_giver_owns(
    adas: Case, ada: Agent, ben: Agent, promised: MakePromise, at: datetime
) -> None:
    promise = promised()
    offered = offer(adas, ben, BRIEF, at, ada)
    adas.refresh_from_db()
    promise.refresh_from_db()
    assert (adas.owner, promise.owner) == (ada, ada)
    accept(offered, at + HOUR, ben)
    adas.refresh_from_db()
    promise.refresh_from_db()
    assert (adas.owner, promise.owner) == (ben, ben)
    assert promise.due_at == at + 3 * HOUR


@pytest.mark.parametrize("part", ["issue", "wanted", "tried", "promised", "next_step"])
def test_an_incomplete_brief_is_not_offered(part: str, adas: Case, ada: Agent, ben: Agent, at: datetime) -> None:
    with pytest.raises(Malformed) as refused:
        offer(adas, ben, Brief(**{**BRIEF.__dict__, part: "  "}), at, ada)
    assert refused.value.details["field"] == part
    assert not Offer.objects.exists()


def test_a_returned_offer_says_why_and_changes_nothing(adas: Case, ada: Agent, ben: Agent, at: datetime) -> None:
    offered = offer(adas, ben, BRIEF, at, ada)
    with pytest.raises(Malformed):
        give_back(offered, " ", at + HOUR, ben)
    give_back(offered, "I am off from noon", at + HOUR, ben)
    adas.refresh_from_db()
    assert adas.owner == ada
    assert Entry.objects.get(verb="handover.returned").get("why") == "I am off from noon"
    offer(adas, ben, BRIEF, at + 2 * HOUR, ada)


def test_only_the_receiver_decides_and_only_once(adas: Case, ada: Agent, ben: Agent, lena: Agent, at: datetime) -> None:
    offered = offer(adas, ben, BRIEF, at, ada)
    with pytest.raises(NotAllowed):
        accept(offered, at, lena)
    accept(offered, at, ben)
    for again in (lambda: accept(offered, at, ben), lambda: withdraw(offered, at, ada)):
        with pytest.raises(Conflict):
            again()


def test_a_case_is_on_offer_once(adas: Case, ada: Agent, ben: Agent, lena: Agent, at: datetime) -> None:
    offer(adas, ben, BRIEF, at, ada)
    with pytest.raises(Conflict):
        offer(adas, lena, BRIEF, at, ada)


def test_nobody_hands_to_a_colleague_without_a_desk(adas: Case, ada: Agent, omar: Agent, at: datetime) -> None:
    with pytest.raises(Malformed):
        offer(adas, omar, BRIEF, at, ada)
    with pytest.raises(NotFound):
        offer_for(omar, 1)


def test_the_brief_is_drafted_from_the_case(adas: Case, ada: Agent, promised: MakePromise, at: datetime) -> None:
    cases.want(adas, "My parcel by Friday", at, ada)
    reply(adas, ada, Draft("I have asked the carrier to search for it."), at)
    promised(words="I will call you at noon")
    adas.refresh_from_db()
    drafted = queries.brief_of(adas)
    assert "My parcel has not come" in drafted.issue
    assert drafted.wanted == "My parcel by Friday"
    assert "asked the carrier" in drafted.tried
    assert "I will call you at noon" in drafted.promised
    assert adas.customer.time_zone.rpartition("/")[2] in drafted.promised, "on whose clock its due is said"
    assert drafted.missing() == ["next_step"]


def test_the_brief_greets_the_receiver_until_their_first_words(
    adas: Case, ada: Agent, ben: Agent, at: datetime
) -> None:
    accept(offer(adas, ben, BRIEF, at, ada), at, ben)
    assert queries.latest_accepted(adas, ben) is not None
    reply(adas, ben, Draft("I have read everything."), at + HOUR)
    message_was_written(Entry.objects.filter(verb="message.written").latest("id"), at + HOUR)
    assert queries.latest_accepted(adas, ben) is None


def test_hands_are_counted_once_per_person(adas: Case, ada: Agent, ben: Agent, at: datetime) -> None:
    reply(adas, ada, Draft("Hello"), at)
    assert queries.hands(adas) == 1
    accept(offer(adas, ben, BRIEF, at, ada), at, ben)
    reply(adas, ben, Draft("Hello again"), at)
    reply(adas, ben, Draft("And again"), at)
    assert queries.hands(adas) == 2


def test_the_receiver_confirms_instead_of_asking_again() -> None:
    assert opening("de-AT", "Ada Brandt", "Das Paket ist weg.").startswith("ich habe Ihr Anliegen von Ada übernommen")
    assert opening("xx", "Ada", "It is lost").endswith("It is lost. Is that right?")


def test_the_database_refuses_an_offer_without_its_brief(adas: Case, ada: Agent, ben: Agent, at: datetime) -> None:
    offered = offer(adas, ben, BRIEF, at, ada)
    for change in ({"next_step": ""}, {"receiver": ada}, {"state": "returned", "reason": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Offer.objects.filter(pk=offered.pk).update(**change)
