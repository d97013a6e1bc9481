"""Quiet questions at the desk: one press decides, and nobody without a desk sees one."""

from __future__ import annotations

from datetime import datetime

from django.db import connection
from django.test.utils import CaptureQueriesContext

from goodword.cases import actions as cases
from goodword.cases.models import Case
from goodword.people.models import Agent
from goodword.promises import habits, listening
from goodword.promises.models import Heard, Promise
from tests.web.conftest import Door
from tests.web.drafts import chip, draft, ours

SOON = "I will get back to you soon"


def question(case: Case, ada: Agent, at: datetime, text: str = "I will call you tomorrow at 3 pm.") -> Heard:
    return listening.listen(cases.reply(case, ada, cases.Draft(text), at))[0]


def test_one_press_records_what_was_heard(door: Door, case: Case, ada: Agent, at: datetime) -> None:
    row = question(case, ada, at)
    desk = door(ada)
    with CaptureQueriesContext(connection) as asked:
        page = desk.get(f"/cases/{case.pk}/heard").content.decode()
    assert len(asked) <= 15
    assert "You" in page
    assert "I will call you tomorrow at 3 pm" in door(ada).get("/heard").content.decode()
    pressed = {"kind": "callback", "day": "2026-03-03", "time": "15:00"}
    assert door(ada).post(f"/heard/{row.pk}/promise", pressed).status_code == 303
    promise = Promise.objects.get()
    assert (promise.made_at, promise.kind.slug) == (row.at, "callback")
    assert "Record it?" not in door(ada).get("/heard").content.decode()


def test_an_undated_one_asks_for_a_date_and_another_press_dismisses(
    door: Door, case: Case, ada: Agent, omar: Agent, at: datetime
) -> None:
    row = question(case, ada, at, f"{SOON}.")
    assert "Record, with a date" in door(ada).get(f"/cases/{case.pk}/heard").content.decode()
    assert door(ada).get(f"/heard/{row.pk}/promise").status_code == 200
    assert door(omar).get(f"/cases/{case.pk}/heard").status_code == 404
    assert door(omar).post(f"/heard/{row.pk}/dismissal", {"reason": "no_promise"}).status_code == 404
    assert door(ada).post(f"/heard/{row.pk}/dismissal", {"reason": "no_promise"}).status_code == 303
    row.refresh_from_db()
    assert (row.state, row.reason) == ("dismissed", "It is no promise")


def test_where_it_is_required_an_undated_promise_stays_with_its_words(
    door: Door, case: Case, ada: Agent, mara: Agent, at: datetime
) -> None:
    given = {"hearing": "require", "apology_hours": "4"}
    assert door(ada).post("/settings/promises", given).status_code in (403, 404)
    assert door(mara).post("/settings/promises", given).status_code == 303
    assert habits.must_decide()
    form = draft(f"{SOON}.", chip(words=SOON, kind="update", day=""), **{"reply-anyway": "on"})
    held = door(ada).post(f"/cases/{case.pk}/messages", form)
    assert held.status_code == 422
    assert "Here every promise has a date" in held.content.decode()
    assert f"{SOON}." in held.content.decode()
    assert not ours()
