"""Signing in: by address and password, slowly after failures; nobody signs up."""

from __future__ import annotations

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

from goodword.people.models import Agent

PASSWORD = "a good word for ada"


@pytest.fixture(autouse=True)
def _failures_are_forgotten() -> None:
    cache.clear()


@pytest.fixture
def known(ada: Agent) -> Agent:
    """Ada has a password."""
    ada.set_password(PASSWORD)
    ada.save(update_fields=["password"])
    return ada


def _try(client: Client, password: str) -> int:
    answer = client.post("/accounts/login/", {"login": "ada@desk.example", "password": password})
    return int(answer.status_code)


def test_the_right_password_opens_the_desk(known: Agent) -> None:
    client = Client()
    assert _try(client, PASSWORD) == 302
    assert client.get("/").status_code == 200


def test_five_wrong_passwords_close_the_door_for_a_while(known: Agent) -> None:
    client = Client()
    for _ in range(5):
        assert _try(client, "wrong") == 200
    assert (
        b"Too many failed"
        in client.post("/accounts/login/", {"login": "ada@desk.example", "password": PASSWORD}).content
    )
    assert client.get("/").status_code == 302


def test_somebody_who_left_does_not_come_in(known: Agent) -> None:
    known.is_active = False
    known.save(update_fields=["is_active"])
    client = Client()
    _try(client, PASSWORD)
    assert client.get("/").status_code == 302


def test_nobody_signs_up(db: None) -> None:
    Client().post("/accounts/signup/", {"email": "new@desk.example", "password1": PASSWORD})
    assert not Agent.objects.filter(email="new@desk.example").exists()
    assert b"Nobody signs up here" in Client().get("/accounts/signup/").content


def test_a_forgotten_password_is_chosen_anew_by_mail(known: Agent) -> None:
    client = Client()
    client.post("/accounts/password/reset/", {"email": "ada@desk.example"})
    address = next(word for word in mail.outbox[0].body.split() if "/accounts/password/reset/key/" in word)
    page = client.get("/accounts/password/reset/key/" + address.split("/key/")[1], follow=True)
    new = "another good word for ada"
    client.post(page.request["PATH_INFO"], {"password1": new, "password2": new})
    assert _try(Client(), new) == 302


def test_a_stranger_learns_nothing_from_the_forgotten_password(known: Agent) -> None:
    pages = [
        Client().post("/accounts/password/reset/", {"email": address}, follow=True)
        for address in ("ada@desk.example", "nobody@desk.example")
    ]
    assert pages[0].content == pages[1].content


@pytest.mark.parametrize(
    "page",
    [
        "login",
        "logout",
        "password/reset",
        "password/reset/done",
        "signup",
        "inactive",
        "password/reset/key/done",
        "password/change",
        "password/reset/key/1-x",
    ],
)
def test_every_page_of_the_entrance_is_ours(page: str, known: Agent) -> None:
    client = Client()
    if page in ("logout", "password/change"):
        client.force_login(known)
    answer = client.get(f"/accounts/{page}/", follow=True)
    assert answer.status_code == 200
    assert b"css/desk.css" in answer.content
