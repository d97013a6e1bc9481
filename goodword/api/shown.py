"""How rows look from outside. Each shape is read from a row that `access` gave."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


class Shown(BaseModel):
    """A shape that is read from a row, by the names of its columns."""

    model_config = ConfigDict(from_attributes=True, populate_by_name=True)


def _slug(kind: Any) -> str:
    return kind if isinstance(kind, str) else str(kind.slug)


def _address(identity: Any) -> str:
    return identity if isinstance(identity, str) else str(identity.address) if identity else ""


class Person(Shown):
    """Somebody who works here, or a customer, in short."""

    id: int
    name: str


class PromiseOut(Shown):
    """A promise. Its status is what is owed, its verdict whether the word was kept; the two are never mixed."""

    id: int
    case_id: int
    kind: Annotated[str, BeforeValidator(_slug)]
    words: str
    owner: Person
    made_by: Person
    made_at: datetime
    status: str
    verdict: str
    verdict_at: datetime | None
    stage: str
    due_at: datetime
    due_is_day: bool
    due_words: str
    due_zone: str
    first_due_at: datetime
    asked_due_at: datetime | None
    offered_due_at: datetime | None
    way: str
    renegotiated: bool
    acknowledged_at: datetime | None
    delivered_at: datetime | None
    confirmed_at: datetime | None
    released_at: datetime | None


class DueOut(Shown):
    """A due that the promise has or had."""

    id: int
    due_at: datetime
    is_day: bool
    words: str
    reason: str
    state: str
    set_at: datetime
    told_at: datetime | None
    told_by_id: int | None


class EvidenceOut(Shown):
    """A proof, which may have fallen."""

    id: int
    type: str
    state: str
    words: str
    message_id: int | None
    by: Person | None
    at: datetime
    fell_at: datetime | None
    fell_why: str


class EventOut(Shown):
    """A line of the ledger: what became true `at`, and was noticed at `noted_at`."""

    id: int
    at: datetime
    noted_at: datetime
    verb: str
    case_id: int | None
    subject_type: str
    subject_id: int | None
    by_type: str
    by_id: int | None
    data: dict[str, Any]


class PromiseWhole(PromiseOut):
    """A promise with every due and proof it ever had, its whole history, and the moves that it allows now."""

    dues: list[DueOut]
    evidence: list[EvidenceOut]
    history: list[EventOut]
    offers: list[str]


class MessageOut(Shown):
    """What passed between customer and us."""

    id: int
    case_id: int
    channel: str
    is_ours: bool
    author: Person | None
    from_name: str
    from_address: str
    to: list[str]
    subject: str
    text: str
    at: datetime
    delivery: str
    delivery_words: str
    call_outcome: str
    from_stranger: bool
    is_automatic: bool


class NoteOut(Shown):
    """Internal words."""

    id: int
    case_id: int
    author: Person | None
    text: str
    at: datetime


class CaseOut(Shown):
    """A case, in short."""

    id: int
    subject: str
    customer: Person
    address: Annotated[str, BeforeValidator(_address), Field(validation_alias="identity")]
    owner: Person | None
    status: str
    awaits_reply: bool
    owed: int
    next_due_at: datetime | None
    wanted_outcome: str
    last_at: datetime
    last_words: str
    last_message: int
    merged_into_id: int | None
    closed_how: str
    closed_at: datetime | None
    override_reason: str
    created_at: datetime
    tags: list[str]
    priority: str
    fields: dict[str, bool | int | float | str]


class FieldOut(Shown):
    """A field of cases, with what it holds and whether a case ends without it."""

    key: str
    name: str
    kind: str
    choices: list[str]
    is_required: bool


class Fields(Shown):
    """The fields of cases that are in use."""

    items: list[FieldOut]


class HappeningOut(Shown):
    """One line of a timeline: a message, a note, or a line of the ledger."""

    at: datetime
    kind: str
    message: MessageOut | None = None
    note: NoteOut | None = None
    line: EventOut | None = None


class CaseWhole(CaseOut):
    """A case with its promises and its latest happenings; `earlier` goes into `before` for those before them."""

    promises: list[PromiseOut]
    timeline: list[HappeningOut]
    earlier: datetime | None


class Begun(Shown):
    """What became of the first words: a case was `started`, or one of the customer's `continued` or `reopened`."""

    outcome: str
    case: CaseOut
    message: MessageOut


class Sent(Shown):
    """A message or call with the promises that were made in it."""

    message: MessageOut
    promises: list[PromiseOut]


class IdentityOut(Shown):
    """A way to reach a customer, and whether messages arrive there."""

    id: int
    kind: str
    address: str
    health: str


class PurchaseOut(Shown):
    """What a customer has bought; the amount in cents."""

    id: int
    number: str
    product: str
    options: dict[str, Any]
    amount: int
    currency: str
    bought_on: date
    delivered_on: date | None
    paid_on: date | None
    payment_due_on: date | None
    warranty_until: date | None
    state: str


class CustomerOut(Shown):
    """A customer, in short."""

    id: int
    name: str
    language: str
    time_zone: str
    created_at: datetime


class CustomerWhole(CustomerOut):
    """A customer with the ways to reach them, what they bought, their matters and what they were promised."""

    company: str
    identities: list[IdentityOut]
    purchases: list[PurchaseOut]
    promises: list[PromiseOut]
    cases: list[CaseOut]


class Cases(Shown):
    """A page of cases; `next` is the cursor of the following one, null on the last."""

    items: list[CaseOut]
    next: int | None


class Promises(Shown):
    """A page of promises; `next` is the cursor of the following one, null on the last."""

    items: list[PromiseOut]
    next: int | None


class Customers(Shown):
    """Whom an address leads to."""

    items: list[CustomerOut]


class Events(Shown):
    """A stretch of the ledger, in order; ask on with `after` = `last`."""

    items: list[EventOut]
    last: int
    has_more: bool
