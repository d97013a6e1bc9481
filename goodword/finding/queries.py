"""Conditions of the language as conditions on cases. Each is answered by the case's own row or by one look aside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Q, QuerySet

from goodword.cases.filling import term_asked
from goodword.cases.models import Case, Closed, Status
from goodword.finding.language import OWN, Condition, Query, day_of
from goodword.kit.search import SHORTEST
from goodword.people.models import Agent, Customer
from goodword.promises.models import Promise, Stage, Verdict
from goodword.promises.models import Status as PromiseStatus

ALIVE = (Status.OPEN, Status.WAITING, Status.CHECKING)


@dataclass(frozen=True)
class Asker:
    """Who asks, and when it is for them."""

    agent: Agent
    now: datetime

    @property
    def zone(self) -> ZoneInfo:
        """Returns the zone in which this person says "friday"."""
        try:
            return ZoneInfo(self.agent.time_zone)
        except (KeyError, ValueError, OSError):
            return ZoneInfo("UTC")

    @property
    def today(self) -> date:
        """Returns the day it is for them."""
        return self.now.astimezone(self.zone).date()


def fitting(query: Query, asker: Asker) -> QuerySet[Case]:
    """Returns the cases that meet every condition, newest first."""
    rows = Case.objects.select_related("customer", "owner").order_by("-last_at", "-id")
    for condition in query.conditions:
        meets = WAYS.get(condition.field, _field)(condition, asker)
        rows = rows.exclude(meets) if condition.negated else rows.filter(meets)
    return rows


def _is(condition: Condition, asker: Asker) -> Q:
    return {
        "alive": Q(status__in=ALIVE),
        "unowned": Q(status=Status.OPEN, owner=None),
        "mine": Q(status=Status.OPEN, owner=asker.agent),
        "snoozed": Q(status=Status.WAITING, wakes_at__isnull=False),
        "closed": Q(status=Status.CLOSED) & ~Q(closed_how=Closed.SPAM),
        "spam": Q(closed_how=Closed.SPAM),
        "awaiting": Q(awaits_reply=True) & ~Q(status=Status.CLOSED),
    }.get(condition.value, Q(status=condition.value))


def _owner(condition: Condition, asker: Asker) -> Q:
    return _person("owner", condition.value, asker)


def _person(path: str, value: str, asker: Asker) -> Q:
    if value in ("me", "mine"):
        return Q(**{path: asker.agent})
    if value in ("nobody", "none"):
        return Q(**{f"{path}__isnull": True})
    return Q(**{f"{path}__in": Agent.objects.filter(Q(name__icontains=value) | Q(email__istartswith=value))})


def _team(condition: Condition, asker: Asker) -> Q:
    return Q(team__name__icontains=condition.value) | Q(owner__team__name__icontains=condition.value)


def _customer(condition: Condition, asker: Asker) -> Q:
    if "@" in condition.value:
        return Q(customer__identities__address=condition.value)
    if len(condition.value) < SHORTEST:
        return Q(customer__name__istartswith=condition.value)
    return Q(customer__in=Customer.objects.filter(name__has_part=condition.value))


def _category(condition: Condition, asker: Asker) -> Q:
    return Q(category__slug=condition.value) | Q(category__name__icontains=condition.value)


def _tag(condition: Condition, asker: Asker) -> Q:
    """The words of the index are said again: only then PostgreSQL uses it."""
    if condition.value == "none":
        return Q(tags=[])
    return Q(tags__contains=[condition.value.removeprefix("#")]) & ~Q(tags=[])


def _field(condition: Condition, asker: Asker) -> Q:
    """The words of the index are said again, as for tags. One query of a small table, none for any and none."""
    key = condition.field.removeprefix(OWN)
    has_any = Q(field_terms__contains=[key]) & ~Q(field_terms=[])
    if condition.value in ("any", "none"):
        return has_any if condition.value == "any" else ~has_any
    term = term_asked(key, condition.value)
    return Q(field_terms__contains=[term]) & ~Q(field_terms=[]) if term else Q(pk=0)


def _priority(condition: Condition, asker: Asker) -> Q:
    return Q(priority=condition.value)


def _inbox(condition: Condition, asker: Asker) -> Q:
    return Q(inbox__istartswith=condition.value)


def _closed(condition: Condition, asker: Asker) -> Q:
    return Q(status=Status.CLOSED, closed_how=condition.value.replace("-", "_"))


def _promise(condition: Condition, asker: Asker) -> Q:
    if condition.value in ("owed", "none"):
        return Q(owed__gt=0) if condition.value == "owed" else Q(owed=0)
    return _has_promise(**PROMISES[condition.value])


PROMISES: dict[str, dict[str, Any]] = {
    "risk": {"status": PromiseStatus.OWED, "stage__in": [Stage.AT_RISK, Stage.DUE_SOON]},
    "soon": {"status": PromiseStatus.OWED, "stage": Stage.DUE_SOON},
    "late": {"status": PromiseStatus.OWED, "stage": Stage.OVERDUE},
    "delivered": {"status": PromiseStatus.DELIVERED},
    "broken": {"verdict": Verdict.BROKEN},
    "kept": {"verdict__in": [Verdict.KEPT, Verdict.KEPT_RENEGOTIATED]},
}


def _verdict(condition: Condition, asker: Asker) -> Q:
    return _has_promise(verdict="kept_renegotiated" if condition.value == "renegotiated" else condition.value)


def _keeper(condition: Condition, asker: Asker) -> Q:
    """Whose promise is still owed in the case, whoever owns the case."""
    owed = Promise.objects.filter(case=OuterRef("pk"), status=PromiseStatus.OWED)
    return Q(Exists(owed.filter(_person("owner", condition.value, asker))))


def _has_promise(**what: Any) -> Q:
    return Q(Exists(Promise.objects.filter(case=OuterRef("pk"), **what)))


def _due(condition: Condition, asker: Asker) -> Q:
    if condition.value == "none":
        return Q(next_due_at__isnull=True)
    return _when("next_due_at", condition, asker)


def _created(condition: Condition, asker: Asker) -> Q:
    return _when("created_at", condition, asker, back=True)


def _updated(condition: Condition, asker: Asker) -> Q:
    return _when("last_at", condition, asker, back=True)


def _when(path: str, condition: Condition, asker: Asker, *, back: bool = False) -> Q:
    """Compares with a day on the asker's calendar: before it begins, until it ends, and so on."""
    day = day_of(condition.value, asker.today, back=back)
    if day is None:
        return Q(pk=0)
    begins = datetime.combine(day, time.min, asker.zone)
    ends = datetime.combine(day + timedelta(days=1), time.min, asker.zone)
    return {
        "<": Q(**{f"{path}__lt": begins}),
        "<=": Q(**{f"{path}__lt": ends}),
        ">": Q(**{f"{path}__gte": ends}),
        ">=": Q(**{f"{path}__gte": begins}),
        "": Q(**{f"{path}__gte": begins, f"{path}__lt": ends}),
    }[condition.bound]


WAYS = {
    "is": _is, "owner": _owner, "team": _team, "customer": _customer, "category": _category, "inbox": _inbox,
    "closed": _closed, "tag": _tag, "priority": _priority, "promise": _promise, "verdict": _verdict, "keeper": _keeper,
    "due": _due, "created": _created, "updated": _updated,
}  # fmt: skip
