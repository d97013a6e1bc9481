"""Programs with a token: `program(agent)` is a client that sends JSON and reads it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from goodword.kit import clock
from goodword.people.models import Agent, Role
from goodword.people.tokens import add_token


class Program:
    """Somebody's program, which comes with a token."""

    def __init__(self, words: str) -> None:
        self.words = words
        self.client = Client(
            headers={"Authorization": f"Bearer {words}"} if words else {}, raise_request_exception=True
        )

    def get(self, path: str, **query: Any) -> Any:
        return self.client.get(f"/api/v1{path}", query)

    def post(self, path: str, body: Any = None, key: str = "") -> Any:
        headers = {"Idempotency-Key": key} if key else {}
        return self.client.post(
            f"/api/v1{path}", json.dumps(body or {}), content_type="application/json", headers=headers
        )

    def delete(self, path: str) -> Any:
        return self.client.delete(f"/api/v1{path}")


Programs = Callable[..., Program]


@pytest.fixture
def stopped_clock(db: None, at: datetime) -> None:
    """The desk's clock stands at the tests' Monday morning."""
    clock.make_movable(at)


@pytest.fixture
def program(stopped_clock: None, at: datetime) -> Programs:
    """Makes a token for somebody, and the program that uses it."""

    def made(agent: Agent, *scopes: str) -> Program:
        return Program(add_token(agent, "a program", scopes or ("write",), at, None)[1])

    return made


@pytest.fixture
def nora(db: None) -> Agent:
    """The auditor: she reads everything and changes nothing."""
    nora = Agent(email="nora@desk.example", name="Nora", role=Role.AUDITOR)
    nora.set_unusable_password()
    nora.save(force_insert=True)
    return nora
