"""Kim's browser on Kim's page: no session, no cookies kept, and forged forms refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from goodword.cases.models import Case
from goodword.kit import clock
from goodword.people.models import Customer
from goodword.promises.links import link_for, token_of


@dataclass
class Visitor:
    """Opens pages and presses buttons as a browser without cookies and scripts would."""

    path: str
    headers: dict[str, str] = field(default_factory=dict)

    def get(self, rest: str = "", **more: Any) -> HttpResponse:
        return self._client().get(self.path + rest, headers=self.headers, **more)

    def text(self, rest: str = "") -> str:
        return self.get(rest).content.decode()

    def key(self) -> str:
        found = re.search(r'name="key" value="([^"]+)"', self.text())
        assert found
        return found.group(1)

    def post(self, rest: str, **data: Any) -> HttpResponse:
        return self._client().post(self.path + rest, {"key": self.key(), **data}, headers=self.headers)

    def press(self, rest: str, **data: Any) -> str:
        """Posts, follows the redirect, and returns the page that says what was recorded."""
        answer = self.post(rest, **data)
        assert answer.status_code == 303, answer.content.decode()
        return self._client().get(answer["Location"], headers=self.headers).content.decode()

    @staticmethod
    def _client() -> Client:
        return Client(enforce_csrf_checks=True)


Visit = Callable[[Case], Visitor]


@pytest.fixture
def visit(db: None, at: datetime) -> Visit:
    """Opens the page of a case, on a desk whose clock stands at the tests' Monday morning."""
    clock.make_movable(at)
    return lambda case: Visitor(f"/portal/{token_of(link_for(case, at))}")


@pytest.fixture
def hers(visit: Visit, case: Case) -> Visitor:
    """Kim on the page of her case."""
    return visit(case)


@pytest.fixture
def kim_in_london(kim: Customer) -> Customer:
    """Kim, whose clock and language are known."""
    kim.time_zone, kim.language = "Europe/London", "en"
    kim.save(update_fields=["time_zone", "language"])
    return kim
