"""Who may see and decide about replies that wait: whoever may see their case."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from goodword.cases.access import case_for
from goodword.cases.models import Case
from goodword.cases.queries import family
from goodword.kit.errors import NotFound
from goodword.people.access import desk_of, may_lead
from goodword.people.models import Agent
from goodword.sending.models import KeptDraft, Macro, Reply, State

MOST_MACROS = 300


def reply_for(agent: Agent, pk: int) -> Reply:
    """Returns a reply that waits or waited; raises NotFound for one that this agent may not see."""
    desk_of(agent)
    found = Reply.objects.select_related("case__customer", "by", "message").filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such reply.")
    case_for(agent, found.case_id)
    return found


def reply_in(agent: Agent, pk: int, case: Case) -> Reply:
    """Returns a reply of this case that did not go out; raises NotFound for any other."""
    found = reply_for(agent, pk)
    if found.case_id not in family(case) or found.state in (State.SENT, State.WAITING):
        raise NotFound("There is no such draft.")
    return found


def draft_in(agent: Agent, case: Case) -> KeptDraft | None:
    """Returns what this agent has begun to write in a case, the newest where cases were merged; never another's."""
    return KeptDraft.objects.filter(agent=agent, case_id__in=family(case)).order_by("-saved_at").first()


def macros_for(agent: Agent) -> list[Macro]:
    """Returns the macros that an agent may use, everybody's and their team's, what is used most first. One query."""
    return list(_usable(desk_of(agent)).order_by("-uses", "name")[:MOST_MACROS])


def macro_for(agent: Agent, pk: int) -> Macro:
    """Returns a macro that this agent may use; raises NotFound for any other."""
    found = _usable(desk_of(agent)).filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such macro.")
    return found


def macros_led_by(agent: Agent) -> list[Macro]:
    """Returns the macros that a lead may change: everybody's and their team's; an admin all. One query."""
    return list(_led(may_lead(agent)).order_by("team__name", "name")[:MOST_MACROS])


def macro_led_by(agent: Agent, pk: int) -> Macro:
    """Returns a macro that this lead may change; raises NotFound for any other."""
    found = _led(may_lead(agent)).filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such macro.")
    return found


def _usable(agent: Agent) -> QuerySet[Macro]:
    rows = Macro.objects.filter(Q(team=None) | Q(team=agent.team_id), is_active=True)
    return rows.select_related("team", "category", "kind")


def _led(agent: Agent) -> QuerySet[Macro]:
    rows = Macro.objects.filter(is_active=True).select_related("team", "category", "kind")
    return rows if agent.is_admin else rows.filter(Q(team=None) | Q(team=agent.team_id))
