"""Sending a reply with what it promises and what it keeps: one action, one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from goodword.cases import actions as cases
from goodword.cases.models import Case, Message, Outcome
from goodword.people.models import Agent
from goodword.promises.actions import Told, deliver, make
from goodword.promises.links import link_for
from goodword.promises.models import EvidenceType, Promise


def send(
    case: Case,
    by: Agent,
    draft: cases.Draft,
    at: datetime,
    *,
    makes: Sequence[Told] = (),
    keeps: Sequence[Promise] = (),
) -> Message:
    """Writes and queues the reply, records the promises it makes, and offers it as proof for those it keeps.

    A proof by message counts once the mail server has taken it, and falls when it bounces.
    """
    with transaction.atomic():
        message = cases.reply(case, by, draft, at)
        if makes:
            link_for(message.case, at)
        for told in makes:
            make(message.case, told, by, at, message=message)
        for promise in keeps:
            deliver(promise, EvidenceType.MESSAGE_SENT, at, by=by, message=message)
    return message


def log_call(
    case: Case,
    by: Agent,
    outcome: str,
    text: str,
    at: datetime,
    *,
    makes: Sequence[Told] = (),
    keeps: Sequence[Promise] = (),
) -> Message:
    """Logs a call with what was promised in it; one that reached the customer keeps what it was promised for."""
    with transaction.atomic():
        call = cases.log_call(case, by, outcome, text, at)
        for told in makes:
            make(case, told, by, at, message=call)
        for promise in keeps if outcome == Outcome.REACHED else ():
            deliver(promise, EvidenceType.CALL_REACHED, at, by=by, message=call)
    return call
