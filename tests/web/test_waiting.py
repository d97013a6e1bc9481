"""Taking a reply back, sending it later, copies and sender, through the desk's doors."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from goodword.cases.actions import receive
from goodword.cases.models import Case, Message
from goodword.channels.email.models import Mailbox
from goodword.channels.email.outbound import queue_message
from goodword.kit import files
from goodword.people.models import Agent
from goodword.promises.models import Promise
from goodword.sending.models import Reply, State
from goodword.sending.tasks import sweep_replies
from tests.conftest import MakePromise, mail
from tests.web.conftest import Door
from tests.web.drafts import HEARD, PROMISES, chip, draft, ours

HX = {"HX-Request": "true"}


@pytest.fixture
def careful(ada: Agent) -> Agent:
    """Ada may take her replies back for eight seconds."""
    ada.undo_seconds = 8
    ada.save(update_fields=["undo_seconds"])
    return ada


def test_a_reply_can_be_taken_back_on_a_page_without_script(door: Door, case: Case, careful: Agent) -> None:
    client = door(careful)
    form = draft(PROMISES, chip(due_words="by Friday"), **{"reply-cc": "Jo@home.example"})
    answer = client.post(f"/cases/{case.pk}/messages", form)
    reply = Reply.objects.get()
    assert (answer.status_code, answer["Location"], ours()) == (303, f"/replies/{reply.pk}", [])
    assert "Going out in a moment" in client.get(f"/replies/{reply.pk}").content.decode()
    undone = client.post(f"/replies/{reply.pk}/withdrawal", {"then": "go"})
    page = client.get(undone["Location"]).content.decode()
    assert (PROMISES in page, HEARD in page, "jo@home.example" in page, Promise.objects.count()) == (True,) * 3 + (0,)
    assert client.post(f"/replies/{reply.pk}/dispatch").status_code == 409


def test_the_page_offers_undo_and_puts_the_words_back(door: Door, case: Case, careful: Agent, nora: Agent) -> None:
    answer = door(careful).post(f"/cases/{case.pk}/messages", draft("It is on its way."), headers=HX)
    reply = Reply.objects.get()
    assert f'"undo": "/replies/{reply.pk}/withdrawal"' in answer["HX-Trigger"]
    assert '"seconds": 7.' in answer["HX-Trigger"]
    assert door(nora).post(f"/replies/{reply.pk}/withdrawal").status_code == 403
    undone = door(careful).post(f"/replies/{reply.pk}/withdrawal", headers=HX)
    assert undone["HX-Retarget"] == "form[data-draft=reply]"
    assert "It is on its way." in undone.content.decode()


def test_a_colleague_without_a_desk_finds_no_waiting_reply(door: Door, case: Case, careful: Agent, omar: Agent) -> None:
    door(careful).post(f"/cases/{case.pk}/messages", draft("It is on its way."))
    pk = Reply.objects.get().pk
    client = door(omar)
    for answer in (
        client.get(f"/replies/{pk}"), client.get(f"/cases/{case.pk}/replies"), client.get(f"/cases/{case.pk}/senders"),
        client.post(f"/replies/{pk}/withdrawal"), client.post(f"/replies/{pk}/dispatch"),
    ):  # fmt: skip
        assert answer.status_code == 404


def test_what_keeps_a_promise_that_is_due_now_does_not_wait(
    door: Door, case: Case, careful: Agent, promised: MakePromise, at: datetime
) -> None:
    promise = promised(
        kind="document", words="I will send it", due=at + timedelta(seconds=30), at=at - timedelta(hours=1)
    )
    door(careful).post(f"/cases/{case.pk}/messages", draft("Here it is.", keeps=[promise.pk]))
    assert (len(ours()), Reply.objects.count()) == (1, 0)


def test_a_reply_goes_out_at_the_chosen_moment_on_the_agents_clock(door: Door, case: Case, ada: Agent) -> None:
    ada.time_zone = "Europe/Berlin"
    ada.save(update_fields=["time_zone"])
    later = {"later": "chosen", "reply-later_day": "2026-03-03", "reply-later_time": ""}
    door(ada).post(f"/cases/{case.pk}/messages", draft(PROMISES, chip(), **later))
    reply = Reply.objects.get()
    assert (reply.is_scheduled, reply.goes_at) == (True, datetime(2026, 3, 3, 8, tzinfo=UTC))
    strip = door(ada).get(f"/cases/{case.pk}/replies").content.decode()
    assert "Goes out" in strip
    assert f"“{HEARD}”" in strip
    sweep_replies(reply.goes_at)
    assert Promise.objects.get().made_at == reply.goes_at


@pytest.mark.parametrize(
    "later", ["2026-03-02T08:00:00+00:00", "2030-01-01T00:00:00+00:00", "2026-03-03T09:00", "soon", "chosen"]
)
def test_a_moment_that_is_none_holds_the_reply_with_a_word(door: Door, case: Case, ada: Agent, later: str) -> None:
    answer = door(ada).post(f"/cases/{case.pk}/messages", draft("It is on its way.", later=later))
    assert (answer.status_code, Reply.objects.count(), ours()) == (422, 0, [])
    assert 'role="alert"' in answer.content.decode()


def test_what_the_customer_overtook_can_be_written_on_or_put_away(
    door: Door, case: Case, ada: Agent, at: datetime
) -> None:
    client = door(ada)
    client.post(f"/cases/{case.pk}/messages", draft("It is on its way.", later="2026-03-03T09:00:00+00:00"))
    receive(mail(text="It has come!", token_case=case.pk), at)
    sweep_replies(at + timedelta(days=2))
    assert "wrote first" in client.get(f"/cases/{case.pk}/replies").content.decode()
    pk = Reply.objects.get(state=State.ANSWERED).pk
    client.post(f"/replies/{pk}/withdrawal", {"then": "leave"})
    assert "wrote first" not in client.get(f"/cases/{case.pk}/replies").content.decode()
    assert "It is on its way." in client.get(f"/cases/{case.pk}?draft={pk}").content.decode()


def test_copies_go_along_and_blind_ones_stay_blind(door: Door, case: Case, ada: Agent) -> None:
    box = Mailbox.objects.create(address="sales@shop.example", smtp_host="localhost")
    copies = {"reply-cc": "jo@home.example, boss@firm.example", "reply-bcc": "ben@desk.example"}
    door(ada).post(f"/cases/{case.pk}/messages", draft("Hello", **copies, **{"reply-sender": box.address}))
    [message] = ours()
    assert (message.cc, message.bcc) == (["jo@home.example", "boss@firm.example"], ["ben@desk.example"])
    queued = queue_message(Message.objects.get(pk=message.pk), message.at)
    assert queued.recipients == ["kim@home.example", "jo@home.example", "boss@firm.example", "ben@desk.example"]
    source = files.fetch(queued.key).decode()
    assert 'From: "Ada" <sales@shop.example>' in source
    assert "ben@desk.example" not in source


def test_a_wrong_copy_or_a_sender_that_is_not_ours_is_named(door: Door, case: Case, ada: Agent) -> None:
    wrong = door(ada).post(f"/cases/{case.pk}/messages", draft("Hello", **{"reply-cc": "jo@home.example, nobody"}))
    assert "nobody is not an e-mail address." in wrong.content.decode()
    foreign = door(ada).post(f"/cases/{case.pk}/messages", draft("Hello", **{"reply-sender": "ceo@bank.example"}))
    assert "That is no address of ours." in foreign.content.decode()
    assert ours() == []
