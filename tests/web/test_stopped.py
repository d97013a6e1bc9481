"""Mail in circles on the pages: whom Today shows it to, and who lets it go on."""

from __future__ import annotations

from datetime import datetime

import pytest

from goodword.channels.email.models import Breaker
from goodword.people.models import Agent
from tests.web.conftest import Door

WORDS = "Mail goes in circles between robot@else.example and help@shop.example."


@pytest.fixture
def stopped(db: None, at: datetime) -> Breaker:
    return Breaker.objects.create(address="robot@else.example", words=WORDS, stopped_at=at)


def test_leads_see_in_today_what_is_stopped_and_let_it_go_on(
    door: Door, lena: Agent, ada: Agent, stopped: Breaker
) -> None:
    client = door(lena)
    assert WORDS in client.get("/").content.decode()
    assert WORDS not in door(ada).get("/").content.decode()
    assert WORDS in client.get("/settings/mail/stopped").content.decode()
    answer = client.post(f"/settings/mail/stopped/{stopped.pk}/release")
    assert (answer.status_code, answer["Location"]) == (303, "/settings/mail/stopped")
    stopped.refresh_from_db()
    assert stopped.released_by == lena
    assert WORDS not in client.get("/").content.decode()


def test_nobody_else_lets_it_go_on(door: Door, ada: Agent, omar: Agent, nora: Agent, stopped: Breaker) -> None:
    address = f"/settings/mail/stopped/{stopped.pk}/release"
    assert [door(who).post(address).status_code for who in (ada, nora, omar)] == [403, 403, 404]
    assert [door(who).get("/settings/mail/stopped").status_code for who in (ada, omar)] == [403, 404]
    stopped.refresh_from_db()
    assert stopped.released_at is None
