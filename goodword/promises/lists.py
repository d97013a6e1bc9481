"""Promises as the lists of Today show them: bounded, by the indexes of what is owed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from goodword.people.models import Agent, Customer
from goodword.promises.models import Promise, Stage, Status, Verdict
from goodword.promises.queries import owed_by

PAGE = 60
MOST_CALLED_OUT = 20
MOST_JUDGED = 100


def owed_page(owner: Agent, after: tuple[datetime, int] | None, size: int = PAGE) -> tuple[list[Promise], bool]:
    """Returns one page of what a person owes, the earliest due first, and whether there is more. One query."""
    rows = owed_by(owner)
    if after:
        due_at, pk = after
        rows = rows.filter(due_at__gte=due_at).exclude(due_at=due_at, id__lte=pk)
    found = list(rows[: size + 1])
    return found[:size], len(found) > size


def called_out(lead: Agent, most: int = MOST_CALLED_OUT) -> list[Promise]:
    """Returns the missed promises of a lead's people of which nobody has taken note, longest overdue first.

    An admin sees those of everybody. One query on the partial index of overdue promises.
    """
    if not lead.is_lead:
        return []
    rows = Promise.objects.filter(status=Status.OWED, stage=Stage.OVERDUE, acknowledged_at=None, escalations__gt=0)
    theirs = Q() if lead.is_admin else Q(owner__team__lead=lead)
    found = rows.filter(theirs).exclude(owner=lead)
    return list(found.select_related("owner", "kind", "case__customer").order_by("due_at")[:most])


@dataclass(frozen=True)
class Record:
    """How our word to somebody went: of the last promises with a verdict, how many were kept and how many broken."""

    kept: int
    broken: int

    @property
    def judged(self) -> int:
        """How many have a verdict."""
        return self.kept + self.broken


def how_it_went(customer: Customer) -> Record:
    """Returns how the last hundred promises to a customer that have a verdict went. One query."""
    rows = Promise.objects.filter(case__customer=customer).exclude(verdict=Verdict.PENDING)
    seen = Counter(rows.order_by("-id").values_list("verdict", flat=True)[:MOST_JUDGED])
    return Record(seen[Verdict.KEPT] + seen[Verdict.KEPT_RENEGOTIATED], seen[Verdict.BROKEN])
