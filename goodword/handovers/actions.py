"""Offering a case, accepting it, returning it with a reason. Until it is accepted the giver owns."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from goodword.cases import changes as cases
from goodword.cases.models import Case, Status
from goodword.handovers.brief import Brief
from goodword.handovers.models import Offer, OfferState
from goodword.kit.errors import Conflict, Malformed, NotAllowed
from goodword.ledger.actions import record
from goodword.people.models import Agent
from goodword.promises import owners
from goodword.promises.models import Promise
from goodword.promises.models import Status as PromiseStatus

NAMES = {
    "issue": "the issue", "wanted": "what the customer wants", "tried": "what was tried",
    "promised": "what was promised", "next_step": "the next step",
}  # fmt: skip


def offer(case: Case, receiver: Agent, brief: Brief, at: datetime, by: Agent) -> Offer:
    """Offers a case with its brief. Raises Malformed for an incomplete brief or a receiver without a desk."""
    brief = brief.bounded()
    missing = brief.missing()
    if missing:
        raise Malformed(
            "The brief still lacks %(names)s.",
            values={"names": ", ".join(NAMES[name] for name in missing)},
            field=missing[0],
        )
    if not receiver.works_at_desk or receiver.only_reads:
        raise Malformed("A case is handed to somebody with a desk.", field="receiver")
    with transaction.atomic():
        case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
        if case.status == Status.CLOSED:
            raise Conflict("A closed case is not handed over.", code="closed")
        giver = case.owner or by
        if giver.pk == receiver.pk:
            raise Malformed("The case is theirs already.", field="receiver")
        try:
            with transaction.atomic():
                made = Offer.objects.create(case=case, giver=giver, receiver=receiver, offered_at=at, **brief.__dict__)
        except IntegrityError:
            raise Conflict("This case is on offer already.", code="on_offer") from None
        record(
            "handover.offered", at=at, about=case, subject=made, by=by, touch=("today",), receiver=receiver.pk,
            receiver_name=receiver.name, giver=giver.pk,
        )  # fmt: skip
    return made


def accept(offered: Offer, at: datetime, by: Agent) -> Offer:
    """The receiver takes the case and with it every promise in it that the giver owes; dues and verdicts stay."""
    with transaction.atomic():
        offered = _open(offered)
        if by.pk != offered.receiver_id:
            raise NotAllowed("Only the one to whom it is offered can accept.")
        _decide(offered, OfferState.ACCEPTED, at)
        cases.assign(offered.case, by, at, by)
        owed = Promise.objects.filter(case=offered.case, owner=offered.giver, status=PromiseStatus.OWED)
        for promise in owed.order_by("due_at", "id"):
            owners.hand_to(promise, by, at, by, why="handover")
        record(
            "handover.accepted",
            at=at,
            about=offered.case,
            subject=offered,
            by=by,
            touch=("today",),
            giver=offered.giver_id,
        )
    return offered


def give_back(offered: Offer, reason: str, at: datetime, by: Agent) -> Offer:
    """The receiver returns the offer with a reason; the giver owns as before and hears why."""
    if not reason.strip():
        raise Malformed("Say why you give it back.", field="reason")
    with transaction.atomic():
        offered = _open(offered)
        if by.pk != offered.receiver_id:
            raise NotAllowed("Only the one to whom it is offered can return it.")
        _decide(offered, OfferState.RETURNED, at, reason.strip()[:500])
        record(
            "handover.returned", at=at, about=offered.case, subject=offered, by=by, touch=("today",),
            giver=offered.giver_id, why=offered.reason,
        )  # fmt: skip
    return offered


def withdraw(offered: Offer, at: datetime, by: Agent) -> Offer:
    """The giver (or a lead) takes the offer back before it is accepted."""
    with transaction.atomic():
        offered = _open(offered)
        if by.pk != offered.giver_id and not by.is_lead:
            raise NotAllowed("Only the giver or a lead can take it back.")
        _decide(offered, OfferState.WITHDRAWN, at)
        record("handover.withdrawn", at=at, about=offered.case, subject=offered, by=by, touch=("today",))
    return offered


def greeted(case: Case, by: Agent, at: datetime) -> None:
    """The receiver has written to the customer: the brief has done its work. Harmless when repeated."""
    Offer.objects.filter(case=case, receiver=by, state=OfferState.ACCEPTED, greeted_at=None).update(greeted_at=at)


def _open(offered: Offer) -> Offer:
    found = Offer.objects.select_for_update(of=("self",)).select_related("case", "giver", "receiver").get(pk=offered.pk)
    if found.state != OfferState.OFFERED:
        raise Conflict("This offer is already %(state)s.", values={"state": OfferState(found.state)}, code="decided")
    return found


def _decide(offered: Offer, state: OfferState, at: datetime, reason: str = "") -> None:
    offered.state, offered.decided_at, offered.reason = state, at, reason
    offered.save(update_fields=["state", "decided_at", "reason"])
