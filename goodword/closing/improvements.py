"""What customers suggest, followed until it is done: leads keep the list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from goodword.closing.models import Improvement, SurveyAnswer
from goodword.kit.errors import Malformed, NotFound
from goodword.ledger.actions import record
from goodword.people.access import may_lead
from goodword.people.models import Agent

State = Improvement.State
MOST = 100
SHOWN_ANSWERS = 30


@dataclass(frozen=True)
class Board:
    """What is under way, what ended lately, and what customers said lately that is no item yet."""

    under_way: list[Improvement]
    ended: list[Improvement]
    said: list[SurveyAnswer]


def board_for(agent: Agent) -> Board:
    """Returns the list as a lead sees it; raises NotAllowed for others. Three queries."""
    may_lead(agent)
    rows = Improvement.objects.select_related("owner", "answer__case__customer")
    said = SurveyAnswer.objects.exclude(words="").filter(improvements=None).select_related("case__customer", "owner")
    return Board(
        list(rows.filter(state__in=[State.OPEN, State.DOING]).order_by("-id")[:MOST]),
        list(rows.filter(state__in=[State.DONE, State.DROPPED]).order_by("-ended_at", "-id")[:SHOWN_ANSWERS]),
        list(said.order_by("-at", "-id")[:SHOWN_ANSWERS]),
    )


def note(title: str, owner: Agent, at: datetime, by: Agent, answer: int | None = None) -> Improvement:
    """Puts something on the list, with the answer that suggested it where there is one."""
    may_lead(by)
    if not title.strip():
        raise Malformed("Say what should be better.", field="title")
    with transaction.atomic():
        source = SurveyAnswer.objects.filter(pk=answer).first() if answer else None
        item = Improvement.objects.create(
            title=" ".join(title.split())[:200], owner=owner, answer=source, created_at=at
        )
        record(
            "improvement.noted", at=at, about=source.case_id if source else None, subject=item, by=by,
            touch=("improvements",), title=item.title,
        )  # fmt: skip
    return item


def move(pk: int, state: str, outcome: str, at: datetime, by: Agent) -> Improvement:
    """Moves an item; one that ends says what was done, or why not."""
    may_lead(by)
    if state not in State.values:
        raise Malformed("There is no such state.", field="state")
    ends = state in (State.DONE, State.DROPPED)
    if ends and not outcome.strip():
        raise Malformed("Say what was done, or why not.", field="outcome")
    with transaction.atomic():
        item = Improvement.objects.select_for_update(of=("self",)).filter(pk=pk).first()
        if item is None:
            raise NotFound("There is no such item.")
        item.state, item.outcome, item.ended_at = (
            State(state),
            outcome.strip()[:500] if ends else "",
            at if ends else None,
        )
        item.save(update_fields=["state", "outcome", "ended_at"])
        record("improvement.moved", at=at, subject=item, by=by, touch=("improvements",), state=state)
    return item
