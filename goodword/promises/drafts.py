"""The news of a new date, drafted from the facts for its owner to send: before the due plain, after it an apology."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from goodword.hours import choices
from goodword.kit import dates
from goodword.people.models import Agent
from goodword.promises import letters, queries
from goodword.promises.models import Promise, Verdict

SHORTEST_MINUTES = 240


@dataclass(frozen=True)
class NewDate:
    """A drafted letter, the due it names, and the words in which it names it."""

    text: str
    due: datetime
    due_words: str


def realistic_due(promise: Promise, at: datetime) -> datetime:
    """Returns an end of business by which the promise can really be kept: its kind's usual time, doubled, from now."""
    minutes = max(2 * promise.kind.lead_minutes, SHORTEST_MINUTES)
    return choices.realistic(queries.hours_of(promise.owner), promise.due_zone, at, minutes)


def new_date(promise: Promise, due: datetime | date | None, at: datetime, by: Agent, *, why: str = "") -> NewDate:
    """Returns the letter that moves a promise to `due` (None: a realistic one), in the customer's language."""
    customer = promise.case.customer
    if due is None:
        due = realistic_due(promise, at)
    elif not isinstance(due, datetime):
        due = queries.hours_of(promise.owner).close_of(due, promise.due_zone)
    reader = dates.Reader(customer.language, promise.due_zone, is_theirs=bool(customer.time_zone))
    spoken = dates.by(due, reader, at)
    text = letters.new_date_letter(
        customer.language, customer.name, promise.words, dates.by(promise.due_at, reader, at), spoken, by.name, why=why,
        broken=promise.verdict == Verdict.BROKEN or promise.due_at <= at, signature=by.signature,
    )  # fmt: skip
    return NewDate(text, due, spoken)


def honest_no(promise: Promise, words: str, by: Agent) -> str:
    """Returns the letter around the words of an honest no: the greeting, the words, the writer."""
    customer = promise.case.customer
    return letters.plain_letter(customer.language, customer.name, words, by.name, by.signature)
