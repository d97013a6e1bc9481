"""Reading promises."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from goodword.cases.models import Case, Message
from goodword.hours import queries as hours
from goodword.hours.rules import WorkingTime
from goodword.kit.errors import NotFound
from goodword.ledger import queries as ledger
from goodword.ledger.models import Entry
from goodword.people.models import Agent
from goodword.promises.models import Due, DueState, Evidence, EvidenceState, Habits, Kind, Promise, Stage, Status

WITH = ("kind", "owner", "owner__team", "owner__team__lead", "made_by", "case", "case__customer")


def hours_of(owner: Agent) -> WorkingTime:
    """Returns the working hours that count for this person's promises: the team's, else the desk's."""
    return hours.working_time(owner.team.calendar_id if owner.team else None)


def habits() -> Habits:
    """Returns how this desk keeps its word. One query by key."""
    return Habits.objects.first() or Habits()


def kinds() -> QuerySet[Kind]:
    """Returns the kinds that can be promised."""
    return Kind.objects.filter(is_active=True)


def every_kind() -> QuerySet[Kind]:
    """Returns all kinds in their order, those that are switched off as well (for the settings)."""
    return Kind.objects.order_by("position", "name")


def kind_by(pk: int) -> Kind:
    """Returns a kind by its number; raises NotFound for none."""
    found = Kind.objects.filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such kind.")
    return found


def kind_named(slug: str) -> Kind:
    """Returns the kind with this slug; one that was switched off or never existed is "other"."""
    return Kind.objects.filter(slug=slug, is_active=True).first() or Kind.objects.get(slug="other")


def owed_by(owner: Agent) -> QuerySet[Promise]:
    """Returns what a person owes, the earliest due first; the partial index on owed promises answers."""
    return Promise.objects.filter(owner=owner, status=Status.OWED).select_related(*WITH).order_by("due_at", "id")


def load_of(owner: Agent) -> int:
    """Returns how many promises a person owes, at most 500: the partial index on owed promises answers."""
    return len(Promise.objects.filter(owner=owner, status=Status.OWED).values_list("pk")[:500])


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


def panel_of(case: Case, most: int = 100) -> Sequence[Promise]:
    """Returns the promises of a case, the owed ones first by their due, the others newest first. One query.

    Each has its latest `proof` (type, state, words) and `date_on_its_way`: a new date is being told.
    """
    proof = Evidence.objects.filter(promise=OuterRef("pk")).order_by("-id")
    moving = Due.objects.filter(promise=OuterRef("pk"), state=DueState.PROPOSED)
    found = list(
        Promise.objects.filter(case=case)
        .select_related(*WITH)
        .annotate(
            proof=Subquery(proof.values(fact=JSONObject(type="type", state="state", words="words"))[:1]),
            date_on_its_way=Exists(moving),
            is_owed=Q(status=Status.OWED),
        )
        .order_by("-is_owed", "-id")[:most]
    )
    owed = [promise for promise in found if promise.status == Status.OWED]
    return sorted(owed, key=lambda promise: (promise.due_at, promise.pk)) + found[len(owed) :]


def of_customer_elsewhere(case: Case, most: int = 50) -> list[Promise]:
    """Returns what the customer of a case was last promised in other cases, the newest first. One query."""
    rows = Promise.objects.filter(case__customer=case.customer_id).exclude(case=case).select_related("kind")
    return list(rows.order_by("-id")[:most])


def offers(promise: Promise) -> tuple[str, ...]:
    """Returns the moves that a promise allows now, the likeliest first; the rules still have the last word."""
    if promise.status == Status.OWED:
        note = ("acknowledgement",) if promise.stage == Stage.OVERDUE and not promise.acknowledged_at else ()
        return (*note, "evidence", "renegotiations", "confirmation", "release", "owner")
    return ("confirmation", "dispute", "release") if promise.status == Status.DELIVERED else ()


def owed_in(case: Case) -> list[Promise]:
    """Returns what stops a case from closing."""
    return list(Promise.objects.filter(case=case, status=Status.OWED).select_related(*WITH).order_by("due_at", "id"))


def standing(promise: Promise) -> QuerySet[Evidence]:
    """Returns the proofs that count."""
    return Evidence.objects.filter(promise=promise, state=EvidenceState.STANDING)


def dues_of(promise: Promise) -> list[Due]:
    """Returns every due the promise ever had, in order."""
    return list(promise.dues.select_related("set_by", "told_by").order_by("id"))


def proofs_of(promise: Promise) -> list[Evidence]:
    """Returns every proof that was ever given, in order."""
    return list(promise.evidence.select_related("by", "message").order_by("id"))


def told_dues(promise: Promise) -> list[Due]:
    """Returns the dues that the customer knows of, in order."""
    return list(promise.dues.filter(state=DueState.TOLD).order_by("id"))


def history(promise: Promise) -> list[Entry]:
    """Returns everything that ever happened to a promise, oldest first."""
    return list(ledger.of_subject("promise", promise.pk))


def told_in(message: Message) -> list[Promise]:
    """Returns the promises that a message or a call makes, in order. One query by the case's index."""
    return list(Promise.objects.filter(case=message.case_id, told_by=message).select_related(*WITH).order_by("id"))


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
