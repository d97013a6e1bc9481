"""Sending a reply with what it promises, moves and keeps: one action, one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from goodword.cases import actions as cases
from goodword.cases.models import Case, Channel, Message, Outcome
from goodword.cases.starting import start_by_us
from goodword.kit.errors import Malformed
from goodword.ledger.actions import record
from goodword.people.models import Agent
from goodword.promises.actions import Told, deliver, make
from goodword.promises.dues import propose, renegotiate_by_call, want
from goodword.promises.links import link_for
from goodword.promises.listening import refuse_undecided
from goodword.promises.models import EvidenceType, Promise


@dataclass(frozen=True)
class Moved:
    """A new date for an owed promise, told in the same breath.

    `asked` is the date that was wanted instead, `way` what was chosen because it is unlikely.
    """

    promise: Promise
    due: datetime | date
    due_words: str = ""
    reason: str = ""
    asked: datetime | date | None = None
    way: str = ""


@dataclass(frozen=True)
class Dismissed:
    """Words that sounded like a promise and were not recorded, with the reason that stays on record.

    An honest no names the date that was `asked` for and what is possible `instead`.
    """

    words: str
    reason: str
    asked: datetime | date | None = None
    instead: str = ""


def send(
    case: Case,
    by: Agent,
    draft: cases.Draft,
    at: datetime,
    *,
    makes: Sequence[Told] = (),
    keeps: Sequence[Promise] = (),
    moves: Sequence[Moved] = (),
    dismissed: Sequence[Dismissed] = (),
    by_program: bool = False,
) -> Message:
    """Writes and queues the reply, records the promises it makes and moves, and offers it as proof for others.

    Sent `by_program` at a desk that requires it, a promise in it about which nothing was decided is refused.

    A proof by message and a new date count once the mail server has taken it, and fall when it bounces.
    """
    if by_program:
        refuse_undecided(case, by, draft.text, at, makes=makes, dropped=[one.words for one in dismissed])
    with transaction.atomic():
        message = cases.reply(case, by, draft, at)
        if makes or moves:
            link_for(message.case, at)
        for told in makes:
            make(message.case, told, by, at, message=message)
        for moved in moves:
            want(moved.promise, moved.asked, moved.way)
            propose(moved.promise, moved.due, moved.due_words, message, at, by, reason=moved.reason)
        for promise in keeps:
            deliver(promise, EvidenceType.MESSAGE_SENT, at, by=by, message=message)
        _record_dismissed(message.case_id, message, by, dismissed, at)
    return message


@dataclass(frozen=True)
class Opening:
    """To whom we write first, and about what."""

    address: str
    subject: str
    name: str = ""


def begin(
    opening: Opening,
    by: Agent,
    draft: cases.Draft,
    at: datetime,
    *,
    makes: Sequence[Told] = (),
    dismissed: Sequence[Dismissed] = (),
) -> Message:
    """Begins a case by writing first; nothing is left of it when the message cannot be sent."""
    with transaction.atomic():
        case = start_by_us(by, opening.subject, opening.address, at, name=opening.name)
        return send(case, by, replace(draft, to=(opening.address,)), at, makes=makes, dismissed=dismissed)


def log_call(
    case: Case,
    by: Agent,
    outcome: str,
    text: str,
    at: datetime,
    *,
    makes: Sequence[Told] = (),
    keeps: Sequence[Promise] = (),
    moves: Sequence[Moved] = (),
    dismissed: Sequence[Dismissed] = (),
    by_program: bool = False,
) -> Message:
    """Logs a call with what was promised in it; one that reached the customer keeps what it was promised for.

    Raises Malformed for a promise made, moved or kept in a call that reached nobody.
    """
    if outcome not in (Outcome.REACHED, Outcome.VOICEMAIL) and makes:
        raise Malformed("Nobody heard a promise in a call that reached nobody.", field="outcome")
    if by_program and outcome == Outcome.REACHED:
        dropped = [one.words for one in dismissed]
        refuse_undecided(case, by, text, at, makes=makes, dropped=dropped, channel=Channel.PHONE)
    with transaction.atomic():
        call = cases.log_call(case, by, outcome, text, at)
        for told in makes:
            make(case, told, by, at, message=call)
        for moved in moves:
            want(moved.promise, moved.asked, moved.way)
            renegotiate_by_call(moved.promise, moved.due, moved.due_words, call, at, by, reason=moved.reason)
        for promise in keeps if outcome == Outcome.REACHED else ():
            deliver(promise, EvidenceType.CALL_REACHED, at, by=by, message=call)
        _record_dismissed(call.case_id, call, by, dismissed, at)
    return call


def decline(case: Case, said: Dismissed, at: datetime, by: Agent) -> None:
    """Records an honest no that was said elsewhere than in a message of ours: on the phone, in the shop."""
    if not (said.reason.strip() and said.instead.strip()):
        raise Malformed("Say why it cannot be done, and what is possible instead.", field="why")
    with transaction.atomic():
        _record_dismissed(case, case, by, [said], at)


def _record_dismissed(
    case: Case | int, subject: Case | Message, by: Agent, dismissed: Sequence[Dismissed], at: datetime
) -> None:
    for one in dismissed:
        no: dict[str, Any] = {"asked": one.asked.isoformat(), "instead": one.instead[:500]} if one.asked else {}
        record(
            "promise.declined" if no else "promise.dismissed", at=at, about=case, subject=subject, by=by,
            words=one.words[:200], reason=one.reason[:500], **no,
        )  # fmt: skip
