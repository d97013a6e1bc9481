"""Moving a due: a new date counts from the moment when the customer has been told, and only if they were."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from goodword.cases import actions as cases
from goodword.cases.models import Message, Outcome
from goodword.kit.errors import Conflict, Malformed
from goodword.ledger.actions import record
from goodword.people.models import Agent
from goodword.people.queries import cover_for
from goodword.promises import queries, rules
from goodword.promises.actions import allowed, catch_up, held, moment_of, write
from goodword.promises.models import Due, DueState, Promise, Status


def renegotiate_by_mail(
    promise: Promise,
    due: datetime | date,
    due_words: str,
    draft: cases.Draft,
    at: datetime,
    by: Agent,
    *,
    reason: str = "",
) -> Due:
    """Writes to the customer that the date moves; the due changes once that message is out, not before."""
    with transaction.atomic():
        message = cases.reply(promise.case, by, draft, at)
        return propose(promise, due, due_words, message, at, by, reason=reason)


def propose(
    promise: Promise,
    due: datetime | date,
    due_words: str,
    message: Message,
    at: datetime,
    by: Agent,
    *,
    reason: str = "",
) -> Due:
    """A message of ours, in the same transaction, tells a new date; it counts once that message is out."""
    with transaction.atomic():
        proposed = _propose(held(promise), due, due_words, at, by, reason)
        proposed.told_by = message
        proposed.save(update_fields=["told_by"])
    return proposed


def renegotiate_by_call(
    promise: Promise, due: datetime | date, due_words: str, call: Message, at: datetime, by: Agent, *, reason: str = ""
) -> Due:
    """The customer was told on the phone: the due changes at the moment of the call, if it reached them."""
    if call.call_outcome != Outcome.REACHED:
        raise Conflict("Only a call that reached the customer tells them a new date.", code="call_did_not_reach")
    with transaction.atomic():
        promise = held(promise)
        proposed = _propose(promise, due, due_words, at, by, reason)
        proposed.told_by = call
        proposed.save(update_fields=["told_by"])
        _take_effect(promise, proposed, max(call.at, promise.made_at), at)
    return proposed


def want(promise: Promise, asked: datetime | date | None, way: str) -> None:
    """Keeps which date was asked for and which way was chosen, before a new date is told that says so in the ledger."""
    if not (asked or way):
        return
    with transaction.atomic():
        promise = held(promise)
        promise.way = way or promise.way
        if asked:
            promise.asked_due_at, _ = moment_of(asked, queries.hours_of(promise.owner), promise.due_zone)
        promise.save(update_fields=["way", "asked_due_at"])


def _propose(promise: Promise, due: datetime | date, words: str, at: datetime, by: Agent, reason: str) -> Due:
    if promise.status != Status.OWED:
        raise Conflict(
            "Only an owed promise has a due to move; this one is %(status)s.",
            values={"status": Status(promise.status)},
            code="not_owed",
        )
    if promise.dues.filter(state=DueState.PROPOSED).exists():
        raise Conflict("Another new date is still on its way to the customer.", code="date_on_its_way")
    due_at, is_day = moment_of(due, queries.hours_of(promise.owner), promise.due_zone)
    if due_at <= at:
        raise Malformed("Choose a date that lies ahead.", field="due")
    proposed = Due.objects.create(
        promise=promise, due_at=due_at, is_day=is_day, words=words[:200], reason=reason[:500], set_by=by, set_at=at
    )
    if promise.asked_due_at and promise.asked_due_at != due_at:
        promise.offered_due_at = due_at
        promise.save(update_fields=["offered_due_at"])
    asked: dict[str, Any] = {"asked": promise.asked_due_at.isoformat()} if promise.asked_due_at else {}
    record(
        "promise.date_proposed", at=at, about=promise.case_id, subject=promise, by=by, due=due_at.isoformat(),
        way=promise.way, **asked,
    )  # fmt: skip
    return proposed


def _take_effect(promise: Promise, due: Due, told_at: datetime, at: datetime) -> None:
    """The customer knows: before the old due it is renegotiated, after it broken and made anew."""
    catch_up(promise, told_at, noted=at)
    if promise.status != Status.OWED or due.due_at <= told_at:
        due.state = DueState.VOID
        due.save(update_fields=["state"])
        return
    due.state, due.told_at = DueState.TOLD, told_at
    due.save(update_fields=["state", "told_at"])
    facts = promise.facts(queries.hours_of(promise.owner))
    change = allowed(rules.redate, facts, due.due_at, told_at, promise.kind.lead_minutes)
    earlier = promise.due_at
    promise.due_is_day, promise.due_words = due.is_day, due.words
    promise.owner = cover_for(promise.owner, due.due_at, at)
    promise.save(update_fields=["due_is_day", "due_words", "owner"])
    write(
        promise,
        change,
        by=due.set_by,
        noted=at,
        from_due=earlier.isoformat(),
        due=due.due_at.isoformat(),
        reason=due.reason,
    )
    catch_up(promise, at)  # a late word of the server may tell a due that has passed meanwhile


def told(message: Message, at: datetime, noted: datetime) -> None:
    """A message is out: the dues that it tells take effect. Harmless when repeated."""
    for due in Due.objects.filter(told_by=message, state=DueState.PROPOSED).select_related("promise"):
        with transaction.atomic():
            promise = held(due.promise)
            due.refresh_from_db()
            if due.state == DueState.PROPOSED:
                _take_effect(promise, due, at, noted)


def never_told(message: Message, at: datetime, why: str) -> None:
    """A message failed for good or bounced: its dues are void, and one in force gives way to the due before it."""
    for due in Due.objects.filter(told_by=message).exclude(state=DueState.VOID).select_related("promise"):
        with transaction.atomic():
            promise = held(due.promise)
            due.refresh_from_db()
            if due.state == DueState.VOID or promise.told_by_id == message.pk:
                continue  # the announcement itself: the promise stands, its owner is alarmed elsewhere
            was_in_force = due.state == DueState.TOLD and promise.due_at == due.due_at
            due.state = DueState.VOID
            due.save(update_fields=["state"])
            if was_in_force:
                _give_way(promise, at, why)
            else:
                record("promise.date_not_told", at=at, about=promise.case_id, subject=promise, why=why[:200])


def _give_way(promise: Promise, at: datetime, why: str) -> None:
    earlier = queries.told_dues(promise)[-1]
    catch_up(promise, at)
    facts = promise.facts(queries.hours_of(promise.owner))
    still_moved = earlier.due_at != promise.first_due_at
    change = rules.untell(facts, earlier.due_at, still_moved and promise.renegotiated, at, promise.kind.lead_minutes)
    promise.due_is_day, promise.due_words = earlier.is_day, earlier.words
    promise.save(update_fields=["due_is_day", "due_words"])
    write(promise, change, due=earlier.due_at.isoformat(), why=why[:200])
