"""Reading remedies: limits, precedents, and what a customer was given before."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from goodword.cases.models import Case
from goodword.people.models import Agent, Role
from goodword.remedies import rules
from goodword.remedies.models import Authority, Remedy, RemedyKind, RemedyState

WITH = (
    "kind", "by", "decided_by", "overruled_by", "policy", "promise", "ask", "case", "case__customer",
    "ask__holder", "ask__to_agent", "ask__to_team", "ask__to_partner",
)  # fmt: skip
PRECEDENTS = 200
SHOWN = 50


def kinds() -> list[RemedyKind]:
    """Returns the kinds that may be given."""
    return list(RemedyKind.objects.filter(is_active=True).select_related("promise_kind"))


def limit_for(agent: Agent, kind: RemedyKind) -> int | None:
    """Returns how much of a kind this person may grant, in cents; None: nothing. Admins have what leads have."""
    roles = [agent.role, *([Role.LEAD] if agent.role == Role.ADMIN else [])]
    limits = Authority.objects.filter(kind=kind, role__in=roles).values_list("limit", flat=True)
    return max(limits, default=None)


def of_case(cases: Collection[int]) -> list[Remedy]:
    """Returns the remedies of these cases, oldest first."""
    return list(Remedy.objects.filter(case_id__in=cases).select_related(*WITH).order_by("id"))


def of_customer(customer_id: int) -> list[Remedy]:
    """Returns what a customer was given, the newest first."""
    rows = Remedy.objects.filter(case__customer_id=customer_id, state=RemedyState.GRANTED)
    return list(rows.select_related(*WITH).order_by("-id")[:SHOWN])


@dataclass(frozen=True)
class Precedents:
    """What others got for the same, with their cases; `spread` is None where there are too few."""

    spread: rules.Spread | None
    remedies: list[Remedy]


def precedents(kind: RemedyKind, case: Case) -> Precedents:
    """Returns earlier remedies of a kind, in cases of the same category where this one has one. One query."""
    rows = Remedy.objects.filter(kind=kind, state=RemedyState.GRANTED).exclude(case=case)
    if case.category_id:
        rows = rows.filter(case__category=case.category_id)
    found = list(rows.select_related(*WITH).order_by("-id")[:PRECEDENTS])
    return Precedents(rules.spread_of([row.amount for row in found]), found[:SHOWN])


def decisions_for(role: str, kind: RemedyKind) -> list[tuple[int, bool]]:
    """Returns the latest approvals that people of a role had to ask for: amounts, and whether they were granted."""
    rows = Remedy.objects.filter(
        kind=kind, by__role=role, ask__isnull=False, state__in=[RemedyState.GRANTED, RemedyState.DECLINED]
    ).order_by("-id")
    return [(amount, state == RemedyState.GRANTED) for amount, state in rows.values_list("amount", "state")[:SHOWN]]


def suggestions() -> list[tuple[Authority, int]]:
    """Returns the limits that could be higher, each with the one that practice suggests."""
    found = []
    for authority in Authority.objects.select_related("kind"):
        better = rules.better_limit(authority.limit, decisions_for(authority.role, authority.kind))
        if better:
            found.append((authority, better))
    return found


@dataclass(frozen=True)
class Limits:
    """One kind, what each role may grant of it in cents, and a higher limit where approvals are always granted."""

    kind: RemedyKind
    roles: list[tuple[str, int | None, int | None]]


def limits_table() -> list[Limits]:
    """Returns the limits of all kinds with suggestions. Three queries."""
    limits = {(one.kind_id, one.role): one.limit for one in Authority.objects.all()}
    decisions: dict[tuple[int, str], list[tuple[int, bool]]] = {}
    asked = Remedy.objects.filter(ask__isnull=False, state__in=[RemedyState.GRANTED, RemedyState.DECLINED])
    rows = asked.order_by("-id").values_list("kind_id", "by__role", "amount", "state")[: 20 * SHOWN]
    for kind_id, role, amount, state in rows:
        known = decisions.setdefault((kind_id, role), [])
        if len(known) < SHOWN:
            known.append((amount, state == RemedyState.GRANTED))
    return [
        Limits(kind, [_limit(kind.pk, role, limits, decisions) for role in (Role.AGENT, Role.LEAD)]) for kind in kinds()
    ]


def _limit(
    kind: int, role: str, limits: dict[tuple[int, str], int], decisions: dict[tuple[int, str], list[tuple[int, bool]]]
) -> tuple[str, int | None, int | None]:
    limit = limits.get((kind, role))
    return str(role), limit, rules.better_limit(limit, decisions.get((kind, role), []))
