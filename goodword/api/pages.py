"""Rows gathered into what is shown of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from goodword.api.shown import (
    CaseOut,
    CaseWhole,
    CustomerOut,
    CustomerWhole,
    DueOut,
    EventOut,
    EvidenceOut,
    HappeningOut,
    IdentityOut,
    MessageOut,
    NoteOut,
    PromiseOut,
    PromiseWhole,
    PurchaseOut,
)
from goodword.cases import queries as cases
from goodword.cases.access import cases_page
from goodword.cases.models import Case
from goodword.people import purchases
from goodword.people.models import Agent, Customer
from goodword.people.queries import identities_of
from goodword.promises import queries as promises
from goodword.promises.access import promise_for, promised_to
from goodword.promises.models import Promise

TIMELINE = 100
SHAPES: dict[str, Any] = {"message": MessageOut, "note": NoteOut, "line": EventOut}


def case_whole(case: Case, before: datetime | None = None) -> CaseWhole:
    """Returns a case with its promises and its latest happenings. Six to eight queries."""
    found = cases.timeline(case, TIMELINE, before)
    return CaseWhole(
        **CaseOut.model_validate(case).model_dump(),
        promises=promises_out(promises.panel_of(case)),
        timeline=[_happening(one) for one in found.happenings],
        earlier=found.starts_at if found.has_earlier else None,
    )


def _happening(one: cases.Happening) -> HappeningOut:
    return HappeningOut(at=one.at, kind=one.kind, **{one.kind: SHAPES[one.kind].model_validate(one.row)})


def promises_out(rows: Sequence[Promise]) -> list[PromiseOut]:
    """Returns promises as they look from outside. No query for rows that `access` or `queries` gave."""
    return [PromiseOut.model_validate(row) for row in rows]


def promise_whole(agent: Agent, pk: int) -> PromiseWhole:
    """Returns a promise with everything that ever happened to it. Five queries."""
    promise = promise_for(agent, pk)
    return PromiseWhole(
        **PromiseOut.model_validate(promise).model_dump(),
        dues=[DueOut.model_validate(row) for row in promises.dues_of(promise)],
        evidence=[EvidenceOut.model_validate(row) for row in promises.proofs_of(promise)],
        history=[EventOut.model_validate(row) for row in promises.history(promise)],
        offers=list(promises.offers(promise)),
    )


def customer_whole(agent: Agent, customer: Customer) -> CustomerWhole:
    """Returns what is known of a customer. Four queries."""
    theirs, _ = cases_page(agent, customer=customer.pk)
    return CustomerWhole(
        **CustomerOut.model_validate(customer).model_dump(),
        company=str(customer.company) if customer.company_id else "",
        identities=[IdentityOut.model_validate(row) for row in identities_of(customer)],
        purchases=[PurchaseOut.model_validate(row) for row in purchases.of_customer(customer)],
        promises=promises_out(promised_to(agent, customer)),
        cases=[CaseOut.model_validate(row) for row in theirs],
    )
