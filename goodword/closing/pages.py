"""What a customer may see of their case through a link: promises, dates they were told, proofs by their type.

Built from values and not from rows, so that nothing internal can slip into a template: no address, no team, no
note, no ledger line, and of people only the first name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from goodword.cases.models import Case, Channel, Message
from goodword.cases.models import Status as CaseStatus
from goodword.cases.queries import family, root
from goodword.closing import queries
from goodword.closing.models import CheckState
from goodword.kit.dates import Reader
from goodword.people.queries import organisation
from goodword.promises import queries as promises
from goodword.promises.links import open_link
from goodword.promises.models import DueState, EvidenceState, Promise, Status
from goodword.promises.wishes import ONE_CHASE, chased_at

OWED, LATE, DELIVERED, CONFIRMED, RELEASED = "owed", "late", "delivered", "confirmed", "released"


@dataclass(frozen=True)
class Move:
    """A new date that the customer was told: from which to which, when, why, and whether only after the old one."""

    before: datetime
    after: datetime
    told_at: datetime
    reason: str
    was_late: bool


@dataclass(frozen=True)
class Shown:
    """One promise as its customer sees it."""

    id: int
    words: str
    who: str
    state: str
    made_at: datetime
    due_at: datetime
    moves: tuple[Move, ...]
    was_broken: bool
    delivered_at: datetime | None
    ended_at: datetime | None
    proof: str
    is_chased: bool

    @property
    def is_open(self) -> bool:
        """Says whether anything is still to come of it."""
        return self.state in (OWED, LATE, DELIVERED)

    @property
    def missed_last(self) -> bool:
        """Says whether the date that holds (or held at the end) was missed."""
        return self.state == LATE or (self.delivered_at is not None and self.delivered_at > self.due_at)


@dataclass(frozen=True)
class Page:
    """All that the page says; `asks` means that the check runs and its question comes first."""

    organisation: str
    customer: str
    reader: Reader
    promises: tuple[Shown, ...]
    asks: bool
    is_closed: bool
    last_words: str
    last_words_at: datetime | None

    @property
    def is_late(self) -> bool:
        """Says whether something is owed whose date has passed."""
        return any(shown.state == LATE for shown in self.promises)

    @property
    def is_owed(self) -> bool:
        """Says whether something is owed whose date lies ahead."""
        return any(shown.state == OWED for shown in self.promises)

    @property
    def is_delivered(self) -> bool:
        """Says whether something waits for the customer's word."""
        return any(shown.state == DELIVERED for shown in self.promises)

    def promise(self, pk: int) -> Shown | None:
        """Returns one promise of this page, or None."""
        return next((shown for shown in self.promises if shown.id == pk), None)


def page_for(token: str, at: datetime) -> Page:
    """Returns what the holder of this link may see; raises NotFound (from links) for a link that is not good.

    Nine queries, whatever the number of promises.
    """
    case = root(open_link(token, at).case)
    cases = family(case)
    check = queries.running_check(case)
    rows = promises.of_case(cases)
    chased = chased_at(cases)
    said = Message.objects.filter(case_id__in=cases, channel=Channel.PAGE, is_ours=False).order_by("-id").first()
    known = organisation()
    return Page(
        organisation=known.name if known else "",
        customer=case.customer.name,
        reader=_reader(case, rows),
        promises=_in_order(_shown(row, chased.get(row.pk), at) for row in rows if row.status != Status.DRAFT),
        asks=check is not None and check.state == CheckState.ASKED,
        is_closed=case.status == CaseStatus.CLOSED,
        last_words=said.text if said else "",
        last_words_at=said.at if said else None,
    )


def _in_order(shown: Iterable[Shown]) -> tuple[Shown, ...]:
    """What waits for somebody comes first: late, to be confirmed, owed, then what is done; the nearest due first."""
    order = (LATE, DELIVERED, OWED, CONFIRMED, RELEASED)
    return tuple(sorted(shown, key=lambda promise: (order.index(promise.state), promise.due_at)))


def _reader(case: Case, rows: list[Promise]) -> Reader:
    """The customer's own zone where it is known, else the one in which we promised, said as ours."""
    own = case.customer.time_zone
    ours = rows[-1].due_zone if rows else "UTC"
    return Reader(case.customer.language, own or ours, is_theirs=bool(own))


def _shown(row: Promise, chased: datetime | None, at: datetime) -> Shown:
    standing = [proof for proof in row.evidence.all() if proof.state == EvidenceState.STANDING]
    return Shown(
        id=row.pk,
        words=row.words,
        who=first_name(row.owner.name),
        state=_state(row, at),
        made_at=row.made_at,
        due_at=row.due_at,
        moves=_moves(row),
        was_broken=row.verdict == "broken" or (row.status == Status.OWED and at >= row.due_at),
        delivered_at=row.delivered_at,
        ended_at=row.confirmed_at or row.released_at,
        proof=standing[0].type if standing else "",
        is_chased=chased is not None and chased > at - ONE_CHASE,
    )


def _state(row: Promise, at: datetime) -> str:
    if row.status == Status.OWED:
        return LATE if at >= row.due_at else OWED
    return str(row.status)


def _moves(row: Promise) -> tuple[Move, ...]:
    told = [due for due in row.dues.all() if due.state == DueState.TOLD and due.told_at]
    return tuple(
        Move(old.due_at, new.due_at, new.told_at, new.reason, new.told_at >= old.due_at)
        for old, new in pairwise(told)
        if new.told_at
    )


def first_name(name: str) -> str:
    """Returns the name by which a colleague is introduced to customers."""
    return next(iter(name.split()), name)
