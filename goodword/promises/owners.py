"""Who holds a promise: exactly one active person at every instant, through handing on, absence, leaving and merging."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from goodword.asks import actions as asks
from goodword.cases import changes as cases
from goodword.cases.models import Case
from goodword.cases.queries import entries_of, root
from goodword.kit.errors import Malformed
from goodword.ledger.actions import record
from goodword.people import actions as people
from goodword.people.models import Absence, Agent, Role
from goodword.people.queries import cover_for
from goodword.promises import queries, rules
from goodword.promises.actions import catch_up, held
from goodword.promises.models import Promise, Status


def hand_to(
    promise: Promise, owner: Agent, at: datetime, by: Agent | None, why: str = "", *, noted: datetime | None = None
) -> Promise:
    """Gives a promise to another active person; both are told. The due and the verdict do not move."""
    if not owner.is_active or owner.role == Role.AUDITOR:
        raise Malformed("A promise needs an active owner who may act.", field="owner")
    with transaction.atomic():
        promise = held(promise)
        if promise.owner_id == owner.pk:
            return promise
        previous = promise.owner
        promise.owner = owner
        promise.wakes_at = rules.next_wake(promise.facts(queries.hours_of(owner)))
        promise.save(update_fields=["owner", "wakes_at"])
        record(
            "promise.owner_changed", at=at, noted=noted, about=promise.case_id, subject=promise, by=by,
            touch=("today", "inbox"), previous=previous.pk, previous_name=previous.name, owner=owner.pk,
            owner_name=owner.name, why=why,
        )  # fmt: skip
    return promise


def begin_absence(absence: Absence, at: datetime) -> None:
    """At the start of an absence, what falls due in it goes to who stands in: promises, and answers that others
    wait for. One transaction per absence.

    Noticed late, all of it is true since the absence began, and what came before that comes first.
    """
    away, begins = absence.agent, absence.wakes_at or absence.starts_at
    with transaction.atomic():
        for promise in _owed(away).filter(due_at__lt=absence.ends_at, made_at__lte=begins):
            catch_up(promise, begins, noted=at)
            keeper = cover_for(away, promise.due_at, begins)
            if keeper != away:
                hand_to(promise, keeper, begins, None, why="absence", noted=at)
        asks.begin_absence(away, absence.ends_at, begins, noted=at)
        people.begin_absence(absence, at)


def leave(agent: Agent, at: datetime, by: Agent | None) -> list[Promise]:
    """Deactivates a person: every promise they owe is handed on first, in the same transaction, and returned.

    So are the answers that others wait for; their open cases go back to the inbox. Raises Malformed when nobody
    active is left to take the promises, Conflict (from people) for the last admin.
    """
    with transaction.atomic():
        agent = _held(agent)
        agent.is_active = False
        handed_on = _hand_on(agent, at, by, "left")
        _give_back_cases(agent, at, by)
        people.set_active(agent, active=False, at=at, by=by)
    return handed_on


def change_role(agent: Agent, role: str, at: datetime, by: Agent) -> list[Promise]:
    """Gives a person another role; returns the promises that others hold now.

    Who will only read hands on what they owe; who has no desk any more gives back their open cases. Raises
    Conflict (from people) for the last admin.
    """
    with transaction.atomic():
        agent = _held(agent)
        agent.is_active = role != Role.AUDITOR  # so that whoever covers for them is sought
        handed_on = [] if agent.is_active else _hand_on(agent, at, by, "only reads now")
        agent.is_active = True
        if role in (Role.AUDITOR, Role.COLLEAGUE):
            _give_back_cases(agent, at, by)
        people.change_agent(agent, at, by, role=role)
    return handed_on


def _held(agent: Agent) -> Agent:
    related = Agent.objects.select_for_update(of=("self",)).select_related("team__lead", "stand_in")
    return related.get(pk=agent.pk)


def _hand_on(agent: Agent, at: datetime, by: Agent | None, why: str) -> list[Promise]:
    try:
        asks.leave(agent, at)
        return [hand_to(one, cover_for(agent, one.due_at, at), at, by, why=why) for one in _owed(agent)]
    except LookupError as nobody:
        raise Malformed("Somebody must be left to take over their promises.", field="agent") from nobody


def _give_back_cases(agent: Agent, at: datetime, by: Agent | None) -> None:
    for case in Case.objects.filter(owner=agent).exclude(status="closed"):
        cases.assign(case, None, at, by)


def _owed(agent: Agent) -> QuerySet[Promise]:
    return Promise.objects.filter(owner=agent, status=Status.OWED).order_by("due_at")


def merge(case: Case, into: Case, at: datetime, by: Agent) -> Case:
    """Makes two cases of one customer one; the promises move along, unchanged in all else."""
    with transaction.atomic():
        target = cases.merge(case, into, at, by)
        for promise in Promise.objects.select_for_update(of=("self",)).filter(case=case):
            promise.case = target
            promise.save(update_fields=["case"])
            record("promise.moved", at=at, about=target, subject=promise, by=by, from_case=case.pk)
        if target.status == "closed" and Promise.objects.filter(case=target, status=Status.OWED).exists():
            cases.open_again(target, at, by, "a promise came with the merged case")
    return target


def part(case: Case, at: datetime, by: Agent) -> Case:
    """Takes a merge back; the promises that came along with the case return to it, unchanged in all else."""
    with transaction.atomic():
        moved = entries_of(root(case)).filter(verb="promise.moved")
        came = [line.subject_id for line in moved if line.subject_id and line.get("from_case") == case.pk]
        case, top = cases.part(case, at, by)
        for promise in Promise.objects.select_for_update(of=("self",)).filter(case=top, pk__in=came):
            promise.case = case
            promise.save(update_fields=["case"])
            record("promise.moved", at=at, about=case, subject=promise, by=by, from_case=top.pk)
    return case
