"""A new desk leads its admin through the first five minutes, from the empty Today, until it is done or put away."""

from __future__ import annotations

from datetime import datetime

from goodword.people.actions import introduce
from goodword.people.models import Agent
from tests.web.conftest import Door

HOLDER = 'hx-get="/guide"'


def test_an_empty_desk_leads_the_admin_and_nobody_else_and_says_why(
    door: Door, mara: Agent, ada: Agent, at: datetime
) -> None:
    client = door(mara)
    assert HOLDER in client.get("/").content.decode()
    assert HOLDER not in door(ada).get("/").content.decode()
    guide = client.get("/guide").content.decode()
    assert [words for words in ("Your name", "A mailbox", "signed with it") if words not in guide] == []
    assert client.get("/guide").context["next"].to == "/settings/organisation"
    introduce("Larch & Lane", at, by=mara)
    assert client.get("/guide").context["next"].to != "/settings/organisation"


def test_a_guide_that_was_put_away_stays_away(door: Door, mara: Agent) -> None:
    client = door(mara)
    assert client.get("/guide/dismissal").status_code == 405
    assert client.post("/guide/dismissal").status_code == 303
    assert HOLDER not in client.get("/").content.decode()
