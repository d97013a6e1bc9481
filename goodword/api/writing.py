"""What is written in a case: messages, calls, notes, and promises that were made elsewhere."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from goodword.api.beginning import dropped, told
from goodword.api.door import writer, writes
from goodword.api.fields import Number
from goodword.api.given import NewCall, NewMessage, NewNote, OwnedPromise
from goodword.api.pages import promises_out
from goodword.api.shown import MessageOut, NoteOut, PromiseOut, Sent
from goodword.cases import actions as cases
from goodword.cases.access import case_for
from goodword.cases.models import Case, Message
from goodword.cases.queries import unseen
from goodword.kit import clock
from goodword.kit.errors import Conflict
from goodword.people.access import able_owner
from goodword.people.models import Agent
from goodword.promises import actions, replies
from goodword.promises.access import kept_in_case
from goodword.promises.matching import kept_by_call
from goodword.promises.queries import told_in

router = Router(tags=["cases"])


@router.post("/{pk}/messages", **writes(Sent))
def send_message(request: HttpRequest, pk: Number, given: NewMessage) -> Sent:
    """Sends a message to the customer, with the promises that it makes and keeps."""
    agent = writer(request)
    case = case_for(agent, pk)
    draft = cases.Draft(given.text.replace("\r\n", "\n").strip(), seen=given.seen)
    keeps = kept_in_case(agent, case, given.keeps)
    try:
        message = replies.send(
            case, agent, draft, clock.now(), makes=told(given.promises), keeps=keeps,
            dismissed=dropped(given.dismissed), by_program=True,
        )  # fmt: skip
    except Conflict as refusal:
        raise with_unseen(refusal, case, given.seen) from None
    return _sent(message)


@router.post("/{pk}/calls", **writes(Sent))
def log_call(request: HttpRequest, pk: Number, given: NewCall) -> Sent:
    """Logs a call, with the promises that were made and kept in it."""
    agent = writer(request)
    case = case_for(agent, pk)
    said = given.keeps is not None
    keeps = kept_in_case(agent, case, given.keeps or []) if said else kept_by_call(case, given.outcome)
    call = replies.log_call(
        case, agent, given.outcome, given.text, clock.now(), makes=told(given.promises), keeps=keeps,
        dismissed=dropped(given.dismissed), by_program=True,
    )  # fmt: skip
    return _sent(call)


@router.post("/{pk}/notes", **writes(NoteOut))
def write_note(request: HttpRequest, pk: Number, given: NewNote) -> NoteOut:
    """Writes a note, which the customer never sees."""
    agent = writer(request)
    return NoteOut.model_validate(cases.note(case_for(agent, pk), agent, given.text, clock.now()))


@router.post("/{pk}/promises", **writes(PromiseOut))
def add_promise(request: HttpRequest, pk: Number, given: OwnedPromise) -> PromiseOut:
    """Records a promise that was made by voice, or earlier."""
    agent = writer(request)
    case = case_for(agent, pk)
    owner = _owner(agent, given.owner)
    return PromiseOut.model_validate(actions.make(case, told([given])[0], agent, clock.now(), owner=owner))


def _owner(agent: Agent, pk: int | None) -> Agent:
    return able_owner(agent, pk) if pk else agent


def _sent(message: Message) -> Sent:
    return Sent(message=MessageOut.model_validate(message), promises=promises_out(told_in(message)))


def with_unseen(refusal: Conflict, case: Case, seen: int | None) -> Conflict:
    """Adds to a refusal what the customer has written meanwhile."""
    if refusal.code == "unseen_message" and seen is not None:
        refusal.details["messages"] = [MessageOut.model_validate(row).model_dump() for row in unseen(case, seen)]
    return refusal
