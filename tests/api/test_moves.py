"""Cases and promises through the API: the moves of the desk, refused as there."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from goodword.cases.actions import log_call, receive
from goodword.cases.models import Case
from goodword.kit import clock
from goodword.people.models import Agent, Identity
from goodword.promises.models import Promise
from tests.api.conftest import Program, Programs
from tests.conftest import MakePromise, mail


@pytest.fixture
def hers(program: Programs, ada: Agent) -> Program:
    """Ada's program."""
    return program(ada)


def test_a_case_begins_with_the_customers_words(hers: Program) -> None:
    body = {"address": "Ines@home.example", "name": "Ines", "subject": "My boots", "text": "They leak."}
    begun = hers.post("/cases", body)
    assert begun.status_code == 201
    case = begun.json()["case"]
    assert (begun.json()["outcome"], case["status"], case["awaits_reply"]) == ("started", "open", True)
    assert case["address"] == "ines@home.example"
    assert Identity.objects.get(address="ines@home.example").health == "unverified"  # nobody has written from it
    by_number = hers.post("/cases", {"customer": case["customer"]["id"], "text": "And my hat.", "channel": "chat"})
    assert by_number.json()["case"]["customer"] == case["customer"]


def test_a_case_begins_with_our_words_and_what_they_promise(hers: Program, ada: Agent) -> None:
    body = {
        "by": "us", "address": "ines@home.example", "subject": "Your order", "text": "We will call you on Wednesday.",
        "promises": [{"kind": "callback", "words": "We will call you on Wednesday", "due": "2026-03-04"}],
    }  # fmt: skip
    case = hers.post("/cases", body).json()["case"]
    assert case["owner"]["id"] == ada.pk
    [promise] = hers.get(f"/cases/{case['id']}").json()["promises"]
    assert (promise["status"], promise["due_is_day"]) == ("owed", True)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"text": "Hello"}, "customer"),
        ({"text": "Hello", "address": "a@b.example", "customer": 1}, "customer"),
        ({"text": "Hello", "address": "nobody"}, "address"),
        ({"text": " ", "address": "a@b.example"}, "text"),
        ({"text": "Hello\0", "address": "a@b.example"}, "text"),
        ({"text": "Hello", "address": "a@b.example", "by": "us"}, "subject"),
        ({"text": "Hello", "address": "a@b.example", "tone": "kind"}, "tone"),
        ({"text": "Hello", "address": "a@b.example", "promises": [{"words": "x", "due": "2026-03-04"}]}, "promises"),
        ({"text": "Hello", "address": "a@b.example", "promises": [{"words": "x", "due": "soon"}]}, "promises.0.due"),
    ],
)
def test_what_cannot_be_understood_is_told_by_its_field(hers: Program, body: dict[str, object], field: str) -> None:
    refused = hers.post("/cases", body)
    assert refused.status_code == 422
    assert refused.json()["field"].startswith(field)
    assert not Case.objects.exists()


def test_a_message_makes_promises_and_keeps_others(hers: Program, case: Case, promised: MakePromise) -> None:
    kept = promised("update", words="I will write to you")
    body = {
        "text": "It is on its way. I will call you tomorrow at three.", "keeps": [kept.pk], "seen": case.last_message,
        "promises": [{"kind": "callback", "words": "call you tomorrow at three", "due": "2026-03-03T15:00:00Z"}],
    }  # fmt: skip
    sent = hers.post(f"/cases/{case.pk}/messages", body)
    assert sent.status_code == 201
    assert [one["kind"] for one in sent.json()["promises"]] == ["callback"]
    proofs = hers.get(f"/promises/{kept.pk}").json()["evidence"]
    assert [(one["type"], one["state"]) for one in proofs] == [("message_sent", "pending")]


def test_a_message_whose_writer_has_not_seen_the_latest_words_shows_them(
    hers: Program, case: Case, at: datetime
) -> None:
    seen = case.last_message
    receive(mail(text="Wait, it has come!", token_case=case.pk), at)
    refused = hers.post(f"/cases/{case.pk}/messages", {"text": "I am looking for it.", "seen": seen})
    assert (refused.status_code, refused.json()["code"]) == (409, "unseen_message")
    assert [one["text"] for one in refused.json()["messages"]] == ["Wait, it has come!"]


def test_a_promise_of_an_unknown_kind_or_for_yesterday_is_refused_with_its_message(hers: Program, case: Case) -> None:
    for promise, field in (
        ({"kind": "magic", "words": "x", "due": "2026-03-04"}, "kind"),
        ({"kind": "callback", "words": "x", "due": "2026-03-01T12:00:00Z"}, "due"),
        ({"kind": "callback", "words": "x", "due": "2026-03-04T12:00:00"}, "promises.0.due"),  # without a zone
    ):
        refused = hers.post(f"/cases/{case.pk}/messages", {"text": "Hello", "promises": [promise]})
        assert refused.status_code == 422
        assert refused.json()["field"].startswith(field)
    assert not case.messages.filter(is_ours=True).exists()


def test_a_closure_with_owed_promises_lists_them(hers: Program, case: Case, promised: MakePromise) -> None:
    owed = promised()
    refused = hers.post(f"/cases/{case.pk}/closure", {"reason": "they said thanks"})
    assert (refused.status_code, refused.json()["code"]) == (409, "promises_owed")
    [row] = refused.json()["promises"]
    assert (row["id"], row["words"], row["status"]) == (owed.pk, owed.words, "owed")
    released = hers.post(f"/promises/{owed.pk}/release", {"words": "do not bother, she said on the phone"})
    assert released.json()["status"] == "released"
    assert hers.post(f"/cases/{case.pk}/closure", {"reason": "they said thanks"}).json()["status"] == "closed"
    assert hers.delete(f"/cases/{case.pk}/closure").json()["status"] == "open"
    assert hers.delete(f"/cases/{case.pk}/closure").status_code == 200


def test_an_override_takes_a_lead_and_a_token_made_for_it(
    program: Programs, ada: Agent, lena: Agent, case: Case, promised: MakePromise
) -> None:
    promised()
    path, body = f"/cases/{case.pk}/closure", {"how": "override", "reason": "a duplicate of paper mail"}
    assert program(ada, "admin").post(path, body).json()["code"] == "no_right"
    assert program(lena, "write").post(path, body).status_code == 403
    assert program(lena, "admin").post(path, body).json()["closed_how"] == "override"


def test_a_promise_is_proved_by_what_its_kind_accepts(
    hers: Program, case: Case, ada: Agent, promised: MakePromise, at: datetime
) -> None:
    before = log_call(case, ada, "reached", "an earlier call", at - timedelta(minutes=5))
    promise, refund = promised(), promised("refund", words="Your money comes back")
    call = log_call(case, ada, "reached", "told them", at)
    missed = log_call(case, ada, "no_answer", "", at)
    for body, status, code in (
        ({"type": "call_reached"}, 422, "malformed"),
        ({"type": "customer_word"}, 422, "malformed"),
        ({"type": "call_reached", "message": 999}, 404, "not_found"),
        ({"type": "call_reached", "message": missed.pk}, 409, "call_did_not_reach"),
        ({"type": "call_reached", "message": before.pk}, 409, "before_the_promise"),
        ({"type": "provider_event", "words": "parcel 7"}, 409, "evidence_not_accepted"),
    ):
        refused = hers.post(f"/promises/{promise.pk}/evidence", body)
        assert (refused.status_code, refused.json()["code"]) == (status, code), body
    done = hers.post(f"/promises/{promise.pk}/evidence", {"type": "call_reached", "message": call.pk}).json()
    assert (done["status"], done["verdict"]) == ("delivered", "kept")
    paid = hers.post(f"/promises/{refund.pk}/evidence", {"type": "provider_event", "words": "payment 4711 settled"})
    assert (paid.json()["status"], paid.json()["evidence"][0]["words"]) == ("delivered", "payment 4711 settled")
    again = hers.post(f"/promises/{promise.pk}/dispute", {"words": "nobody called"}).json()
    assert (again["status"], again["evidence"][0]["state"]) == ("owed", "fallen")
    assert [line["verb"] for line in again["history"]] == ["promise.made", "promise.delivered", "promise.reopened"]
    sure = hers.post(f"/promises/{promise.pk}/confirmation", {"words": "yes, that was you"}).json()
    assert sure["status"] == "confirmed"


def test_a_new_date_told_on_the_phone_counts_at_once_and_by_mail_once_it_is_out(
    hers: Program, promised: MakePromise
) -> None:
    by_call, by_mail = promised(), promised(words="I will write")
    body = {"due": "2026-03-05T12:00:00Z", "text": "I told her it takes until Thursday.", "reason": "no parts"}
    moved = hers.post(f"/promises/{by_call.pk}/renegotiations", body | {"how": "call"}).json()
    assert moved["due_at"].startswith("2026-03-05T12:00")
    assert moved["renegotiated"]
    waits = hers.post(f"/promises/{by_mail.pk}/renegotiations", body).json()
    assert waits["due_at"].startswith("2026-03-02T12:00")
    assert [one["state"] for one in waits["dues"]] == ["told", "proposed"]
    twice = hers.post(f"/promises/{by_mail.pk}/renegotiations", body)
    assert (twice.status_code, twice.json()["code"]) == (409, "date_on_its_way")
    past = hers.post(f"/promises/{by_call.pk}/renegotiations", body | {"due": "2026-02-27"})
    assert (past.status_code, past.json().get("field")) == (422, "due"), past.content


def test_a_promise_goes_to_somebody_who_may_act_and_a_missed_one_is_noted(
    hers: Program, ben: Agent, nora: Agent, case: Case, promised: MakePromise, at: datetime
) -> None:
    promise = promised()
    assert hers.post(f"/promises/{promise.pk}/owner", {"owner": nora.pk}).json()["field"] == "owner"
    assert hers.post(f"/promises/{promise.pk}/owner", {"owner": ben.pk}).json()["owner"]["name"] == "Ben"
    early = hers.post(f"/promises/{promise.pk}/acknowledgement")
    assert (early.status_code, early.json()["code"]) == (409, "not_overdue")
    clock.move_to(at + timedelta(hours=4))
    noted = hers.post(f"/promises/{promise.pk}/acknowledgement").json()
    assert (noted["verdict"], noted["stage"]) == ("broken", "overdue")
    assert noted["acknowledged_at"]
    own = {"kind": "callback", "words": "a call", "due": "2026-03-04", "owner": nora.pk}
    assert hers.post(f"/cases/{case.pk}/promises", own).json()["field"] == "owner"
    assert hers.post(f"/cases/{case.pk}/promises", own | {"owner": ben.pk}).json()["owner"]["id"] == ben.pk
    assert Promise.objects.count() == 2


def test_a_call_that_reached_nobody_promises_nothing(hers: Program, case: Case) -> None:
    promise = {"kind": "callback", "words": "a call", "due": "2026-03-04"}
    body = {"outcome": "no_answer", "text": "", "promises": [promise]}
    assert hers.post(f"/cases/{case.pk}/calls", body).json()["field"] == "outcome"
    logged = hers.post(f"/cases/{case.pk}/calls", body | {"outcome": "reached"}).json()
    assert [one["words"] for one in logged["promises"]] == ["a call"]
