"""The Case screen: what it shows, to whom, and with how few questions to the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Any, Protocol

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from goodword.cases import actions as cases
from goodword.cases import changes, delivery
from goodword.cases.models import Case
from goodword.ledger.models import Entry
from goodword.people.models import Agent
from goodword.promises import owners
from goodword.promises.models import Link
from tests.conftest import MakePromise, mail
from tests.web.conftest import Door

MINUTE = timedelta(minutes=1)
HOSTILE = '<script>alert("x")</script><img src=x onerror=alert(1)>'


class AtMost(Protocol):
    """Asserts that a block asks the database at most so many questions."""

    def __call__(self, number: int) -> AbstractContextManager[Any]: ...


def text_of(client: Client, path: str, **more: Any) -> str:
    answer = client.get(path, **more)
    assert answer.status_code == 200, answer.content[:300]
    return answer.content.decode()


def test_a_case_shows_what_was_said_noted_and_promised(
    door: Door, case: Case, ada: Agent, promised: MakePromise, at: datetime
) -> None:
    cases.note(case, ada, "Kim is in Lisbon this week", at)
    promised()
    page = text_of(door(ada), f"/cases/{case.pk}")
    assert "My parcel has not come." in page
    assert "Kim is in Lisbon this week" in page
    assert "Ada promised “I will call you at noon”" in page


@pytest.fixture
def full_case(case: Case, ada: Agent, promised: MakePromise, at: datetime) -> Case:
    """Two hundred happenings and ten promises."""
    for number in range(190):
        cases.note(case, ada, f"Note {number}", at + number * MINUTE)
    for number in range(10):
        promised(words=f"I will do the {number}. thing")
    for number in range(6):
        cases.receive(mail(subject=f"Other {number}", text=f"Other {number}", message_id=""), at)
    return case


@pytest.mark.parametrize(("part", "most"), [("", 15), ("/timeline", 12), ("/panel", 10), ("/header", 5)])
def test_a_full_case_needs_few_queries(
    door: Door, full_case: Case, ada: Agent, django_assert_max_num_queries: AtMost, part: str, most: int
) -> None:
    client = door(ada)
    text_of(client, f"/cases/{full_case.pk}{part}")
    with django_assert_max_num_queries(most):
        text_of(client, f"/cases/{full_case.pk}{part}")


def test_a_case_being_checked_stays_within_its_queries(
    door: Door, full_case: Case, ada: Agent, at: datetime, django_assert_max_num_queries: AtMost
) -> None:
    changes.start_checking(full_case, at)
    client = door(ada)
    text_of(client, f"/cases/{full_case.pk}")
    with django_assert_max_num_queries(15):
        text_of(client, f"/cases/{full_case.pk}")


def test_the_number_of_queries_does_not_grow_with_what_is_in_the_case(
    door: Door, case: Case, ada: Agent, promised: MakePromise, at: datetime
) -> None:
    def asked(client: Client) -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            text_of(client, f"/cases/{case.pk}")
        return len(asked)

    client = door(ada)
    promised()
    cases.note(case, ada, "One", at)
    text_of(client, f"/cases/{case.pk}")
    before = asked(client)
    for number in range(30):
        cases.note(case, ada, f"Note {number}", at + number * MINUTE)
        cases.receive(mail(text=f"Word {number}", subject=f"[#{case.pk}]", message_id=""), at + number * MINUTE)
        promised(words=f"I will do the {number}. thing")
    assert asked(client) == before


def test_earlier_happenings_are_a_page_away_and_none_is_lost(door: Door, case: Case, ada: Agent, at: datetime) -> None:
    for number in range(250):
        cases.note(case, ada, f"Note {number:03d}.", at + (number // 3) * MINUTE)
    client = door(ada)
    seen, path = [], f"/cases/{case.pk}/timeline"
    while path:
        page = text_of(client, path)
        seen = [part[:3] for part in page.split("Note ")[1:] if part[3] == "."] + seen
        path = page.split('href="')[1].split('"')[0] if "before=" in page else ""
    assert seen == [f"{number:03d}" for number in range(250)]


@pytest.mark.parametrize(
    "path",
    ["", "/header", "/timeline", "/panel", "/owner", "/snooze", "/closure", "/subject", "/wanted-outcome", "/merge",
     "/promises", "/links", "/address"],
)  # fmt: skip
def test_omar_finds_nothing_at_a_case(door: Door, case: Case, omar: Agent, path: str) -> None:
    assert door(omar).get(f"/cases/{case.pk}{path}").status_code == 404


@pytest.mark.parametrize(
    "path",
    ["messages", "notes", "calls", "hearing", "files", "owner", "snooze", "closure", "reopening", "waiting",
     "suggestion", "subject", "wanted-outcome", "merge", "promises", "links", "address"],
)  # fmt: skip
def test_omar_changes_nothing_at_a_case(door: Door, case: Case, omar: Agent, path: str) -> None:
    before = Entry.objects.count()
    assert door(omar).post(f"/cases/{case.pk}/{path}", {"text": "x"}).status_code == 404
    assert Entry.objects.count() == before


def test_the_auditor_reads_a_case_and_is_offered_nothing_to_do(
    door: Door, case: Case, nora: Agent, promised: MakePromise
) -> None:
    promised()
    page = text_of(door(nora), f"/cases/{case.pk}")
    assert "I will call you at noon" in page
    assert 'id="composer"' not in page
    assert "/closure" not in page
    assert "/evidence" not in page


@pytest.mark.parametrize(
    ("path", "given"),
    [("messages", {"reply-text": "Hello"}), ("notes", {"note-text": "Hello"}), ("files", {}), ("reopening", {}),
     ("calls", {"call-outcome": "reached", "call-text": "Hello"}), ("owner", {"owner": ""}), ("waiting", {}),
     ("closure", {"how": "word", "reason": "done"}), ("suggestion", {"answer": "no"}), ("links", {"do": "make"})],
)  # fmt: skip
def test_the_auditor_changes_nothing(door: Door, case: Case, nora: Agent, path: str, given: dict[str, str]) -> None:
    before = Entry.objects.count()
    assert door(nora).post(f"/cases/{case.pk}/{path}", given).status_code == 403
    assert (Entry.objects.count(), Link.objects.count()) == (before, 0)


def test_whoever_has_not_signed_in_is_led_to_the_sign_in(stopped_clock: None, case: Case) -> None:
    answer = Client().get(f"/cases/{case.pk}")
    assert answer["Location"] == f"/accounts/login/?next=/cases/{case.pk}"


def test_a_case_that_does_not_exist_is_not_found(door: Door, ada: Agent) -> None:
    assert door(ada).get("/cases/999999").status_code == 404


@pytest.fixture
def counted(case: Case) -> Iterator[None]:
    """Fails when a row of the ledger or a link has come up meanwhile."""
    before = Entry.objects.count(), Link.objects.count(), Case.objects.get(pk=case.pk).__dict__.copy()
    before[2].pop("_state")
    yield
    after = Case.objects.get(pk=case.pk).__dict__.copy()
    after.pop("_state")
    assert (Entry.objects.count(), Link.objects.count(), after) == before


@pytest.mark.usefixtures("counted")
def test_looking_changes_nothing(door: Door, case: Case, ada: Agent) -> None:
    client = door(ada)
    for path in (
        "",
        "/header",
        "/timeline",
        "/panel",
        "/owner",
        "/snooze",
        "/closure",
        "/links",
        "/promises",
        "/merge",
    ):
        assert client.get(f"/cases/{case.pk}{path}").status_code == 200
    for path in ("messages", "notes", "calls", "hearing", "files", "reopening", "waiting", "suggestion"):
        assert client.get(f"/cases/{case.pk}/{path}").status_code == 405


def test_hostile_words_are_only_words(door: Door, ada: Agent, at: datetime, promised: MakePromise) -> None:
    hostile = cases.receive(mail(text=HOSTILE, subject=HOSTILE, name=HOSTILE), at - MINUTE).case
    cases.note(hostile, ada, HOSTILE, at)
    changes.want(hostile, HOSTILE, at, ada)
    cases.log_call(hostile, ada, "reached", HOSTILE, at)
    promise = promised(words=HOSTILE, case=hostile)
    client = door(ada)
    for path in (f"/cases/{hostile.pk}", f"/promises/{promise.pk}", f"/promises/{promise.pk}/evidence",
                 f"/cases/{hostile.pk}/closure"):  # fmt: skip
        page = text_of(client, path)
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "&lt;script&gt;" in page


def test_quoted_words_are_folded_and_nothing_is_lost(door: Door, case: Case, ada: Agent, at: datetime) -> None:
    said = "Any news?\n\nOn Sunday, Ada wrote:\n> I will call you."
    cases.receive(mail(text=said, reply_text="Any news?", subject=f"[#{case.pk}]", message_id=""), at)
    page = text_of(door(ada), f"/cases/{case.pk}")
    folded = page.split('<details class="message-rest">')[1].split("</details>")[0]
    assert "On Sunday, Ada wrote:" in folded
    assert "Any news?" not in folded


def test_a_message_that_came_back_says_so_with_the_words_of_the_server(
    door: Door, case: Case, ada: Agent, at: datetime
) -> None:
    sent = cases.reply(case, ada, cases.Draft("It is on its way."), at)
    delivery.bounced(sent, ("kim@home.example",), at, "550 5.1.1 no such user here")
    page = text_of(door(ada), f"/cases/{case.pk}")
    assert "the customer has not read it." in page
    assert "550 5.1.1 no such user here" in page
    assert f'href="/cases/{case.pk}/address"' in page


def test_a_merged_case_leads_to_the_one_it_went_into(door: Door, case: Case, ada: Agent, at: datetime) -> None:
    other = cases.receive(mail(text="Another thing", message_id=""), at).case
    owners.merge(other, case, at, ada)
    answer = door(ada).get(f"/cases/{other.pk}")
    assert answer["Location"] == f"/cases/{case.pk}"
    assert "Another thing" in text_of(door(ada), f"/cases/{case.pk}")


def test_a_part_of_a_case_comes_without_the_frame_around_it(door: Door, case: Case, ada: Agent) -> None:
    page = text_of(door(ada), f"/cases/{case.pk}/panel", headers={"HX-Request": "true"})
    assert page.strip().startswith('<div id="case-beside"')


def test_a_moment_without_a_zone_is_refused(door: Door, case: Case, ada: Agent) -> None:
    assert door(ada).get(f"/cases/{case.pk}/timeline?before=2026-03-02T09:00:00").status_code == 422
