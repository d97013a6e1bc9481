"""Asks through the real worker: a partner answers by mail, a promise waits for it, ten days pass without a worker."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

import pytest

from goodword.asks.actions import Question, make
from goodword.asks.models import Ask
from goodword.cases.actions import receive
from goodword.cases.models import Case
from goodword.ledger.models import Entry
from goodword.notices.models import Notice
from goodword.people.actions import introduce
from goodword.people.models import Agent, Partner
from goodword.promises import dependencies
from goodword.promises.models import Promise
from tests.conftest import MakePromise, mail
from tests.flows.conftest import Town, Worker, move_to, text_of, until

SWIFT = "desk@swift.example"
HOUR = timedelta(hours=1)


@pytest.fixture
def carrier(worker: Worker) -> Partner:
    return Partner.objects.create(name="Swift Parcels", email=SWIFT)


@pytest.fixture
def waiting(worker: Worker, promised: MakePromise, ben: Agent, at: datetime) -> Promise:
    """Ben has promised Kim to find out, within four days."""
    return promised("investigate", "I will find out where it is", at + timedelta(days=4), owner=ben)


def told(verb: str) -> Counter[str]:
    return Counter(Notice.objects.filter(verb=verb).values_list("person__name", flat=True))


def test_a_partner_is_asked_and_its_answer_by_mail_reaches_who_waits(
    worker: Worker, town: Town, carrier: Partner, waiting: Promise, ada: Agent, ben: Agent, mara: Agent, at: datetime
) -> None:
    introduce("Bolt Bikes", at)
    worker.start()
    ask = dependencies.ask(waiting.case, Question("Where is parcel 77?", carrier, at + 8 * HOUR), at, ada, waiting)
    letter = town.letter_to(SWIFT)
    assert "Where is parcel 77?" in text_of(letter)
    assert "Kim" not in letter.as_string()
    town.write("Driver <driver@swift.example>", "Re: your question", "In the van, Thursday.", answers=letter)
    until(lambda: Ask.objects.filter(pk=ask.pk, state="answered").exists(), "the answer is taken")
    until(lambda: told("ask.answered") == {"Ada": 1, "Ben": 1}, "both who wait hear of it")
    assert Ask.objects.get().answer == "In the van, Thursday."
    assert Case.objects.count() == 1
    worker.stop()
    assert "Traceback" not in worker.said()


def test_after_ten_days_without_a_worker_each_stage_of_an_ask_came_once_at_its_own_moment(
    worker: Worker, town: Town, carrier: Partner, waiting: Promise, ada: Agent, ben: Agent, lena: Agent, mara: Agent,
    omar: Agent, at: datetime,
) -> None:  # fmt: skip
    question = Question("Where is parcel 77?", carrier, at + 8 * HOUR)
    partners = dependencies.ask(waiting.case, question, at, ada, waiting)
    other = receive(mail("else@home.example", "Another matter"), at).case
    colleagues = make(other, Question("Is the blue one in stock?", omar, at + 4 * HOUR), ada, at)
    move_to(at + timedelta(days=10))
    worker.start()
    until(lambda: Entry.objects.filter(verb="ask.escalated").count() == 4, "both levels of both")
    until(lambda: told("ask.escalated") == {"Lena": 2, "Mara": 2}, "the lead and the admin hear of each once")
    until(lambda: len(town.letters_to(SWIFT)) >= 2, "the question, and that it is late")
    until(lambda: len(town.letters_to(omar.email)) >= 2, "the same for Omar")
    at_risk = until(lambda: Entry.objects.filter(verb="promise.broken", subject_id=waiting.pk).first(), "the promise")
    seen = stages()

    move_to(at + timedelta(days=10, hours=1))
    town.write("Swift <desk@swift.example>", "Re: question", "Sorry, in the van.", answers=town.letter_to(SWIFT))
    until(lambda: Ask.objects.filter(pk=partners.pk, state="answered").exists(), "late, and still an answer")
    worker.stop()
    assert {key: count for key, count in stages().items() if key in seen} == seen
    assert set(seen.values()) == {1}
    late = {line.subject_id: line for line in Entry.objects.filter(verb="ask.late")}
    assert (late[partners.pk].at, late[colleagues.pk].at) == (at + 8 * HOUR, at + 4 * HOUR)
    assert all(line.noted_at >= at + timedelta(days=10) for line in late.values())
    assert (len(town.letters_to(SWIFT)), len(town.letters_to(omar.email))) == (2, 2), "no reminder once it is late"
    assert at_risk.at == waiting.due_at
    assert set(Counter(Notice.objects.values_list("person", "cause")).values()) == {1}
    assert "Traceback" not in worker.said()


def stages() -> Counter[tuple[str, int | None, object]]:
    """Every stage of every ask, counted."""
    lines = Entry.objects.filter(subject_type="ask", verb__in=["ask.reminded", "ask.late", "ask.escalated"])
    return Counter((line.verb, line.subject_id, line.get("escalations")) for line in lines)
