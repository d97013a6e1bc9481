"""What a case began with, frozen the first time somebody of ours deals with it. Later coding changes nothing here."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from goodword.cases.models import Case, Closed, Feasibility, Message
from goodword.insight.fairness.anger import anger_in
from goodword.insight.models import RatedCase, Routed
from goodword.ledger.models import Entry
from goodword.promises.models import Promise, Verdict

COMPLAINTS_COUNTED = 4
LOOKS_BACK_CASES = 20


def freeze(case_id: int, agent_id: int, at: datetime) -> None:
    """Writes down the start facts of a case that has none yet. Five small queries, once a case."""
    case = Case.objects.select_related("category").get(pk=case_id)
    category = case.category
    first = Message.objects.filter(case=case, is_ours=False).order_by("at", "id").first()
    row = RatedCase(
        case=case, at=at, first_id=agent_id, customer_id=case.customer_id, category=category,
        feasibility=category.feasibility if category else Feasibility.FEASIBLE,
        channel=first.channel if first else "", anger=anger_in(first.reply_text or first.text) if first else 0,
        complaints=_let_down_before(case), routed=_routed(case_id, agent_id),
    )  # fmt: skip
    with transaction.atomic():
        RatedCase.objects.bulk_create([row], ignore_conflicts=True)  # two first touches at once: one of them stays


def _let_down_before(case: Case) -> int:
    """How many of the customer's latest other cases held a promise that we broke."""
    others = (
        Case.objects.filter(customer=case.customer_id, created_at__lt=case.created_at)
        .exclude(closed_how__in=[Closed.NO_MATTER, Closed.MERGED, Closed.SPAM])
        .order_by("-last_at")
        .values_list("pk", flat=True)[:LOOKS_BACK_CASES]
    )
    broken = Promise.objects.filter(case_id__in=list(others), verdict=Verdict.BROKEN)
    return min(len(set(broken.values_list("case_id", flat=True)[: LOOKS_BACK_CASES * 5])), COMPLAINTS_COUNTED)


def _routed(case_id: int, agent_id: int) -> str:
    """By chance when the fair slice gave it to this person, and nobody has moved it since."""
    given = Entry.objects.filter(case_id=case_id, verb="case.assigned").order_by("-id").first()
    by_chance = given is not None and given.get("by_chance") and given.get("owner") == agent_id
    return Routed.RANDOM if by_chance else Routed.MATCHED
