"""Reading checks, and the facts on which the close gate decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from goodword.cases.models import Case, Delivery, Message
from goodword.cases.queries import family
from goodword.closing import rules
from goodword.closing.models import Check, CheckState
from goodword.ledger.models import Entry
from goodword.people.models import Agent
from goodword.promises.models import Evidence, EvidenceState, Promise, Status

RUNNING = (CheckState.RECEIPT, CheckState.SCHEDULED, CheckState.ASKED)


def running_check(case: Case) -> Check | None:
    """Returns the check that runs in a case, or None."""
    return Check.objects.filter(case=case, state__in=RUNNING).first()


def latest_check(case: Case) -> Check | None:
    """Returns the newest check of a case, running or not."""
    return Check.objects.filter(case=case).order_by("-id").first()


def case_facts(case: Case, *, customer_said_done: bool) -> rules.CaseFacts:
    """Returns what the close gate knows of a case. Four queries."""
    promises = list(Promise.objects.filter(case=case).values_list("status", flat=True))
    ours = Message.objects.filter(case_id__in=family(case)).order_by("-at", "-id")
    latest = list(ours.values_list("is_ours", "delivery", "is_automatic")[:50])
    check = latest_check(case)
    spoken = [row for row in latest if not row[2] or row[0]]
    last_of_ours = next((delivery for is_ours, delivery, _ in latest if is_ours), None)
    return rules.CaseFacts(
        owed=promises.count(Status.OWED),
        promises=len(promises),
        on_its_way=sum(is_ours and delivery in (Delivery.QUEUED, Delivery.DELAYED) for is_ours, delivery, _ in latest),
        not_arrived=int(last_of_ours in (Delivery.BOUNCED, Delivery.FAILED, Delivery.DOUBTFUL)),
        attempts=check.attempts if check else 0,
        customer_said_done=customer_said_done,
        customer_wrote_last=bool(spoken) and not spoken[0][0],
    )


@dataclass(frozen=True)
class Gate:
    """What stands in the way of closing, whatever way is chosen, and the promises that are still owed."""

    refusals: list[rules.Refusal]
    owed: list[Promise]
    may_be_no_matter: bool


def gate(case: Case) -> Gate:
    """Returns what the close gate would say now if the customer's word were given. Five queries."""
    facts = case_facts(case, customer_said_done=True)
    owed = list(Promise.objects.filter(case=case, status=Status.OWED).select_related("owner").order_by("due_at"))
    return Gate(rules.refusals(rules.WORD, facts), owed, may_be_no_matter=facts.promises == 0)


def delivered_in(case: Case) -> list[rules.Delivered]:
    """Returns the delivered promises of a case as the check sees them."""
    rows = Promise.objects.filter(case=case, status__in=[Status.DELIVERED, Status.CONFIRMED]).select_related("kind")
    receipts: dict[int, datetime] = {}
    proofs = Evidence.objects.filter(
        promise__case=case, state=EvidenceState.STANDING, type__in=["customer_word", "provider_event"]
    )
    for proof in proofs.order_by("-at"):
        receipts[proof.promise_id] = proof.at
    return [
        rules.Delivered(row.kind.check_rule, row.delivered_at, receipts.get(row.pk)) for row in rows if row.delivered_at
    ]


def contacts_of(customer_id: int, at: datetime) -> list[datetime]:
    """Returns when checks contacted this customer in the last month."""
    asked = Entry.objects.filter(
        verb="check.asked",
        case_id__in=Case.objects.filter(customer_id=customer_id).values("id"),
        at__gt=at - rules.MONTH,
    )
    return list(asked.values_list("at", flat=True))


def checks_of(agent: Agent) -> list[Check]:
    """Returns the checks that a person must make or mend: second attempts by phone, and receipts to find out."""
    return list(
        Check.objects.filter(case__owner=agent, state__in=RUNNING, needs_person=True)
        .select_related("case", "case__customer")
        .order_by("id")[:50]
    )
