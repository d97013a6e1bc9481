"""A reply that waits: nothing of it counts before it goes, and once taken back it never goes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from goodword.cases.actions import receive
from goodword.cases.models import Case, Message
from goodword.kit.errors import Conflict, Malformed, NotFound
from goodword.ledger.models import Entry
from goodword.notices.models import Notice
from goodword.notices.tasks import reply_stays
from goodword.people.models import Agent
from goodword.promises.models import Evidence, Promise
from goodword.sending import actions
from goodword.sending.access import reply_for
from goodword.sending.models import Reply, State
from goodword.sending.tasks import customer_wrote, sweep_replies
from tests.conftest import MakePromise, mail
from tests.sending.conftest import Plan

SECOND = timedelta(seconds=1)


def ours() -> list[Message]:
    return list(Message.objects.filter(is_ours=True))


def test_nothing_is_written_or_promised_before_its_moment(planned: Plan, at: datetime) -> None:
    reply = planned()
    sweep_replies(at + 7 * SECOND)
    assert (ours(), Promise.objects.count(), Entry.objects.filter(verb="promise.made").count()) == ([], 0, 0)
    sweep_replies(at + 9 * SECOND)
    [message], [promise] = ours(), Promise.objects.all()
    reply.refresh_from_db()
    assert (reply.state, reply.message, message.at, message.bcc) == (
        State.SENT, message, at + 9 * SECOND, ["boss@desk.example"],
    )  # fmt: skip
    assert (promise.made_at, promise.told_by, promise.due_at) == (at + 9 * SECOND, message, at + timedelta(hours=26))
    sweep_replies(at + 20 * SECOND)
    assert len(ours()) == 1


def test_what_is_taken_back_never_goes_and_leaves_nothing_owed(
    planned: Plan, case: Case, ada: Agent, at: datetime
) -> None:
    reply = actions.take_back(planned(), at + 3 * SECOND, ada)
    sweep_replies(at + timedelta(days=2))
    case.refresh_from_db()
    assert (reply.state, ours(), Promise.objects.count(), case.owed, case.awaits_reply) == ("withdrawn", [], 0, 0, True)
    assert Entry.objects.get(verb="reply.withdrawn").get("promised") == 1


def test_what_has_gone_out_is_not_taken_back(planned: Plan, ada: Agent, at: datetime) -> None:
    reply = planned()
    sweep_replies(at + 9 * SECOND)
    with pytest.raises(Conflict, match="gone out already"):
        actions.take_back(reply, at + 10 * SECOND, ada)


def test_a_scheduled_reply_stays_when_the_customer_writes_first_and_its_writer_is_told(
    planned: Plan, ada: Agent, at: datetime
) -> None:
    reply = planned(timedelta(hours=3), chosen=True)
    receive(mail(text="Never mind, I found it.", subject="Re: Where is it?"), at + timedelta(hours=1))
    received = receive(mail(text="It was at the neighbour's.", token_case=reply.case_id), at + timedelta(hours=2))
    customer_wrote(Entry.objects.get(verb="message.received", subject_id=received.message.pk), at + timedelta(hours=2))
    reply.refresh_from_db()
    assert (reply.state, reply.text[:8]) == (State.ANSWERED, "Dear Kim")
    reply_stays(Entry.objects.get(verb="reply.answered"), at + timedelta(hours=2))
    assert Notice.objects.get(person=ada, verb="reply.answered").words.endswith("they wrote first")
    sweep_replies(at + timedelta(hours=4))
    assert ours() == []


def test_the_customer_is_seen_also_when_no_follower_has_run_yet(planned: Plan, at: datetime) -> None:
    reply = planned(timedelta(hours=3), chosen=True)
    receive(mail(text="It was at the neighbour's.", token_case=reply.case_id), at + timedelta(hours=2))
    sweep_replies(at + timedelta(hours=4))
    reply.refresh_from_db()
    assert (reply.state, ours()) == (State.ANSWERED, [])


def test_a_robot_that_answers_does_not_hold_a_reply_up(planned: Plan, at: datetime) -> None:
    reply = planned(timedelta(hours=3), chosen=True)
    receive(mail(text="I am away.", token_case=reply.case_id, is_automatic=True), at + timedelta(hours=1))
    sweep_replies(at + timedelta(hours=3))
    assert len(ours()) == 1


def test_what_can_no_longer_be_said_at_its_moment_stays_with_the_reason(planned: Plan, at: datetime) -> None:
    reply = planned(timedelta(hours=3), chosen=True)
    sweep_replies(at + timedelta(days=3))  # the worker was away: what it promises for tomorrow has passed
    reply.refresh_from_db()
    assert (reply.state, ours(), Promise.objects.count()) == (State.HELD, [], 0)
    assert "lies ahead" in reply.why


def test_what_would_be_refused_then_is_refused_now(planned: Plan, promised: MakePromise, at: datetime) -> None:
    with pytest.raises(Malformed, match="lies ahead"):
        planned(timedelta(days=3), chosen=True)
    due_soon = promised(kind="document", words="I send it at ten", due=at + timedelta(hours=1))
    with pytest.raises(Malformed, match="due before that moment"):
        planned(timedelta(hours=2), chosen=True, keeps=[due_soon])
    assert (Reply.objects.count(), ours(), Evidence.objects.count()) == (0, [], 0)


def test_sending_now_keeps_what_it_was_to_keep(planned: Plan, promised: MakePromise, ada: Agent, at: datetime) -> None:
    promise = promised(kind="document", words="I send it by six", due=at + timedelta(hours=9))
    reply = planned(timedelta(hours=3), chosen=True, keeps=[promise])
    message = actions.send_now(reply, at + timedelta(minutes=1), ada)
    assert Evidence.objects.get(promise=promise).message == message


def test_the_database_refuses_to_send_early_unread_or_twice(
    planned: Plan, case: Case, at: datetime, refused: Callable[[str], None]
) -> None:
    waits, taken_back = planned(), planned()
    Reply.objects.filter(pk=taken_back.pk).update(state="withdrawn", ended_at=at, wakes_at=None)
    message = receive(mail(text="One more thing", token_case=case.pk), at).message
    sent = f"state = 'sent', message_id = {message.pk}, wakes_at = NULL"
    refused(f"UPDATE sending_reply SET {sent}, ended_at = goes_at - interval '1 second' WHERE id = {waits.pk}")
    refused(f"UPDATE sending_reply SET {sent}, ended_at = goes_at WHERE id = {waits.pk}")
    refused(f"UPDATE sending_reply SET {sent}, ended_at = goes_at WHERE id = {taken_back.pk}")
    refused(f"UPDATE sending_reply SET text = 'else' WHERE id = {waits.pk}")
    refused(f"DELETE FROM sending_reply WHERE id = {waits.pk}")


@pytest.fixture
def refused() -> Callable[[str], None]:
    """Says that the database refuses a statement."""
    from django.db import connection

    def statement(words: str) -> None:
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(words)

    return statement


def test_who_may_not_see_the_case_sees_no_reply_in_it(planned: Plan, omar: Agent) -> None:
    with pytest.raises(NotFound):
        reply_for(omar, planned().pk)
