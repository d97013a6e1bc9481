"""Spam leaves the open views, is told to nobody, and is never thrown away; what was promised is none."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest

from goodword.cases.actions import Draft, receive, reply
from goodword.cases.changes import assign, snooze
from goodword.cases.models import Case
from goodword.cases.unwanted import Sender
from goodword.closing import actions, spam
from goodword.insight.definitions import CASE
from goodword.insight.folding import count_all
from goodword.insight.tables import Fact
from goodword.kit import clock
from goodword.kit.errors import Conflict
from goodword.ledger.models import Entry
from goodword.notices import tasks as notices
from goodword.notices.models import Notice
from goodword.people.models import Agent
from tests.cases.test_labels import found
from tests.conftest import MakePromise, mail
from tests.web.test_doors import signed_in


def test_marked_by_a_press_it_leaves_the_views_and_what_its_sender_writes_later_follows(
    case: Case, ada: Agent, at: datetime
) -> None:
    clock.make_movable(at)
    assign(case, ada, at, ada)
    snooze(case, at + timedelta(days=2), at, ada)
    client = signed_in(ada)
    told = client.post(f"/cases/{case.pk}/spam", headers={"HX-Request": "true"})
    assert "Not spam" in client.get(f"/cases/{case.pk}/header").content.decode()
    later = receive(mail(subject="Buy now", text="Cheap!", message_id="<2@h>"), at).case
    assert (later.status, later.closed_how, later.awaits_reply) == ("closed", "spam", False)
    assert found("is:spam", ada, at) == [later, case]
    for text in ("is:closed", "is:alive", "is:open"):
        assert found(text, ada, at) == []
    line = Entry.objects.filter(verb="message.received").latest("pk")
    notices.message_received(line, at)
    assert not Notice.objects.exists()
    undo = json.loads(told["HX-Trigger"])["say"]["undo"]
    client.post(undo)
    case.refresh_from_db()
    assert (case.status, case.wakes_at, case.owner) == ("waiting", at + timedelta(days=2), ada)
    assert not Sender.objects.exists()
    client.post("/inbox/spam/spam", {"case": [later.pk]}, headers={"HX-Request": "true"})
    later.refresh_from_db()
    assert (later.status, later.awaits_reply, receive(mail(text="Hi", message_id="<3@h>"), at).case.status) == (
        "open", True, "open",
    )  # fmt: skip


def test_what_is_owed_or_was_a_matter_is_no_spam(case: Case, ada: Agent, at: datetime, promised: MakePromise) -> None:
    clock.make_movable(at)
    promised()
    answer = signed_in(ada).post(f"/cases/{case.pk}/spam", headers={"HX-Request": "true"})
    assert answer.status_code == 409
    assert "A promise in this case is still owed" in answer["HX-Trigger"]
    other = receive(mail("pia@home.example"), at).case
    Case.objects.filter(pk=other.pk).update(status="closed", closed_how="word", closed_at=at)
    with pytest.raises(Conflict):
        spam.mark(other, at, ada)


def test_answers_in_a_case_that_is_no_spam_still_arrive_and_a_forged_name_is_not_remembered(
    case: Case, ada: Agent, at: datetime
) -> None:
    ours = reply(case, ada, Draft("On its way."), at)
    other = receive(mail(subject="Cheap pills", text="Pills", message_id="<p@x>"), at).case
    spam.mark(other, at, ada)
    got = receive(mail(text="Thanks, when?", in_reply_to=ours.message_id, message_id="<4@h>"), at)
    assert (got.case, got.case.status) == (case, "open")
    forged = receive(mail("eve@else.example", text="I am Eve", sender_check="failed", message_id="<5@h>"), at).case
    spam.mark(forged, at, ada)
    assert list(Sender.objects.values_list("address", flat=True)) == ["kim@home.example"]


def test_spam_is_no_new_matter_in_any_figure(case: Case, ada: Agent, at: datetime) -> None:
    actions.close(case, "word", at, ada, said_done=True, reason="All is well.")
    other = receive(mail(subject="Cheap pills", text="Pills", message_id="<9@x>"), at + timedelta(days=1)).case
    later = at + timedelta(days=30)

    def came_back() -> int:
        count_all(later)
        return int(Fact.objects.get(what=CASE, subject=case.pk).values["recontact"])

    assert came_back() == 1
    spam.mark(other, later, ada)
    assert came_back() == 0
    spam.unmark(other, later, ada)
    assert came_back() == 1
