"""Several cases at once, and taking it back."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from django.test import Client

from goodword.cases import changes, labelling
from goodword.cases.actions import receive
from goodword.cases.models import Case
from goodword.finding.actions import save_view
from goodword.kit import clock
from goodword.people.models import Agent
from tests.conftest import MakePromise, mail
from tests.web.test_doors import signed_in


def said(client: Client, path: str, **given: Any) -> dict[str, Any]:
    """What the desk says to a POST of the inbox."""
    answer = client.post(path, given, headers={"HX-Request": "true"})
    found: dict[str, Any] = json.loads(answer["HX-Trigger"])["say"]
    return found


def statuses(*cases: Case) -> list[str]:
    """How the cases stand now."""
    return [Case.objects.get(pk=case.pk).status for case in cases]


def tags(*cases: Case) -> list[list[str]]:
    """The tags that the cases carry now."""
    return [Case.objects.get(pk=case.pk).tags for case in cases]


def test_what_may_not_close_is_named_with_the_reason_and_the_rest_is_taken_back(
    case: Case, ada: Agent, at: datetime, promised: MakePromise
) -> None:
    clock.make_movable(at)
    promised()
    other = receive(mail("pia@home.example", subject="An advertisement"), at).case
    client = signed_in(ada)
    told = said(client, "/inbox/open/closure", case=[case.pk, other.pk])
    assert "“An advertisement” closed." in told["words"]
    assert f"Not “{case}”: A promise in this case is still owed." in told["words"]
    assert statuses(case, other) == ["open", "closed"]
    client.post(told["undo"])
    assert statuses(case, other) == ["open", "open"]


def test_cases_are_set_aside_and_come_back_and_no_promise_moves(
    case: Case, ada: Agent, at: datetime, promised: MakePromise
) -> None:
    clock.make_movable(at)
    promise = promised()
    client = signed_in(ada)
    told = said(client, "/inbox/open/snooze", case=[case.pk], until=(at + timedelta(days=1)).isoformat())
    assert statuses(case) == ["waiting"]
    before = promise.due_at, promise.wakes_at
    client.post(told["undo"])
    promise.refresh_from_db()
    assert (statuses(case), promise.due_at, promise.wakes_at) == (["open"], *before)


def test_giving_is_taken_back_to_whoever_had_each(case: Case, ada: Agent, ben: Agent, at: datetime) -> None:
    clock.make_movable(at)
    other = receive(mail("pia@home.example", subject="Another"), at).case
    changes.assign(other, ben, at, ben)
    client = signed_in(ada)
    told = said(client, "/inbox/open/owner", case=[case.pk, other.pk], owner=ada.pk)
    client.post(told["undo"])
    assert [Case.objects.get(pk=one.pk).owner for one in (case, other)] == [None, ben]


def test_a_note_that_is_forged_takes_nothing_back(case: Case, ada: Agent) -> None:
    assert signed_in(ada).post("/inbox/undoing/nonsense").status_code == 409


def test_a_question_is_kept_as_a_view_beside_the_others(case: Case, lena: Agent, ada: Agent, at: datetime) -> None:
    clock.make_movable(at)
    client = signed_in(ada)
    assert "Name it to keep it" in client.get("/inbox/open/?q=is:open+owner:nobody").content.decode()
    assert "Name it to keep it" not in client.get("/inbox/open/?q=tent").content.decode()
    answer = client.post("/inbox/views", {"name": "To take", "text": "is:open owner:nobody"})
    page = client.get(answer["Location"]).content.decode()
    assert "To take" in page
    assert str(case) in page
    shared = save_view("Lena’s", "is:open", at, lena, shared=True)
    assert "Remove this view" not in client.get(f"/inbox/views/{shared.pk}/").content.decode()


def test_a_tag_goes_on_and_off_several_cases_and_each_is_as_before(case: Case, ada: Agent, at: datetime) -> None:
    clock.make_movable(at)
    other = receive(mail("pia@home.example", subject="Another"), at).case
    labelling.tag(other, ["vip"], [], at, ada)
    client, both = signed_in(ada), [case.pk, other.pk]
    told = said(client, "/inbox/open/labels", case=both, tag="vip")
    assert f"“{case}” tagged “vip”." in told["words"]
    assert tags(case, other) == [["vip"], ["vip"]]
    client.post(told["undo"])
    assert tags(case, other) == [[], ["vip"]]
    said(client, "/inbox/open/labels", case=both, tag="vip")
    told = said(client, "/inbox/open/labels", case=both, tag="vip")
    assert tags(case, other) == [[], []]
    client.post(told["undo"])
    assert tags(case, other) == [["vip"], ["vip"]]


def test_a_priority_is_shown_and_taken_back(case: Case, ada: Agent, at: datetime) -> None:
    clock.make_movable(at)
    client = signed_in(ada)
    client.post(f"/cases/{case.pk}/labels", {"tags": [], "new": "Big order, vip", "priority": "high"})
    told = said(client, "/inbox/open/labels", case=[case.pk], priority="urgent")
    page = client.get("/inbox/open/?q=tag:big-order priority:urgent").content.decode()
    assert all(words in page for words in ("Urgent", "big-order", "vip"))
    client.post(told["undo"])
    assert Case.objects.get(pk=case.pk).priority == "high"
    assert "/inbox/open/?q=tag:vip" in client.get(f"/cases/{case.pk}").content.decode()
