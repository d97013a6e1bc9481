"""Reading asks."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet

from goodword.asks.models import Ask, State
from goodword.hours import queries as hours
from goodword.hours.rules import WorkingTime
from goodword.people.models import Agent, Partner

WITH = (
    "by", "holder", "holder__team", "to_agent", "to_agent__team", "to_team", "to_partner", "answered_by", "case",
    "case__customer",
)  # fmt: skip
SHOWN = 50


def hours_of(ask: Ask) -> WorkingTime:
    """Returns the working hours in which the receiver answers."""
    if ask.to_partner:
        return hours.working_time(ask.to_partner.calendar_id)
    if ask.to_team:
        return hours.working_time(ask.to_team.calendar_id)
    team = ask.to_agent.team if ask.to_agent else None
    return hours.working_time(team.calendar_id if team else None)


def of_case(cases: Collection[int]) -> list[Ask]:
    """Returns the asks of these cases, oldest first."""
    return list(Ask.objects.filter(case_id__in=cases).select_related(*WITH).order_by("id"))


def held_by(agent: Agent) -> list[Ask]:
    """Returns the asks that wait for this person's answer, the most urgent first."""
    rows = Ask.objects.filter(holder=agent, state=State.OPEN).select_related(*WITH).order_by("answer_by", "id")
    return list(rows[: SHOWN + 1])


def late_answers_for(agent: Agent) -> list[Ask]:
    """Returns this person's own open asks whose answer is late."""
    rows = (
        Ask.objects.filter(by=agent, state=State.OPEN, stage="late").select_related(*WITH).order_by("answer_by", "id")
    )
    return list(rows[: SHOWN + 1])


def of_partner(partner: Partner) -> QuerySet[Ask]:
    """Returns a partner's asks, the newest first."""
    return Ask.objects.filter(to_partner=partner).select_related(*WITH).order_by("-id")


@dataclass(frozen=True)
class Record:
    """How dates were kept: of `answered` asks, `in_time` were; `open` ones wait, `late` of them too long."""

    answered: int
    in_time: int
    open: int
    late: int


def record_of(partner: Partner) -> Record:
    """Returns how a partner has kept its dates, over its own asks. One query by the partner's index."""
    found = Ask.objects.filter(to_partner=partner).aggregate(
        answered=Count("id", filter=Q(state="answered")),
        in_time=Count("id", filter=Q(state="answered", answered_at__lte=F("first_answer_by"))),
        open=Count("id", filter=Q(state="open")),
        late=Count("id", filter=Q(state="open", stage="late")),
    )
    return Record(**found)
