"""Who else has a case open, and who writes in it."""

from __future__ import annotations

from datetime import datetime, timedelta

from goodword.cases.models import Case
from goodword.people.models import Agent
from goodword.sending import presence
from tests.web.conftest import Door


def told(case: Case, agent: Agent, at: datetime) -> list[tuple[str, bool]]:
    return [(other.agent.name, other.writes) for other in presence.others_in(case, agent, at)]


def test_who_writes_comes_first_and_who_says_nothing_more_is_gone(
    case: Case, ada: Agent, ben: Agent, lena: Agent, at: datetime
) -> None:
    presence.here(case, ada, at)
    presence.here(case, lena, at)
    presence.here(case, ben, at, writes=True)
    assert told(case, ada, at) == [("Ben", True), ("Lena", False)]
    assert told(case, ada, at + timedelta(seconds=13)) == [("Ben", False), ("Lena", False)]
    presence.gone(case, lena)
    assert told(case, ada, at + timedelta(seconds=13)) == [("Ben", False)]
    assert told(case, ada, at + timedelta(seconds=51)) == []


def test_only_who_works_here_is_seen_and_sees(
    door: Door, case: Case, ada: Agent, ben: Agent, omar: Agent, nora: Agent
) -> None:
    address = f"/cases/{case.pk}/presence"
    assert "Ada" not in door(ada).post(address, {"writes": "on"}).content.decode()
    assert "Ada is writing" in door(ben).post(address).content.decode()
    assert [door(who).post(address).status_code for who in (omar, nora)] == [404, 403]
    assert door(ada).post(address, {"gone": "on"}).status_code == 204
    assert "Ada" not in door(ben).post(address).content.decode()
