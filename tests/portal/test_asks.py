"""The page of an ask: who was asked answers with a button, opening it changes nothing, and nothing of ours is on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goodword.asks.actions import Question, make, withdraw
from goodword.asks.links import LASTS, link_for, token_of
from goodword.asks.models import Ask, Purpose
from goodword.cases.models import Case, Note
from goodword.kit import clock
from goodword.kit.links import MOST_USES
from goodword.ledger.models import Entry
from goodword.people.actions import introduce
from goodword.people.models import Agent, Partner
from goodword.portal import forms
from goodword.promises import links
from tests.portal.conftest import Visitor

HOUR = timedelta(hours=1)
Open = Callable[..., Visitor]


@pytest.fixture
def carrier(db: None) -> Partner:
    return Partner.objects.create(name="Swift Parcels", email="desk@swift.example")


@pytest.fixture
def ask(case: Case, ada: Agent, carrier: Partner, at: datetime) -> Ask:
    Agent.objects.filter(pk=ada.pk).update(name="Ada Lovelace")
    ada.refresh_from_db()
    introduce("Bolt Bikes", at)
    return make(case, Question("Where is parcel 77?", carrier, at + 4 * HOUR), ada, at)


@pytest.fixture
def visit(db: None, at: datetime) -> Open:
    clock.make_movable(at)
    return lambda ask, agent=None, **more: Visitor(f"/portal/asks/{token_of(link_for(ask, agent, at))}", **more)


def test_it_says_who_asks_what_and_by_when_and_nothing_else_of_ours(
    visit: Open, ask: Ask, case: Case, at: datetime
) -> None:
    page = visit(ask).text()
    for words in ("Hello Swift Parcels,", "Ada has a question for you.", "Where is parcel 77?", "Bolt Bikes", "1 pm"):
        assert words in page
    for ours in ("Lovelace", "Kim", "My parcel has not come", f"/cases/{case.pk}", "@desk.example", "Lena"):
        assert ours not in page


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_it_speaks_the_language_of_the_partner(visit: Open, ask: Ask, language: str) -> None:
    Partner.objects.update(language=language)
    page = visit(ask).text()
    assert f'<html lang="{language}">' in page
    assert "has a question" not in page


def test_opening_it_changes_nothing_however_often(visit: Open, ask: Ask) -> None:
    visitor = visit(ask)
    before = Entry.objects.count()
    for _ in range(MOST_USES + 5):
        with CaptureQueriesContext(connection) as asked:
            visitor.get()
    assert not [query["sql"] for query in asked if not query["sql"].startswith("SELECT")]
    assert len(asked) <= 8
    assert visitor._client().head(visitor.path).status_code == 200
    assert visitor.get("/answer").status_code == 405
    assert Entry.objects.count() == before


def test_a_partner_answers_and_sees_that_it_arrived(visit: Open, ask: Ask) -> None:
    page = visit(ask).press("/answer", text="In the van.")
    ask.refresh_from_db()
    assert (ask.state, ask.answer, ask.answered_by) == ("answered", "In the van.", None)
    assert "Thank you. The answer has arrived." in page
    assert "In the van." in page
    assert 'name="text"' not in page


def test_files_come_along(visit: Open, ask: Ask) -> None:
    note = SimpleUploadedFile("../note.pdf", b"%PDF-1.4")
    page = visit(ask).press("/answer", text="", files=note)
    assert [file.filename for file in ask.files.all()] == ["note.pdf"]
    assert "note.pdf" in page


def test_the_same_form_sent_twice_counts_once_and_another_word_is_kept(visit: Open, ask: Ask) -> None:
    visitor = visit(ask)
    first, second = visitor.key(), visitor.key()
    for key in (first, first):
        assert visitor._client().post(f"{visitor.path}/answer", {"key": key, "text": "In the van."}).status_code == 303
    assert not Note.objects.exists()
    late = visitor._client().post(f"{visitor.path}/answer", {"key": second, "text": "No, at the depot."})
    assert "What you added has arrived" in visitor._client().get(late["Location"]).content.decode()
    assert "No, at the depot." in Note.objects.get().text


@pytest.mark.parametrize("decision", ["yes", "no"])
def test_an_approval_is_decided_by_its_button(
    visit: Open, case: Case, ada: Agent, omar: Agent, at: datetime, decision: str
) -> None:
    ask = make(case, Question("40 €?", omar, None, Purpose.APPROVAL), ada, at)
    visitor = visit(ask, omar)
    assert visitor.post("/answer", text="Hm.").status_code == 422
    assert visitor.post("/answer", text="Hm.", decision="perhaps").status_code == 422
    page = visitor.press("/answer", decision=decision)
    ask.refresh_from_db()
    assert (ask.decision, ask.answered_by) == (decision, omar)
    assert "You answered:" in page


def test_an_empty_answer_is_asked_for_again_and_nothing_is_lost(visit: Open, ask: Ask) -> None:
    visitor = visit(ask)
    answer = visitor.post("/answer", text="   ")
    assert (answer.status_code, "Please write something" in answer.content.decode()) == (422, True)
    stale = visitor._client().post(f"{visitor.path}/answer", {"key": "forged", "text": "In the van."})
    assert stale.status_code == 422
    assert "In the van." in stale.content.decode()
    other = forms.new_key("another token")
    assert visitor._client().post(f"{visitor.path}/answer", {"key": other, "text": "x"}).status_code == 422
    ask.refresh_from_db()
    assert ask.state == "open"


def test_a_forged_or_old_link_and_that_of_somebody_who_left_lead_nowhere(
    visit: Open, ask: Ask, case: Case, ada: Agent, omar: Agent, at: datetime
) -> None:
    good = visit(ask)
    token = good.path.rpartition("/")[2]
    for wrong in (
        token[:-2] + ("a" if token[-2] != "a" else "b") + token[-1],
        f"9{token}",
        "x",
        "1.x",
        "².",
    ):
        for path in (f"/portal/asks/{wrong}", f"/portal/asks/{wrong}/answer"):
            assert good._client().get(path).status_code in (404, 405)
            assert good._client().post(path, {"text": "x"}).status_code in (404, 405)
    assert good._client().get(f"/portal/asks/{links.token_of(links.link_for(case, at))}").status_code == 404
    assert good._client().get(f"/portal/{token}").status_code == 404, "the salts differ"
    asked = make(case, Question("How?", omar), ada, at)
    his = visit(asked, omar)
    assert his.get().status_code == 200
    withdraw(asked, at, ada)
    assert his.get().status_code == 200, "it says that the answer is no longer needed"
    Agent.objects.filter(pk=omar.pk).update(is_active=False)
    assert his.get().status_code == 404
    clock.move_to(at + LASTS + HOUR)
    assert good.get().status_code == 404


def test_too_many_tries_are_asked_to_wait(visit: Open, ask: Ask) -> None:
    visitor = visit(ask)
    key = visitor.key()
    for number in range(MOST_USES + 1):
        answer = visitor._client().post(f"{visitor.path}/answer", {"key": key, "text": f"Answer {number}"})
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 0


def test_what_was_taken_back_says_so(visit: Open, ask: Ask, ada: Agent, at: datetime) -> None:
    visitor = visit(ask)
    withdraw(ask, at, ada)
    assert "need not answer it" in visitor.text()


def test_an_answer_is_shown_to_who_gave_it_and_to_nobody_else(
    visit: Open, case: Case, ada: Agent, omar: Agent, ben: Agent, at: datetime
) -> None:
    ask = make(case, Question("How?", omar), ada, at)
    visit(ask, ben).press("/answer", text="Secret of Ben")
    assert "Secret of Ben" in visit(ask, ben).text()
    assert "Secret of Ben" not in visit(ask, omar).text()


def test_hostile_words_are_shown_as_words(visit: Open, case: Case, ada: Agent, carrier: Partner, at: datetime) -> None:
    evil = '"><script>alert(1)</script>{{ 7|add:7 }}'
    visitor = visit(make(case, Question(evil, carrier), ada, at))
    assert "<script>alert" not in visitor.text()
    page = visitor.press("/answer", text=evil + "\x00")
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_nothing_of_it_is_kept_by_browsers_or_found_by_robots(visit: Open, ask: Ask) -> None:
    answer = visit(ask).get()
    assert "no-store" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert not answer.cookies
