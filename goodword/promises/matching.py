"""Which promise a message or a call of ours keeps: taken when it is certain, offered with one press when it may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef

from goodword.cases.models import Attachment, Case, Delivery, Message, Outcome
from goodword.promises.actions import deliver
from goodword.promises.models import Evidence, EvidenceType, Promise, Status
from goodword.promises.queries import WITH, owed_in

SPOKEN, ENCLOSED, TOLD = "callback", "document", "update"
ARRIVED = (Delivery.QUEUED, Delivery.DELAYED, Delivery.HANDED_OVER, Delivery.DELIVERED)


@dataclass(frozen=True)
class Offer:
    """A message that may keep a promise."""

    promise: Promise
    message: Message


def certain(owed: Sequence[Promise], *, spoken: bool) -> list[Promise]:
    """Returns what surely is kept: by a call that reached the customer the one callback that is owed, by a message with
    a document the one document. Two of a kind are never certain."""
    kind, proof = (SPOKEN, EvidenceType.CALL_REACHED) if spoken else (ENCLOSED, EvidenceType.MESSAGE_SENT)
    found = [one for one in owed if one.status == Status.OWED and one.kind.slug == kind and proof in one.kind.accepts]
    return found if len(found) == 1 else []


def kept_by_call(case: Case, outcome: str) -> list[Promise]:
    """Returns the callback that a call surely keeps. One query."""
    return certain(owed_in(case), spoken=True) if outcome == Outcome.REACHED else []


def keep(message: Message, at: datetime) -> list[Promise]:
    """Takes a message of ours, sent from elsewhere, as proof where that is certain. Harmless when repeated."""
    if not message.is_ours or message.is_automatic or not _encloses(message):
        return []
    before = Promise.objects.filter(case=message.case_id, status=Status.OWED, made_at__lt=message.at)
    owed = [one for one in before.select_related(*WITH) if one.told_by_id != message.pk]
    if Evidence.objects.filter(message=message).exists():
        return []
    return [
        deliver(one, EvidenceType.MESSAGE_SENT, max(message.at, one.made_at), by=message.author, message=message)
        for one in certain(owed, spoken=False)
    ]


def _encloses(message: Message) -> bool:
    return Attachment.objects.filter(message=message, is_inline=False).exists()


def offered_in(case: Case) -> list[Offer]:
    """Returns what our latest messages in a case may keep and nobody has said: a document that was enclosed, news that
    were promised. Two queries."""
    owed = [one for one in owed_in(case) if one.kind.slug in (ENCLOSED, TOLD)]
    if not owed:
        return []
    rows = Message.objects.filter(case=case, is_ours=True, is_automatic=False, call_outcome="", delivery__in=ARRIVED)
    rows = rows.filter(at__gt=min(one.made_at for one in owed), promises_told=None)
    fresh = rows.filter(~Exists(Evidence.objects.filter(message=OuterRef("pk"))))
    encloses = Attachment.objects.filter(message=OuterRef("pk"), is_inline=False)
    latest = list(fresh.annotate(encloses=Exists(encloses)).order_by("-at")[:5])
    found = []
    for promise in owed:
        fits = [one for one in latest if one.at > promise.made_at and (promise.kind.slug == TOLD or one.encloses)]
        found += [Offer(promise, fits[0])] if fits else []
    return found
