"""The doors of the desk, opened without a browser: `door(agent)` is a client that has signed in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client

from goodword.kit import clock
from goodword.people.models import Agent, Role

Door = Callable[[Agent], Client]


@pytest.fixture
def stopped_clock(db: None, at: datetime) -> None:
    """The desk's clock stands at the tests' Monday morning."""
    clock.make_movable(at)


@pytest.fixture
def door(stopped_clock: None) -> Door:
    """Signs somebody in."""

    def open_for(agent: Agent) -> Client:
        client = Client()
        client.force_login(agent)
        return client

    return open_for


@pytest.fixture
def nora(db: None) -> Agent:
    """The auditor: she reads everything and changes nothing."""
    nora = Agent(email="nora@desk.example", name="Nora", role=Role.AUDITOR)
    nora.set_unusable_password()
    nora.save(force_insert=True)
    return nora
