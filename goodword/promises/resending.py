"""Sending again, to an address that works, what never arrived; what hung on it hangs on the new message."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from goodword.cases import actions as cases
from goodword.cases.inbound import InboundFile
from goodword.cases.models import Delivery, Message
from goodword.kit.errors import Conflict
from goodword.ledger.actions import record
from goodword.ledger.queries import of_subject
from goodword.people.models import Agent
from goodword.promises.actions import deliver
from goodword.promises.dues import propose
from goodword.promises.models import Due, DueState, Evidence, EvidenceState, EvidenceType, Status

RESENT = "message.resent"


def was_resent(message: Message) -> bool:
    """Says whether a message that did not arrive has been sent again."""
    return of_subject("message", message.pk).filter(verb=RESENT).exists()


def send_again(message: Message, address: str, at: datetime, by: Agent) -> Message:
    """Writes the same words anew to `address`, offers them as proof where the first were one, and tells dues again.

    Raises Conflict for a message that arrived, is on its way or was sent again already.
    """
    if message.delivery not in (Delivery.BOUNCED, Delivery.FAILED) or not message.is_ours:
        raise Conflict("Only what did not arrive is sent again.", code="not_in_trouble")
    with transaction.atomic():
        old = Message.objects.select_for_update(of=("self",)).select_related("case").get(pk=message.pk)
        if was_resent(old):
            raise Conflict("This was sent again already.", code="resent")
        files = tuple(
            InboundFile(file.key, file.filename, file.content_type, file.size, file.content_id, file.is_inline)
            for file in old.attachments.order_by("id")
        )
        draft = cases.Draft(text=old.text, html=old.html, to=(address,), files=files, is_automatic=old.is_automatic)
        new = cases.reply(old.case, by, draft, at)
        record(RESENT, at=at, about=old.case_id, subject=old, by=by, anew=new.pk, address=address)
        _offer_as_proof(old, new, at, by)
        _tell_dues(old, new, at, by)
    return new


def _offer_as_proof(old: Message, new: Message, at: datetime, by: Agent) -> None:
    fell = Evidence.objects.filter(message=old, state=EvidenceState.FALLEN, promise__status=Status.OWED)
    for proof in fell.select_related("promise__case").order_by("id"):
        deliver(proof.promise, EvidenceType.MESSAGE_SENT, at, by=by, message=new)


def _tell_dues(old: Message, new: Message, at: datetime, by: Agent) -> None:
    void = Due.objects.filter(told_by=old, state=DueState.VOID, due_at__gt=at, promise__status=Status.OWED)
    for due in void.select_related("promise").order_by("id"):
        if not due.promise.dues.filter(state=DueState.PROPOSED).exists():
            propose(due.promise, _as_told(due), due.words, new, at, by, reason=due.reason)


def _as_told(due: Due) -> datetime | date:
    return due.due_at.astimezone(ZoneInfo(due.promise.due_zone)).date() if due.is_day else due.due_at
