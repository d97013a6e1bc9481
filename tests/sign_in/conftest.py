"""People who come in as in life: by the pages, with a password of their own."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from django.test import Client

from goodword.kit import clock
from goodword.people.models import Agent

PASSWORD = "a good word for everybody"


@pytest.fixture(autouse=True)
def _failures_are_forgotten() -> None:
    cache.clear()


@pytest.fixture
def stopped_clock(db: None, at: datetime) -> None:
    """The desk's clock stands at the tests' Monday morning."""
    clock.make_movable(at)


Enter = Callable[[Agent], Client]


@pytest.fixture
def enter(stopped_clock: None) -> Enter:
    """Signs somebody in by the page, from a browser of their own."""

    def come_in(person: Agent) -> Client:
        person.set_password(PASSWORD)
        person.save(update_fields=["password"])
        client = Client()
        client.post("/accounts/login/", {"login": person.email, "password": PASSWORD})
        return client

    return come_in


def code_for(secret: str) -> str:
    """The six digits that an app shows now."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


def set_up_app(client: Client) -> str:
    """Sets up an app with codes by its page; returns its secret."""
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    secret = str(client.get("/accounts/2fa/totp/activate/").context["form"].secret)
    answer = client.post("/accounts/2fa/totp/activate/", {"code": code_for(secret)})
    assert answer.status_code == 302, answer.content.decode()
    cache.clear()  # a code counts once: the next sign-in of a test comes in the same half minute
    return secret


def factors_of(person: Agent) -> set[str]:
    """The kinds of second factors that a person has."""
    return set(Authenticator.objects.filter(user=person).values_list("type", flat=True))
