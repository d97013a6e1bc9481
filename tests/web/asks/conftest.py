"""Asks, partners and knowledge on the desk: who sees and does what, and with how few questions to the database."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client

from goodword.asks.actions import Question, make
from goodword.asks.models import Ask
from goodword.cases.actions import receive
from goodword.cases.models import Case
from goodword.people import skills
from goodword.people.models import Agent, Partner
from goodword.promises import dependencies
from tests.conftest import MakePromise, mail

HOUR = timedelta(hours=1)


HOSTILE = '<script>alert("x")</script>{{ 7|add:7 }}'


@pytest.fixture
def carrier(db: None) -> Partner:
    return Partner.objects.create(name="Swift Parcels", email="desk@swift.example", about="Carrier")


@pytest.fixture
def ask(case: Case, ada: Agent, carrier: Partner, at: datetime) -> Ask:
    return make(case, Question("Where is parcel 77?", carrier, at + 4 * HOUR), ada, at)


def text_of(client: Client, path: str, status: int = 200) -> str:
    answered = client.get(path)
    assert answered.status_code == status, answered.content[:500]
    return answered.content.decode()


PAGES = (
    "/cases/{case}/asks", "/asks/receivers?q=swift", "/asks/{ask}", "/asks/{ask}/answer", "/asks/{ask}/extension",
    "/asks/{ask}/withdrawal", "/asks/{ask}/dependencies", "/partners/", "/partners/{partner}", "/partners/new",
    "/partners/{partner}/details", "/skills/", "/skills/?q=tents",
)  # fmt: skip


READ = {"/asks/{ask}", "/partners/", "/partners/{partner}", "/skills/", "/skills/?q=tents"}


WRITES = (
    "/cases/{case}/asks", "/asks/{ask}/answer", "/asks/{ask}/extension", "/asks/{ask}/withdrawal",
    "/asks/{ask}/dependencies", "/asks/{ask}/dependencies/1/removal", "/partners/new", "/partners/{partner}/details",
    "/skills/topics", "/skills/1/removal",
)  # fmt: skip


def addressed(path: str, ask: Ask) -> str:
    return path.format(case=ask.case_id, ask=ask.pk, partner=ask.to_partner_id)


def fill(case: Case, ada: Agent, carrier: Partner, at: datetime, many: int, promised: MakePromise) -> None:
    for number in range(many):
        other = receive(mail(f"g{number}.{many}@home.example", f"Matter {number}", name=f"Guest {number}"), at).case
        to_me = make(other, Question(f"For Ada {number}", ada, at + 5 * HOUR), ada.team.lead, at)  # type: ignore[union-attr,arg-type]
        assert to_me.holder == ada
        made = make(case, Question(f"Where is {number}?", carrier, at + 5 * HOUR), ada, at)
        dependencies.depend(promised(words=f"Promise {number}", due=at + timedelta(days=3)), made, at, ada)
        skills.say(ada, f"Topic {many} {number}", at, ada)


LISTS = (
    "/", "/cases/{case}", "/cases/{case}/panel", "/partners/", "/partners/{partner}", "/skills/", "/skills/?q=topic",
    "/asks/receivers?q=topic", "/search?q=topic",
)  # fmt: skip
