"""What is said in a case: receiving, replying, notes and calls."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from goodword.cases import queries, rules, unwanted
from goodword.cases.inbound import Inbound, InboundFile
from goodword.cases.models import Attachment, Case, Channel, Delivery, Message, Note, Outcome, Status
from goodword.kit.errors import Conflict, Malformed
from goodword.kit.rows import insert
from goodword.kit.text import first_words
from goodword.ledger.actions import record
from goodword.people import actions as people
from goodword.people.models import Agent, Customer, Health, Identity, IdentityKind

INBOX = ("inbox",)
REFERENCES_KEPT = 30
OUTCOMES = {rules.OPEN: "continued", rules.SPAM: "spam"}


@dataclass(frozen=True)
class Received:
    """What became of an arrival: `started`, `continued`, `reopened` or `thanked`."""

    case: Case
    message: Message
    outcome: str


def receive(inbound: Inbound, at: datetime) -> Received:
    """Takes in one message from outside: finds its customer and its case, in one transaction."""
    mailed = inbound.channel == Channel.EMAIL and not inbound.is_doubtful
    with transaction.atomic(savepoint=False):
        identity, _ = people.meet(
            inbound.kind, inbound.address, inbound.name, at, has_written=mailed, language=inbound.language
        )
        found = _candidates(inbound, identity)
        placement = rules.where_it_goes(
            [candidate for candidate, _ in found], is_thanks=inbound.is_thanks, is_automatic=inbound.is_automatic,
            is_doubtful=inbound.is_doubtful,
        )  # fmt: skip
        cases = {candidate.case: case for candidate, case in found}
        if placement.case is None:
            case, outcome = _start(inbound, identity, placement, at), "started"
        else:
            case = Case.objects.select_for_update().get(pk=cases[placement.case].pk)
            outcome = "reopened" if placement.reopens else OUTCOMES.get(placement.status, "thanked")
        message = _store(inbound, identity, case, placement, at)
        _touch_by_customer(case, message, placement, inbound, at)
        if identity.health != Health.GOOD and mailed:
            people.mail_arrived(identity)
    return Received(case, message, outcome)


def _candidates(inbound: Inbound, identity: Identity) -> list[tuple[rules.Candidate, Case]]:
    """The cases to which a message may belong, surest first."""
    ways: list[tuple[str, int]] = []
    known = [ref for ref in (inbound.in_reply_to, *inbound.references[-REFERENCES_KEPT:]) if ref]
    if known:
        ways += [(rules.REFERENCE, case) for case in queries.answered(known, identity.customer_id)]
    if inbound.token_case:
        ways.append((rules.TOKEN, inbound.token_case))
    number = rules.number_in(inbound.subject)
    if number:
        ways.append((rules.NUMBER, number))
    rows = Case.objects.select_related("merged_into").in_bulk([case for _, case in ways]) if ways else {}
    found = [(how, queries.root(rows[pk])) for how, pk in ways if pk in rows]
    return [(_candidate(how, case, identity), case) for how, case in found]


def _candidate(how: str, case: Case, identity: Identity) -> rules.Candidate:
    takes_part = queries.takes_part(case, identity.customer_id, identity.address)
    elsewhere = not takes_part and Case.objects.filter(customer=identity.customer_id).exists()
    status = rules.SPAM if case.closed_how == rules.SPAM else case.status
    return rules.Candidate(case.pk, how, status, takes_part, elsewhere)


def _start(inbound: Inbound, identity: Identity, placement: rules.Placement, at: datetime) -> Case:
    wanted = not unwanted.is_unwanted(identity.address)
    case = insert(
        Case(
            subject=inbound.subject[:250],
            customer_id=identity.customer_id,
            identity=identity,
            inbox=inbound.inbox,
            perhaps_of_id=placement.perhaps_of,
            last_at=at,
            last_words=first_words(inbound.reply_text or inbound.text),
            created_at=at,
            **({"awaits_reply": not inbound.is_automatic} if wanted else unwanted.standing(at)),
        )
    )
    record("case.started", at=at, about=case, subject=case, by=_who(identity), touch=INBOX, channel=inbound.channel)
    if not wanted:
        unwanted.tell(case, at, None, identity.address.lower(), {"status": "open"})
    return case


def _who(identity: Identity) -> Customer:
    """The customer of an address, as far as the ledger needs them: without a look into the database."""
    return Customer(pk=identity.customer_id)


def _store(inbound: Inbound, identity: Identity, case: Case, placement: rules.Placement, at: datetime) -> Message:
    message = insert(
        Message(
            case=case,
            channel=inbound.channel,
            identity=identity,
            from_name=inbound.name[:200],
            from_address=inbound.address[:320],
            to=[address[:320] for address in inbound.to[:200]],
            cc=[address[:320] for address in inbound.cc[:200]],
            subject=inbound.subject[:998],
            text=inbound.text,
            reply_text=inbound.reply_text,
            html=inbound.html,
            message_id=inbound.message_id[:998],
            in_reply_to=inbound.in_reply_to[:998],
            references=list(inbound.references[-REFERENCES_KEPT:]),
            at=at,
            from_stranger=placement.stranger,
            is_automatic=inbound.is_automatic,
            sender_check=inbound.sender_check,
            sender_words=inbound.sender_words[:200],
        )
    )
    attach(message, inbound.files)
    record(
        "message.received", at=at, about=case, subject=message, by=None if placement.stranger else _who(identity),
        touch=INBOX, thanks=inbound.is_thanks, automatic=inbound.is_automatic, stranger=placement.stranger,
    )  # fmt: skip
    if inbound.note:
        note(case, None, inbound.note, at)
    return message


def attach(message: Message, files: tuple[InboundFile, ...]) -> None:
    """Adds files whose bytes are in the storage already."""
    if not files:
        return
    Attachment.objects.bulk_create(
        Attachment(
            message=message, key=file.key, filename=file.filename, content_type=file.content_type, size=file.size,
            content_id=file.content_id[:250], is_inline=file.is_inline,
        )
        for file in files
    )  # fmt: skip


def _touch_by_customer(
    case: Case, message: Message, placement: rules.Placement, inbound: Inbound, at: datetime
) -> None:
    """Moves the case as the message demands: reopens it, ends a snooze, or (thanks, robots) leaves it alone."""
    case.last_message = message.pk
    case.last_at = max(case.last_at, at)
    case.last_words = first_words(inbound.reply_text or inbound.text or inbound.subject)
    fields = ["last_message", "last_at", "last_words"]
    if placement.status == Status.OPEN and not inbound.is_automatic and case.closed_how != rules.SPAM:
        case.awaits_reply = True
        case.wakes_at = None
        fields += ["awaits_reply", "wakes_at"]
        if case.status != Status.OPEN:
            fields += _open_again(case)
            verb = "case.reopened" if placement.reopens else "case.woken"
            record(verb, at=at, about=case, subject=case, touch=INBOX, why="the customer wrote")
    case.save(update_fields=fields)


def _open_again(case: Case) -> list[str]:
    case.status, case.closed_how, case.closed_at = Status.OPEN, "", None
    case.override_by, case.override_reason = None, ""
    return ["status", "closed_how", "closed_at", "override_by", "override_reason"]


@dataclass(frozen=True)
class Draft:
    """A reply as its writer sends it. `seen` is the newest message on the writer's screen (None: do not ask).

    `sender` is the address of ours from which it goes out; empty, the one that the case uses. `source` is the text
    as it was typed, where that says more than `text`; no message keeps it.
    """

    text: str
    html: str = ""
    source: str = ""
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    bcc: tuple[str, ...] = ()
    sender: str = ""
    files: tuple[InboundFile, ...] = ()
    seen: int | None = None
    is_automatic: bool = False
    keeps_waiting: bool = False  # a receipt is no answer: the customer still waits for one
    channel: str = Channel.EMAIL


def reply(case: Case, by: Agent | None, draft: Draft, at: datetime) -> Message:
    """Writes a message to the customer and queues it, in one transaction.

    Raises Conflict when the customer has written what the writer had not seen, Malformed when there is
    nothing to say or nobody to say it to.
    """
    with transaction.atomic():
        case = Case.objects.select_for_update(of=("self",)).select_related("customer", "identity").get(pk=case.pk)
        _refuse_unseen(case, draft)
        to = draft.to or _address_of(case)
        if not draft.text.strip():
            raise Malformed("There is nothing to send yet.", field="text")
        previous = queries.last_message(case, from_customer=True, channel=Channel.EMAIL)
        message = Message.objects.create(
            case=case, channel=draft.channel, is_ours=True, author=by, identity=case.identity,
            from_name=by.name if by else "", from_address=draft.sender or case.inbox, to=list(to), cc=list(draft.cc),
            bcc=list(draft.bcc), subject=_reply_subject(case, previous), text=draft.text, reply_text=draft.text,
            html=draft.html, message_id=_new_message_id(draft.sender or case.inbox),
            in_reply_to=previous.message_id if previous else "", references=_references(previous), at=at,
            delivery=Delivery.QUEUED, delivery_at=at, is_automatic=draft.is_automatic,
        )  # fmt: skip
        attach(message, draft.files)
        _touch_by_us(case, message, draft, by, at)
        record("message.written", at=at, about=case, subject=message, by=by, touch=INBOX)
    return message


def _refuse_unseen(case: Case, draft: Draft) -> None:
    if draft.seen is None or case.last_message <= draft.seen:
        return
    if Message.objects.filter(case_id__in=queries.family(case), id__gt=draft.seen, is_ours=False).exists():
        raise Conflict("The customer has written again since you opened this.", code="unseen_message")


def _address_of(case: Case) -> tuple[str, ...]:
    if case.identity and case.identity.kind == IdentityKind.EMAIL and case.identity.health != Health.BOUNCING:
        return (case.identity.address,)
    for identity in case.customer.identities.filter(kind=IdentityKind.EMAIL).exclude(health=Health.BOUNCING):
        return (identity.address,)
    raise Malformed("There is no e-mail address that works for this customer.", field="to", code="no_address")


def _reply_subject(case: Case, previous: Message | None) -> str:
    subject = (previous.subject if previous and previous.subject else case.subject) or "Your message to us"
    return subject if subject.lower().startswith("re:") or previous is None else f"Re: {subject}"[:998]


def _new_message_id(inbox: str) -> str:
    return f"<{uuid.uuid4().hex}@{inbox.rpartition('@')[2] or 'goodword.invalid'}>"


def _references(previous: Message | None) -> list[str]:
    if previous is None or not previous.message_id:
        return []
    return [*previous.references[-(REFERENCES_KEPT - 1) :], previous.message_id]


def _touch_by_us(case: Case, message: Message, draft: Draft, by: Agent | None, at: datetime) -> None:
    case.last_message, case.last_at = message.pk, max(case.last_at, at)
    if draft.keeps_waiting:
        case.save(update_fields=["last_message", "last_at"])
        return
    case.last_words = first_words(draft.text)
    case.awaits_reply = False
    fields = ["last_message", "last_at", "last_words", "awaits_reply"]
    if case.owner_id is None and by is not None:
        case.owner = by
        fields.append("owner")
        record("case.assigned", at=at, about=case, subject=case, by=by, owner=by.pk, owner_name=by.name)
    case.save(update_fields=fields)


def note(case: Case, by: Agent | None, text: str, at: datetime) -> Note:
    """Writes internal words into a case; the customer never sees them."""
    if not text.strip():
        raise Malformed("The note is empty.", field="text")
    with transaction.atomic():
        written = Note.objects.create(case=case, author=by, text=text[:20_000], at=at)
        record("note.written", at=at, about=case, subject=written, by=by)
    return written


def log_call(case: Case, by: Agent, outcome: str, text: str, at: datetime, *, from_customer: bool = False) -> Message:
    """Logs a phone call with its outcome; one that reached the customer may be evidence for a callback."""
    if outcome not in Outcome.values:
        raise Malformed("Say how the call ended.", field="outcome")
    with transaction.atomic():
        case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
        call = Message.objects.create(
            case=case, channel=Channel.PHONE, is_ours=not from_customer, author=by, text=text, reply_text=text, at=at,
            from_name=by.name, delivery=Delivery.DELIVERED, delivery_at=at, call_outcome=outcome,
        )  # fmt: skip
        case.last_message, case.last_at, case.last_words = call.pk, max(case.last_at, at), first_words(text) or "Call"
        case.save(update_fields=["last_message", "last_at", "last_words"])
        record("call.logged", at=at, about=case, subject=call, by=by, outcome=outcome, touch=INBOX)
    return call
