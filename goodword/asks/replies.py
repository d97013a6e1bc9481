"""What comes back on an ask, by mail or from its page: an answer, something unclear, a word more, or nothing at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from goodword.asks import actions, rules
from goodword.asks.answers import decision_in
from goodword.asks.models import Ask, Purpose
from goodword.cases.actions import note
from goodword.cases.inbound import InboundFile
from goodword.kit.errors import Malformed
from goodword.kit.text import first_words
from goodword.ledger.actions import record
from goodword.ledger.queries import of_subject
from goodword.people.models import Agent

ANSWERED, UNCLEAR, ADDED, SEEN = "answered", "unclear", "added", "seen"
LONGEST_NOTE = 8000


@dataclass(frozen=True)
class Reply:
    """What somebody who was asked says: `by` None is the partner; `mail` is the id of the mail that brought it.

    Without a `decision` an approval is decided by the first word, where that is sure. `is_unclear`: a person must
    read it first.
    """

    words: str
    by: Agent | None = None
    decision: str = ""
    files: tuple[InboundFile, ...] = ()
    mail: str = ""
    is_unclear: bool = False


def take(ask: Ask, reply: Reply, at: datetime) -> str:
    """Answers an ask, or keeps what was said where that is no answer; returns which. The same mail counts once.

    What is unclear leaves the ask open, what comes after the end stands in the case as a note; both are told on.
    """
    with transaction.atomic():
        ask = actions.held(ask)
        if reply.mail and of_subject("ask", ask.pk).filter(data__mail=reply.mail).exists():
            return SEEN
        if not (reply.words.strip() or reply.decision or reply.files):
            raise Malformed("There is nothing to send yet.", field="text", code="nothing_to_send")
        if ask.state != rules.OPEN:
            return _kept(ask, reply, at, ADDED)
        decision = reply.decision
        if ask.purpose == Purpose.APPROVAL and not decision:
            decision = decision_in(reply.words)
        if reply.is_unclear or (ask.purpose == Purpose.APPROVAL and not decision):
            return _kept(ask, reply, at, UNCLEAR)
        actions.answer(ask, reply.words, at, reply.by, decision=decision, files=reply.files, mail=reply.mail)
    return ANSWERED


def _kept(ask: Ask, reply: Reply, at: datetime, what: str) -> str:
    """Writes a note into the case with all that was said, and a line that tells whoever asked."""
    who = reply.by.name if reply.by else str(ask.receiver)
    words = reply.words.strip()[:LONGEST_NOTE] or "(Nothing but files: they are kept with the question.)"
    begins = "had more to say" if what == ADDED else "answered, but not so that the desk could be sure,"
    note(ask.case, reply.by, f"{who} {begins} on “{first_words(ask.question, 80)}”:\n\n{words}", at)
    actions.attach(ask, reply.files)
    record(
        "ask.added" if what == ADDED else "ask.unclear", at=at, about=ask.case_id, subject=ask, by=reply.by, to=who,
        words=words[:200], mail=reply.mail,
    )  # fmt: skip
    return what


def not_delivered(ask: Ask, address: str, words: str, at: datetime) -> None:
    """A mail with the ask came back or could not be sent: whoever asked hears of it. Call it in a transaction."""
    record("ask.not_delivered", at=at, about=ask.case_id, subject=ask, to=address, words=words[:200])


def robot_answered(ask: Ask, address: str, words: str, at: datetime) -> None:
    """An automatic reply (somebody is away): it answers nothing, and whoever asked may want to know."""
    record("ask.robot_answered", at=at, about=ask.case_id, subject=ask, to=address, words=words[:200])


def not_believed(ask: Ask, address: str, why: str, case: int | None, at: datetime) -> None:
    """A mail that names the ask, but not from whom was asked, or not surely: it answers nothing, and became a case."""
    record("ask.not_believed", at=at, about=ask.case_id, subject=ask, to=address, why=why, case=case)
