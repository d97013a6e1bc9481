"""A POST under a key is done once, whatever happens to its answer on the way."""

from __future__ import annotations

import threading
from collections import Counter
from datetime import datetime, timedelta

import pytest
from django.db import connection, connections

from goodword.cases.actions import receive
from goodword.cases.models import Note
from goodword.kit import clock
from goodword.kit.models import KeptAnswer
from goodword.kit.once import sweep_answers
from goodword.people.models import Agent
from goodword.people.tokens import add_token
from goodword.promises.models import Promise
from tests.api.conftest import Program, Programs
from tests.conftest import mail


def test_a_repeated_key_gives_the_same_answer_and_does_nothing_again(
    program: Programs, ada: Agent, case: object
) -> None:
    hers, path = program(ada), f"/cases/{case.pk}/notes"  # type: ignore[attr-defined]
    first = hers.post(path, {"text": "once"}, key="k1")
    again = hers.post(path, {"text": "once"}, key="k1")
    assert (first.status_code, first.content) == (again.status_code, again.content)
    assert first.status_code == 201
    assert Note.objects.count() == 1
    hers.post(path, {"text": "once"}, key="k2")
    hers.post(path, {"text": "once"})
    assert Note.objects.count() == 3


def test_another_body_or_address_under_the_same_key_is_refused(program: Programs, ada: Agent, case: object) -> None:
    hers, pk = program(ada), case.pk  # type: ignore[attr-defined]
    hers.post(f"/cases/{pk}/notes", {"text": "once"}, key="k1")
    for path, body in ((f"/cases/{pk}/notes", {"text": "twice"}), (f"/cases/{pk}/messages", {"text": "once"})):
        refused = hers.post(path, body, key="k1")
        assert (refused.status_code, refused.json()["code"]) == (422, "key_of_another_request")
    assert Note.objects.count() == 1


def test_keys_of_two_tokens_are_two_keys(program: Programs, ada: Agent, ben: Agent, case: object) -> None:
    path = f"/cases/{case.pk}/notes"  # type: ignore[attr-defined]
    first, second = (program(agent).post(path, {"text": "x"}, key="k1").json() for agent in (ada, ben))
    assert first["id"] != second["id"]


def test_what_was_refused_is_tried_anew_under_its_key(program: Programs, ada: Agent, case: object) -> None:
    hers, path = program(ada), f"/cases/{case.pk}/promises"  # type: ignore[attr-defined]
    assert hers.post(path, {"words": "a call", "due": "2026-02-27"}, key="k").status_code == 422
    assert hers.post(path, {"words": "a call", "due": "2026-03-04"}, key="k").status_code == 201
    assert Promise.objects.count() == 1


@pytest.mark.parametrize("key", ["x" * 201, "a\tb"])
def test_a_key_that_cannot_be_kept_is_refused(program: Programs, ada: Agent, case: object, key: str) -> None:
    refused = program(ada).post(f"/cases/{case.pk}/notes", {"text": "x"}, key=key)  # type: ignore[attr-defined]
    assert (refused.status_code, refused.json()["field"]) == (422, "Idempotency-Key")


def test_answers_are_forgotten_after_two_days(program: Programs, ada: Agent, case: object, at: datetime) -> None:
    program(ada).post(f"/cases/{case.pk}/notes", {"text": "x"}, key="k")  # type: ignore[attr-defined]
    sweep_answers(at + timedelta(hours=47))
    assert KeptAnswer.objects.count() == 1
    sweep_answers(at + timedelta(hours=49))
    assert not KeptAnswer.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_wins_and_the_other_is_told_to_come_back(transactional_db: None, at: datetime) -> None:
    """Eight clients send the same; a lock on the case holds the winner inside until all others have been answered."""
    clock.make_movable(at)
    agent = Agent.objects.create(email="ada@desk.example", name="Ada", role="agent")
    case = receive(mail(), at).case
    words = add_token(agent, "a program", ["write"], at, None)[1]
    answers: list[tuple[int, bytes, str]] = []
    gate = threading.Barrier(8)

    def ask() -> None:
        gate.wait()
        answer = Program(words).post(f"/cases/{case.pk}/messages", {"text": "Hello, once."}, key="same")
        answers.append((answer.status_code, answer.content, answer.get("Retry-After", "")))
        connections.close_all()

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    codes = Counter(code for code, _, _ in answers)
    assert set(codes) <= {201, 409}
    assert codes[201] >= 1
    assert all(after == "1" for code, _, after in answers if code == 409)
    assert len({body for code, body, _ in answers if code == 201}) == 1
    assert case.messages.filter(is_ours=True).count() == 1
    last = Program(words).post(f"/cases/{case.pk}/messages", {"text": "Hello, once."}, key="same")
    assert {last.content} == {body for code, body, _ in answers if code == 201}


@pytest.mark.django_db(transaction=True)
def test_while_one_is_at_work_the_other_gets_409_at_once(transactional_db: None, at: datetime) -> None:
    clock.make_movable(at)
    agent = Agent.objects.create(email="ada@desk.example", name="Ada", role="agent")
    case = receive(mail(), at).case
    words = add_token(agent, "a program", ["write"], at, None)[1]
    codes: list[int] = []

    def ask() -> None:
        codes.append(Program(words).post(f"/cases/{case.pk}/messages", {"text": "Hello."}, key="same").status_code)
        connections.close_all()

    from django.db import transaction

    first = threading.Thread(target=ask)
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM cases_case WHERE id = %s FOR UPDATE", [case.pk])
        first.start()
        first.join(timeout=1.5)
        assert first.is_alive()  # it waits for the case, inside
        second = threading.Thread(target=ask)
        second.start()
        second.join(timeout=20)
        assert codes == [409]
    first.join(timeout=20)
    assert codes == [409, 201]
