"""What becomes of an ask around its answer: who hears, what waits for it, and what time and absences do."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

import pytest

from goodword.asks.actions import Question, answer, extend, make, withdraw
from goodword.asks.models import Ask, Purpose
from goodword.asks.replies import Reply, take
from goodword.asks.tasks import sweep_asks
from goodword.cases import changes
from goodword.cases.actions import receive
from goodword.cases.models import Case, Note
from goodword.kit.errors import Conflict, Malformed, NotAllowed
from goodword.ledger.models import Entry
from goodword.notices.models import Notice
from goodword.people.actions import plan_absence
from goodword.people.models import Absence, Agent, Partner, Role
from goodword.promises import dependencies, owners
from goodword.promises.tasks import sweep_absences
from tests.asks.following import follow
from tests.conftest import MakePromise, mail

HOUR, TEN_DAYS = timedelta(hours=1), timedelta(days=10)


@pytest.fixture
def carrier(db: None) -> Partner:
    return Partner.objects.create(name="Swift Parcels", email="desk@swift.example")


def told(verb: str = "") -> Counter[tuple[str, str]]:
    rows = Notice.objects.filter(verb=verb) if verb else Notice.objects.all()
    return Counter(rows.values_list("person__name", "verb"))


def test_after_ten_days_away_each_stage_came_once_to_each_whom_it_concerns(
    case: Case, ada: Agent, ben: Agent, lena: Agent, mara: Agent, omar: Agent, at: datetime
) -> None:
    ben.stand_in = omar
    ben.save(update_fields=["stand_in"])
    ask = make(case, Question("Still there?", ben, at + 4 * HOUR), ada, at)
    for _ in range(3):
        sweep_asks(at + TEN_DAYS)
        follow(at + TEN_DAYS, "ask")
    assert told() == {
        ("Ben", "ask.made"): 1, ("Ben", "ask.reminded"): 1, ("Omar", "ask.late"): 1, ("Ada", "ask.late"): 1,
        ("Lena", "ask.escalated"): 1, ("Mara", "ask.escalated"): 1,
    }  # fmt: skip
    line = Entry.objects.get(verb="ask.late")
    assert (line.at, line.noted_at) == (at + 4 * HOUR, at + TEN_DAYS)
    assert ask.mails.count() == 2
    assert not Notice.objects.filter(person__in=[ben, omar], wakes_at__isnull=False).exists(), "they got letters"


def test_a_lead_who_asks_is_called_out_to_the_admins_once(
    case: Case, lena: Agent, ben: Agent, mara: Agent, at: datetime
) -> None:
    ask = make(case, Question("How?", ben, at + 4 * HOUR), lena, at)
    sweep_asks(at + TEN_DAYS)
    follow(at + TEN_DAYS, "ask")
    ask.refresh_from_db()
    assert ask.holder == ben, "the ask of a lead does not come back to herself"
    assert told("ask.escalated") == {("Mara", "ask.escalated"): 1}


def test_nobody_asks_themselves_or_an_auditor(case: Case, ada: Agent, at: datetime) -> None:
    nora = Agent.objects.create(email="nora@desk.example", name="Nora", role=Role.AUDITOR)
    for to in (ada, nora):
        with pytest.raises(Malformed):
            make(case, Question("How?", to), ada, at)


def test_who_stands_in_for_the_one_asked_is_never_the_asker(
    case: Case, ada: Agent, ben: Agent, lena: Agent, at: datetime
) -> None:
    ben.stand_in = ada
    ben.save(update_fields=["stand_in"])
    Absence.objects.create(agent=ben, starts_at=at, ends_at=at + TEN_DAYS)
    assert make(case, Question("How?", ben), ada, at).holder == lena


def test_a_day_ends_with_the_receivers_business(case: Case, ada: Agent, ben: Agent, at: datetime) -> None:
    ask = make(case, Question("How?", ben, at.date() + timedelta(days=1)), ada, at)
    assert ask.answer_by == (at + timedelta(days=1)).replace(hour=17)


def test_an_answer_brings_a_case_that_waits_back(case: Case, ada: Agent, ben: Agent, at: datetime) -> None:
    ask = make(case, Question("How?", ben), ada, at)
    changes.wait_for_customer(case, at, ada)
    answer(ask, "Like this.", at + HOUR, ben)
    case.refresh_from_db()
    assert case.status == "open"


def test_what_is_said_after_the_end_stands_in_the_case_as_a_note(
    case: Case, ada: Agent, carrier: Partner, at: datetime
) -> None:
    ask = make(case, Question("Where is it?", carrier), ada, at)
    withdraw(ask, at, ada)
    assert take(ask, Reply("It was in the van."), at + HOUR) == "added"
    assert "It was in the van." in Note.objects.get().text
    ask.refresh_from_db()
    assert (ask.state, ask.answer) == ("withdrawn", "")
    with pytest.raises(Malformed):
        take(ask, Reply("  "), at + HOUR)


def test_a_late_answer_endangers_the_promise_that_waits_for_it_and_an_answer_is_told_to_its_owner(
    case: Case, ada: Agent, ben: Agent, carrier: Partner, promised: MakePromise, at: datetime
) -> None:
    promise = promised(due=at + timedelta(days=5), owner=ben)
    free = promised(due=at + timedelta(days=5), owner=ben, words="Another")
    ask = make(case, Question("Where is it?", carrier, at + 4 * HOUR), ada, at)
    dependencies.depend(promise, ask, at, ada)
    sweep_asks(at + 4 * HOUR)
    for _ in range(2):
        follow(at + 4 * HOUR, "ask", "promise")
    promise.refresh_from_db()
    free.refresh_from_db()
    assert (promise.stage, free.stage) == ("at_risk", "calm")
    assert "Swift Parcels has not answered in time" in Notice.objects.get(person=ben, verb="promise.at_risk").words
    answer(ask, "In the van.", at + 6 * HOUR)
    follow(at + 6 * HOUR, "ask")
    notice = Notice.objects.get(person=ben, verb="ask.answered")
    assert (notice.promise_id, notice.words.startswith("The answer is there: Swift Parcels")) == (promise.pk, True)
    assert told("ask.answered") == {("Ben", "ask.answered"): 1, ("Ada", "ask.answered"): 1}


def test_an_answer_that_may_come_after_the_due_endangers_at_once(
    case: Case, ada: Agent, carrier: Partner, promised: MakePromise, at: datetime
) -> None:
    promise, later = promised(due=at + 30 * HOUR), promised(due=at + timedelta(days=9), words="Later")
    ask = make(case, Question("Where is it?", carrier, at + 40 * HOUR), ada, at)
    for one in (promise, later):
        dependencies.depend(one, ask, at, ada)
    promise.refresh_from_db()
    assert promise.stage == "at_risk"
    extend(ask, at + timedelta(days=10), at + HOUR, ada)
    follow(at + HOUR, "ask")
    later.refresh_from_db()
    assert later.stage == "at_risk"


def test_a_promise_waits_once_only_for_an_open_ask_of_its_own_case_and_may_stop_waiting(
    case: Case, ada: Agent, carrier: Partner, promised: MakePromise, at: datetime
) -> None:
    promise = promised(due=at + timedelta(days=5))
    ask = make(case, Question("Where is it?", carrier), ada, at)
    dependencies.depend(promise, ask, at, ada)
    with pytest.raises(Conflict):
        dependencies.depend(promise, ask, at, ada)
    other = receive(mail("else@home.example", "Another matter"), at).case
    with pytest.raises(Malformed):
        dependencies.depend(promise, make(other, Question("How?", carrier), ada, at), at, ada)
    assert [one.promise for one in dependencies.waiting_for(carrier)] == [promise]
    for _ in range(2):
        dependencies.release(promise, ask, at + HOUR, ada)
    assert dependencies.waiting_for(carrier) == []
    sweep_asks(at + TEN_DAYS)
    follow(at + TEN_DAYS, "ask")
    assert not Entry.objects.filter(verb="promise.at_risk").exists()
    assert Entry.objects.filter(verb="promise.waits_no_more").count() == 1
    answer(ask, "In the van.", at + TEN_DAYS)
    with pytest.raises(Conflict):
        dependencies.depend(promise, Ask.objects.get(pk=ask.pk), at + TEN_DAYS, ada)


def test_who_leaves_or_only_reads_from_now_on_leaves_no_answer_behind(
    case: Case, ada: Agent, ben: Agent, lena: Agent, mara: Agent, at: datetime
) -> None:
    mine = make(case, Question("How?", ben), ada, at)
    owners.leave(ben, at + HOUR, mara)
    mine.refresh_from_db()
    assert mine.holder == lena
    owners.change_role(lena, Role.AUDITOR, at + HOUR, mara)
    mine.refresh_from_db()
    assert mine.holder not in (lena, ada, None)
    assert Entry.objects.filter(verb="ask.handed_on").count() == 2


def test_when_the_asker_has_left_the_owner_of_the_case_hears_the_answer(
    case: Case, ada: Agent, ben: Agent, lena: Agent, mara: Agent, at: datetime
) -> None:
    ask = make(case, Question("How?", ben), ada, at)
    owners.leave(ada, at, mara)
    changes.assign(case, lena, at, mara)
    answer(ask, "Like this.", at + HOUR, ben)
    follow(at + HOUR, "ask")
    assert told("ask.answered") == {("Lena", "ask.answered"): 1}


def test_an_absence_hands_on_what_cannot_wait_until_its_end(
    case: Case, ada: Agent, ben: Agent, lena: Agent, mara: Agent, at: datetime
) -> None:
    urgent = make(case, Question("How?", ben, at + 30 * HOUR), ada, at)
    patient = make(case, Question("And then?", ben, at + timedelta(days=20)), ada, at)
    plan_absence(ben, at + HOUR, at + TEN_DAYS, mara, at, lena)
    sweep_absences(at + HOUR)
    urgent.refresh_from_db()
    patient.refresh_from_db()
    assert (urgent.holder, patient.holder) == (mara, ben)
    follow(at + HOUR, "ask")
    assert told("ask.handed_on") == {("Mara", "ask.handed_on"): 1}


def test_nobody_approves_what_they_asked_for_themselves(case: Case, ada: Agent, lena: Agent, at: datetime) -> None:
    ask = make(case, Question("40 €?", lena, None, Purpose.APPROVAL), ada, at)
    with pytest.raises(NotAllowed):
        answer(ask, "", at + HOUR, ada, decision="yes")
