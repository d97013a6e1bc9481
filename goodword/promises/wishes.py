"""What a customer says about a promise before its end: that they still wait, or that the date does not suit them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.db import transaction

from goodword.kit.errors import Conflict, Malformed
from goodword.ledger.actions import record
from goodword.ledger.models import Entry
from goodword.people.models import Customer
from goodword.promises import queries
from goodword.promises.actions import held, moment_of
from goodword.promises.models import Promise, Status

ONE_CHASE = timedelta(hours=24)


def chase(promise: Promise, at: datetime, by: Customer) -> bool:
    """The customer had to ask first: it is on record, once a day; returns False when it already was.

    Only an owed promise can be chased; it moves neither status nor verdict nor due.
    """
    with transaction.atomic():
        promise = held(promise)
        _refuse_unless_owed(promise)
        before = chased_at([promise.case_id]).get(promise.pk)
        if before and before > at - ONE_CHASE:
            return False
        record(
            "promise.chased", at=at, about=promise.case_id, subject=promise, by=by, touch=("today", "inbox"),
            due=promise.due_at.isoformat(), was_late=at >= promise.due_at,
        )  # fmt: skip
    return True


def wish(promise: Promise, day: date, at: datetime, by: Customer) -> None:
    """The customer would rather have it on another day. A wish moves no due: its owner agrees to a date, or not."""
    with transaction.atomic():
        promise = held(promise)
        _refuse_unless_owed(promise)
        if not timedelta(0) <= day - at.date() <= timedelta(days=3 * 366):
            raise Malformed("Choose a day that lies ahead.", field="day")
        hours = queries.hours_of(promise.owner)
        promise.asked_due_at, _ = moment_of(day, hours, promise.due_zone)
        promise.save(update_fields=["asked_due_at"])
        record(
            "promise.date_wished", at=at, about=promise.case_id, subject=promise, by=by, touch=("today", "inbox"),
            day=day.isoformat(), due=promise.due_at.isoformat(),
        )  # fmt: skip


def chased_at(cases: Collection[int]) -> dict[int, datetime]:
    """Returns when each chased promise of these cases was last chased. One query."""
    lines = Entry.objects.filter(case_id__in=cases, verb="promise.chased", subject_id__isnull=False).order_by("id")
    return {line.row: line.at for line in lines}


def _refuse_unless_owed(promise: Promise) -> None:
    if promise.status != Status.OWED:
        raise Conflict(
            "Only what is owed can be waited for; this is %(status)s.",
            values={"status": Status(promise.status)},
            code="not_owed",
        )
