"""What providers report of payments and parcels: it proves what was promised, and lets such a proof fall again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from goodword.kit.errors import Malformed
from goodword.ledger.actions import record
from goodword.people.models import Agent, Purchase
from goodword.promises import actions
from goodword.promises.models import EvidenceState, EvidenceType, Promise, Reported, Source, Status
from goodword.promises.queries import WITH

PROVES = {"payment.refunded": ("refund", "credit", "other"), "parcel.delivered": ("shipment", "replacement", "other")}
UNDOES = {"payment.failed": "the payment failed", "parcel.returned": "the parcel came back"}
TELLS = ("payment.succeeded", "parcel.shipped")
WHAT = (*PROVES, *UNDOES, *TELLS)
OF = {Source.PAYMENT: "payment.", Source.CARRIER: "parcel."}
DELIVERED, FELL, NOTED = "delivered", "fell", "noted"


@dataclass(frozen=True)
class Event:
    """One event: its own `number` at the provider, `what` happened `at`, the `reference` of the payment, the parcel or
    the order, and the promise where the provider was told of it."""

    number: str
    what: str
    at: datetime
    reference: str = ""
    words: str = ""
    promise: int | None = None


def take(event: Event, now: datetime, *, source: Source | None = None, by: Agent | None = None) -> Reported:
    """Takes one event once; told again, it is returned as it was taken.

    "Delivered" and "refunded" prove the one owed promise they fit; "failed" and "returned" let fall what the same
    reference proved. "Shipped" and "succeeded" are only on record: that it is on its way is no proof that it came.
    """
    if event.what not in WHAT or (source and not event.what.startswith(OF[source.kind])):
        raise Malformed("This kind of event is not known here.", field="type")
    known = Reported.objects.filter(source=source, number=event.number)
    try:
        with transaction.atomic():
            return known.first() or _take(event, now, source, by)
    except IntegrityError:
        return known.get()


def _take(event: Event, now: datetime, source: Source | None, by: Agent | None) -> Reported:
    at = min(event.at, now)
    row = Reported(
        source=source, number=event.number, what=event.what, reference=event.reference, words=event.words, at=at,
        taken_at=now, by=by, outcome=NOTED,
    )  # fmt: skip
    row.save(force_insert=True)
    earlier = _earlier(event)
    row.promise = _promise_of(event) or (earlier.promise if earlier else None)
    if event.what in PROVES and row.promise:
        _prove(row, event, at)
    if event.what in UNDOES and earlier and earlier.evidence and earlier.evidence.state == EvidenceState.STANDING:
        row.evidence, row.outcome = earlier.evidence, FELL
        actions.evidence_falls(earlier.evidence, max(at, earlier.evidence.at), UNDOES[event.what])
    row.save(update_fields=["promise", "evidence", "outcome"])
    record(
        "provider.reported", at=at, noted=now, about=row.promise.case_id if row.promise else None,
        subject=row.promise or row, by=by, what=event.what, reference=event.reference,
        name=source.name if source else "",
    )  # fmt: skip
    return row


def _prove(row: Reported, event: Event, at: datetime) -> None:
    promise = row.promise
    if promise is None or promise.status != Status.OWED or at < promise.made_at:
        return
    if EvidenceType.PROVIDER_EVENT not in promise.kind.accepts:
        return
    said = " ".join(part for part in (event.what, event.reference, event.words) if part)
    actions.deliver(promise, EvidenceType.PROVIDER_EVENT, at, by=row.by, words=said)
    row.evidence, row.outcome = promise.evidence.order_by("-id").first(), DELIVERED


def _earlier(event: Event) -> Reported | None:
    """The last event about the same payment or parcel that proved a promise."""
    if not event.reference:
        return None
    rows = Reported.objects.filter(reference=event.reference, evidence__isnull=False, what__in=PROVES)
    return rows.select_related("promise", "evidence__promise").order_by("-id").first()


def _promise_of(event: Event) -> Promise | None:
    """The promise that is named; else, for an order we know, the one promise of a fitting kind owed to its customer."""
    rows = Promise.objects.select_related(*WITH)
    if event.promise:
        return rows.filter(pk=event.promise).first()
    kinds = PROVES.get(event.what)
    if not kinds or not event.reference:
        return None
    customers = Purchase.objects.filter(number=event.reference).values("customer_id")
    owed = rows.filter(case__customer__in=customers, status=Status.OWED, kind__slug__in=kinds, made_at__lte=event.at)
    found = list(owed.order_by("id")[:2])
    return found[0] if len(found) == 1 else None


def read(body: bytes) -> Event:
    """Returns the event that a webhook brings as JSON: id, type, at, reference, words, promise. Raises Malformed."""
    try:
        given = json.loads(body)
        at = datetime.fromisoformat(given["at"])
        number, what = given["id"], given["type"]
        more = {name: given.get(name) or "" for name in ("reference", "words")}
        promise = given.get("promise")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Malformed("Send JSON with id, type, and at (with its offset from UTC).", field="body") from None
    texts = [number, what, *more.values()]
    if not all(isinstance(one, str) and "\x00" not in one for one in texts) or not number.strip() or at.tzinfo is None:
        raise Malformed("Send id, type, reference and words as texts, and at with its offset from UTC.", field="body")
    if promise is not None and not (type(promise) is int and 0 < promise < 2**63):
        raise Malformed("A promise is named by its number.", field="promise")
    return Event(number.strip()[:120], what, at, more["reference"].strip()[:120], more["words"].strip()[:300], promise)
