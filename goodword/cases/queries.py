"""Reading cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet

from goodword.cases.labels import Tag
from goodword.cases.models import Case, Category, Closed, Diagnosis, Message, Note, Resolution, Status
from goodword.ledger import queries as ledger
from goodword.ledger.models import Entry
from goodword.people.models import Agent

PAGE = 50


def root(case: Case) -> Case:
    """Returns the case into which this one was merged in the end, or itself."""
    for _ in range(50):
        if case.merged_into is None:
            return case
        case = case.merged_into
    return case


def family(case: Case) -> list[int]:
    """Returns the number of a case and of all that were merged into it. One query, none where `access` knew of none."""
    if getattr(case, "took_others_in", True) is False:
        return [case.pk]
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH RECURSIVE family(id) AS (SELECT %s::bigint UNION "
            "SELECT child.id FROM cases_case child JOIN family ON child.merged_into_id = family.id) "
            "SELECT id FROM family",
            [case.pk],
        )
        return [row[0] for row in cursor.fetchall()]


def takes_part(case: Case, customer_id: int, address: str) -> bool:
    """Says whether somebody takes part in a case: its customer, or an address that we wrote to in it."""
    if case.customer_id == customer_id:
        return True
    return (
        Message.objects.filter(case_id__in=family(case), is_ours=True)
        .filter(Q(to__contains=[address]) | Q(cc__contains=[address]) | Q(bcc__contains=[address]))
        .exists()
    )


def answered(message_ids: Sequence[str], customer_id: int) -> list[int]:
    """Returns the cases of our messages with these Message-IDs, the newest first, at most five.

    What a customer wrote counts as well where it was split off: whoever goes on from it means that matter. One query.
    """
    theirs = Q(identity__customer=customer_id, case__split__isnull=False)
    rows = Message.objects.filter(Q(is_ours=True) | theirs, message_id__in=message_ids)
    return list(rows.order_by("-id").values_list("case_id", flat=True)[:5])


def view_of_inbox(name: str, agent: Agent) -> QuerySet[Case]:
    """Returns the rows of one view of the inbox, newest first; raises KeyError for an unknown view."""
    views = {
        "unowned": Q(status=Status.OPEN, owner__isnull=True),
        "mine": Q(status=Status.OPEN, owner=agent),
        "open": Q(status=Status.OPEN),
        "waiting": Q(status=Status.WAITING),
        "checking": Q(status=Status.CHECKING),
        "closed": Q(status=Status.CLOSED) & ~Q(closed_how=Closed.SPAM),
        "spam": Q(closed_how=Closed.SPAM),
    }
    return Case.objects.filter(views[name]).select_related("customer", "owner").order_by("-last_at", "-id")


def page(rows: QuerySet[Case], before: tuple[datetime, int] | None, size: int = PAGE) -> tuple[list[Case], bool]:
    """Returns one page by keyset and whether there are older rows. Cost is that of the page, not of the view."""
    if before:
        at, pk = before
        rows = rows.filter(last_at__lte=at).exclude(last_at=at, id__gte=pk)
    found = list(rows[: size + 1])
    return found[:size], len(found) > size


def tallies(views: Sequence[str]) -> dict[str, int]:
    """Returns the counts of these views in one query, summed from the heap of changes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT view, sum(change) FROM cases_tally WHERE view = ANY(%s) GROUP BY view", [list(views)])
        found = dict(cursor.fetchall())
    return {view: int(found.get(view, 0)) for view in views}


@dataclass(frozen=True)
class Happening:
    """One line of a timeline: a message, a note or a line of the ledger."""

    at: datetime
    kind: str
    row: Any


SHOWN_LINES = (  # what became of a message is said at the message itself
    "case.started", "case.renamed", "case.reopened", "case.closed", "case.merged", "case.took_in", "case.parted",
    "case.let_go", "case.split_off", "case.split", "case.split_undone", "case.rejoined", "case.linked",
    "case.unlinked", "case.spam", "case.not_spam", "case.filled", "case.assigned",
    "case.snoozed", "case.woken", "case.waiting", "case.outcome_wanted", "case.tagged", "case.prioritised",
    "identity.corrected", "promise.made",
    "promise.at_risk", "promise.broken", "promise.missed_again", "promise.escalated", "promise.acknowledged",
    "promise.delivered", "promise.confirmed", "promise.released", "promise.reopened", "promise.date_proposed",
    "promise.date_not_told", "promise.renegotiated", "promise.remade", "promise.renegotiation_fell",
    "promise.owner_changed", "promise.dismissed", "promise.chased", "promise.date_wished", "message.partly_refused",
    "message.decided", "mail.stopped", "mail.goes_on", "mail.acknowledged", "check.scheduled", "check.asked",
    "check.answered", "check.silent", "check.withdrawn",
    "handover.offered", "handover.accepted", "handover.returned", "handover.withdrawn", "case.categorised",
    "case.diagnosed", "resolution.proposed", "resolution.agreed", "resolution.declined", "remedy.granted",
    "remedy.asked_for", "remedy.declined", "remedy.promised", "remedy.overruled", "ask.made", "ask.late",
    "ask.handed_on", "ask.escalated", "ask.answered", "ask.extended", "ask.withdrawn", "ask.robot_answered",
    "ask.not_delivered", "ask.not_believed", "promise.waits_for", "reply.answered", "reply.held", "reply.withdrawn",
)  # fmt: skip


@dataclass(frozen=True)
class Timeline:
    """A stretch of a timeline, oldest first, and whether older happenings lie before it."""

    happenings: list[Happening]
    has_earlier: bool

    @property
    def starts_at(self) -> datetime | None:
        """Returns the moment before which to look for earlier ones."""
        return self.happenings[0].at if self.happenings else None


def timeline(case: Case, most: int = 200, before: datetime | None = None) -> Timeline:
    """Returns the latest happenings (before a moment) of a case and of those merged into it. Five queries."""
    cases = family(case)
    messages = Message.objects.filter(case_id__in=cases).select_related("author").prefetch_related("attachments")
    notes = Note.objects.filter(case_id__in=cases).select_related("author")
    lines = ledger.of_cases(cases).filter(verb__in=SHOWN_LINES).order_by("-at", "-id")
    if before:
        messages, notes, lines = (
            messages.filter(at__lt=before),
            notes.filter(at__lt=before),
            lines.filter(at__lt=before),
        )
    found = [Happening(row.at, "message", row) for row in messages.order_by("-at", "-id")[: most + 1]]
    found += [Happening(row.at, "note", row) for row in notes.order_by("-at", "-id")[: most + 1]]
    found += [Happening(row.at, "line", row) for row in lines[: most + 1]]
    found.sort(key=_moment)
    return _cut(found, most)


def _cut(found: list[Happening], most: int) -> Timeline:
    """Keeps the latest, cut between two moments: what happened at once is never torn apart by a page."""
    if len(found) <= most:
        return Timeline(found, has_earlier=False)
    cut = found[-most - 1].at
    kept = [happening for happening in found[-most:] if happening.at > cut]
    return Timeline(kept or found[-most:], has_earlier=True)


def _moment(happening: Happening) -> tuple[datetime, int, int]:
    rank = {"message": 0, "note": 1, "line": 2}[happening.kind]
    return happening.at, rank, happening.row.pk


def last_message(case: Case, *, from_customer: bool = False, channel: str = "") -> Message | None:
    """Returns the newest message of a case (or the newest that the customer wrote, or that came by one channel)."""
    rows = Message.objects.filter(case_id__in=family(case))
    if channel:
        rows = rows.filter(channel=channel)
    if from_customer:
        rows = rows.filter(is_ours=False)
    return rows.order_by("-at", "-id").first()


def proofs_among(case: Case, most: int = 20) -> list[Message]:
    """Returns our latest messages and calls, of which one may prove that something was done."""
    rows = Message.objects.filter(case_id__in=family(case), is_ours=True)
    return list(rows.order_by("-at", "-id")[:most])


def pictures_of(message: Message) -> dict[str, int]:
    """Returns the pictures that stand inside a message: their Content-ID and their number. One query."""
    rows = message.attachments.exclude(content_id="").values_list("content_id", "pk")
    return {name.strip("<>"): pk for name, pk in rows}


def unseen(case: Case, seen: int) -> list[Message]:
    """Returns what the customer has written since the message that somebody saw last, oldest first."""
    rows = Message.objects.filter(case_id__in=family(case), id__gt=seen, is_ours=False)
    return list(rows.order_by("id")[:20])


def merged_into(case: Case) -> list[Case]:
    """Returns the cases that were merged into this one, by one step or several, at most fifty.

    A part that was split off and came back is none: nothing is left in it.
    """
    others = [pk for pk in family(case) if pk != case.pk]
    return list(Case.objects.filter(pk__in=others[:PAGE], split__undone_at=None).order_by("pk"))


def earlier_of(case: Case, most: int = 5) -> list[Case]:
    """Returns the customer's other matters, the newest first, one more than `most` when there are more."""
    rows = Case.objects.filter(customer=case.customer_id, merged_into=None).exclude(pk=case.pk)
    return list(rows.order_by("-last_at")[: most + 1])


def entries_of(case: Case) -> QuerySet[Entry]:
    """Returns every ledger line of a case, oldest first."""
    return ledger.of_cases(family(case))


def categories(*, every: bool = False) -> list[Category]:
    """Returns what a case can be about, in order; `every` also what is out of use."""
    return list(Category.objects.all() if every else Category.objects.filter(is_active=True))


def tags(*, every: bool = False) -> list[Tag]:
    """Returns the tags of the desk by name, at most five hundred; `every` also those out of use."""
    return list(Tag.objects.all() if every else Tag.objects.filter(is_active=True))


def diagnoses_of(case: Case) -> dict[str, Diagnosis]:
    """Returns what was asked before proposing, by question."""
    return {row.question: row for row in case.diagnoses.select_related("by")}


def resolutions_of(case: Case) -> list[Resolution]:
    """Returns the courses that were proposed in a case, the newest first."""
    return list(case.resolutions.select_related("follows_up", "proposed_by").order_by("-id")[:20])
