"""The Promise screen and the moves of a promise."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta

import pytest

from goodword.cases import actions as cases
from goodword.cases import delivery
from goodword.cases.models import Case, Message
from goodword.ledger.models import Entry
from goodword.notices.tasks import about_a_promise
from goodword.people.models import Agent
from goodword.promises import actions, owners, tasks
from goodword.promises.models import Due, Evidence, Promise
from tests.conftest import MakePromise
from tests.web.conftest import Door

HX = {"HX-Request": "true"}
HOUR = timedelta(hours=1)
MOVES = ("evidence", "renegotiations", "release", "confirmation", "dispute", "owner", "acknowledgement")


@pytest.fixture
def broken(promised: MakePromise, at: datetime) -> Promise:
    """A callback that was due two hours ago."""
    promise = promised(at=at - 5 * HOUR, due=at - 2 * HOUR)
    tasks.sweep_promises(at)
    promise.refresh_from_db()
    return promise


def test_a_promise_shows_its_words_both_facts_every_date_proof_and_notice(
    door: Door, case: Case, ada: Agent, promised: MakePromise, at: datetime
) -> None:
    promise = promised(kind="fix", words="We will repair the zip", at=at - 30 * HOUR, due=at - 2 * HOUR)
    tasks.sweep_promises(at - HOUR)
    about_a_promise(Entry.objects.get(verb="promise.broken"), at - HOUR)
    actions.deliver(promise, "agent_statement", at, by=ada, words="New zip fitted")
    page = door(ada).get(f"/promises/{promise.pk}").content.decode()
    both = ("“We will repair the zip”", "Delivered", "Broken", "Every date it ever had", "Told")
    rest = ("New zip fitted", "Stands", "They should hear it from us first", "Ada promised", "noticed")
    assert [words for words in (*both, *rest) if words not in page] == []


def test_a_promise_with_a_long_history_needs_few_queries(
    door: Door, case: Case, ada: Agent, ben: Agent, promised: MakePromise, at: datetime,
    django_assert_max_num_queries: Callable[[int], AbstractContextManager[object]],
) -> None:  # fmt: skip
    promise = promised(kind="fix", words="We will repair the zip", due=at + 900 * HOUR)
    for number in range(40):
        owners.hand_to(promise, (ben, ada)[number % 2], at, ada)
        promise.refresh_from_db()
    client = door(ada)
    client.get(f"/promises/{promise.pk}")
    with django_assert_max_num_queries(15):
        assert client.get(f"/promises/{promise.pk}").status_code == 200


def test_every_date_says_whether_it_reached_the_customer(
    door: Door, case: Case, ada: Agent, promised: MakePromise, at: datetime
) -> None:
    from goodword.promises.dues import renegotiate_by_mail

    promise = promised(due=at + 24 * HOUR)
    renegotiate_by_mail(promise, at + 48 * HOUR, "on Wednesday", cases.Draft("On Wednesday."), at, ada, reason="Fog")
    assert "On its way" in door(ada).get(f"/promises/{promise.pk}").content.decode()
    sent = Message.objects.filter(is_ours=True).latest("id")
    delivery.bounced(sent, ("kim@home.example",), at, "550 no such user")
    tasks.message_did_not_arrive(Entry.objects.get(verb="message.bounced"), at)
    page = door(ada).get(f"/promises/{promise.pk}").content.decode()
    assert "Never reached the customer" in page
    assert "Why: Fog" in page


@pytest.mark.parametrize("move", ["", *(f"/{move}" for move in MOVES)])
def test_omar_finds_no_promise(door: Door, promised: MakePromise, omar: Agent, move: str) -> None:
    promise = promised()
    before = Entry.objects.count()
    assert door(omar).get(f"/promises/{promise.pk}{move}").status_code == 404
    if move:
        assert door(omar).post(f"/promises/{promise.pk}{move}", {"words": "x"}).status_code == 404
    assert Entry.objects.count() == before


@pytest.mark.parametrize("move", MOVES)
def test_the_auditor_moves_no_promise(door: Door, broken: Promise, nora: Agent, move: str) -> None:
    before = Entry.objects.count()
    assert door(nora).get(f"/promises/{broken.pk}").status_code == 200
    assert door(nora).post(f"/promises/{broken.pk}/{move}", {"words": "x"}).status_code == 403
    assert Entry.objects.count() == before


def test_looking_at_a_promise_changes_nothing(door: Door, broken: Promise, ada: Agent) -> None:
    before = Entry.objects.count()
    for move in ("", *(f"/{move}" for move in MOVES)):
        assert door(ada).get(f"/promises/{broken.pk}{move}").status_code == 200
    assert Entry.objects.count() == before


def test_a_statement_delivers_where_the_kind_accepts_it(door: Door, promised: MakePromise, ada: Agent) -> None:
    promise = promised(kind="fix", words="We will repair it")
    assert (
        door(ada).post(f"/promises/{promise.pk}/evidence", {"type": "agent_statement", "words": ""}).status_code == 422
    )
    door(ada).post(f"/promises/{promise.pk}/evidence", {"type": "agent_statement", "words": "New zip fitted"})
    promise.refresh_from_db()
    assert (promise.status, promise.verdict) == ("delivered", "kept")


def test_a_proof_that_the_kind_does_not_accept_is_not_offered(door: Door, promised: MakePromise, ada: Agent) -> None:
    promise = promised(kind="refund", words="Your money comes back")
    page = door(ada).get(f"/promises/{promise.pk}/evidence").content.decode()
    assert 'value="agent_statement"' not in page
    given = {"type": "agent_statement", "words": "Paid, I think"}
    assert door(ada).post(f"/promises/{promise.pk}/evidence", given).status_code == 422
    assert Evidence.objects.count() == 0


def test_a_call_that_reached_nobody_is_not_offered_as_proof(
    door: Door, case: Case, promised: MakePromise, ada: Agent, at: datetime
) -> None:
    promise = promised(at=at - HOUR, due=at + HOUR)
    cases.log_call(case, ada, "voicemail", "Left a word", at)
    page = door(ada).get(f"/promises/{promise.pk}/evidence").content.decode()
    assert "Left a word" not in page
    assert "log the call below the timeline" in page
    call = cases.log_call(case, ada, "reached", "Told Kim", at)
    given = {"type": "call_reached", "message": call.pk}
    assert door(ada).post(f"/promises/{promise.pk}/evidence", given).status_code == 303
    promise.refresh_from_db()
    assert promise.status == "delivered"


def test_the_customers_word_confirms(door: Door, promised: MakePromise, ada: Agent) -> None:
    promise = promised()
    assert door(ada).post(f"/promises/{promise.pk}/confirmation", {"words": ""}).status_code == 422
    door(ada).post(f"/promises/{promise.pk}/confirmation", {"words": "“Got it”, by phone"})
    promise.refresh_from_db()
    assert (promise.status, promise.verdict) == ("confirmed", "kept")


def test_what_did_not_arrive_is_owed_again(door: Door, promised: MakePromise, ada: Agent, at: datetime) -> None:
    promise = promised(kind="fix", words="We will repair it")
    assert door(ada).post(f"/promises/{promise.pk}/dispute", {"words": "Still open"}).status_code == 409
    actions.deliver(promise, "agent_statement", at, by=ada, words="Done")
    door(ada).post(f"/promises/{promise.pk}/dispute", {"words": "Still broken"})
    promise.refresh_from_db()
    assert (promise.status, Evidence.objects.get().state) == ("owed", "fallen")


def test_letting_us_off_takes_the_customers_words(door: Door, promised: MakePromise, ada: Agent) -> None:
    promise = promised()
    assert door(ada).post(f"/promises/{promise.pk}/release", {"words": " "}).status_code == 422
    door(ada).post(f"/promises/{promise.pk}/release", {"words": "“No need any more”"})
    promise.refresh_from_db()
    assert promise.status == "released"


def test_a_promise_goes_to_an_active_colleague_who_may_act(
    door: Door, promised: MakePromise, ada: Agent, omar: Agent, nora: Agent
) -> None:
    promise = promised()
    assert door(ada).post(f"/promises/{promise.pk}/owner", {"owner": nora.pk}).status_code == 422
    given = {"owner": omar.pk, "why": "It is his shop"}
    assert door(ada).post(f"/promises/{promise.pk}/owner", given).status_code == 303
    promise.refresh_from_db()
    assert promise.owner == omar


def test_a_missed_promise_is_taken_note_of_once(door: Door, broken: Promise, lena: Agent) -> None:
    assert door(lena).post(f"/promises/{broken.pk}/acknowledgement").status_code == 303
    broken.refresh_from_db()
    assert (broken.acknowledged_by, broken.status, broken.verdict) == (lena, "owed", "broken")
    assert door(lena).post(f"/promises/{broken.pk}/acknowledgement").status_code == 409


def test_taking_note_of_what_is_not_late_is_a_conflict(door: Door, promised: MakePromise, ada: Agent) -> None:
    assert door(ada).post(f"/promises/{promised().pk}/acknowledgement", headers=HX).status_code == 422


def test_a_new_date_by_letter_leads_to_the_composer_with_the_draft(
    door: Door, case: Case, promised: MakePromise, ada: Agent, at: datetime
) -> None:
    promise = promised(due=at + 24 * HOUR)
    given = {"day": "2026-03-05", "time": "15:00", "how": "letter", "reason": "Fog"}
    answer = door(ada).post(f"/promises/{promise.pk}/renegotiations", given)
    assert (
        answer["Location"] == f"/cases/{case.pk}?moves={promise.pk}&day=2026-03-05&time=15%3A00&why=Fog#id_reply-text"
    )
    assert Due.objects.count() == 1
    page = door(ada).get(answer["Location"].partition("#")[0]).content.decode()
    assert "It is taking longer than I said" in page
    assert "Thursday 5 March, by 3 pm" in page
    assert "Fog" in page


def test_a_new_date_told_on_the_phone_counts_from_the_call(
    door: Door, promised: MakePromise, ada: Agent, at: datetime
) -> None:
    promise = promised(due=at + 24 * HOUR)
    given = {"day": "2026-03-05", "time": "15:00", "how": "call", "reason": "The carrier is late"}
    assert door(ada).post(f"/promises/{promise.pk}/renegotiations", given).status_code == 422
    assert Message.objects.filter(is_ours=True).count() == 0
    door(ada).post(f"/promises/{promise.pk}/renegotiations", given | {"said": "Kim is fine with Thursday"})
    promise.refresh_from_db()
    assert (promise.due_at, promise.renegotiated) == (datetime(2026, 3, 5, 15, tzinfo=UTC), True)


def test_a_new_date_in_the_past_is_refused_and_no_call_is_logged(door: Door, promised: MakePromise, ada: Agent) -> None:
    given = {"day": "2026-03-01", "time": "15:00", "how": "call", "said": "Hello"}
    assert door(ada).post(f"/promises/{promised().pk}/renegotiations", given).status_code == 422
    assert Message.objects.filter(is_ours=True).count() == 0


def test_the_letter_of_another_case_is_not_begun_here(
    door: Door, case: Case, promised: MakePromise, ada: Agent, at: datetime
) -> None:
    from tests.conftest import mail

    other = cases.receive(mail("eve@elsewhere.example", "Hello"), at).case
    promise = promised(case=other)
    page = door(ada).get(f"/cases/{case.pk}?moves={promise.pk}").content.decode()
    assert "It is taking longer than I said" not in page


def test_a_promise_that_does_not_exist_is_not_found(door: Door, ada: Agent) -> None:
    assert door(ada).get("/promises/999999").status_code == 404
    assert door(ada).post("/promises/999999/release", {"words": "x"}).status_code == 404
