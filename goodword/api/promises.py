"""Promises: read with their whole history, and moved by the very actions of the desk."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Query, Router

from goodword.api.door import reader, reads, writer, writes
from goodword.api.fields import Number
from goodword.api.given import NewDate, NewEvent, NewEvidence, NewOwner, Said, WhichPromises
from goodword.api.pages import promise_whole, promises_out
from goodword.api.shown import Promises, PromiseWhole
from goodword.api.writing import with_unseen
from goodword.cases.access import message_for
from goodword.cases.actions import Draft
from goodword.cases.models import Outcome
from goodword.kit import clock
from goodword.kit.errors import Conflict, Malformed
from goodword.people.access import able_owner
from goodword.people.models import Agent
from goodword.promises import actions, drafts, owners, replies
from goodword.promises.access import promise_for, promises_page
from goodword.promises.models import EvidenceType
from goodword.promises.reports import Event, take

router = Router(tags=["promises"])
BY_MESSAGE = (EvidenceType.MESSAGE_SENT, EvidenceType.CALL_REACHED)


@router.get("", **reads(Promises))
def list_promises(request: HttpRequest, asked: Query[WhichPromises]) -> Promises:
    """The newest promises first."""
    rows, more = promises_page(
        reader(request), status=asked.status or "", verdict=asked.verdict or "", owner=asked.owner,
        due_before=asked.due_before, before=asked.cursor, size=asked.limit,
    )  # fmt: skip
    return Promises(items=promises_out(rows), next=rows[-1].pk if more else None)


@router.get("/{pk}", **reads(PromiseWhole))
def read_promise(request: HttpRequest, pk: Number) -> PromiseWhole:
    """A promise with its whole history."""
    return promise_whole(reader(request), pk)


@router.post("/{pk}/evidence", **writes(PromiseWhole))
def prove(request: HttpRequest, pk: Number, given: NewEvidence) -> PromiseWhole:
    """Records what proves that it was done: it is delivered once the proof stands."""
    agent = writer(request)
    promise = promise_for(agent, pk)
    message = message_for(agent, given.message) if given.message else None
    if given.type not in BY_MESSAGE and not given.words.strip():
        raise Malformed("Write what proves it: it stays on record.", field="words")
    if given.type == EvidenceType.CUSTOMER_WORD:
        actions.confirm(promise, clock.now(), agent, given.words)
    else:
        actions.deliver(promise, given.type, clock.now(), by=agent, words=given.words, message=message)
    return promise_whole(agent, pk)


@router.post("/{pk}/events", **writes(PromiseWhole))
def report(request: HttpRequest, pk: Number, given: NewEvent) -> PromiseWhole:
    """A payment or a parcel of this promise moved: refunded and delivered prove it, failed and returned undo that."""
    agent = writer(request)
    promise = promise_for(agent, pk)
    take(Event(given.id, given.type, given.at, given.reference, given.words, promise.pk), clock.now(), by=agent)
    return promise_whole(agent, pk)


@router.post("/{pk}/renegotiations", **writes(PromiseWhole))
def move_due(request: HttpRequest, pk: Number, given: NewDate) -> PromiseWhole:
    """Tells the customer a new date. It counts from the moment when they know it."""
    agent = writer(request)
    promise, now = promise_for(agent, pk), clock.now()
    words = given.due_words or drafts.new_date(promise, given.due, now, agent).due_words
    moves = [replies.Moved(promise, given.due, words, given.reason)]
    if given.how == "call":
        replies.log_call(promise.case, agent, Outcome.REACHED, given.text, now, moves=moves)
        return promise_whole(agent, pk)
    try:
        replies.send(promise.case, agent, Draft(given.text, seen=given.seen), now, moves=moves)
    except Conflict as refusal:
        raise with_unseen(refusal, promise.case, given.seen) from None
    return promise_whole(agent, pk)


@router.post("/{pk}/release", **writes(PromiseWhole))
def release(request: HttpRequest, pk: Number, given: Said) -> PromiseWhole:
    """The customer lets us off, in their words."""
    agent = writer(request)
    actions.release(promise_for(agent, pk), clock.now(), agent, given.words)
    return promise_whole(agent, pk)


@router.post("/{pk}/confirmation", **writes(PromiseWhole))
def confirm(request: HttpRequest, pk: Number, given: Said) -> PromiseWhole:
    """The customer has it, in their words."""
    agent = writer(request)
    actions.confirm(promise_for(agent, pk), clock.now(), agent, given.words)
    return promise_whole(agent, pk)


@router.post("/{pk}/dispute", **writes(PromiseWhole))
def dispute(request: HttpRequest, pk: Number, given: Said) -> PromiseWhole:
    """It did not arrive, in the customer's words: every proof falls, and it is owed again."""
    agent = writer(request)
    actions.dispute(promise_for(agent, pk), clock.now(), agent, given.words)
    return promise_whole(agent, pk)


@router.post("/{pk}/owner", **writes(PromiseWhole))
def hand_on(request: HttpRequest, pk: Number, given: NewOwner) -> PromiseWhole:
    """Gives it to somebody else; the due and the verdict do not move."""
    agent = writer(request)
    promise = promise_for(agent, pk)
    owners.hand_to(promise, able_owner(agent, given.owner), clock.now(), agent, given.why)
    return promise_whole(agent, pk)


@router.post("/{pk}/acknowledgement", **writes(PromiseWhole))
def acknowledge(request: HttpRequest, pk: Number) -> PromiseWhole:
    """Takes note of a missed promise: it is called out no further, and still owed."""
    agent: Agent = writer(request)
    actions.acknowledge(promise_for(agent, pk), clock.now(), agent)
    return promise_whole(agent, pk)
