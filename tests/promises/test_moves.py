"""The moves of a promise, through the actions and the database behind them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from goodword.cases import actions as cases
from goodword.cases import delivery
from goodword.cases.models import Case
from goodword.kit.errors import Conflict, Malformed
from goodword.ledger.models import Entry
from goodword.people import actions as people
from goodword.people.models import Agent, Customer
from goodword.promises import actions, dues, owners, tasks
from goodword.promises.models import Promise
from tests.conftest import MakePromise

HOUR = timedelta(hours=1)
NOW = Callable[[], None]


def story(promise: Promise) -> list[str]:
    """The verbs of a promise's life, oldest first."""
    lines = Entry.objects.filter(subject_type="promise", subject_id=promise.pk).order_by("id")
    return [line.verb.removeprefix("promise.") for line in lines]


def test_a_callback_is_at_risk_then_broken_then_called_out_to_lead_and_admins(
    promised: MakePromise, at: datetime
) -> None:
    promise = promised()
    tasks.sweep_promises(at + timedelta(days=1))
    promise.refresh_from_db()
    assert story(promise)[:6] == ["made", "at_risk", "due_soon", "broken", "escalated", "escalated"]
    assert (promise.status, promise.verdict, promise.verdict_at) == ("owed", "broken", at + 3 * HOUR)


def test_a_worker_away_for_ten_days_writes_the_same_history(promised: MakePromise, at: datetime) -> None:
    first, second = promised(), promised(words="I will call again")
    moment = at
    while moment < at + timedelta(days=10):
        moment += timedelta(minutes=30)
        Promise.objects.filter(pk=second.pk).exists()
        with transaction.atomic():
            actions.catch_up(actions.held(first), moment)
    tasks.sweep_promises(at + timedelta(days=10))
    times = [
        [(line.verb, line.at) for line in Entry.objects.filter(subject_type="promise", subject_id=pk).order_by("id")]
        for pk in (first.pk, second.pk)
    ]
    assert times[0] == times[1]
    late = Entry.objects.get(subject_id=second.pk, verb="promise.broken")
    assert late.noted_at - late.at > timedelta(days=9)


def test_a_promise_kept_late_was_still_broken(promised: MakePromise, case: Case, ada: Agent, at: datetime) -> None:
    promise = promised()
    call = cases.log_call(case, ada, "reached", "Told Kim.", at + 4 * HOUR)
    promise = actions.deliver(promise, "call_reached", at + 4 * HOUR, by=ada, message=call)
    assert (promise.status, promise.verdict) == ("delivered", "broken")


def test_a_call_that_reached_nobody_keeps_no_callback(
    promised: MakePromise, case: Case, ada: Agent, at: datetime
) -> None:
    call = cases.log_call(case, ada, "voicemail", "", at + HOUR)
    with pytest.raises(Conflict) as refusal:
        actions.deliver(promised(), "call_reached", at + HOUR, by=ada, message=call)
    assert refusal.value.code == "call_did_not_reach"


def test_the_announcement_is_never_the_proof(case: Case, ada: Agent, at: datetime, promised: MakePromise) -> None:
    message = cases.reply(case, ada, cases.Draft("I will send it on Thursday."), at)
    promise = promised("document", "I will send it on Thursday", at + 72 * HOUR, message=message)
    with pytest.raises(Conflict) as refusal:
        actions.deliver(promise, "message_sent", at + HOUR, by=ada, message=message)
    assert refusal.value.code == "announcement_is_no_proof"


def test_a_proof_by_mail_counts_once_the_mail_is_out_and_falls_when_it_bounces(
    case: Case, ada: Agent, at: datetime, promised: MakePromise
) -> None:
    promise = promised("document", "I will send the invoice", at + 24 * HOUR)
    message = cases.reply(case, ada, cases.Draft("Here it is."), at + HOUR)
    actions.deliver(promise, "message_sent", at + HOUR, by=ada, message=message)
    promise.refresh_from_db()
    assert promise.status == "owed"
    delivery.mark(message, "handed_over", at + HOUR)
    tasks.message_is_out(Entry.objects.get(verb="message.handed_over"), at + HOUR)
    promise.refresh_from_db()
    assert (promise.status, promise.verdict) == ("delivered", "kept")
    delivery.bounced(message, ("kim@home.example",), at + 30 * HOUR, "550 no such user")
    tasks.message_did_not_arrive(Entry.objects.get(verb="message.bounced"), at + 30 * HOUR)
    promise.refresh_from_db()
    assert (promise.status, promise.verdict, promise.stage) == ("owed", "broken", "overdue")
    assert case.customer.identities.get().health == "bouncing"


def test_evidence_that_falls_before_the_due_leaves_time(
    case: Case, ada: Agent, kim: Customer, at: datetime, promised: MakePromise
) -> None:
    promise = promised("fix", "We will repair it", at + 48 * HOUR)
    actions.deliver(promise, "agent_statement", at + HOUR, by=ada, words="Done in the workshop")
    promise = actions.dispute(promise, at + 2 * HOUR, kim, "It is still broken")
    assert (promise.status, promise.verdict) == ("owed", "kept")
    tasks.sweep_promises(at + 49 * HOUR)
    promise.refresh_from_db()
    assert promise.verdict == "broken"


def test_a_new_date_counts_only_when_the_customer_was_told_in_time(
    case: Case, ada: Agent, at: datetime, promised: MakePromise
) -> None:
    promise = promised("refund", "Your refund comes tomorrow", at + 24 * HOUR)
    dues.renegotiate_by_mail(
        promise,
        at + 72 * HOUR,
        "by Thursday",
        cases.Draft("It will be Thursday."),
        at + HOUR,
        ada,
        reason="bank holiday",
    )
    promise.refresh_from_db()
    assert promise.due_at == at + 24 * HOUR
    message = promise.dues.get(state="proposed").told_by
    delivery.mark(message, "handed_over", at + 2 * HOUR)
    tasks.message_is_out(Entry.objects.get(verb="message.handed_over"), at + 2 * HOUR)
    promise.refresh_from_db()
    assert (promise.due_at, promise.renegotiated, promise.verdict) == (at + 72 * HOUR, True, "pending")
    assert [due.due_at for due in promise.dues.order_by("id")] == [at + 24 * HOUR, at + 72 * HOUR]
    delivery.bounced(message, (), at + 3 * HOUR)
    tasks.message_did_not_arrive(Entry.objects.get(verb="message.bounced"), at + 3 * HOUR)
    promise.refresh_from_db()
    assert (promise.due_at, promise.renegotiated, promise.stage) == (at + 24 * HOUR, False, "at_risk")


def test_a_new_date_told_after_the_due_is_broken_and_made_anew(
    case: Case, ada: Agent, at: datetime, promised: MakePromise
) -> None:
    promise = promised()
    call = cases.log_call(case, ada, "reached", "Sorry, tomorrow.", at + 5 * HOUR)
    dues.renegotiate_by_call(promise, at + 30 * HOUR, "tomorrow", call, at + 5 * HOUR, ada)
    promise.refresh_from_db()
    assert (promise.verdict, promise.stage, promise.due_at) == ("broken", "calm", at + 30 * HOUR)
    later = cases.log_call(case, ada, "reached", "Called.", at + 20 * HOUR)
    promise = actions.deliver(promise, "call_reached", at + 20 * HOUR, by=ada, message=later)
    assert promise.verdict == "broken"


def test_a_day_is_due_at_the_end_of_business_where_the_customer_lives(kim: Customer, promised: MakePromise) -> None:
    kim.time_zone = "America/New_York"
    kim.save(update_fields=["time_zone"])
    kim.cases.get()
    promise = promised("email", "I will answer by Thursday", date(2026, 3, 5), case=kim.cases.get())
    assert promise.due_at.isoformat() == "2026-03-05T22:00:00+00:00"


def test_absence_hands_what_falls_due_in_it_to_the_stand_in(
    ada: Agent, ben: Agent, lena: Agent, at: datetime, promised: MakePromise
) -> None:
    soon, later = promised("fix", "We repair it", at + 20 * HOUR), promised("fix", "And that", at + 200 * HOUR)
    people.plan_absence(ada, at + HOUR, at + 50 * HOUR, ben, at, lena)
    tasks.sweep_absences(at + HOUR)
    soon.refresh_from_db()
    later.refresh_from_db()
    assert (soon.owner, later.owner) == (ben, ada)
    assert promised(due=at + 10 * HOUR, at=at + 2 * HOUR).owner == ben


def test_nobody_leaves_with_promises_in_their_hands(
    ada: Agent, lena: Agent, mara: Agent, at: datetime, promised: MakePromise, meet_constraints: NOW
) -> None:
    promise = promised()
    with pytest.raises(DatabaseError), transaction.atomic():
        Agent.objects.filter(pk=ada.pk).update(is_active=False)
        meet_constraints()
    owners.leave(ada, at, mara)
    meet_constraints()
    promise.refresh_from_db()
    assert promise.owner == lena


def test_thanks_snooze_and_reassignment_touch_no_promise(
    case: Case, ben: Agent, ada: Agent, at: datetime, promised: MakePromise
) -> None:
    from goodword.cases import changes
    from tests.conftest import mail

    before = Promise.objects.filter(pk=promised().pk).values().get()
    changes.snooze(case, at + 48 * HOUR, at, ada)
    cases.receive(mail(text="thanks, OK", subject=f"Re: [#{case.pk}]", is_thanks=True), at + HOUR)
    changes.assign(case, ben, at, ada)
    assert Promise.objects.filter(pk=before["id"]).values().get() == before
    case.refresh_from_db()
    assert case.status == "waiting"


RAW = [
    "UPDATE promises_promise SET verdict = 'kept', verdict_at = now() WHERE id = {id}",
    "UPDATE promises_promise SET status = 'delivered', delivered_at = now() WHERE id = {id}",
    "UPDATE promises_promise SET status = 'draft' WHERE id = {id}",
    "UPDATE promises_promise SET due_at = due_at + interval '1 day' WHERE id = {id}",
    "UPDATE promises_promise SET words = 'something else' WHERE id = {id}",
    "UPDATE promises_promise SET wakes_at = NULL WHERE id = {id}",
    "UPDATE promises_promise SET owner_id = NULL WHERE id = {id}",
    "DELETE FROM promises_promise WHERE id = {id}",
    "DELETE FROM promises_due WHERE promise_id = {id}",
    "UPDATE promises_due SET due_at = due_at + interval '1 day' WHERE promise_id = {id}",
    "UPDATE promises_due SET state = 'void' WHERE promise_id = {id}",
    "UPDATE ledger_entry SET verb = 'promise.kept' WHERE subject_id = {id}",
    "DELETE FROM ledger_entry WHERE subject_id = {id}",
    "UPDATE cases_case SET status = 'closed', closed_how = 'word', closed_at = now()",
    "UPDATE cases_case SET status = 'closed', closed_how = 'override', closed_at = now()",
    "UPDATE cases_case SET status = 'closed', closed_how = 'merged', closed_at = now(), merged_into_id = id",
    "DELETE FROM cases_case",
]


@pytest.mark.parametrize("statement", RAW)
def test_raw_sql_does_not_get_past_the_rules(statement: str, promised: MakePromise, meet_constraints: NOW) -> None:
    promise = promised()
    meet_constraints()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(id=promise.pk))
        meet_constraints()


@pytest.mark.parametrize(
    ("given", "field"),
    [({"words": "  "}, "words"), ({"due": datetime.fromisoformat("2026-03-01T09:00:00+00:00")}, "due")],
)
def test_a_promise_without_words_or_ahead_of_no_date_is_refused(
    given: dict[str, Any], field: str, promised: MakePromise
) -> None:
    with pytest.raises(Malformed) as refusal:
        promised(**given)
    assert refusal.value.details["field"] == field
