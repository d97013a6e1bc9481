"""What is done to a case as a whole: owner, snooze, wanted outcome, merging, opening and closing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from goodword.cases import queries
from goodword.cases.models import Case, Closed, Status
from goodword.kit.errors import Conflict, Malformed
from goodword.ledger.actions import record
from goodword.people.models import Agent, Customer, Identity

INBOX = ("inbox",)


def _held(case: Case) -> Case:
    """The same case, locked until the end of the transaction."""
    return Case.objects.select_for_update(of=("self",)).select_related("merged_into").get(pk=case.pk)


def assign(case: Case, owner: Agent | None, at: datetime, by: Agent | None, *, by_chance: bool = False) -> Case:
    """Gives a case to somebody who has a desk, or back to the inbox (None). Promises keep their owners."""
    if owner and not owner.works_at_desk:
        raise Malformed("A case needs an owner with a desk.", field="owner")
    with transaction.atomic():
        case = _held(case)
        if case.owner_id == (owner.pk if owner else None):
            return case
        case.owner = owner
        case.save(update_fields=["owner"])
        name = owner.name if owner else ""
        record(
            "case.assigned", at=at, about=case, subject=case, by=by, touch=INBOX, owner=case.owner_id, owner_name=name,
            by_chance=by_chance,
        )  # fmt: skip
    return case


def assign_all(cases: Sequence[Case], owner: Agent | None, at: datetime, by: Agent) -> None:
    """Gives several cases to one person in one transaction: all of them or none."""
    with transaction.atomic():
        for case in cases:
            assign(case, owner, at, by)


def want(case: Case, outcome: str, at: datetime, by: Agent) -> Case:
    """Records what the customer wants to come out of this, in their words."""
    with transaction.atomic():
        case = _held(case)
        case.wanted_outcome = outcome.strip()[:2000]
        case.save(update_fields=["wanted_outcome"])
        record("case.outcome_wanted", at=at, about=case, subject=case, by=by, words=case.wanted_outcome[:200])
    return case


def rename(case: Case, subject: str, at: datetime, by: Agent) -> Case:
    """Gives a case a better subject; what the customer reads keeps the one of their own mails."""
    words = " ".join(subject.split())[:250]
    if not words:
        raise Malformed("A case needs a subject.", field="subject")
    with transaction.atomic():
        case = _held(case)
        if case.subject != words:
            before, case.subject = case.subject, words
            case.save(update_fields=["subject"])
            record("case.renamed", at=at, about=case, subject=case, by=by, touch=INBOX, before=before, words=words)
    return case


def snooze(case: Case, until: datetime, at: datetime, by: Agent) -> Case:
    """Sets a case aside until a moment or the customer's next words. It touches no promise."""
    if until <= at:
        raise Malformed("Choose a moment that lies ahead.", field="until")
    with transaction.atomic():
        case = _held(case)
        if case.status not in (Status.OPEN, Status.WAITING):
            raise Conflict(f"A case that is {case.status} cannot be snoozed.", code="not_open")
        case.status, case.wakes_at = Status.WAITING, until
        case.save(update_fields=["status", "wakes_at"])
        record("case.snoozed", at=at, about=case, subject=case, by=by, touch=INBOX, until=until.isoformat())
    return case


def wait_for_customer(case: Case, at: datetime, by: Agent | None) -> Case:
    """Marks that the next move is the customer's; their next words bring the case back."""
    return _set_status(case, Status.WAITING, "case.waiting", at, by)


def start_checking(case: Case, at: datetime, noted: datetime | None = None) -> Case:
    """Marks that everything promised is delivered and the check runs."""
    return _set_status(case, Status.CHECKING, "case.checking", at, None, noted)


def open_again(
    case: Case, at: datetime, by: Agent | Customer | None, why: str = "", *, noted: datetime | None = None
) -> Case:
    """Opens a case that waits, is being checked or is closed; one that was merged away stays where it went."""
    with transaction.atomic():
        case = _held(case)
        if case.merged_into_id:
            raise Conflict("This case was merged into another one.", code="merged", into=case.merged_into_id)
        if case.status == Status.OPEN:
            return case
        verb = "case.reopened" if case.status == Status.CLOSED else "case.woken"
        case.status, case.closed_how, case.closed_at, case.wakes_at = Status.OPEN, "", None, None
        case.override_by, case.override_reason = None, ""
        case.save(update_fields=["status", "closed_how", "closed_at", "wakes_at", "override_by", "override_reason"])
        record(verb, at=at, noted=noted, about=case, subject=case, by=by, touch=INBOX, why=why)
    return case


def _set_status(
    case: Case, status: Status, verb: str, at: datetime, by: Agent | None, noted: datetime | None = None
) -> Case:
    with transaction.atomic():
        case = _held(case)
        if case.status in (status, Status.CLOSED):
            return case
        case.status, case.wakes_at = status, None
        case.save(update_fields=["status", "wakes_at"])
        record(verb, at=at, noted=noted, about=case, subject=case, by=by, touch=INBOX)
    return case


def close(case: Case, how: Closed, at: datetime, by: Agent | Customer | None, *, reason: str = "") -> Case:
    """Writes the end of a case. Only `closing.actions` calls it, and a trigger refuses while a promise is owed."""
    with transaction.atomic():
        case = _held(case)
        if case.status == Status.CLOSED:
            raise Conflict("This case is already closed.", code="already_closed")
        case.status, case.closed_how, case.closed_at, case.wakes_at = Status.CLOSED, how, at, None
        case.awaits_reply = False
        if how == Closed.OVERRIDE and isinstance(by, Agent):
            case.override_by, case.override_reason = by, reason[:500]
        case.save(
            update_fields=[
                "status", "closed_how", "closed_at", "wakes_at", "awaits_reply", "override_by", "override_reason",
            ]
        )  # fmt: skip
        record("case.closed", at=at, about=case, subject=case, by=by, touch=INBOX, how=str(how), reason=reason)
    return case


def merge(case: Case, into: Case, at: datetime, by: Agent) -> Case:
    """Merges a case into another of its customer. Only `promises.owners.merge` calls it: it moves the promises.

    The rows stay where they are, so that a merge can be taken back; the timeline shows both as one.
    """
    with transaction.atomic():
        first, second = sorted((case.pk, into.pk))
        held = {
            row.pk: row
            for row in Case.objects.select_for_update(of=("self",)).filter(pk__in=[first, second]).order_by("pk")
        }
        case, into = held[case.pk], queries.root(held[into.pk])
        if case.pk == into.pk or case.merged_into_id:
            raise Conflict("These cases are one already.", code="merged")
        if case.customer_id != into.customer_id:
            raise Conflict("Only cases of the same customer can become one.", code="another_customer")
        if Closed.SPAM in (case.closed_how, into.closed_how):
            raise Conflict("One of them is marked as spam. Say first that it is none.", code="spam")
        case.status, case.closed_how, case.closed_at, case.wakes_at = Status.CLOSED, Closed.MERGED, at, None
        case.merged_into = into
        case.save(update_fields=["status", "closed_how", "closed_at", "wakes_at", "merged_into"])
        into.last_at, into.last_message = max(case.last_at, into.last_at), max(case.last_message, into.last_message)
        into.awaits_reply = into.awaits_reply or case.awaits_reply
        into.save(update_fields=["last_at", "last_message", "awaits_reply"])
        record("case.merged", at=at, about=case, subject=case, by=by, touch=INBOX, into=into.pk)
        record("case.took_in", at=at, about=into, subject=into, by=by, touch=INBOX, case=case.pk)
    return into


def part(case: Case, at: datetime, by: Agent) -> tuple[Case, Case]:
    """Takes a merge back: the case stands by itself again, open. Returns it and the one that it was a part of.

    Only `promises.owners.part` calls it: it brings the promises back. What was said after the merge stays where it was.
    """
    with transaction.atomic():
        case = _held(case)
        if case.merged_into is None:
            raise Conflict("This case stands by itself already.", code="not_merged")
        into, top = case.merged_into, queries.root(case)
        case.status, case.closed_how, case.closed_at, case.merged_into = Status.OPEN, "", None, None
        case.save(update_fields=["status", "closed_how", "closed_at", "merged_into"])
        record("case.parted", at=at, about=case, subject=case, by=by, touch=INBOX, into=into.pk)
        record("case.let_go", at=at, about=top, subject=top, by=by, touch=INBOX, case=case.pk)
    return case, top


def dismiss_suggestion(case: Case, at: datetime, by: Agent) -> None:
    """Answers "perhaps belongs to" with no."""
    with transaction.atomic():
        case = _held(case)
        case.perhaps_of = None
        case.save(update_fields=["perhaps_of"])
        record("case.suggestion_dismissed", at=at, about=case, subject=case, by=by)


def turn_to(case: Case, identity: Identity, at: datetime, by: Agent) -> Case:
    """Chooses the address to which the next messages of a case go."""
    if identity.customer_id != case.customer_id:
        raise Conflict("That address belongs to another customer.", code="another_customer")
    with transaction.atomic():
        case = _held(case)
        case.identity = identity
        case.save(update_fields=["identity"])
        record("case.address_chosen", at=at, about=case, subject=case, by=by, address=identity.address)
    return case
