"""Single sign-on with a real provider: discovery, a code for a code, its keys, and who comes in by it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.core.cache import cache
from django.test import Client
from oidc_provider_mock import run_server_in_thread

from goodword.people.entrance_models import SignIn
from goodword.people.models import Agent
from goodword.people.sign_in import Provider, secret_of, set_rules
from tests.sign_in.conftest import Enter


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    """A provider on a port of its own; it demands that a client proves the code is its own (PKCE)."""
    with run_server_in_thread() as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture
def provider(issuer: str, mara: Agent, at: datetime, stopped_clock: None) -> str:
    """The desk knows the provider."""
    cache.clear()
    set_rules([], Provider("Larch ID", issuer, "the-desk", "between us"), at, mara)
    return issuer


def _account(issuer: str, sub: str, **claims: object) -> None:
    requests.put(f"{issuer}/users/{sub}", json=claims, timeout=5).raise_for_status()


def _come_in(sub: str, start: str = "/accounts/oidc/sso/login/") -> tuple[Client, str]:
    """Walks through the provider as a browser does; returns the browser, and what the desk answered in the end."""
    client = Client()
    there = client.get(start)["Location"]
    asked = parse_qs(urlsplit(there).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert set(asked["scope"][0].split()) == {"openid", "profile", "email"}
    back = requests.post(there, data={"sub": sub}, allow_redirects=False, timeout=5).headers["Location"]
    assert back.startswith("http://testserver/accounts/oidc/sso/login/callback/")
    answer = client.get(back.removeprefix("http://testserver"), follow=True)
    return client, answer.content.decode()


def test_somebody_who_works_here_comes_in(provider: str, ada: Agent) -> None:
    _account(provider, "a1", email="Ada@desk.example", email_verified=True)
    client, _ = _come_in("a1")
    assert client.get("/settings/me").status_code == 200
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        ({"email": "stranger@desk.example", "email_verified": True}, "nobody works here under that address"),
        ({"email": "ada@desk.example", "email_verified": False}, "does not say that the address"),
        ({"email": "ada@desk.example", "email_verified": "false"}, "does not say that the address"),
        ({"email": "ada@desk.example"}, "does not say that the address"),
        ({}, "did not work"),
    ],
)
def test_others_stay_outside_and_are_told_why(provider: str, ada: Agent, claims: dict[str, object], words: str) -> None:
    _account(provider, "x", **claims)
    before = Agent.objects.count()
    client, page = _come_in("x")
    assert words in page
    assert client.get("/").status_code == 302
    assert Agent.objects.count() == before


def test_somebody_who_left_stays_outside(provider: str, ada: Agent) -> None:
    ada.is_active = False
    ada.save(update_fields=["is_active"])
    _account(provider, "a2", email="ada@desk.example", email_verified=True)
    client, _ = _come_in("a2")
    assert client.get("/").status_code == 302


def test_a_provider_of_ones_own_may_be_trusted(provider: str, ada: Agent, mara: Agent, at: datetime) -> None:
    set_rules([], Provider("Larch ID", provider, "the-desk", trusts_address=True), at, mara)
    _account(provider, "a3", email="ada@desk.example")
    client, _ = _come_in("a3")
    assert client.get("/").status_code == 200


def test_an_account_elsewhere_is_never_tied_to_somebody(provider: str, ada: Agent) -> None:
    _account(provider, "a4", email="ada@desk.example", email_verified=True)
    client, page = _come_in("a4", "/accounts/oidc/sso/login/?process=connect")
    assert "did not work" in page
    assert client.get("/").status_code == 302


def test_without_a_provider_there_is_nothing(stopped_clock: None) -> None:
    assert Client().get("/accounts/oidc/sso/login/").status_code == 404
    assert b"Sign in with Larch" not in Client().get("/accounts/login/").content


def test_an_admin_sets_the_provider_and_its_secret_is_never_shown(enter: Enter, issuer: str, mara: Agent) -> None:
    client = enter(mara)
    given = {"issuer": issuer, "name": "Larch ID", "client_id": "the-desk", "client_secret": "between us"}
    assert client.post("/settings/sign-in", given | {"issuer": "http://127.0.0.1:9/"}).status_code == 422
    assert client.post("/settings/sign-in", given).status_code == 303
    page = client.get("/settings/sign-in").content.decode()
    assert "between us" not in page
    row = SignIn.objects.get()
    assert "between us" not in row.client_secret
    assert client.post("/settings/sign-in", given | {"client_secret": ""}).status_code == 303
    assert secret_of(SignIn.objects.get()) == "between us"
    assert b"Sign in with Larch ID" in Client().get("/accounts/login/").content
