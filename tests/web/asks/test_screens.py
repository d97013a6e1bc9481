"""Asks at the desk: asking, answering, partners and topics."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goodword.asks.actions import Question, answer, make
from goodword.asks.models import Ask
from goodword.asks.replies import Reply, take
from goodword.asks.tasks import sweep_asks
from goodword.cases.inbound import InboundFile
from goodword.cases.models import Case
from goodword.kit import clock, files
from goodword.people import skills
from goodword.people.models import Agent, Partner, Skill
from goodword.promises import dependencies
from goodword.promises.models import Dependency
from tests.asks.following import follow
from tests.conftest import MakePromise
from tests.web.asks.conftest import HOSTILE, HOUR, LISTS, addressed, fill, text_of
from tests.web.conftest import Door


def test_somebody_is_asked_from_a_case_and_a_promise_waits_for_it(
    door: Door, case: Case, ada: Agent, carrier: Partner, promised: MakePromise, at: datetime
) -> None:
    promise = promised(due=at + timedelta(days=4))
    client = door(ada)
    form = text_of(client, f"/cases/{case.pk}/asks")
    assert "Swift Parcels" in form
    assert 'value="2026-03-03"' in form, "a working day from now is offered"
    given = {
        "to": f"partner-{carrier.pk}", "question": "Where is it?", "day": "2026-03-03", "promise": promise.pk,
    }  # fmt: skip
    assert client.post(f"/cases/{case.pk}/asks", given).status_code == 303
    ask = Ask.objects.get()
    assert (ask.receiver, ask.answer_by) == (carrier, at.replace(day=3, hour=17))
    assert Dependency.objects.get().promise == promise
    page = text_of(client, f"/cases/{case.pk}")
    assert "waits for" in page
    assert "Ada asked Swift Parcels: “Where is it?”, to be answered by Tue 3 Mar 17:00" in page
    assert "Answers it waits for" in text_of(client, f"/promises/{promise.pk}")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"to": ""}, "Choose whom you ask."),
        ({"to": "agent-999999"}, "Choose whom you ask."),
        ({"to": "agent-²"}, "Choose whom you ask."),
        ({"to": "self"}, "That is yourself"),
        ({"question": ""}, "This field is required."),
        ({"day": "2026-02-26"}, "lies ahead"),
        ({"day": "2036-03-01"}, "within a year"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(
    change: dict[str, str], words: str, door: Door, case: Case, ada: Agent, carrier: Partner
) -> None:
    given = {"to": f"partner-{carrier.pk}", "question": "Where is it?", "day": "2026-03-03"} | change
    if given["to"] == "self":
        given["to"] = f"agent-{ada.pk}"
    answered = door(ada).post(f"/cases/{case.pk}/asks", given)
    page = answered.content.decode()
    assert (answered.status_code, words in page) == (422, True)
    assert given["question"] in page
    assert not Ask.objects.exists()


def test_whom_to_ask_is_found_by_what_they_know(
    door: Door, ada: Agent, omar: Agent, lena: Agent, carrier: Partner, at: datetime
) -> None:
    skills.say(omar, "Warranty claims", at, lena)
    client = door(ada)
    found = text_of(client, "/asks/receivers?q=warranties")
    assert f'value="agent-{omar.pk}"' in found
    assert "knows about Warranty claims" in found
    assert "checked" in found, "the only one is chosen"
    assert "Nobody is called that" in text_of(client, "/asks/receivers?q=zzz")
    palette = text_of(client, "/search?q=warranty")
    assert "Omar knows about Warranty claims" in palette
    assert "Omar" in text_of(client, "/skills/?q=warranty")


def test_the_page_of_an_ask_tells_all_of_it(
    door: Door, ask: Ask, ada: Agent, promised: MakePromise, at: datetime
) -> None:
    promise = promised("investigate", due=at + timedelta(days=4))
    dependencies.depend(promise, ask, at, ada)
    follow(at, "ask")
    key = files.keep(b"%PDF-1.4", "files")
    take(ask, Reply("In the van.", files=(InboundFile(key, "note.pdf", "application/pdf", 8),)), at + HOUR)
    client = door(ada)
    page = text_of(client, f"/asks/{ask.pk}")
    for words in ("Where is parcel 77?", "In the van.", "note.pdf", "to desk@swift.example", "Swift Parcels answered"):
        assert words in page
    file = client.get(f"/asks/{ask.pk}/files/{ask.files.get().pk}")
    assert (file.status_code, b"".join(file)) == (200, b"%PDF-1.4")
    assert "attachment" in file["Content-Disposition"]
    assert client.get(f"/asks/{ask.pk}/files/999").status_code == 404
    assert f"/promises/{promise.pk}/evidence?type=partner_answer" in page
    proof = text_of(client, re.search(r'href="(/promises/\d+/evidence[^"]*)"', page).group(1).replace("&amp;", "&"))  # type: ignore[union-attr]
    assert "Swift Parcels: In the van." in proof


def test_files_of_an_ask_are_not_given_to_omar(door: Door, ask: Ask, omar: Agent, at: datetime) -> None:
    key = files.keep(b"%PDF-1.4", "files")
    take(ask, Reply("x", files=(InboundFile(key, "note.pdf", "application/pdf", 8),)), at)
    assert door(omar).get(f"/asks/{ask.pk}/files/{ask.files.get().pk}").status_code == 404


def test_more_time_an_end_and_a_promise_that_waits_no_more(
    door: Door, ask: Ask, ada: Agent, promised: MakePromise, at: datetime
) -> None:
    promise = promised(due=at + timedelta(days=4))
    client = door(ada)
    assert client.post(f"/asks/{ask.pk}/dependencies", {"promise": promise.pk}).status_code == 303
    again = client.post(f"/asks/{ask.pk}/dependencies", {"promise": promise.pk})
    assert (again.status_code, "waits for this answer already" in again.content.decode()) == (409, True)
    assert client.post(f"/asks/{ask.pk}/extension", {"day": "2026-03-05"}).status_code == 303
    assert client.post(f"/asks/{ask.pk}/extension", {"day": "2026-02-26"}).status_code in (409, 422)
    assert client.post(f"/asks/{ask.pk}/dependencies/{promise.pk}/removal").status_code == 303
    assert client.post(f"/asks/{ask.pk}/withdrawal", {"why": "Found it"}).status_code == 303
    ask.refresh_from_db()
    assert (ask.state, ask.answer_by.day) == ("withdrawn", 5)
    assert client.post(f"/asks/{ask.pk}/answer", {"words": "x"}).status_code == 409


def test_today_shows_what_waits_for_me_and_what_i_wait_for(
    door: Door, case: Case, ada: Agent, ben: Agent, at: datetime
) -> None:
    make(case, Question("Is the blue one in stock?", ben, at + 4 * HOUR), ada, at)
    assert "Asks waiting for me" in text_of(door(ben), "/")
    assert "Is the blue one in stock?" not in text_of(door(ada), "/")
    clock.move_to(at + 30 * HOUR)
    sweep_asks(at + 30 * HOUR)
    mine = text_of(door(ada), "/")
    assert "Late answers to me" in mine
    assert "Asks waiting for me" not in mine
    assert "Nothing is owed" not in mine


@pytest.mark.parametrize("path", LISTS)
def test_a_list_asks_as_often_for_fifteen_rows_as_for_two(
    path: str, door: Door, case: Case, ada: Agent, ask: Ask, promised: MakePromise, at: datetime
) -> None:
    counts = []
    for many in (2, 15):
        fill(case, ada, ask.to_partner, at, many, promised)  # type: ignore[arg-type]
        client = door(ada)
        text_of(client, addressed(path, ask))
        with CaptureQueriesContext(connection) as asked:
            text_of(client, addressed(path, ask))
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert counts[1] <= 15


def test_a_partners_record_says_nothing_below_five_answers(
    door: Door, case: Case, ada: Agent, carrier: Partner, at: datetime
) -> None:
    client = door(ada)
    for number in range(5):
        page = text_of(client, f"/partners/{carrier.pk}")
        assert "Too few to say" in page
        assert f"n = {number}" in page
        asked = make(case, Question(f"Where is {number}?", carrier, at + 4 * HOUR), ada, at)
        answer(asked, "Here.", at + (HOUR if number else 5 * HOUR))
    page = text_of(client, f"/partners/{carrier.pk}")
    assert "4 of 5" in page
    assert "80 %" in page


def test_leads_set_up_partners(door: Door, ada: Agent, lena: Agent, carrier: Partner) -> None:
    given = {"name": "Stove Works", "email": "hello@stoves.example", "language": "de"}
    assert door(ada).get("/partners/new").status_code == 403
    assert door(ada).post("/partners/new", given).status_code == 403
    made = door(lena).post("/partners/new", given)
    stoves = Partner.objects.get(name="Stove Works")
    assert made["Location"] == f"/partners/{stoves.pk}"
    again = door(lena).post("/partners/new", given)
    assert (again.status_code, "Another partner has this name" in again.content.decode()) == (409, True)
    changed = {"name": "Stove Works", "email": "new@stoves.example", "language": ""}
    assert door(lena).post(f"/partners/{stoves.pk}/details", changed).status_code == 303
    stoves.refresh_from_db()
    assert (stoves.email, stoves.is_active) == ("new@stoves.example", False), "the box was left empty"
    assert f'value="partner-{stoves.pk}"' not in text_of(door(ada), "/asks/receivers?q=stove")


def test_topics_are_said_and_taken_away(door: Door, ada: Agent, ben: Agent, lena: Agent) -> None:
    assert door(ada).post("/skills/topics", {"topic": "Tents"}).status_code == 303
    assert door(ada).post("/skills/topics", {"topic": "Stoves", "person": ben.pk}).status_code == 303
    assert set(Skill.objects.values_list("agent__name", "topic")) == {("Ada", "Tents"), ("Ada", "Stoves")}
    assert door(lena).post("/skills/topics", {"topic": "Boots", "person": ben.pk}).status_code == 303
    boots = Skill.objects.get(agent=ben)
    assert door(ada).post(f"/skills/{boots.pk}/removal").status_code == 404
    assert door(ben).post(f"/skills/{boots.pk}/removal").status_code == 303
    assert door(ada).post("/skills/topics", {"topic": "x"}).status_code == 422


def test_hostile_words_are_shown_as_words(door: Door, case: Case, ada: Agent, lena: Agent, at: datetime) -> None:
    evil = Partner.objects.create(name=HOSTILE, email="x@evil.example", about=HOSTILE)
    ask = make(case, Question(HOSTILE, evil), ada, at)
    skills.say(ada, HOSTILE, at, ada)
    take(ask, Reply(HOSTILE, files=(InboundFile(files.keep(b"x", "files"), HOSTILE, "text/html", 1),)), at + HOUR)
    make(case, Question(HOSTILE, ada), lena, at)
    for path in (f"/asks/{ask.pk}", f"/cases/{case.pk}", "/", "/partners/", f"/partners/{evil.pk}", "/skills/",
                 "/asks/receivers", "/search?q=script"):  # fmt: skip
        page = text_of(door(ada), path)
        assert "<script>alert" not in page
        assert "&lt;script&gt;" in page
