"""The lead hears once when a promise is broken and nobody has told the customer in time."""

from __future__ import annotations

from datetime import datetime, timedelta

from goodword.ledger.models import Entry
from goodword.people.models import Agent
from goodword.promises import actions, habits
from goodword.promises.models import Promise
from goodword.promises.replies import Moved, log_call
from tests.conftest import MakePromise


def missing(promise: Promise) -> list[datetime]:
    lines = Entry.objects.filter(verb="promise.not_apologised", subject_id=promise.pk)
    return [line.at for line in lines]


def test_the_lead_is_told_once_after_four_working_hours_even_when_somebody_took_note(
    promised: MakePromise, ada: Agent, at: datetime
) -> None:
    promise = promised()  # due at noon
    actions.catch_up(promise, at + timedelta(hours=4))
    promise = actions.acknowledge(promise, at + timedelta(hours=4), ada)
    assert promise.apologise_by == promise.wakes_at == at + timedelta(hours=7)
    for later in (timedelta(hours=7), timedelta(days=9)):
        actions.catch_up(promise, at + later)
    assert missing(promise) == [at + timedelta(hours=7)]


def test_a_new_date_that_the_customer_was_told_in_time_spares_the_lead(
    promised: MakePromise, ada: Agent, at: datetime
) -> None:
    promise = promised()
    told = at + timedelta(hours=5)
    moved = Moved(promise, told + timedelta(days=20), "", "")
    log_call(promise.case, ada, "reached", "I am sorry.", told, moves=[moved])
    promise.refresh_from_db()
    actions.catch_up(promise, at + timedelta(days=9))
    assert (promise.apologise_by, missing(promise)) == (None, [])


def test_the_desk_sets_how_long_that_is(promised: MakePromise, mara: Agent, at: datetime) -> None:
    habits.set_habits(at, mara, hearing="warn", apology_minutes=60)
    promise = promised()
    actions.catch_up(promise, at + timedelta(days=1))
    assert missing(promise) == [at + timedelta(hours=4)]
