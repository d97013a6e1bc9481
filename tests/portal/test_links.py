"""Who holds the link may act, nobody else; opening it changes nothing; and nothing of it is kept anywhere."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from goodword.cases.models import Case, Message
from goodword.kit import clock
from goodword.kit.links import MOST_USES
from goodword.ledger.models import Entry
from goodword.people.actions import introduce
from goodword.people.models import Agent
from goodword.portal import forms
from goodword.promises.actions import deliver
from goodword.promises.links import LASTS, link_for, revoke, token_of
from goodword.promises.owners import merge
from tests.conftest import MakePromise, mail
from tests.portal.conftest import Visit, Visitor

BUTTONS = ("receipt", "dispute", "reminder", "day")


def _changes(queries: CaptureQueriesContext) -> list[str]:
    return [query["sql"] for query in queries if not query["sql"].startswith(("SELECT", "WITH RECURSIVE"))]


def test_a_scanner_that_opens_every_link_changes_nothing(
    hers: Visitor, promised: MakePromise, ada: Agent, at: datetime
) -> None:
    deliver(promised(kind="other"), "agent_statement", at, by=ada)
    promised()
    links = {hers.path, *re.findall(r'(?:href|action)="(/portal/[^"]+)"', hers.text())}
    assert len(links) > 6
    seen = {}
    before = Entry.objects.count()
    with CaptureQueriesContext(connection) as queries:
        for link in links:
            for method in ("get", "head", "options", "put", "delete"):
                for headers in ({}, {"Sec-Purpose": "prefetch"}, {"User-Agent": "LinkScanner/1.0"}):
                    seen[link, method] = getattr(Client(), method)(link, headers=headers).status_code
    assert not _changes(queries)
    assert Entry.objects.count() == before
    assert {code for (_, method), code in seen.items() if method in ("put", "delete")} == {405}
    pages = {link for (link, method), code in seen.items() if method == "get" and code == 200}
    assert pages == {link for link in links if link == hers.path or link.endswith("/day")}


def test_links_that_are_not_good_look_all_the_same(hers: Visitor, case: Case, ada: Agent, at: datetime) -> None:
    introduce("Larch & Lane", at, reach="Call 030 1234567")
    good = hers.path.rpartition("/")[2]
    number, _, seal = good.partition(".")
    forged = [f"{number}.{seal[:-1]}x", f"{int(number) + 1}.{seal}", f"0.{seal}", "1", "x" * 500, "%00", "..", "1.2.3"]
    answers = [Client().get(f"/portal/{token}") for token in forged]
    clock.move_to(at + LASTS + timedelta(seconds=1))
    answers.append(hers.get())
    fresh = token_of(link_for(case, clock.now()))
    revoke(case, clock.now(), ada)
    answers.append(Client().get(f"/portal/{fresh}"))
    answers.append(Client().post(f"/portal/{fresh}/messages", {"text": "hello"}))
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    text = answers[0].content.decode()
    assert "Just answer the e-mail in which you found it" in text
    assert "Call 030 1234567" in text


def test_every_answer_says_that_it_must_not_be_kept_or_passed_on(hers: Visitor, promised: MakePromise) -> None:
    promise = promised()
    for answer in (hers.get(), hers.get("x"), hers.post(f"/promises/{promise.pk}/receipt"), hers.post("/messages")):
        assert "no-store" in answer["Cache-Control"]
        assert answer["Referrer-Policy"] == "no-referrer"
        assert "noindex" in answer["X-Robots-Tag"]
        assert answer["Content-Security-Policy"].startswith("default-src 'none';")
        assert "script-src" not in answer["Content-Security-Policy"]
        assert not answer.cookies


def test_no_cookie_and_no_session_are_needed(hers: Visitor, promised: MakePromise) -> None:
    promise = promised()
    assert hers.post(f"/promises/{promise.pk}/receipt").status_code == 303


@pytest.mark.parametrize("key", ["", "x", "forged:1abc:xyz"])
def test_a_form_that_our_page_did_not_make_is_refused(hers: Visitor, promised: MakePromise, key: str) -> None:
    promise = promised()
    for rest in (*(f"/promises/{promise.pk}/{name}" for name in BUTTONS), "/closure", "/remainder", "/messages"):
        answer = hers.post(rest, key=key, text="kept words", day="2026-03-09")
        assert answer.status_code == 422, rest
        assert "please press the button once more" in answer.content.decode()
    assert "kept words" in answer.content.decode()
    promise.refresh_from_db()
    assert promise.status == "owed"
    assert not Message.objects.filter(channel="page").exists()


def test_the_key_of_one_page_does_not_open_another(
    hers: Visitor, visit: Visit, at: datetime, promised: MakePromise
) -> None:
    from goodword.cases.actions import receive

    other = visit(receive(mail("sam@home.example"), at).case)
    promise = promised()
    assert hers.post(f"/promises/{promise.pk}/receipt", key=other.key()).status_code == 422


def test_a_page_left_open_for_a_week_asks_once_more(
    hers: Visitor, promised: MakePromise, monkeypatch: pytest.MonkeyPatch
) -> None:
    promise = promised()
    key = hers.key()
    monkeypatch.setattr(forms, "GOOD_FOR", timedelta(seconds=-1))
    assert hers.post(f"/promises/{promise.pk}/receipt", key=key).status_code == 422


def test_one_link_cannot_flood_the_desk(hers: Visitor, case: Case, at: datetime) -> None:
    for number in range(MOST_USES):
        assert hers.post("/messages", text=f"message {number}").status_code == 303
    answer = hers.post("/messages", text="one more that must not be lost")
    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 3601
    assert "one more that must not be lost" in answer.content.decode()
    assert Message.objects.filter(case=case, channel="page").count() == MOST_USES
    clock.move_to(at + timedelta(hours=1, minutes=1))
    assert hers.post("/messages", text="later").status_code == 303


def test_the_link_of_a_merged_case_shows_the_case_it_went_into(
    hers: Visitor, promised: MakePromise, case: Case, ada: Agent, at: datetime
) -> None:
    from goodword.cases.actions import receive

    promise = promised(words="I will look into both")
    into = receive(mail(text="Another thing", message_id="<another@home>"), at).case
    merge(case, into, at, ada)
    assert "I will look into both" in hers.text()
    hers.press(f"/promises/{promise.pk}/receipt")
    hers.press("/messages", text="To the merged one")
    assert Message.objects.get(channel="page").case_id == into.pk
