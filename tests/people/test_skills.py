"""Who knows about what: said by people, learnt from matters that ended well, and found by the words one would use."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from goodword.cases import changes
from goodword.cases.actions import receive
from goodword.cases.models import Case, Category
from goodword.closing.actions import close, customer_is_done, reopen
from goodword.kit.errors import Malformed, NotAllowed, NotFound
from goodword.people import knowledge, skills
from goodword.people.models import Agent, Partner, Role, Skill
from goodword.promises.actions import confirm
from tests.asks.following import follow
from tests.conftest import MakePromise, mail

HOUR = timedelta(hours=1)


@pytest.fixture
def warranty(db: None) -> Category:
    return Category.objects.create(slug="warranty", name="Warranty claims")


def found(words: str) -> list[str]:
    return [str(one.person) for one in knowledge.who_knows(words)]


def test_everybody_says_it_of_themselves_and_leads_of_others(ada: Agent, ben: Agent, lena: Agent, at: datetime) -> None:
    said = skills.say(ada, "  Boots   and sizes ", at, ada)
    assert said.topic == "Boots and sizes"
    skills.say(ben, "Tents", at, lena)
    with pytest.raises(NotAllowed):
        skills.say(ben, "Stoves", at, ada)
    with pytest.raises(NotAllowed):
        skills.unsay(Skill.objects.get(topic="Tents"), at, ada)
    with pytest.raises(NotFound):
        skills.skill_for(ada, Skill.objects.get(topic="Tents").pk)


def test_a_topic_in_other_capitals_is_the_same_one(ada: Agent, at: datetime) -> None:
    for topic in ("Tents", "tents", "TENTS"):
        skills.say(ada, topic, at, ada)
    assert Skill.objects.count() == 1


@pytest.mark.parametrize("topic", ["", " ", "x", "y" * 81])
def test_a_topic_is_a_word_or_a_few(topic: str, ada: Agent, at: datetime) -> None:
    with pytest.raises(Malformed):
        skills.say(ada, topic, at, ada)


def test_forty_topics_are_enough(ada: Agent, at: datetime) -> None:
    for number in range(40):
        skills.say(ada, f"Topic {number}", at, ada)
    with pytest.raises(Malformed):
        skills.say(ada, "One more", at, ada)


def test_who_knows_is_found_by_other_forms_of_the_word_the_best_fit_first(
    ada: Agent, ben: Agent, lena: Agent, omar: Agent, at: datetime
) -> None:
    for person, topic in ((ada, "Warranty"), (ben, "Warranty of stoves"), (omar, "Stock of boots"), (lena, "Refunds")):
        skills.say(person, topic, at, person if person != omar else lena)
    assert found("warranties of stoves") == ["Ben", "Ada"]
    assert found("boot") == ["Omar"], "a colleague without a desk may know best"
    assert found("BOOTS") == ["Omar"]
    assert found("refund") == ["Lena"]
    for nothing in ("", "of", "zz", "%", "_" * 5, "x" * 5000):
        assert found(nothing) == []


def test_who_left_and_who_only_reads_are_not_offered(ada: Agent, ben: Agent, at: datetime) -> None:
    for person in (ada, ben):
        skills.say(person, "Tents", at, person)
    Agent.objects.filter(pk=ben.pk).update(role=Role.AUDITOR)
    Agent.objects.filter(pk=ada.pk).update(is_active=False)
    assert found("tents") == []


def test_a_matter_that_ended_well_is_learnt_once_however_often_it_is_closed(
    case: Case, ada: Agent, lena: Agent, warranty: Category, promised: MakePromise, at: datetime
) -> None:
    changes.assign(case, ada, at, ada)
    Case.objects.filter(pk=case.pk).update(category=warranty)
    confirm(promised(), at + HOUR, case.customer)
    case.refresh_from_db()
    customer_is_done(case, at + HOUR, "Nothing more, thanks")
    follow(at + HOUR, "case")
    reopen(Case.objects.get(pk=case.pk), at + 2 * HOUR, ada, "again")
    customer_is_done(Case.objects.get(pk=case.pk), at + 3 * HOUR, "Nothing more, thanks")
    follow(at + 3 * HOUR, "case")
    skill = Skill.objects.get()
    assert (skill.agent, skill.topic, skill.learnt, skill.is_said) == (ada, "Warranty claims", 1, False)
    assert found("warranty") == ["Ada"]


def test_nothing_is_learnt_from_a_broken_promise_nor_from_an_end_by_force(
    case: Case, ada: Agent, lena: Agent, warranty: Category, promised: MakePromise, at: datetime
) -> None:
    changes.assign(case, ada, at, ada)
    Case.objects.filter(pk=case.pk).update(category=warranty)
    confirm(promised(), at + 9 * HOUR, case.customer)
    customer_is_done(Case.objects.get(pk=case.pk), at + 9 * HOUR, "Nothing more, thanks")
    other = receive(mail("else@home.example", "Other"), at).case
    changes.assign(other, ada, at, ada)
    Case.objects.filter(pk=other.pk).update(category=warranty)
    confirm(promised(case=other), at + HOUR, other.customer)
    close(Case.objects.get(pk=other.pk), "override", at + HOUR, lena, reason="No answer")
    follow(at + 9 * HOUR, "case")
    assert not Skill.objects.exists()


def test_what_was_taken_away_is_not_learnt_anew_but_may_be_said(case: Case, ada: Agent, at: datetime) -> None:
    skills.learn(ada, "Tents", case.pk, at)
    skills.unsay(Skill.objects.get(), at, ada)
    skills.learn(ada, "Tents", receive(mail("b@home.example", "Two"), at).case.pk, at)
    assert found("tents") == []
    skills.say(ada, "tents", at, ada)
    assert found("tents") == ["Ada"]


def test_whom_one_may_ask_is_found_by_name_team_partner_and_knowledge(
    ada: Agent, ben: Agent, lena: Agent, omar: Agent, mara: Agent, at: datetime
) -> None:
    Partner.objects.create(name="Swift Parcels", email="desk@swift.example", about="Carrier for everything small")
    Partner.objects.create(name="Mute Parcels")
    Partner.objects.create(name="Former Parcels", email="x@y.example", is_active=False)
    skills.say(omar, "Parcels", at, lena)

    def offered(words: str) -> list[str]:
        return [str(one.row) for one in knowledge.askable(ada, words)]

    assert offered("parcels") == ["Omar", "Swift Parcels"]
    assert offered("carrier") == ["Swift Parcels"]
    assert offered("be") == ["Ben"]
    assert offered("front") == ["Front desk"]
    assert offered("nobody at all") == []
    assert offered("") == ["Ben", "Lena", "Mara", "Front desk", "Swift Parcels"]
    assert [one.word for one in knowledge.askable(ada, "front")] == [f"team-{lena.team_id}"]
