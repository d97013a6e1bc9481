"""The Team screen: by name, what each owes by due, who is away, what waits, and what went well."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta

from goodword.cases.models import Case
from goodword.insight.folding import count_on
from goodword.people.actions import plan_absence
from goodword.people.models import Agent
from goodword.promises import actions
from goodword.promises.tasks import sweep_promises
from tests.conftest import MakePromise
from tests.web.conftest import Door

HOUR = timedelta(hours=1)


def test_the_team_sees_by_name_what_each_owes_who_is_away_and_what_was_kept(
    door: Door, case: Case, ada: Agent, ben: Agent, lena: Agent, omar: Agent, promised: MakePromise, at: datetime
) -> None:
    promised(words="The call about the zip", at=at - 5 * HOUR, due=at - HOUR)
    kept = promised(kind="fix", words="A mail by noon", at=at - HOUR, due=at + 2 * HOUR)
    actions.deliver(kept, "agent_statement", at, by=ada, words="Sent")
    promised(words="A new zip", at=at, due=at + 90 * HOUR)
    sweep_promises(at)
    count_on(at)
    plan_absence(ben, at - HOUR, at + 50 * HOUR, lena, at - 2 * HOUR, ben)
    plan_absence(ada, at + 100 * HOUR, at + 200 * HOUR, None, at, ada)
    answer = door(ben).get("/team/")
    page = answer.content.decode()
    wanted = (
        "owes 2",
        "1 overdue",
        "The call about the zip",
        "A new zip",
        "Away until",
        "Will be away",
        "A mail by noon",
    )
    assert [words for words in wanted if words not in page] == []
    assert [one.person for one in answer.context["members"]] == [ada, ben, lena]
    assert [one.person for one in door(ben).get("/team/?team=0").context["members"]][:3] == [ada, ben, lena]
    assert door(omar).get("/team/").status_code == 404


def test_a_team_that_owes_much_needs_as_few_queries(
    door: Door, case: Case, ada: Agent, ben: Agent, promised: MakePromise, at: datetime,
    django_assert_max_num_queries: Callable[[int], AbstractContextManager[object]],
) -> None:  # fmt: skip
    for number in range(12):
        promised(words=f"Word {number}", at=at, due=at + (number + 1) * HOUR)
    client = door(ben)
    client.get("/team/")
    with django_assert_max_num_queries(15):
        page = client.get("/team/").content.decode()
    assert "and 9 due after that" in page
    assert page.index("Word 0") < page.index("Word 2")
    assert "Word 3" not in page
