"""What became of a case, gathered when it has ended and whenever something about it changes; who had what part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime, timedelta

from django.db.models import Q

from goodword.asks.models import Ask
from goodword.cases.models import Case, Closed, Status
from goodword.cases.queries import family
from goodword.closing.models import Survey, SurveyAnswer, SurveyState
from goodword.insight.fairness.touches import Move, Touch, needed_for, parts
from goodword.insight.models import RatedCase
from goodword.insight.ratings.facts import BROKEN, KEPT, RENEGOTIATED
from goodword.ledger.models import Entry
from goodword.people.models import Absence, Agent, Role, Skill
from goodword.promises.models import Promise, Verdict
from goodword.promises.models import Status as PromiseStatus
from goodword.remedies.models import Remedy

AFTER = timedelta(minutes=5)  # what belongs together happens together
RECONTACT = timedelta(days=14)
MOST_LINES, MOST_SKILLS = 2000, 500
REACHES_CUSTOMER = ("message.written", "call.logged", "promise.made")
SOON_AWAY = timedelta(days=7)
PEOPLE = Agent._meta.model_name
SURE, SAID_NO = 0.95, 0.05
Moved = tuple[int, int, datetime]
VERDICTS = {Verdict.BROKEN: BROKEN, Verdict.KEPT_RENEGOTIATED: RENEGOTIATED, Verdict.KEPT: KEPT}


def something_changed(cases: Collection[int], now: datetime) -> None:
    """Has rated cases gathered anew, soon. One statement."""
    if cases:
        RatedCase.objects.filter(pk__in=cases, wakes_at=None).update(wakes_at=now + AFTER)


def gather(rated: RatedCase, now: datetime) -> None:
    """Writes what is known by now of the end of one case; about ten small queries, in the background."""
    rated.wakes_at = None
    case = Case.objects.get(pk=rated.pk)
    lines = list(Entry.objects.filter(case_id__in=family(case)).order_by("id")[:MOST_LINES])
    if case.status != Status.CLOSED or case.closed_how in (Closed.MERGED, Closed.NO_MATTER, Closed.SPAM):
        stays = rated.ended_at is not None and _is_our_doing(lines, rated.ended_at)
        rated.ended_at = rated.ended_at if stays else None
        rated.reopened = rated.reopened or _was_reopened(lines)
        rated.save(update_fields=["wakes_at", "ended_at", "reopened"])
        return
    promises = list(Promise.objects.filter(case=case).values_list("status", "verdict"))
    rated.ended_at = case.closed_at
    _write_touches(rated, _touches(case, rated, lines))
    rated.promise = max((VERDICTS.get(Verdict(verdict), 0) for _, verdict in promises), key=_worst, default=0)
    said_no = any(line.verb == "promise.declined" for line in lines)
    rated.stated = SURE if promises else SAID_NO if said_no else None
    rated.outcome = _outcome(case, [status for status, _ in promises], said_no=said_no)
    rated.reopened = _was_reopened(lines) or _came_back(case, rated)
    rated.asked, rated.answer = _said(case)
    rated.save(
        update_fields=[
            "wakes_at", "ended_at", "agents", "shares", "needless", "needed", "promise", "stated", "outcome",
            "reopened", "asked", "answer",
        ]
    )  # fmt: skip


def _was_reopened(lines: list[Entry]) -> bool:
    return any(line.verb == "case.reopened" for line in lines)


def _is_our_doing(lines: list[Entry], ended_at: datetime) -> bool:
    """Nobody gets rid of how a case ended by opening it, merging it away or calling it no matter afterwards."""
    since = [line for line in lines if line.verb == "case.reopened" and line.at >= ended_at]
    return all(line.by_type == PEOPLE for line in since)


def _worst(verdict: int) -> int:
    return [0, KEPT, RENEGOTIATED, BROKEN].index(verdict)


def _outcome(case: Case, promises: Collection[str], *, said_no: bool) -> float:
    """1 when the customer got what was asked, by their word or by a delivery that nobody contradicted."""
    delivered = any(status in (PromiseStatus.DELIVERED, PromiseStatus.CONFIRMED) for status in promises)
    if said_no and not delivered:
        return 0.0
    return float(case.closed_how == Closed.WORD or delivered)


def _came_back(case: Case, rated: RatedCase) -> bool:
    """Another matter of the same kind and customer, meanwhile or soon after: closing early or splitting does not pay.

    Where nobody said of what kind it was, any other matter of theirs is taken for the same.
    """
    if case.closed_at is None:
        return False
    again = Case.objects.filter(customer=case.customer_id).exclude(pk=case.pk)
    again = again.exclude(closed_how__in=[Closed.MERGED, Closed.SPAM])
    again = again.filter(category=rated.category_id) if rated.category_id else again
    return again.filter(created_at__gt=case.created_at, created_at__lte=case.closed_at + RECONTACT).exists()


def _said(case: Case) -> tuple[bool, int | None]:
    """Whether the customer was asked after the end, and what they said then; only what counts."""
    answer = SurveyAnswer.objects.filter(case=case, counts=True).values_list("score", flat=True).first()
    asked = Survey.objects.filter(case=case, sent_at__isnull=False).exclude(state=SurveyState.WITHDRAWN).exists()
    return asked or answer is not None, answer


def _touches(case: Case, rated: RatedCase, lines: list[Entry]) -> list[Touch]:
    did = [line.by_id for line in lines if line.verb in REACHES_CUSTOMER and line.by_type == PEOPLE and line.by_id]
    moves = _moves(lines, set(did))
    return parts(did or [rated.first_id], _needed(case, rated, moves), case.owner_id)


def _moves(lines: list[Entry], did: set[int]) -> list[Moved]:
    """From whom to whom the case went, and when, once somebody had dealt with it; merging it away is a move as well."""
    found: list[Moved] = []
    owners: dict[int | None, int] = {}
    for line in lines:
        if line.verb not in ("case.assigned", "case.merged"):
            continue
        giver = owners.get(line.case_id)
        receiver = line.get("owner") if line.verb == "case.assigned" else owners.get(line.get("into"))
        if giver and receiver and giver != receiver and giver in did:
            found.append((giver, receiver, line.at))
        if line.verb == "case.assigned" and receiver:
            owners[line.case_id] = receiver
    return found


def _needed(case: Case, rated: RatedCase, moves: list[Moved]) -> list[Move]:
    """The moves, each with what made it needed; nothing is looked up when nothing moved."""
    if not moves:
        return []
    everybody = {one for move in moves for one in move[:2]}
    knows: dict[int, list[str]] = defaultdict(list)
    knew: dict[int, list[str]] = defaultdict(list)  # a giver does not get rid of knowledge by taking it off the list
    for agent, topic, hidden in Skill.objects.filter(agent__in=everybody).values_list("agent_id", "topic", "is_hidden")[
        :MOST_SKILLS
    ]:
        knew[agent].append(topic)
        if not hidden:
            knows[agent].append(topic)
    topic = rated.category.name if rated.category else ""
    more = _with_more_rights(case, everybody)
    away = _away(moves)
    return [
        Move(giver, receiver, needed_for(topic, (knew[giver], knows[receiver]), (giver, receiver), away, more))
        for giver, receiver, _ in moves
    ]


def _away(moves: list[Moved]) -> set[int]:
    """The givers who were away then, or soon."""
    found = Q()
    for giver, _, at in moves:
        found |= Q(agent=giver, starts_at__lte=at + SOON_AWAY, ends_at__gte=at)
    return set(Absence.objects.filter(found).values_list("agent_id", flat=True))


def _with_more_rights(case: Case, everybody: set[int]) -> set[int]:
    """Leads and admins who used their right in this case: granted, decided or answered what others may not."""
    used = {
        *Remedy.objects.filter(case=case).values_list("decided_by_id", flat=True)[:100],
        *Ask.objects.filter(case_id=case.pk).values_list("answered_by_id", flat=True)[:100],
    }
    leads = Agent.objects.filter(pk__in=everybody & used, role__in=[Role.LEAD, Role.ADMIN])
    return set(leads.values_list("pk", flat=True))


def _write_touches(rated: RatedCase, touches: list[Touch]) -> None:
    rated.agents = [touch.agent for touch in touches]
    rated.shares = [round(touch.share, 4) for touch in touches]
    rated.needless = [touch.handed_on and not touch.needed for touch in touches]
    rated.needed = [touch.handed_on and touch.needed for touch in touches]
