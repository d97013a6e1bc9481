"""Giving remedies: at once within one's authority, beyond it after an approval; overruled only with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from goodword.asks.actions import Question
from goodword.asks.actions import make as ask_for
from goodword.asks.models import Decision, Purpose
from goodword.cases.models import Case
from goodword.kit.errors import Conflict, Malformed
from goodword.ledger.actions import record
from goodword.people.access import may_administer, may_lead, may_write
from goodword.people.models import Agent, Role
from goodword.people.queries import admins, leads_of
from goodword.policies.models import Version
from goodword.promises.models import Promise
from goodword.remedies import queries, rules
from goodword.remedies.models import Authority, Remedy, RemedyKind, RemedyState

LARGEST = 100_000_000  # cents


@dataclass(frozen=True)
class Proposal:
    """What is to be given, in cents, and why; `answer_by` when an approval is needed (None: a working day)."""

    kind: RemedyKind
    amount: int
    reason: str
    policy: Version | None = None
    answer_by: datetime | None = None


def propose(case: Case, proposal: Proposal, at: datetime, by: Agent) -> Remedy:
    """Grants at once within `by`'s authority; beyond it asks whoever has enough, with an answer-by.

    A remedy far from its precedents is flagged both ways, never blocked. The promise that carries it out is made in
    the words the customer is told (`promises.replies.send`) and tied to it by `carried_out_by`.
    """
    may_write(by)
    amount = proposal.amount if proposal.kind.has_amount else 0
    if not proposal.reason.strip():
        raise Malformed("Say why: others will ask for the same.", field="reason")
    if not 0 <= amount <= LARGEST or (proposal.kind.has_amount and not amount):
        raise Malformed("Give an amount.", field="amount")
    with transaction.atomic():
        flag = rules.outlier(amount, queries.precedents(proposal.kind, case).spread) if proposal.kind.has_amount else ""
        remedy = Remedy(
            case=case, kind=proposal.kind, amount=amount, currency=proposal.kind.currency, policy=proposal.policy,
            reason=proposal.reason.strip()[:500], flag=flag, by=by, at=at,
        )  # fmt: skip
        if rules.within_authority(amount, queries.limit_for(by, proposal.kind)):
            remedy.state, remedy.decided_by, remedy.decided_at = RemedyState.GRANTED, by, at
        else:
            words = f"May we give {remedy}? {remedy.reason}"
            question = Question(words, _approver(by, proposal.kind, amount), proposal.answer_by, Purpose.APPROVAL)
            remedy.state, remedy.ask = RemedyState.AWAITING, ask_for(case, question, by, at)
        remedy.save(force_insert=True)
        verb = "remedy.granted" if remedy.state == RemedyState.GRANTED else "remedy.asked_for"
        record(verb, at=at, about=case, subject=remedy, by=by, words=str(remedy), flag=flag, reason=remedy.reason[:200])
    return remedy


def _approver(by: Agent, kind: RemedyKind, amount: int) -> Agent:
    """The nearest person with enough authority: the lead, then the admins (who decide what nobody else may)."""
    people = [person for person in [*leads_of(by), *admins(besides=by)] if person.pk != by.pk]
    for person in people:
        if rules.within_authority(amount, queries.limit_for(person, kind)):
            return person
    found = next((person for person in people if person.role == Role.ADMIN), None) or (people[0] if people else None)
    if found is None:
        raise Conflict("There is nobody who could approve this.", code="no_approver")
    return found


def decided(remedy: Remedy, decision: str, at: datetime, by: Agent | None, words: str = "") -> Remedy:
    """An approval was answered. Harmless when repeated."""
    with transaction.atomic():
        remedy = _held(remedy)
        if remedy.state != RemedyState.AWAITING:
            return remedy
        granted = decision == Decision.YES
        remedy.state = RemedyState.GRANTED if granted else RemedyState.DECLINED
        remedy.decided_by, remedy.decided_at = by or remedy.by, at
        remedy.save(update_fields=["state", "decided_by", "decided_at"])
        verb = "remedy.granted" if granted else "remedy.declined"
        record(
            verb,
            at=at,
            about=remedy.case_id,
            subject=remedy,
            by=by,
            words=str(remedy),
            asker=remedy.by_id,
            why=words[:200],
        )
    return remedy


def carried_out_by(remedy: Remedy, promise: Promise, at: datetime, by: Agent) -> Remedy:
    """Ties a granted remedy to the promise that carries it out, with its own evidence and due."""
    with transaction.atomic():
        remedy = _held(remedy)
        if remedy.state != RemedyState.GRANTED or remedy.promise_id:
            raise Conflict("Only a granted remedy is promised, and only once.", code="not_granted")
        remedy.promise = promise
        remedy.save(update_fields=["promise"])
        record("remedy.promised", at=at, about=remedy.case_id, subject=remedy, by=by, promise=promise.pk)
    return remedy


def overrule(remedy: Remedy, *, grant: bool, why: str, at: datetime, by: Agent) -> Remedy:
    """A lead decides otherwise; whoever decided first stays on record, and so does the reason (R54)."""
    may_lead(by)
    if not why.strip():
        raise Malformed("Write why: an overruling stays on record.", field="why")
    with transaction.atomic():
        remedy = _held(remedy)
        wanted = RemedyState.GRANTED if grant else RemedyState.DECLINED
        if remedy.state == wanted or remedy.state not in (RemedyState.GRANTED, RemedyState.DECLINED):
            raise Conflict("There is nothing to overrule here.", code="nothing_to_overrule")
        if remedy.promise_id and not grant:
            raise Conflict("It has been promised to the customer already.", code="promised")
        remedy.state, remedy.overruled_by, remedy.overruled_why = wanted, by, why.strip()[:500]
        remedy.decided_by, remedy.decided_at = remedy.decided_by or by, remedy.decided_at or at
        remedy.save(update_fields=["state", "overruled_by", "overruled_why", "decided_by", "decided_at"])
        record(
            "remedy.overruled",
            at=at,
            about=remedy.case_id,
            subject=remedy,
            by=by,
            to=wanted,
            why=why[:200],
            asker=remedy.by_id,
        )
    return remedy


def set_limit(role: str, kind: RemedyKind, limit: int | None, at: datetime, by: Agent) -> None:
    """Sets how much of a kind a role may grant, in cents; None takes the authority away. Admins only."""
    may_administer(by)
    if role not in (Role.AGENT, Role.LEAD, Role.ADMIN) or (limit is not None and not 0 <= limit <= LARGEST):
        raise Malformed("Choose a role with a desk and an amount.", field="limit")
    with transaction.atomic():
        if limit is None:
            Authority.objects.filter(role=role, kind=kind).delete()
        else:
            Authority.objects.update_or_create(role=role, kind=kind, defaults={"limit": limit})
        record("authority.set", at=at, subject=kind, by=by, role=role, limit=limit)


def _held(remedy: Remedy) -> Remedy:
    return Remedy.objects.select_for_update(of=("self",)).select_related("kind", "by", "decided_by").get(pk=remedy.pk)
