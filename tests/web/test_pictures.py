"""Pictures from elsewhere in a mail: blocked until asked for, then through the desk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from goodword.cases import actions as cases
from goodword.cases.models import Case, Message
from goodword.channels.email import remote
from goodword.kit import clock, files
from goodword.people.models import Agent
from tests.channels.pictures.server import PNG, Elsewhere, running
from tests.conftest import mail
from tests.web.conftest import Door


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[Elsewhere]:
    """A web server; for it alone the limits allow this machine."""
    with running() as server:
        ports = {"http": server.port, "https": 443}
        allowed = replace(remote.LIMITS, is_allowed=lambda address: str(address) == "127.0.0.1", ports=ports)
        monkeypatch.setattr(remote, "LIMITS", allowed)
        yield server


def letter(case: Case, at: datetime, html: str) -> Message:
    return cases.receive(mail(text="Look", html=html, subject=f"[#{case.pk}]"), at).message


def served(page: str) -> list[str]:
    return re.findall(r'src="(/messages/[^"]+)"', page)


def test_a_picture_from_elsewhere_is_fetched_only_once_somebody_asks(
    door: Door, ada: Agent, case: Case, at: datetime, elsewhere: Elsewhere
) -> None:
    message = letter(case, at, f'<p>Look</p><img src="{elsewhere.url}/photo.png">')
    client = door(ada)
    page = client.get(f"/messages/{message.pk}/body").content.decode()
    assert 'href="?pictures=shown"' in page
    assert (served(page), elsewhere.asked) == ([], [])
    asked = client.get(f"/messages/{message.pk}/body?pictures=shown")
    assert "Show pictures" not in asked.content.decode()
    assert "img-src 'self' data:;" in asked["Content-Security-Policy"]
    [path] = served(asked.content.decode())
    answer = client.get(path)
    assert b"".join(answer) == PNG  # type: ignore[call-overload]
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/png", "nosniff")
    assert "sandbox" in answer["Content-Security-Policy"]


def test_a_picture_is_fetched_once_and_again_when_it_is_old(
    door: Door, ada: Agent, case: Case, at: datetime, elsewhere: Elsewhere
) -> None:
    message = letter(case, at, "Look")
    token = remote.token_of(message.pk, f"{elsewhere.url}/photo.png")
    key, _ = remote.picture_for(ada, message.pk, token, at)
    assert remote.picture_for(ada, message.pk, token, at + timedelta(days=7))[0] == key
    assert len(elsewhere.asked) == 1
    remote.picture_for(ada, message.pk, token, at + timedelta(days=14))
    assert len(elsewhere.asked) == 2
    assert files.picture_of(key) == ""


def test_without_that_allowance_this_machine_is_not_asked(door: Door, ada: Agent, case: Case, at: datetime) -> None:
    with running() as server:
        message = letter(case, at, "Look")
        for url in (
            f"{server.url}/photo.png",
            f"http://localhost:{server.port}/photo.png",
            "http://127.0.0.1/photo.png",
        ):
            token = remote.token_of(message.pk, url)
            assert door(ada).get(f"/messages/{message.pk}/pictures/{token}").status_code == 404
        assert server.asked == []


def test_omar_sees_no_picture_and_nobody_makes_up_an_address(
    door: Door, ada: Agent, omar: Agent, case: Case, at: datetime, elsewhere: Elsewhere
) -> None:
    message, other = letter(case, at, "Look"), letter(case, at + timedelta(minutes=1), "And here")
    token = remote.token_of(message.pk, f"{elsewhere.url}/photo.png")
    assert door(omar).get(f"/messages/{message.pk}/pictures/{token}").status_code == 404
    for path in (f"{other.pk}/pictures/{token}", f"{message.pk}/pictures/{token}x", f"{message.pk}/pictures/abc:def"):
        assert door(ada).get(f"/messages/{path}").status_code == 404
    assert elsewhere.asked == []
    assert clock.now() >= at


def test_a_page_that_pretends_to_be_a_picture_is_not_found(
    door: Door, ada: Agent, case: Case, at: datetime, elsewhere: Elsewhere
) -> None:
    message = letter(case, at, "Look")
    for path in ("page", "drawing", "missing"):
        token = remote.token_of(message.pk, f"{elsewhere.url}/{path}")
        assert door(ada).get(f"/messages/{message.pk}/pictures/{token}").status_code == 404
