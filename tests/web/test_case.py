"""The Case screen: what it shows, to whom, and with how few questions to the database."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client

from goodword.cases import actions as cases
from goodword.cases.models import Case
from goodword.kit import clock
from goodword.people.models import Agent
from tests.conftest import MakePromise

MINUTE = timedelta(minutes=1)
HOSTILE = '<script>alert("x")</script><img src=x onerror=alert(1)>'


@pytest.fixture(autouse=True)
def _clock(db: None, at: datetime) -> None:
    """The desk's clock stands at the tests' Monday morning."""
    clock.make_movable(at)


@pytest.fixture
def signed_in(ada: Agent) -> Client:
    """Ada's browser."""
    client = Client()
    client.force_login(ada)
    return client


def client_of(agent: Agent) -> Client:
    client = Client()
    client.force_login(agent)
    return client


def test_a_case_shows_what_was_said_noted_and_promised(
    signed_in: Client, case: Case, ada: Agent, promised: MakePromise, at: datetime
) -> None:
    cases.note(case, ada, "Kim is in Lisbon this week", at)
    promised()
    page = signed_in.get(f"/cases/{case.pk}").content.decode()
    assert "My parcel has not come." in page
    assert "Kim is in Lisbon this week" in page
    assert "Ada promised “I will call you at noon”" in page


def test_a_full_case_needs_fifteen_queries(
    signed_in: Client,
    case: Case,
    ada: Agent,
    promised: MakePromise,
    at: datetime,
    django_assert_max_num_queries: object,
) -> None:
    for number in range(200):
        cases.note(case, ada, f"Note {number}", at + number * MINUTE)
    for number in range(10):
        promised(words=f"I will do the {number}. thing")
    signed_in.get(f"/cases/{case.pk}")
    with django_assert_max_num_queries(15):  # type: ignore[operator]
        assert signed_in.get(f"/cases/{case.pk}").status_code == 200
