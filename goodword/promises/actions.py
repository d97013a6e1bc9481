"""The moves of a promise. `write` below is the only line in the house that alters one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from goodword.cases import changes as cases
from goodword.cases.models import Case, Channel, Delivery, Message, Outcome
from goodword.cases.models import Status as CaseStatus
from goodword.cases.queries import family
from goodword.kit.errors import Conflict, Malformed
from goodword.kit.rows import change as change_row
from goodword.ledger.actions import record
from goodword.people.models import Agent, Customer
from goodword.people.queries import cover_for
from goodword.promises import queries, rules
from goodword.promises.models import (
    Due,
    DueState,
    Evidence,
    EvidenceState,
    EvidenceType,
    Kind,
    Promise,
    Stage,
    Status,
    Way,
)

LONGEST_LEAD_DAYS = 3 * 366


@dataclass(frozen=True)
class Told:
    """What the customer was told: the kind, the words, and the due as an instant or a day with its words.

    `asked` is the date for which they had asked, `way` what was chosen when the due first named was unlikely.
    """

    kind: Kind
    words: str
    due: datetime | date
    due_words: str = ""
    asked: datetime | date | None = None
    way: str = ""


def make(
    case: Case, told: Told, by: Agent, at: datetime, *, owner: Agent | None = None, message: Message | None = None
) -> Promise:
    """Records a promise: from now on it is owed by one person. `message` is the one that tells it (None: by voice).

    A day is due at the end of business in the customer's time zone. Raises Malformed without words or with
    a due that has passed.
    """
    words = told.words.strip()[:1000]
    if not words:
        raise Malformed("Write what was promised, in the customer's words.", field="words")
    with transaction.atomic():
        keeper = owner or by
        hours = queries.hours_of(keeper)
        zone = case.customer.time_zone or hours.zone
        due_at, is_day = moment_of(told.due, hours, zone)
        if not at < due_at or (due_at - at).days > LONGEST_LEAD_DAYS:
            raise Malformed("Choose a due that lies ahead, within three years.", field="due")
        keeper = cover_for(keeper, due_at, at)
        asked_at = moment_of(told.asked, hours, zone)[0] if told.asked else None
        at_risk_at, due_soon_at = rules.instants(hours, at, due_at, told.kind.lead_minutes)
        promise = Promise(
            case=case, kind=told.kind, words=words, owner=keeper, made_by=by, made_at=at, told_by=message,
            status=Status.DRAFT, due_at=due_at, due_is_day=is_day, due_words=told.due_words[:200], due_zone=zone,
            first_due_at=due_at, at_risk_at=at_risk_at, due_soon_at=due_soon_at, way=told.way, asked_due_at=asked_at,
            offered_due_at=due_at if told.way == Way.COUNTER else None,
        )  # fmt: skip
        promise.save(force_insert=True)
        Due.objects.create(
            promise=promise, due_at=due_at, is_day=is_day, words=told.due_words[:200], set_by=by, set_at=at,
            told_by=message, told_at=at, state=DueState.TOLD,
        )  # fmt: skip
        chosen: dict[str, Any] = {"way": told.way} if told.way else {}
        chosen |= {"asked": asked_at.isoformat()} if asked_at else {}
        write(promise, rules.make(promise.facts(hours), at), by=by, due=due_at.isoformat(), words=words[:200], **chosen)
        if case.status in (CaseStatus.CLOSED, CaseStatus.CHECKING):
            cases.open_again(case, at, by, "a promise was made")
    return promise


def moment_of(due: datetime | date, hours: Any, zone: str) -> tuple[datetime, bool]:
    """Returns the instant of a due and whether it is a day: a day ends with business in the customer's zone."""
    if isinstance(due, datetime):
        return due, False
    return hours.close_of(due, zone), True


def write(
    promise: Promise,
    change: rules.Change,
    *,
    by: Agent | Customer | None = None,
    noted: datetime | None = None,
    **data: Any,
) -> None:
    """Writes one change of a promise back and its line into the ledger, in the caller's transaction."""
    before = promise.verdict
    names = [name for name in change.sets if hasattr(promise, name)]
    for name in names:
        setattr(promise, name, change.sets[name])
    if promise.verdict != before:
        promise.verdict_at = change.at
    if promise.status == Status.CONFIRMED and promise.confirmed_at is None:
        promise.confirmed_at = change.at
    if promise.status == Status.RELEASED and promise.released_at is None:
        promise.released_at = change.at
    hours = queries.hours_of(promise.owner)
    if change.sets.get("stage") == Stage.OVERDUE and promise.status == Status.OWED:
        promise.apologise_by = hours.after(change.at, queries.habits().apology_minutes)
        names.append("apologise_by")
    promise.wakes_at = rules.next_wake(promise.facts(hours))
    change_row(promise, sorted({*names, "verdict_at", "confirmed_at", "released_at", "wakes_at"}))
    extra = {name: change.sets[name] for name in ("why", "escalations") if change.sets.get(name)}
    record(
        change.verb, at=change.at, noted=noted, about=promise.case_id, subject=promise, by=by,
        touch=("today", "inbox"), verdict=promise.verdict, status=promise.status, owner=promise.owner_id,
        **extra, **data,
    )  # fmt: skip


def held(promise: Promise) -> Promise:
    """Returns the same promise, fresh and locked until the end of the transaction."""
    return Promise.objects.select_for_update(of=("self",)).select_related(*queries.WITH).get(pk=promise.pk)


def catch_up(promise: Promise, at: datetime, noted: datetime | None = None) -> int:
    """Lets time do first what it has done by `at`; returns the number of steps."""
    hours = queries.hours_of(promise.owner)
    steps = 0
    while change := rules.by_itself(promise.facts(hours), at):
        write(promise, change, noted=noted or at)
        steps += 1
        if steps > 500:
            raise RuntimeError(f"The clock of promise {promise.pk} does not come to rest.")
    return steps


def _move(promise: Promise, at: datetime) -> tuple[Promise, rules.Facts]:
    """The locked promise and its facts, after time has done its part up to `at`."""
    promise = held(promise)
    catch_up(promise, at)
    return promise, promise.facts(queries.hours_of(promise.owner))


def allowed(change: Any, *arguments: Any) -> Any:
    """Asks a rule; its refusal becomes the Conflict that doors understand."""
    try:
        return change(*arguments)
    except rules.Refused as refusal:
        raise Conflict(refusal.words, code=refusal.code) from refusal


def deliver(
    promise: Promise,
    type_: str,
    at: datetime,
    *,
    by: Agent | None = None,
    words: str = "",
    message: Message | None = None,
) -> Promise:
    """Records evidence: when it stands, the promise is delivered; one still on its way counts once out."""
    if type_ not in EvidenceType.values:
        raise Malformed("There is no such proof.", field="type")
    with transaction.atomic():
        promise, facts = _move(promise, at)
        _refuse_wrong_message(promise, type_, message)
        waiting = message is not None and message.delivery in (Delivery.QUEUED, Delivery.DELAYED)
        change = allowed(rules.deliver, facts, type_, at)
        proof = Evidence.objects.create(
            promise=promise, type=type_, words=words[:500], message=message, by=by, at=at,
            state=EvidenceState.PENDING if waiting else EvidenceState.STANDING,
        )  # fmt: skip
        if waiting:
            record("evidence.pending", at=at, about=promise.case_id, subject=promise, by=by, evidence=proof.pk)
        else:
            write(promise, change, by=by, evidence=type_, words=words[:200])
    return promise


def _refuse_wrong_message(promise: Promise, type_: str, message: Message | None) -> None:
    """A message proves only in its own case, only when it is ours, and only when it can still arrive."""
    if type_ in (EvidenceType.MESSAGE_SENT, EvidenceType.CALL_REACHED) and message is None:
        raise Malformed("Choose the message or the call that proves it.", field="message")
    if message is None:
        return
    if message.case_id not in family(promise.case):
        raise Malformed("That message belongs to another case.", field="message")
    if message.at < promise.made_at:
        raise Conflict("What was said before the promise cannot prove it.", code="before_the_promise")
    if type_ == EvidenceType.CALL_REACHED and message.call_outcome != Outcome.REACHED:
        raise Conflict("Only a call that reached the customer proves a callback.", code="call_did_not_reach")
    if type_ == EvidenceType.MESSAGE_SENT:
        if not message.is_ours or message.channel == Channel.PHONE:
            raise Malformed("Only a message from us proves this.", field="message")
        if message.delivery in (Delivery.BOUNCED, Delivery.FAILED, Delivery.DOUBTFUL):
            raise Conflict("That message did not reach the customer.", code="message_did_not_arrive")
        if message.pk == promise.told_by_id:
            raise Conflict("The message that announces a promise cannot prove it.", code="announcement_is_no_proof")


def confirm(promise: Promise, at: datetime, by: Agent | Customer, words: str = "") -> Promise:
    """The customer says that it came (an agent may record their word, with where it was said)."""
    with transaction.atomic():
        promise, facts = _move(promise, at)
        change = allowed(rules.confirm, facts, at)
        agent = by if isinstance(by, Agent) else None
        Evidence.objects.create(promise=promise, type=EvidenceType.CUSTOMER_WORD, words=words[:500], by=agent, at=at)
        write(promise, change, by=by, words=words[:200])
    return promise


def dispute(promise: Promise, at: datetime, by: Agent | Customer, words: str = "") -> Promise:
    """The customer says that it did not come: every proof falls and the promise is owed again."""
    with transaction.atomic():
        promise = _fall(promise, at, "the customer says that it did not arrive", by, words)
        cases.open_again(promise.case, at, by, "the customer says that it did not arrive")
    return promise


def evidence_falls(proof: Evidence, at: datetime, why: str) -> None:
    """One proof falls (a bounce, a failed payment); without another that stands the promise is owed again."""
    with transaction.atomic():
        promise = held(proof.promise)
        _let_fall(Evidence.objects.filter(pk=proof.pk), at, why)
        if promise.status == Status.DELIVERED and not queries.standing(promise).exists():
            promise = _fall(promise, at, why)
            cases.open_again(promise.case, at, None, why)


def _let_fall(proofs: Any, at: datetime, why: str) -> None:
    proofs.exclude(state=EvidenceState.FALLEN).update(state=EvidenceState.FALLEN, fell_at=at, fell_why=why[:300])


def _fall(promise: Promise, at: datetime, why: str, by: Agent | Customer | None = None, words: str = "") -> Promise:
    promise, facts = _move(promise, at)
    change = allowed(rules.fall, facts, at, why)
    _let_fall(promise.evidence.all(), at, why)
    keeper = cover_for(promise.owner, promise.due_at, at)
    if keeper != promise.owner:
        promise.owner = keeper
        promise.save(update_fields=["owner"])
    write(promise, change, by=by, words=words[:200])
    return promise


def release(promise: Promise, at: datetime, by: Agent | Customer, words: str) -> Promise:
    """The customer lets us off; an agent records it only with the customer's words."""
    if not words.strip():
        raise Malformed("Write what the customer said when they let us off.", field="words")
    with transaction.atomic():
        promise, facts = _move(promise, at)
        write(promise, allowed(rules.release, facts, at), by=by, words=words[:200])
    return promise


def acknowledge(promise: Promise, at: datetime, by: Agent) -> Promise:
    """Somebody takes note of a missed promise; it is called out no further."""
    with transaction.atomic():
        promise, facts = _move(promise, at)
        promise.acknowledged_by = by
        promise.save(update_fields=["acknowledged_by"])
        write(promise, allowed(rules.acknowledge, facts, at), by=by)
    return promise


def alarm(promises: Sequence[Promise], at: datetime, why: str) -> None:
    """Something endangers owed promises: they are at risk at once, and their owners hear of it."""
    for promise in promises:
        with transaction.atomic():
            current, facts = _move(promise, at)
            change = rules.alarm(facts, at, why)
            if change:
                write(current, change)
