"""Replies that wait for their moment: planned, taken back, overtaken by the customer, or sent."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from django.db import transaction

from goodword.cases.actions import Draft
from goodword.cases.models import Case, Message
from goodword.cases.queries import root
from goodword.kit.errors import Conflict, DeskError, Malformed
from goodword.ledger.actions import record
from goodword.people.models import Agent, Customer
from goodword.promises import replies
from goodword.sending.models import Reply, State
from goodword.sending.packing import Words, files_of, pack, unpack
from goodword.sending.queries import wrote_first

FARTHEST = timedelta(days=366)
NO_TIME_TO_LOSE = timedelta(minutes=2)
INBOX = ("inbox",)
GONE = "{by} has no desk any more"
VERBS = {
    State.SENT: "reply.sent",
    State.WITHDRAWN: "reply.withdrawn",
    State.ANSWERED: "reply.answered",
    State.HELD: "reply.held",
}


class _Rehearsed(Exception):
    """Ends a rehearsal, so that nothing of it stays."""


@dataclass(frozen=True)
class Moment:
    """When a reply is to go: at a moment that its writer chose, or as soon as it can no longer be taken back."""

    at: datetime
    is_chosen: bool = False


def may_wait(words: Words, until: datetime) -> bool:
    """Says whether a reply may wait: not where a promise that it keeps or moves falls due about then."""
    return all(promise.due_at > until + NO_TIME_TO_LOSE for promise in words.touched)


def plan(case: Case, by: Agent, draft: Draft, at: datetime, moment: Moment, words: Words | None = None) -> Reply:
    """Keeps a reply until its moment; nothing of it counts before. Raises what sending it at that moment would raise.

    What it promises is promised when it goes: a due must lie ahead of that moment.
    """
    words = words or Words()
    if not at <= moment.at <= at + FARTHEST:
        raise Malformed("Choose a moment that lies ahead, within a year.", field="later")
    if moment.is_chosen and not may_wait(words, moment.at):
        raise Malformed("A promise that this keeps or moves is due before that moment.", field="later")
    with transaction.atomic():
        _rehearse(case, by, draft, moment.at, words)
        reply = Reply.objects.create(
            case=case, by=by, written_at=at, goes_at=moment.at, wakes_at=moment.at, is_scheduled=moment.is_chosen,
            seen=case.last_message if draft.seen is None else draft.seen, text=draft.text, html=draft.html,
            source=draft.source, to=list(draft.to), cc=list(draft.cc), bcc=list(draft.bcc), sender=draft.sender,
            files=[asdict(file) for file in draft.files], promises=pack(words),
        )  # fmt: skip
        verb = "reply.scheduled" if moment.is_chosen else "reply.waits"
        record(verb, at=at, about=case, subject=reply, by=by, moment=moment.at.isoformat())
    return reply


def _rehearse(case: Case, by: Agent, draft: Draft, at: datetime, words: Words) -> None:
    """Sends, and takes all of it back: what would be refused at its moment is refused now, while somebody looks."""
    try:
        with transaction.atomic():
            _send(case, by, draft, at, words)
            raise _Rehearsed
    except _Rehearsed:
        return


def _send(case: Case, by: Agent, draft: Draft, at: datetime, words: Words) -> Message:
    return replies.send(
        case, by, draft, at, makes=words.makes, keeps=words.keeps, moves=words.moves, dismissed=words.dismissed
    )


def take_back(reply: Reply, at: datetime, by: Agent) -> Reply:
    """Takes a reply back before it goes out, or puts away what did not go out. Raises Conflict when it is out already.

    Its words stay, so that they can be written on.
    """
    with transaction.atomic():
        held = _held(reply)
        if held.state == State.SENT:
            raise Conflict("It has gone out already.", code="already_sent")
        if held.state == State.WAITING:
            _end(held, State.WITHDRAWN, at, by)
        elif held.put_away_at is None:
            held.put_away_at = at
            held.save(update_fields=["put_away_at"])
            record("reply.put_away", at=at, about=held.case_id, subject=held, by=by)
    return held


def send_now(reply: Reply, at: datetime, by: Agent) -> Message:
    """Sends a waiting reply at once. Raises Conflict when the customer has written meanwhile, or it waits no more."""
    with transaction.atomic():
        held = _held(reply)
        if held.state != State.WAITING:
            raise Conflict("It does not wait any more.", code="not_waiting")
        _lock_case(held)
        if wrote_first(held):
            raise Conflict("The customer has written since this was written.", code="unseen_message")
        held.goes_at = min(at, held.goes_at)
        held.save(update_fields=["goes_at"])
        return _go(held, at, by)


def due(reply: Reply, now: datetime) -> None:
    """Its moment has come: it goes out, unless the customer has written or something stands in its way."""
    _lock_case(reply)
    if wrote_first(reply):
        overtaken(reply, now)
        return
    if not reply.by.works_at_desk or reply.by.only_reads:
        _end(reply, State.HELD, now, None, GONE.format(by=reply.by))
        return
    try:
        with transaction.atomic():
            _go(reply, now, reply.by)
    except DeskError as refusal:
        _end(reply, State.HELD, now, None, refusal.words)


def _lock_case(reply: Reply) -> None:
    """Whoever writes to the case now waits for us, or we for them: one of the two is first, and the other knows."""
    Case.objects.select_for_update().get(pk=root(reply.case).pk)


def _go(reply: Reply, at: datetime, by: Agent) -> Message:
    draft = Draft(
        text=reply.text, html=reply.html, to=tuple(reply.to), cc=tuple(reply.cc), bcc=tuple(reply.bcc),
        sender=reply.sender, files=files_of(reply.files),
    )  # fmt: skip
    message = _send(root(reply.case), reply.by, draft, at, unpack(reply.promises))
    reply.message = message
    _end(reply, State.SENT, at, by)
    return message


def overtaken(reply: Reply, at: datetime, customer: Customer | None = None) -> None:
    """The customer wrote first: the reply does not go out, and its words stay as a draft."""
    _end(reply, State.ANSWERED, at, customer)


def _held(reply: Reply) -> Reply:
    return Reply.objects.select_for_update(of=("self",)).select_related("case__customer", "by").get(pk=reply.pk)


def _end(reply: Reply, state: State, at: datetime, by: Agent | Customer | None, why: str = "") -> None:
    reply.state, reply.ended_at, reply.why, reply.wakes_at = state, at, why[:300], None
    reply.save(update_fields=["state", "ended_at", "why", "wakes_at", "message"])
    record(
        VERBS[state], at=at, about=reply.case_id, subject=reply, by=by, touch=INBOX, why=why[:200],
        writer=reply.by_id, promised=len(reply.promises.get("makes", [])),
    )  # fmt: skip
