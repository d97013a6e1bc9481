"""Reading asks."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet

from goodword.asks.models import Ask, File, State
from goodword.hours import queries as hours
from goodword.hours.rules import WorkingTime
from goodword.ledger import queries as ledger
from goodword.ledger.models import Entry
from goodword.people.models import Agent, Partner

WITH = (
    "by", "holder", "holder__team", "to_agent", "to_agent__team", "to_team", "to_partner", "answered_by", "case",
    "case__customer",
)  # fmt: skip
SHOWN = 50
COUNTED, FEWEST_FOR_A_FIGURE = 1000, 5
LINES = 200


def hours_of(ask: Ask) -> WorkingTime:
    """Returns the working hours in which the receiver answers."""
    if ask.to_partner:
        return hours.working_time(ask.to_partner.calendar_id)
    if ask.to_team:
        return hours.working_time(ask.to_team.calendar_id)
    team = ask.to_agent.team if ask.to_agent else None
    return hours.working_time(team.calendar_id if team else None)


def of_case(cases: Collection[int]) -> QuerySet[Ask]:
    """Returns the asks of these cases, the newest first."""
    return Ask.objects.filter(case_id__in=cases).select_related(*WITH).order_by("-id")


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


def open_of_partner(partner: Partner) -> list[Ask]:
    """Returns what a partner owes us now, the most urgent first."""
    rows = Ask.objects.filter(to_partner=partner, state=State.OPEN).select_related(*WITH)
    return list(rows.order_by("answer_by", "id")[: SHOWN + 1])


def settled_of_partner(partner: Partner, most: int = 20) -> list[Ask]:
    """Returns what a partner answered last."""
    return list(of_partner(partner).filter(state=State.ANSWERED)[:most])


def owed_by_partners() -> dict[int, tuple[int, int]]:
    """Returns, by partner, how many asks are open and how many of them late. One query, only over open asks."""
    rows = Ask.objects.filter(to_partner__isnull=False, state=State.OPEN).values("to_partner")
    counted = rows.annotate(open=Count("id"), late=Count("id", filter=Q(stage="late"))).order_by()
    return {row["to_partner"]: (row["open"], row["late"]) for row in counted}


@dataclass(frozen=True)
class Record:
    """How dates were kept: of `answered` asks, `in_time` were; `open` ones wait, `late` of them too long."""

    answered: int
    in_time: int
    open: int
    late: int

    @property
    def share(self) -> int | None:
        """Returns how many of a hundred were in time; None while there are too few to say."""
        return round(100 * self.in_time / self.answered) if self.answered >= FEWEST_FOR_A_FIGURE else None


def record_of(partner: Partner) -> Record:
    """Returns how a partner has kept its dates, the first ones, over its newest asks. One bounded query."""
    newest = Ask.objects.filter(to_partner=partner).order_by("-id").values("id")[:COUNTED]
    found = Ask.objects.filter(id__in=newest).aggregate(
        answered=Count("id", filter=Q(state="answered")),
        in_time=Count("id", filter=Q(state="answered", answered_at__lte=F("first_answer_by"))),
        open=Count("id", filter=Q(state="open")),
        late=Count("id", filter=Q(state="open", stage="late")),
    )
    return Record(**found)


def history(ask: Ask) -> list[Entry]:
    """Returns everything that ever happened to an ask, oldest first."""
    return list(ledger.of_subject("ask", ask.pk)[:LINES])


def files_of(ask: Ask) -> list[File]:
    """Returns what came along with the answer."""
    return list(ask.files.order_by("id"))
