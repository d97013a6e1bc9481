"""The moves of an ask. `write` is the only function that alters one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from goodword.asks import queries, rules
from goodword.asks.models import Ask, Decision, File, Purpose
from goodword.cases import changes as cases
from goodword.cases.inbound import InboundFile
from goodword.cases.models import Case, Status
from goodword.cases.queries import root
from goodword.hours.rules import WorkingTime
from goodword.kit.errors import Conflict, Malformed, NotAllowed
from goodword.ledger.actions import record
from goodword.people.models import Agent, Partner, Team
from goodword.people.queries import able_to_own, cover_for

LONGEST_QUESTION, LONGEST_ANSWER = 4000, 8000
LONGEST_DAYS = 366
MINUTES_BY_DEFAULT = 480


@dataclass(frozen=True)
class Question:
    """What is asked, of whom, and by when, in the receiver's hours: an instant, the end of business of a day, or
    None for a working day from now."""

    words: str
    to: Agent | Team | Partner
    answer_by: datetime | date | None = None
    purpose: str = Purpose.QUESTION


def make(case: Case, question: Question, by: Agent, at: datetime) -> Ask:
    """Asks, in one transaction; the mail to the receiver follows. Raises Malformed for no words or a past answer-by."""
    words = question.words.strip()[:LONGEST_QUESTION]
    if not words:
        raise Malformed("Write what you want to know.", field="question")
    with transaction.atomic():
        ask = Ask(case=case, by=by, purpose=question.purpose, question=words, asked_at=at, asked_from=at)
        _address(ask, question.to, at)
        hours = queries.hours_of(ask)
        ask.answer_by = ask.first_answer_by = _moment(question.answer_by, hours) or hours.after(at, MINUTES_BY_DEFAULT)
        if not at < ask.answer_by or (ask.answer_by - at).days > LONGEST_DAYS:
            raise Malformed("Choose an answer-by that lies ahead, within a year.", field="answer_by")
        ask.wakes_at = rules.next_wake(ask.facts(hours))
        ask.save(force_insert=True)
        _record("ask.made", ask, at, by=by, answer_by=ask.answer_by.isoformat(), purpose=ask.purpose, words=words[:200])
    return ask


def _moment(answer_by: datetime | date | None, hours: WorkingTime) -> datetime | None:
    """The instant of an answer-by: a day ends with the receiver's business."""
    if answer_by is None or isinstance(answer_by, datetime):
        return answer_by
    return hours.close_of(answer_by, hours.zone)


def _address(ask: Ask, to: Agent | Team | Partner, at: datetime) -> None:
    if isinstance(to, Partner):
        if not to.is_active or not to.email:
            raise Malformed("This partner has no address to ask at.", field="to")
        ask.to_partner = to
        return
    if isinstance(to, Team):
        ask.to_team = to
        others = able_to_own().filter(team=to).exclude(pk=ask.by_id)
        lead = to.lead if to.lead and to.lead_id != ask.by_id else None
        ask.holder = cover_for(lead, at, at, tried=(ask.by_id,)) if lead else others.first()
        if ask.holder is None:
            raise Malformed("Nobody of this team can be asked.", field="to")
        return
    if not to.is_active or to.only_reads:
        raise Malformed("%(name)s cannot be asked.", values={"name": to.name}, field="to")
    if to.pk == ask.by_id:
        raise Malformed("That is yourself: ask somebody else.", field="to")
    ask.to_agent = to
    ask.holder = cover_for(to, at, at, tried=(ask.by_id,))


def answer(
    ask: Ask, words: str, at: datetime, by: Agent | None = None, *, decision: str = "",
    files: Sequence[InboundFile] = (), mail: str = "",
) -> Ask:  # fmt: skip
    """Answers (`by` None: the partner). An approval needs yes or no; `mail` is the id of the mail that brought it.

    A case that waits comes back to its owner: the next move is ours.
    """
    words = words.strip()[:LONGEST_ANSWER]
    if ask.purpose == Purpose.APPROVAL and decision not in Decision.values:
        raise Malformed("An approval is answered with yes or no.", field="decision")
    if ask.purpose == Purpose.APPROVAL and by and by.pk == ask.by_id:
        raise NotAllowed("You cannot approve what you asked for yourself.")
    if not words and not decision and not files:
        raise Malformed("The answer is empty.", field="answer")
    with transaction.atomic():
        ask = held(ask)
        catch_up(ask, at)
        ask.answer, ask.answered_by, ask.decision = words, by, decision if ask.purpose == Purpose.APPROVAL else ""
        ask.save(update_fields=["answer", "answered_by"])
        change = allowed(rules.answer, ask.facts(queries.hours_of(ask)), at)
        attach(ask, files)
        write(ask, change, by=by, extra=("decision",), words=words[:200], decision=ask.decision, mail=mail)
        case = root(ask.case)
        if case.status == Status.WAITING:
            cases.open_again(case, at, by, "the answer is there")
    return ask


def attach(ask: Ask, files: Sequence[InboundFile]) -> None:
    """Keeps with an ask what came along with its answer; the bytes are in the storage already."""
    File.objects.bulk_create(
        File(
            ask=ask, key=file.key, filename=file.filename[:200], content_type=file.content_type[:120], size=file.size
        )
        for file in files
    )  # fmt: skip


def withdraw(ask: Ask, at: datetime, by: Agent, why: str = "") -> Ask:
    """Takes an ask back; the receiver hears of it."""
    with transaction.atomic():
        ask = held(ask)
        write(ask, allowed(rules.withdraw, ask.facts(queries.hours_of(ask)), at), by=by, why=why[:200])
    return ask


def extend(ask: Ask, answer_by: datetime | date, at: datetime, by: Agent) -> Ask:
    """Gives more time. The first answer-by stays on record and is what the receiver is measured by."""
    with transaction.atomic():
        ask = held(ask)
        catch_up(ask, at)
        hours = queries.hours_of(ask)
        until = _moment(answer_by, hours) or ask.answer_by
        if (until - at).days > LONGEST_DAYS:
            raise Malformed("Choose an answer-by within a year.", field="answer_by")
        write(ask, allowed(rules.extend, ask.facts(hours), until, at), by=by, answer_by=until.isoformat())
    return ask


def leave(agent: Agent, at: datetime) -> None:
    """Somebody stops working here: what waits for their answer goes to who stands in.

    Raises LookupError when nobody active is left to take it.
    """
    with transaction.atomic():
        for ask in _held_by(agent):
            keeper = _stand_in(ask, agent, at)
            _hand_on(ask, cover_for(agent, at, at) if keeper == agent else keeper, at)


def begin_absence(agent: Agent, until: datetime, at: datetime, noted: datetime | None = None) -> None:
    """Somebody is away since `at`: what waits for their answer and cannot wait until they are back goes to who stands
    in."""
    with transaction.atomic():
        for ask in _held_by(agent).filter(answer_by__lt=until, asked_at__lte=at):
            catch_up(ask, at, noted)
            if ask.holder == agent:
                _hand_on(ask, cover_for(agent, ask.answer_by, at, tried=(ask.by_id,)), at, noted)


def _held_by(agent: Agent) -> QuerySet[Ask]:
    rows = Ask.objects.select_for_update(of=("self",)).select_related(*queries.WITH)
    return rows.filter(holder=agent, state=rules.OPEN).order_by("pk")


def _hand_on(ask: Ask, keeper: Agent, at: datetime, noted: datetime | None = None) -> None:
    previous = ask.holder
    if previous is None or keeper == previous:
        return
    ask.holder = keeper
    ask.save(update_fields=["holder"])
    _record("ask.handed_on", ask, at, noted=noted, previous=previous.pk, previous_name=previous.name)


def catch_up(ask: Ask, at: datetime, noted: datetime | None = None) -> int:
    """Lets time do first what it has done by `at`; returns the number of steps."""
    steps = 0
    while change := rules.by_itself(ask.facts(queries.hours_of(ask)), at):
        before = ask.holder
        if change.verb == "ask.late" and before:
            ask.holder = _stand_in(ask, before, change.at)
            ask.save(update_fields=["holder"])
        passed_on: dict[str, Any] = {}
        if before and before != ask.holder:
            passed_on = {"previous": before.pk, "previous_name": before.name}
        write(ask, change, noted=noted or at, **passed_on)
        steps += 1
    return steps


def _stand_in(ask: Ask, holder: Agent, at: datetime) -> Agent:
    """Who answers when the first one has not: the stand-in, else the lead, else the same; never who asks."""
    for person in (holder.stand_in, holder.team.lead if holder.team else None):
        if person and person.is_active and not person.only_reads and person.pk not in (holder.pk, ask.by_id):
            return cover_for(person, at, at, tried=(ask.by_id, holder.pk))
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
    _record(change.verb, ask, change.at, noted=noted, by=by, **level, **data)


def _record(
    verb: str, ask: Ask, at: datetime, *, by: Agent | None = None, noted: datetime | None = None, **data: Any
) -> None:
    touch = ("today", f"partner:{ask.to_partner_id}") if ask.to_partner_id else ("today",)
    record(
        verb, at=at, noted=noted, about=ask.case_id, subject=ask, by=by, touch=touch, to=str(ask.receiver),
        holder=ask.holder_id, holder_name=ask.holder.name if ask.holder else "", asker=ask.by_id,
        **{name: value for name, value in data.items() if value != ""},
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
