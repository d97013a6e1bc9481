"""The moves of an ask. `write` is the only function that alters one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from goodword.asks import queries, rules
from goodword.asks.models import Ask, Decision, Purpose
from goodword.cases.models import Case
from goodword.kit.errors import Conflict, Malformed
from goodword.ledger.actions import record
from goodword.people.models import Agent, Partner, Team
from goodword.people.queries import able_to_own, cover_for

LONGEST_QUESTION, LONGEST_ANSWER = 4000, 8000
LONGEST_DAYS = 366


@dataclass(frozen=True)
class Question:
    """What is asked, of whom, and by when: an instant, or None for a working day from now in the receiver's hours."""

    words: str
    to: Agent | Team | Partner
    answer_by: datetime | None = None
    purpose: str = Purpose.QUESTION


MINUTES_BY_DEFAULT = 480


def make(case: Case, question: Question, by: Agent, at: datetime) -> Ask:
    """Asks, in one transaction; the mail to the receiver follows. Raises Malformed for no words or a past answer-by."""
    words = question.words.strip()[:LONGEST_QUESTION]
    if not words:
        raise Malformed("Write what you want to know.", field="question")
    with transaction.atomic():
        ask = Ask(case=case, by=by, purpose=question.purpose, question=words, asked_at=at, asked_from=at)
        _address(ask, question.to, at)
        hours = queries.hours_of(ask)
        ask.answer_by = ask.first_answer_by = question.answer_by or hours.after(at, MINUTES_BY_DEFAULT)
        if not at < ask.answer_by or (ask.answer_by - at).days > LONGEST_DAYS:
            raise Malformed("Choose an answer-by that lies ahead, within a year.", field="answer_by")
        ask.wakes_at = rules.next_wake(ask.facts(hours))
        ask.save(force_insert=True)
        record(
            "ask.made", at=at, about=case, subject=ask, by=by, touch=("today",), to=str(question.to),
            answer_by=ask.answer_by.isoformat(), purpose=ask.purpose, words=words[:200],
        )  # fmt: skip
    return ask


def _address(ask: Ask, to: Agent | Team | Partner, at: datetime) -> None:
    if isinstance(to, Partner):
        if not to.is_active or not to.email:
            raise Malformed("This partner has no address to ask at.", field="to")
        ask.to_partner = to
        return
    if isinstance(to, Team):
        ask.to_team = to
        ask.holder = cover_for(to.lead, at, at) if to.lead else able_to_own().filter(team=to).first()
        if ask.holder is None:
            raise Malformed("Nobody of this team can be asked.", field="to")
        return
    if not to.is_active:
        raise Malformed(f"{to.name} does not work here any more.", field="to")
    ask.to_agent = to
    ask.holder = cover_for(to, at, at)


def answer(ask: Ask, words: str, at: datetime, by: Agent | None = None, *, decision: str = "") -> Ask:
    """Answers (`by` None: the partner, or a mail whose sender is no colleague). An approval needs yes or no."""
    words = words.strip()[:LONGEST_ANSWER]
    if ask.purpose == Purpose.APPROVAL and decision not in Decision.values:
        raise Malformed("An approval is answered with yes or no.", field="decision")
    if not words and not decision:
        raise Malformed("The answer is empty.", field="answer")
    with transaction.atomic():
        ask = held(ask)
        catch_up(ask, at)
        ask.answer, ask.answered_by, ask.decision = words, by, decision if ask.purpose == Purpose.APPROVAL else ""
        ask.save(update_fields=["answer", "answered_by"])
        change = allowed(rules.answer, ask.facts(queries.hours_of(ask)), at)
        write(ask, change, by=by, extra=("decision",), words=words[:200], decision=ask.decision)
    return ask


def withdraw(ask: Ask, at: datetime, by: Agent, why: str = "") -> Ask:
    """Takes an ask back; the receiver hears of it in the desk."""
    with transaction.atomic():
        ask = held(ask)
        write(ask, allowed(rules.withdraw, ask.facts(queries.hours_of(ask)), at), by=by, why=why[:200])
    return ask


def extend(ask: Ask, answer_by: datetime, at: datetime, by: Agent) -> Ask:
    """Gives more time. The first answer-by stays on record and is what the receiver is measured by."""
    with transaction.atomic():
        ask = held(ask)
        catch_up(ask, at)
        change = allowed(rules.extend, ask.facts(queries.hours_of(ask)), answer_by, at)
        write(ask, change, by=by, answer_by=answer_by.isoformat())
    return ask


def leave(agent: Agent, at: datetime) -> None:
    """Somebody stops working here: what waits for their answer goes to who stands in."""
    with transaction.atomic():
        for ask in Ask.objects.select_for_update().filter(holder=agent, state=rules.OPEN):
            ask.holder = _stand_in(agent, at)
            if ask.holder == agent:
                ask.holder = cover_for(agent, at, at)
            ask.save(update_fields=["holder"])
            record("ask.handed_on", at=at, about=ask.case_id, subject=ask, holder=ask.holder_id, previous=agent.pk)


def catch_up(ask: Ask, at: datetime, noted: datetime | None = None) -> int:
    """Lets time do first what it has done by `at`; returns the number of steps."""
    steps = 0
    while change := rules.by_itself(ask.facts(queries.hours_of(ask)), at):
        if change.verb == "ask.late" and ask.holder:
            ask.holder = _stand_in(ask.holder, change.at)
            ask.save(update_fields=["holder"])
        write(ask, change, noted=noted or at)
        steps += 1
    return steps


def _stand_in(holder: Agent, at: datetime) -> Agent:
    """Who answers when the first one has not: the stand-in, else the lead, else the same."""
    for person in (holder.stand_in, holder.team.lead if holder.team else None):
        if person and person.is_active and person.pk != holder.pk:
            return cover_for(person, at, at)
    return holder


def write(
    ask: Ask, change: rules.Change, *, by: Agent | None = None, noted: datetime | None = None,
    extra: tuple[str, ...] = (), **data: Any,
) -> None:  # fmt: skip
    """Writes one change back and its line into the ledger, in the caller's transaction."""
    for name, value in change.sets.items():
        setattr(ask, name, value)
    ask.wakes_at = rules.next_wake(ask.facts(queries.hours_of(ask)))
    ask.save(update_fields=sorted({*change.sets, *extra, "wakes_at"}))
    level = {"escalations": ask.escalations} if change.verb == "ask.escalated" else {}
    record(
        change.verb, at=change.at, noted=noted, about=ask.case_id, subject=ask, by=by, touch=("today",),
        holder=ask.holder_id, asker=ask.by_id, **level, **data,
    )  # fmt: skip


def held(ask: Ask) -> Ask:
    """Returns the same ask, fresh and locked until the end of the transaction."""
    return Ask.objects.select_for_update(of=("self",)).select_related(*queries.WITH).get(pk=ask.pk)


def allowed(change: Any, *arguments: Any) -> Any:
    """Asks a rule; its refusal becomes the Conflict that doors understand."""
    try:
        return change(*arguments)
    except rules.Refused as refusal:
        raise Conflict(refusal.words, code=refusal.code) from refusal
