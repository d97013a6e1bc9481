"""Making a part of a case a case of its own, and taking that back: only where the messages lie changes."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from goodword.cases import queries
from goodword.cases.models import Case, Channel, Closed, Message, Status
from goodword.cases.ties import Split
from goodword.kit.errors import Conflict, Malformed
from goodword.kit.rows import insert
from goodword.kit.text import first_words
from goodword.ledger.actions import record
from goodword.people.models import Agent

INBOX = ("inbox",)
MOST = 200
OF_THE_SPLIT = ("case.split_off", "promise.moved", "ask.moved")
BY_ITSELF = ("check.scheduled", "case.checking")


def may_go(case: Case) -> list[Message]:
    """Returns the messages of a case that may become one of their own, oldest first, at most the two hundred newest.

    Letters that the desk wrote by itself stay: their answers are waited for here. So do lines of a chat: the customer
    sees them as one.
    """
    rows = Message.objects.filter(case_id__in=queries.family(case)).exclude(is_ours=True, is_automatic=True)
    rows = rows.exclude(channel=Channel.CHAT).select_related("author")
    return list(rows.order_by("-at", "-id")[:MOST])[::-1]


def split(case: Case, chosen: Collection[int], subject: str, at: datetime, by: Agent) -> Case:
    """Begins a case of the same customer with some messages of this one. Only `promises.splitting.split` calls it.

    Raises Malformed when none or all of them are chosen, or what may not go.
    """
    with transaction.atomic():
        case = _held(case)
        if case.merged_into_id:
            raise Conflict("This case was merged into another one.", code="merged", into=case.merged_into_id)
        known = may_go(case)
        moved = [one for one in known if one.pk in chosen]
        if not moved or len(moved) != len(set(chosen)):
            raise Malformed("Tick the messages that become a case of their own.", field="messages")
        rest = Message.objects.filter(case_id__in=queries.family(case)).exclude(pk__in=[one.pk for one in moved])
        if not rest.exists():
            raise Malformed("At least one message must stay.", field="messages")
        part = insert(_part(case, moved, " ".join(subject.split())[:250] or case.subject, at))
        was = [[one.pk, one.case_id] for one in moved]
        Split.objects.create(case=part, origin=case, moved=was, by=by, at=at)
        _lay([one.pk for one in moved], part)
        _look_again(case)
        record("case.split_off", at=at, about=part, subject=part, by=by, touch=INBOX, from_case=case.pk)
        record("case.split", at=at, about=case, subject=case, by=by, touch=INBOX, case=part.pk, messages=len(was))
    return part


def _part(case: Case, moved: list[Message], subject: str, at: datetime) -> Case:
    last = moved[-1]
    return Case(
        subject=subject, customer_id=case.customer_id, identity_id=_identity(case, moved), inbox=case.inbox,
        owner_id=case.owner_id, team_id=case.team_id, last_at=last.at, last_message=max(one.pk for one in moved),
        last_words=first_words(last.reply_text or last.text or last.subject), awaits_reply=_awaits(moved[::-1]),
        created_at=at,
    )  # fmt: skip


def _identity(case: Case, moved: list[Message]) -> int | None:
    """The address of the customer from which the newest of these came, else the one that the case uses."""
    for one in reversed(moved):
        if one.identity_id and not one.from_stranger and not one.is_ours:
            return one.identity_id
    return case.identity_id


def _awaits(newest_first: list[Message]) -> bool:
    said = [one for one in newest_first if not one.is_automatic and one.channel != Channel.PHONE]
    return bool(said) and not said[0].is_ours


def _lay(messages: list[int], case: Case) -> None:
    for message in Message.objects.select_for_update(of=("self",)).filter(pk__in=messages).order_by("pk"):
        message.case = case
        message.save(update_fields=["case"])


def _look_again(case: Case) -> None:
    """Tells anew what was last said in a case, once messages have left or come back."""
    newest = list(Message.objects.filter(case_id__in=queries.family(case)).order_by("-at", "-id")[:20])
    case.last_message = max((one.pk for one in newest), default=0)
    case.last_at = newest[0].at if newest else case.created_at
    case.last_words = first_words(newest[0].reply_text or newest[0].text or newest[0].subject) if newest else ""
    case.awaits_reply = case.awaits_reply and _awaits(newest)
    case.save(update_fields=["last_message", "last_at", "last_words", "awaits_reply"])


def split_of(case: Case) -> Split | None:
    """Returns of what a case was a part, unless that was taken back."""
    return Split.objects.filter(case=case, undone_at=None).select_related("origin__merged_into").first()


def splits_of(case: Case, most: int = 20) -> list[Split]:
    """Returns the parts of a case that stand by themselves now, the newest first."""
    rows = Split.objects.filter(origin_id__in=queries.family(case), undone_at=None).select_related("case")
    return list(rows.order_by("-at")[:most])


def may_be_undone(case: Case) -> bool:
    """Says whether nothing has happened in a split-off case since, but what time did to its promises."""
    lines = queries.entries_of(case).exclude(verb__in=OF_THE_SPLIT)
    return not lines.exclude(by_type="", verb__startswith="promise.").exclude(by_type="", verb__in=BY_ITSELF).exists()


def undo(case: Case, at: datetime, by: Agent) -> tuple[Case, Case]:
    """Takes a split back: its messages lie where they lay, and the case's number leads there. Returns both cases.

    Only `promises.splitting.undo` calls it: it brings the promises back. Raises Conflict once something has happened.
    """
    with transaction.atomic():
        case = _held(case)
        found = Split.objects.select_for_update().filter(case=case, undone_at=None).first()
        if found is None or case.merged_into_id:
            raise Conflict("This case is no part of another one.", code="not_split")
        if not may_be_undone(case):
            raise Conflict("Something has happened here since. Merge the two cases instead.", code="too_late")
        origin = queries.root(_held(found.origin))
        for home in {home for _, home in found.moved}:
            _lay([pk for pk, of in found.moved if of == home], Case.objects.get(pk=home))
        found.undone_at = at
        found.save(update_fields=["undone_at"])
        awaited, case.awaits_reply = case.awaits_reply, False
        case.status, case.closed_how, case.closed_at, case.wakes_at = Status.CLOSED, Closed.MERGED, at, None
        case.merged_into = origin
        case.save(update_fields=["status", "closed_how", "closed_at", "wakes_at", "merged_into", "awaits_reply"])
        origin.awaits_reply = origin.awaits_reply or (awaited and origin.status == Status.OPEN)
        _look_again(origin)
        record("case.split_undone", at=at, about=case, subject=case, by=by, touch=INBOX, into=origin.pk)
        record("case.rejoined", at=at, about=origin, subject=origin, by=by, touch=INBOX, case=case.pk)
    return case, origin


def _held(case: Case) -> Case:
    return Case.objects.select_for_update(of=("self",)).select_related("merged_into").get(pk=case.pk)
