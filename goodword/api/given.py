"""What requests bring: checked for their form here, for their sense by the actions."""

from __future__ import annotations

from typing import Annotated, Literal

from ninja import Schema
from pydantic import ConfigDict, Field

from goodword.api.fields import (
    Address,
    Day,
    Line,
    MaybeText,
    MaybeWords,
    Moment,
    NoteText,
    Number,
    PageSize,
    Promised,
    Slug,
    Text,
    Words,
)
from goodword.cases.models import Outcome
from goodword.promises.models import EvidenceType

Some = Annotated[list[Number], Field(max_length=50)]


class Given(Schema):
    """A body; a name that is not known is a mistake, and said to be one."""

    model_config = ConfigDict(extra="forbid")


class NewPromise(Given):
    """What the customer is told: a moment, or a day (then due at the end of business in their zone)."""

    kind: Slug = "other"
    words: Promised
    due: Moment | Day
    due_words: Annotated[str, Field(max_length=200, pattern=r"^[^\x00]*$")] = ""
    asked: Moment | Day | None = None
    way: Literal["", "anyway", "counter"] = ""


class NotPromised(Given):
    """Words that are no promise, with the reason; with `asked` and `instead` an honest "we cannot"."""

    words: Promised
    reason: Words
    asked: Moment | Day | None = None
    instead: MaybeWords = ""


class OwnedPromise(NewPromise):
    """A promise that was made by voice or earlier; without an owner it is the token's person's."""

    owner: Number | None = None


class NewCase(Given):
    """A case from the customer's first words (`by: customer`), or begun by us with a mail to them (`by: us`)."""

    by: Literal["customer", "us"] = "customer"
    customer: Number | None = None
    address: Address | None = None
    name: Annotated[str, Field(max_length=160, pattern=r"^[^\x00]*$")] = ""
    subject: Line = ""
    text: Text
    channel: Literal["email", "form", "chat", "phone"] = "form"
    promises: Annotated[list[NewPromise], Field(max_length=20)] = []


class NewMessage(Given):
    """A message to the customer. `seen` is the newest message that its writer knows."""

    text: Text
    promises: Annotated[list[NewPromise], Field(max_length=20)] = []
    dismissed: Annotated[list[NotPromised], Field(max_length=20)] = []
    keeps: Some = []
    seen: Annotated[int, Field(ge=0, le=2**63 - 1)] | None = None


class NewNote(Given):
    """Words that the customer never sees."""

    text: NoteText


class NewCall(Given):
    """A call, how it ended, and what was promised in it.

    Without `keeps`, a call that reached the customer keeps the one callback that is owed; an empty list keeps none.
    """

    outcome: Outcome
    text: MaybeText = ""
    promises: Annotated[list[NewPromise], Field(max_length=20)] = []
    dismissed: Annotated[list[NotPromised], Field(max_length=20)] = []
    keeps: Some | None = None


class NewEvidence(Given):
    """What proves it: a message or call by its number, everything else in words."""

    type: EvidenceType
    words: MaybeWords = ""
    message: Number | None = None


class NewEvent(Given):
    """What a provider of payments or parcels said; the same `id` is taken once."""

    id: Annotated[str, Field(max_length=120, pattern=r"^[^\x00]*[^\s\x00][^\x00]*$")]
    type: Literal[
        "payment.succeeded", "payment.failed", "payment.refunded",
        "parcel.shipped", "parcel.delivered", "parcel.returned",
    ]  # fmt: skip
    at: Moment
    reference: Annotated[str, Field(max_length=120, pattern=r"^[^\x00]*$")] = ""
    words: Annotated[str, Field(max_length=300, pattern=r"^[^\x00]*$")] = ""


class NewDate(Given):
    """A new date and how the customer hears of it: by a message that is sent now, or told on the phone just now."""

    due: Moment | Day
    due_words: Annotated[str, Field(max_length=200, pattern=r"^[^\x00]*$")] = ""
    how: Literal["message", "call"] = "message"
    text: Text
    reason: MaybeWords = ""
    seen: Annotated[int, Field(ge=0, le=2**63 - 1)] | None = None


class Said(Given):
    """What the customer said, and where."""

    words: Words


class NewOwner(Given):
    """To whom it goes, and why."""

    owner: Number
    why: Annotated[str, Field(max_length=200, pattern=r"^[^\x00]*$")] = ""


class Closing(Given):
    """How it ends: by the customer's word, because nothing was asked, or by a lead's right with a reason."""

    how: Literal["word", "no_matter", "override"] = "word"
    reason: Words


class NewTags(Given):
    """Tags to put on a case, and tags to take off; each becomes one word in small letters."""

    add: Annotated[list[Line], Field(max_length=20)] = []
    remove: Annotated[list[Line], Field(max_length=20)] = []


class NewPriority(Given):
    """How much a case presses."""

    priority: Literal["low", "normal", "high", "urgent"]


class NewValues(Given):
    """Values by the keys of their fields: texts, numbers, days, choices, true and false; null empties a field."""

    values: Annotated[dict[Slug, bool | int | float | Line | None], Field(max_length=30)]


class NoWords(Given):
    """Nothing more is needed."""


class Paged(Schema):
    """Which page: `cursor` is the `next` of the page before."""

    cursor: Number | None = None
    limit: PageSize = 50


class WhichCases(Paged):
    """Which cases."""

    status: Literal["open", "waiting", "checking", "closed"] | None = None
    owner: Number | None = None
    customer: Number | None = None


class WhichPromises(Paged):
    """Which promises."""

    status: Literal["owed", "delivered", "confirmed", "released"] | None = None
    verdict: Literal["pending", "kept", "kept_renegotiated", "broken"] | None = None
    owner: Number | None = None
    due_before: Moment | None = None
