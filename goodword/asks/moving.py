"""Asks that go along when a case is split, or come back; nothing of them changes but the case."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from goodword.asks.models import Ask, Purpose
from goodword.asks.queries import WITH, of_case
from goodword.cases.models import Case
from goodword.cases.queries import family
from goodword.kit.errors import Malformed
from goodword.ledger.actions import record
from goodword.people.models import Agent


def may_go(case: Case) -> list[Ask]:
    """Returns the asks of a case that may go to another one; a remedy's approval stays with its remedy."""
    return list(of_case(family(case)).filter(purpose=Purpose.QUESTION)[:50])


def move(chosen: Collection[int] | None, source: Case, to: Case, at: datetime, by: Agent) -> None:
    """Moves these asks (None: all) from one case to another, in the caller's transaction.

    Raises Malformed for one that is not of the case or belongs to a remedy.
    """
    rows = Ask.objects.select_for_update(of=("self",)).select_related(*WITH)
    rows = rows.filter(case_id__in=family(source) if chosen is not None else [source.pk]).order_by("pk")
    found = list(rows if chosen is None else rows.filter(pk__in=list(chosen), purpose=Purpose.QUESTION))
    if chosen is not None and len(found) != len(set(chosen)):
        raise Malformed("That is no question of this case.", field="asks")
    for ask in found:
        ask.case = to
        ask.save(update_fields=["case"])
        record("ask.moved", at=at, about=to, subject=ask, by=by, from_case=source.pk)
