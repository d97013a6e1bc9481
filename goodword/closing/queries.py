"""Reading checks, and the facts on which the close gate decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from goodword.cases.filling import missing
from goodword.cases.models import Case, Delivery, Message
from goodword.cases.queries import family
from goodword.closing import rules
from goodword.closing.models import Care, Check, CheckState, Contact, Quiet, Survey, SurveyAnswer, SurveyState
from goodword.people.models import Agent, Health, Identity, IdentityKind
from goodword.promises.models import Evidence, EvidenceState, Promise, Status

OPEN_SURVEYS = (SurveyState.OFFERED, SurveyState.SENT)
RUNNING = (CheckState.RECEIPT, CheckState.SCHEDULED, CheckState.ASKED)


def running_check(case: Case) -> Check | None:
    """Returns the check that runs in a case, or None."""
    return Check.objects.filter(case=case, state__in=RUNNING).first()


def latest_check(case: Case) -> Check | None:
    """Returns the newest check of a case, running or not."""
    return Check.objects.filter(case=case).order_by("-id").first()


def case_facts(case: Case, *, customer_said_done: bool) -> rules.CaseFacts:
    """Returns what the close gate knows of a case. Five queries."""
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
        missing=tuple(missing(case)),
    )


@dataclass(frozen=True)
class Gate:
    """What stands in the way of closing, whatever way is chosen, and the promises that are still owed."""

    refusals: list[rules.Refusal]
    owed: list[Promise]
    may_be_no_matter: bool


def gate(case: Case) -> Gate:
    """Returns what the close gate would say now if the customer's word were given. Six queries."""
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


def care() -> Care:
    """Returns how often we write by ourselves and whether we ask how it was; what nobody has set yet is the default."""
    return Care.objects.first() or Care()


def contacts_of(customer_id: int, at: datetime) -> list[datetime]:
    """Returns when the desk wrote to this customer by itself in the last month."""
    recent = Contact.objects.filter(customer_id=customer_id, at__gt=at - rules.MONTH)
    return list(recent.values_list("at", flat=True))


def quiet_since(customer_id: int) -> datetime | None:
    """Returns since when a customer wants no letters that the desk writes by itself, or None."""
    return Quiet.objects.filter(customer_id=customer_id).values_list("since", flat=True).first()


def survey_of(case: Case) -> Survey | None:
    """Returns the survey of a case that may still be answered, or None."""
    return Survey.objects.filter(case=case, state__in=OPEN_SURVEYS).first()


def scores() -> QuerySet[SurveyAnswer]:
    """Returns the answers to surveys that count: given after the end of a case that has not been opened since."""
    return SurveyAnswer.objects.filter(counts=True)


def way_on(check: Check, case: Case) -> Identity | None:
    """Returns the other way to ask after a first attempt: their phone, else another e-mail address of theirs."""
    known = list(case.customer.identities.exclude(health=Health.BOUNCING).order_by("id"))
    phone = next((one for one in known if one.kind == IdentityKind.PHONE), None)
    if phone and not check.needs_person:
        return phone
    tried = {address.lower() for address in (check.asked_by.to if check.asked_by else ())}
    return next((one for one in known if one.kind == IdentityKind.EMAIL and one.address not in tried), None)


def checks_of(agent: Agent) -> list[Check]:
    """Returns the checks that a person must make or mend: second attempts by phone, and receipts to find out."""
    return list(
        Check.objects.filter(case__owner=agent, state__in=RUNNING, needs_person=True)
        .select_related("case", "case__customer")
        .order_by("id")[:50]
    )
