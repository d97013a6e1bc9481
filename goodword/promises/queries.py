"""Reading promises."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db.models import Prefetch, Q, QuerySet

from goodword.cases.models import Case
from goodword.hours import queries as hours
from goodword.hours.rules import WorkingTime
from goodword.ledger import queries as ledger
from goodword.ledger.models import Entry
from goodword.people.models import Agent
from goodword.promises.models import Due, DueState, Evidence, EvidenceState, Kind, Promise, Status

WITH = ("kind", "owner", "owner__team", "owner__team__lead", "made_by", "case", "case__customer")


def hours_of(owner: Agent) -> WorkingTime:
    """Returns the working hours that count for this person's promises: the team's, else the desk's."""
    return hours.working_time(owner.team.calendar_id if owner.team else None)


def kinds() -> QuerySet[Kind]:
    """Returns the kinds that can be promised."""
    return Kind.objects.filter(is_active=True)


def kind_named(slug: str) -> Kind:
    """Returns the kind with this slug; one that was switched off or never existed is "other"."""
    return Kind.objects.filter(slug=slug, is_active=True).first() or Kind.objects.get(slug="other")


def owed_by(owner: Agent) -> QuerySet[Promise]:
    """Returns what a person owes, the earliest due first; the partial index on owed promises answers."""
    return Promise.objects.filter(owner=owner, status=Status.OWED).select_related(*WITH).order_by("due_at", "id")


def of_case(cases: Collection[int]) -> list[Promise]:
    """Returns the promises of these cases with their proofs and dues, in the order in which they were made."""
    return list(
        Promise.objects.filter(case_id__in=cases)
        .select_related(*WITH)
        .prefetch_related(
            Prefetch("evidence", Evidence.objects.select_related("by").order_by("id")),
            Prefetch("dues", Due.objects.select_related("set_by").order_by("id")),
        )
        .order_by("id")
    )


def owed_in(case: Case) -> list[Promise]:
    """Returns what stops a case from closing."""
    return list(Promise.objects.filter(case=case, status=Status.OWED).select_related(*WITH).order_by("due_at", "id"))


def standing(promise: Promise) -> QuerySet[Evidence]:
    """Returns the proofs that count."""
    return Evidence.objects.filter(promise=promise, state=EvidenceState.STANDING)


def dues_of(promise: Promise) -> list[Due]:
    """Returns every due the promise ever had, in order."""
    return list(promise.dues.select_related("set_by", "told_by").order_by("id"))


def told_dues(promise: Promise) -> list[Due]:
    """Returns the dues that the customer knows of, in order."""
    return list(promise.dues.filter(state=DueState.TOLD).order_by("id"))


def history(promise: Promise) -> list[Entry]:
    """Returns everything that ever happened to a promise, oldest first."""
    return list(ledger.of_subject("promise", promise.pk))


def awaiting_receipt(cases: Collection[int]) -> QuerySet[Promise]:
    """Returns the delivered promises of goods or money whose receipt nobody has confirmed yet."""
    proofs = Evidence.objects.filter(state=EvidenceState.STANDING, type__in=["customer_word", "provider_event"]).values(
        "promise_id"
    )
    return Promise.objects.filter(
        Q(case_id__in=cases, status=Status.DELIVERED, kind__check_rule="after_receipt") & ~Q(id__in=proofs)
    )


def falling_due(before: datetime) -> QuerySet[Promise]:
    """Returns the promises whose clock rings by `before`."""
    return Promise.objects.filter(wakes_at__lte=before)
