"""A promise that waits for the answer to an ask: when that is late, the promise is at risk before its own time."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db import IntegrityError, transaction
from django.db.models import OuterRef

from goodword.asks import queries as asks
from goodword.asks.actions import Question, make
from goodword.asks.models import Ask, State
from goodword.asks.rules import LATE
from goodword.cases.models import Case
from goodword.cases.queries import family
from goodword.kit.errors import Conflict, Malformed
from goodword.ledger.actions import record
from goodword.people.models import Agent, Partner
from goodword.promises import actions, queries, rules
from goodword.promises.actions import alarm
from goodword.promises.models import Dependency, Promise, Status

SHOWN = 50
WITH = (
    "promise", "promise__owner", "promise__kind", "ask", "ask__to_agent", "ask__to_team", "ask__to_partner",
    "ask__holder",
)  # fmt: skip


def depend(promise: Promise, ask: Ask, at: datetime, by: Agent) -> Dependency:
    """Ties an owed promise to an open ask of the same case. An ask that is late, or that may be answered only after
    the due, endangers the promise at once."""
    if promise.status != Status.OWED:
        raise Conflict(
            "Only an owed promise waits; this one is %(status)s.",
            values={"status": Status(promise.status)},
            code="not_owed",
        )
    if ask.state != State.OPEN:
        raise Conflict("This ask is already %(state)s.", values={"state": State(ask.state)}, code="not_open")
    if ask.case_id not in family(promise.case):
        raise Malformed("That promise belongs to another case.", field="promise")
    with transaction.atomic():
        try:
            with transaction.atomic():
                tied = Dependency.objects.create(promise=promise, ask=ask, by=by, at=at)
        except IntegrityError:
            raise Conflict("It waits for this answer already.", code="depends_already") from None
        record(
            "promise.waits_for", at=at, about=promise.case_id, subject=promise, by=by, ask=ask.pk, to=str(ask.receiver),
            words=promise.words[:200],
        )  # fmt: skip
        endanger(ask, at)
    return tied


def ask(case: Case, question: Question, at: datetime, by: Agent, promise: Promise | None = None) -> Ask:
    """Asks somebody, and lets a promise wait for the answer, in one transaction."""
    with transaction.atomic():
        made = make(case, question, by, at)
        if promise:
            depend(promise, made, at, by)
    return made


def release(promise: Promise, ask: Ask, at: datetime, by: Agent) -> None:
    """Takes the tie away; that it was there stays on record. Harmless when repeated."""
    with transaction.atomic():
        if Dependency.objects.filter(promise=promise, ask=ask, ended_at=None).update(ended_at=at):
            record(
                "promise.waits_no_more", at=at, about=promise.case_id, subject=promise, by=by, ask=ask.pk,
                to=str(ask.receiver), words=promise.words[:200],
            )  # fmt: skip


def endanger(ask: Ask, at: datetime) -> None:
    """Calls out the owed promises that an ask endangers, with why. Harmless when repeated."""
    if ask.state != State.OPEN:
        return
    waiting = [one.promise for one in of_asks([ask.pk]) if one.promise.status == Status.OWED]
    if ask.stage == LATE:
        alarm(waiting, at, f"{ask.receiver} has not answered in time")
        return
    too_late = [promise for promise in waiting if promise.due_at <= ask.answer_by]
    alarm(too_late, at, f"{ask.receiver} has until after the due to answer")


def catch_up(promise: Promise, at: datetime, noted: datetime | None = None) -> int:
    """Lets time do what it has done by `at`, the late answers among it, each at its own moment; returns the steps.

    The asks have had their own turn before (`wiring.SWEEPS`). One query.
    """
    steps = 0
    late = Dependency.objects.filter(promise=promise, ended_at=None, ask__state=State.OPEN, ask__stage=LATE)
    for tied in late.filter(ask__answer_by__lte=at).select_related(*WITH).order_by("ask__answer_by"):
        since, why = max(tied.ask.answer_by, tied.at), f"{tied.ask.receiver} has not answered in time"
        steps += actions.catch_up(promise, since, noted or at)
        if change := rules.alarm(promise.facts(queries.hours_of(promise.owner)), since, why):
            actions.write(promise, change, noted=noted or at)
            steps += 1
    return steps + actions.catch_up(promise, at, noted)


def asks_of(cases: Collection[int]) -> list[Ask]:
    """Returns the asks of these cases, open ones first, then the newest; `waited_for_by_promises` are the numbers of
    the promises that wait for each. One query.
    """
    tied = Dependency.objects.filter(ask=OuterRef("pk"), ended_at=None).order_by("id").values("promise")
    found = asks.of_case(cases).annotate(waited_for_by_promises=ArraySubquery(tied))[: SHOWN * 2]
    return sorted(found, key=lambda ask: ask.state != State.OPEN)


def of_asks(asks: Collection[int]) -> list[Dependency]:
    """Returns what waits for these asks, in the order of the dues. One query."""
    rows = Dependency.objects.filter(ask__in=asks, ended_at=None)
    return list(rows.select_related(*WITH).order_by("promise__due_at", "id")[:SHOWN]) if asks else []


def of_promises(promises: Collection[int]) -> list[Dependency]:
    """Returns for what these promises wait or waited, oldest first. One query."""
    rows = Dependency.objects.filter(promise__in=promises, ended_at=None)
    return list(rows.select_related(*WITH).order_by("id")[: SHOWN * 4]) if promises else []


def waiting_for(partner: Partner) -> list[Dependency]:
    """Returns the owed promises that wait for a partner's open answers, the earliest due first. One query."""
    rows = Dependency.objects.filter(
        ended_at=None, ask__to_partner=partner, ask__state=State.OPEN, promise__status=Status.OWED
    )
    related = (*WITH, "promise__case", "promise__case__customer")
    return list(rows.select_related(*related).order_by("promise__due_at", "id")[:SHOWN])
