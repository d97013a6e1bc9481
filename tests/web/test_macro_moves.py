"""What a macro does beside its words: tags, priority, and asking to close once the reply has gone out."""

from __future__ import annotations

from datetime import datetime

import pytest

from goodword.cases.models import Case
from goodword.people.models import Agent
from goodword.sending.models import KeptDraft, Macro
from tests.conftest import MakePromise
from tests.web.conftest import Door
from tests.web.drafts import draft, ours

HX = {"HX-Request": "true"}
DONE = {"name": "Done", "text_en": "Glad it works.", "tags": "#Solved, vip", "priority": "low", "closes": "on"}
OFFERED = "Is this matter done?"


@pytest.fixture
def done(door: Door, lena: Agent) -> Macro:
    """Lena's macro for what is solved."""
    assert door(lena).post("/settings/macros/new", DONE).status_code == 303
    return Macro.objects.get()


def test_a_macro_tags_sets_the_priority_and_asks_to_close(door: Door, case: Case, ada: Agent, done: Macro) -> None:
    client = door(ada)
    listed = client.get(f"/cases/{case.pk}/macros", headers=HX).content.decode()
    assert "Tags: solved, vip." in listed
    assert client.post(f"/cases/{case.pk}/macros/{done.pk}", headers=HX).json() == {
        "words": "Glad it works.", "closes": True,
    }  # fmt: skip
    case.refresh_from_db()
    assert (case.tags, case.priority, case.status) == (["solved", "vip"], "low", "open")
    answer = client.post(f"/cases/{case.pk}/messages", draft("Glad it works.", **{"reply-closes": "on"}), headers=HX)
    assert OFFERED in answer.content.decode()
    assert OFFERED not in client.post(f"/cases/{case.pk}/messages", draft("And thanks."), headers=HX).content.decode()
    without_script = client.post(f"/cases/{case.pk}/messages", draft("Bye.", **{"reply-closes": "on"}))
    assert without_script["Location"] == f"/cases/{case.pk}/closure"


def test_what_is_owed_keeps_the_case_open_and_nothing_of_the_reply_is_lost(
    door: Door, case: Case, ada: Agent, done: Macro, promised: MakePromise, at: datetime
) -> None:
    promised()
    client = door(ada)
    there = client.post(f"/cases/{case.pk}/messages", draft("Glad it works.", **{"reply-closes": "on"}))["Location"]
    assert "still owed" in client.get(there).content.decode()
    case.refresh_from_db()
    assert (case.status, [message.text for message in ours()]) == ("open", ["Glad it works."])


def test_that_a_draft_asks_to_close_is_kept_with_it(door: Door, case: Case, ada: Agent) -> None:
    client = door(ada)
    client.post(f"/cases/{case.pk}/draft", {"reply-text": "Glad.", "reply-closes": "on"}, headers=HX)
    assert KeptDraft.objects.get().form["reply-closes"] == ["on"]
    kept = client.get(f"/cases/{case.pk}/draft", headers=HX).content.decode()
    assert "checked" in kept.split('name="reply-closes"')[1].split(">")[0]


def test_nobody_without_a_desk_does_anything_by_a_macro(door: Door, case: Case, omar: Agent, done: Macro) -> None:
    assert door(omar).post(f"/cases/{case.pk}/macros/{done.pk}").status_code == 404
    case.refresh_from_db()
    assert case.tags == []
