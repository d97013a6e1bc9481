"""Finding a case by what somebody remembers of it."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.db import connection

from goodword.cases.actions import receive
from goodword.cases.models import Case
from goodword.cases.search import search
from goodword.kit.errors import NotFound
from goodword.people.actions import add_identity
from goodword.people.models import Agent
from tests.conftest import mail


@pytest.fixture
def tent(at: datetime, db: None) -> Case:
    """Rosa's tent leaks, and she has a phone and a second address."""
    case = receive(mail("rosa@correo.example", name="Rosa Delgado", subject="The tent leaks 100 %"), at).case
    add_identity(case.customer, "email", "rosa.d@work.example", at)
    return case


@pytest.mark.parametrize(
    "words", ["tent", "TENT", "leaks 100", "00 %", "delg", "Rosa Delgado", "correo", "rosa@correo.example", "d@work",
              "  rosa   delgado "],
)  # fmt: skip
def test_a_case_is_found_by_a_part_of_what_is_known(words: str, tent: Case, case: Case, ada: Agent) -> None:
    assert search(ada, words) == [tent]


def test_a_case_is_found_by_its_number_first(tent: Case, case: Case, ada: Agent) -> None:
    case.subject = f"About {tent.pk} and {tent.pk}00"
    case.save(update_fields=["subject"])
    assert search(ada, f"#{tent.pk}") == [tent]
    assert search(ada, str(tent.pk))[0] == tent


@pytest.mark.parametrize(
    "words", ["", "te", "%", "__", "leaks_100", "100%", "nothing", "9" * 18, "a" * 5000, "\\", "' OR 1=1"]
)
def test_what_does_not_fit_finds_nothing(words: str, tent: Case, ada: Agent) -> None:
    assert search(ada, words) == []


def test_the_newest_comes_first_and_no_more_than_asked(at: datetime, ada: Agent) -> None:
    cases = [receive(mail(f"guest{n}@home.example", subject=f"Stove {n}"), at.replace(hour=n)).case for n in range(6)]
    assert search(ada, "stove", 3) == [cases[5], cases[4], cases[3]]


def test_omar_finds_nothing(tent: Case, omar: Agent) -> None:
    with pytest.raises(NotFound):
        search(omar, "tent")


def test_a_part_of_a_subject_is_answered_by_its_index(db: None) -> None:
    rows = Case.objects.filter(subject__has_part="tent")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    assert "case_by_part_of_subject" in rows.explain()
