"""Asks through the real worker: a partner answers by mail, a promise waits for it, ten days pass without a worker."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

import pytest

from goodword.asks.actions import Question
from goodword.asks.models import Ask
from goodword.cases.models import Case
from goodword.notices.models import Notice
from goodword.people.actions import introduce
from goodword.people.models import Agent, Partner
from goodword.promises import dependencies
from goodword.promises.models import Promise
from tests.conftest import MakePromise
from tests.flows.conftest import Town, Worker, text_of, until

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
