"""Finding by what somebody remembers: words, beginnings, slips of the pen, names, addresses, numbers, conditions."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import connection

from goodword.cases import changes
from goodword.cases.actions import receive
from goodword.cases.models import Case
from goodword.finding.access import search, search_cases
from goodword.finding.language import fold, words_of
from goodword.finding.looking import TEXTS
from goodword.finding.models import Term
from goodword.finding.tasks import sweep_words
from goodword.kit.errors import NotFound
from goodword.people.actions import add_identity
from goodword.people.models import Agent
from goodword.policies.actions import Words, publish
from tests.conftest import MakePromise, mail


@pytest.fixture
def tent(at: datetime, db: None) -> Case:
    """Rosa's tent leaks, and she has a second address."""
    text = "Since the storm the Nähte of my tent leak, order 4711."
    case = receive(
        mail("rosa@correo.example", name="Rosa Delgado", subject="The tent leaks", text=text, reply_text=text), at
    ).case
    add_identity(case.customer, "email", "rosa.d@work.example", at)
    return case


def found(agent: Agent, text: str, at: datetime) -> list[Case]:
    """The cases that fit."""
    return search_cases(agent, text, at).cases


@pytest.mark.parametrize(
    "words", ["tent", "TENT", "leaks tent", "delg", "Rosa Delgado", "correo", "rosa@correo.example", "d@work", "4711",
              "  rosa   delgado ", "stor", "nahte", "NÄHTE", '"my tent leak"', "rosa -boots", "the tnet", "delgadoo"],
)  # fmt: skip
def test_a_case_is_found_by_what_is_known_of_it(words: str, tent: Case, case: Case, ada: Agent, at: datetime) -> None:
    sweep_words(at)
    assert found(ada, words, at) == [tent]


def test_what_was_meant_by_a_slip_is_said(tent: Case, ada: Agent, at: datetime) -> None:
    sweep_words(at)
    assert search_cases(ada, "tnet", at).meant == ["tent"]


@pytest.mark.parametrize(
    "words", ["", "%", "__", "nothing", "9" * 18, "a" * 5000, "\\", "' OR 1=1", '"tent my leak"', "tent -storm", "is:x",
              "'':* & !", "\x00", "tent owner:me", "tent is:closed"],
)  # fmt: skip
def test_what_does_not_fit_finds_nothing(words: str, tent: Case, ada: Agent, at: datetime) -> None:
    sweep_words(at)
    assert found(ada, words, at) == []


def test_a_case_is_found_by_its_number_first(tent: Case, case: Case, ada: Agent, at: datetime) -> None:
    changes.rename(case, f"About {tent.pk} and {tent.pk}00", at, ada)
    assert found(ada, f"#{tent.pk}", at)[0] == tent
    assert found(ada, str(tent.pk), at)[0] == tent


def test_the_best_comes_first_then_the_newest_and_no_more_than_asked(at: datetime, ada: Agent) -> None:
    said = "Stove here"
    cases = [
        receive(
            mail(f"guest{n}@home.example", subject=f"Stove {n}", text=said, reply_text=said), at.replace(hour=n)
        ).case
        for n in range(6)
    ]
    other = receive(mail("x@home.example", subject="Else", text=said, reply_text=said), at + timedelta(hours=9)).case
    assert [case.pk for case in search_cases(ada, "stove", at, 3).cases] == [cases[5].pk, cases[4].pk, cases[3].pk]
    assert found(ada, "stove", at)[-1] == other


def test_conditions_are_met(tent: Case, case: Case, ada: Agent, at: datetime, promised: MakePromise) -> None:
    changes.assign(case, ada, at, ada)
    promised(due=at + timedelta(hours=3))
    for text in ("owner:me", "promise:owed", "due:<tuesday", "due:today is:open", "keeper:ada", "-owner:nobody",
                 "customer:kim is:alive", "updated:>=3d promise:owed", "verdict:pending", "is:mine"):  # fmt: skip
        assert found(ada, text, at) == [case], text
    for text in ("due:<today", "promise:late", "verdict:broken owner:me", "is:closed", "owner:ben"):
        assert found(ada, text, at) == [], text


def test_everything_is_found_by_kind(
    tent: Case, case: Case, mara: Agent, ada: Agent, at: datetime, promised: MakePromise
) -> None:
    promised(case=tent, words="I will send a new tent", kind="shipment")
    publish(Words(title="Tents that leak", body="A tent that leaks is mended."), at, mara)
    sweep_words(at)
    seen = search(ada, "tent", at)
    assert seen.cases == [tent]
    assert [message.case_id for message in seen.messages] == [tent.pk]
    assert [promise.case_id for promise in seen.promises] == [tent.pk]
    assert len(seen.policies) == 1
    assert search(ada, "rosa", at).customers == [tent.customer]


def test_omar_finds_nothing(tent: Case, omar: Agent, at: datetime) -> None:
    for seek in (search, search_cases):
        with pytest.raises(NotFound):
            seek(omar, "tent", at)


@pytest.mark.parametrize("kind", TEXTS)
def test_words_are_answered_by_their_index(kind: str, db: None) -> None:
    table, words, _ = TEXTS[kind]
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN SELECT id FROM {table} WHERE {words} @@ 'tent'::tsquery")
        assert "_by_words" in str(cursor.fetchall())


def test_words_are_read_here_as_in_the_database(db: None) -> None:
    said = "Ça Łódź, Zoë’s o'clock 12:30 a_b kim@home.example/x-y #42 № 7 ÉTÉ æøå <b>bold</b> ~/a?b"
    with connection.cursor() as cursor:
        cursor.execute("SELECT tsvector_to_array(goodword_words(1, %s))", [said])
        kept = {word for word in cursor.fetchone()[0] if not word.startswith(" ")}
    assert kept == set(words_of(said))
    assert fold("ÄÖÜ") == "aou"


def test_each_message_is_read_for_its_words_once(tent: Case, at: datetime) -> None:
    assert sweep_words(at).handled == 2  # a message and a customer
    assert sweep_words(at).handled == 0
    assert Term.objects.get(pk="tent").seen == 1
    assert not Term.objects.filter(word__contains=" ").exists()
