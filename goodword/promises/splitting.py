"""Splitting a case, with what was promised and asked in its messages: that goes along only where somebody says so.

Nothing of a promise changes but the case in which it lies: not its owner, due, verdict or proofs.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from goodword.asks import moving as asks
from goodword.cases import changes as cases
from goodword.cases import splitting
from goodword.cases.models import Case
from goodword.kit.errors import Malformed
from goodword.ledger.actions import record
from goodword.people.models import Agent
from goodword.promises.models import Heard, Promise, Status
from goodword.promises.queries import WITH


def told_among(case: Case, messages: Collection[int]) -> list[Promise]:
    """Returns the promises of a case that were made in these messages."""
    return list(Promise.objects.filter(case=case, told_by_id__in=list(messages)).select_related(*WITH).order_by("pk"))


def split(
    case: Case, messages: Collection[int], at: datetime, by: Agent, *, subject: str = "",
    promises: Collection[int] = (), with_asks: Collection[int] = (),
) -> Case:  # fmt: skip
    """Begins a case with some messages of another one, and with those promises and asks that are named.

    A promise goes only with the message in which it was made. Raises Malformed otherwise, and as `cases` does.
    """
    with transaction.atomic():
        go = [one for one in told_among(case, messages) if one.pk in promises]
        if len(go) != len(set(promises)):
            raise Malformed("A promise goes only with the message in which it was made.", field="promises")
        part = splitting.split(case, messages, subject, at, by)
        Heard.objects.filter(message_id__in=list(messages)).update(case=part)
        _move(go, case, part, at, by)
        asks.move(with_asks, case, part, at, by)
    return part


def undo(case: Case, at: datetime, by: Agent) -> Case:
    """Takes a split back with all that went along; returns the case that is whole again."""
    with transaction.atomic():
        case, origin = splitting.undo(case, at, by)
        Heard.objects.filter(case=case).update(case=origin)
        brought = list(Promise.objects.filter(case=case).select_related(*WITH).order_by("pk"))
        _move(brought, case, origin, at, by)
        asks.move(None, case, origin, at, by)
        if origin.status == "closed" and any(one.status == Status.OWED for one in brought):
            cases.open_again(origin, at, by, "a promise came back with what was split off")
    return origin


def _move(promises: Collection[Promise], source: Case, to: Case, at: datetime, by: Agent) -> None:
    held = Promise.objects.select_for_update(of=("self",)).filter(pk__in=[one.pk for one in promises])
    for promise in held.order_by("pk"):
        promise.case = to
        promise.save(update_fields=["case"])
        record("promise.moved", at=at, about=to, subject=promise, by=by, from_case=source.pk)
