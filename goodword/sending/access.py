"""Who may see and decide about replies that wait: whoever may see their case."""

from __future__ import annotations

from goodword.cases.access import case_for
from goodword.cases.models import Case
from goodword.cases.queries import family
from goodword.kit.errors import NotFound
from goodword.people.access import desk_of
from goodword.people.models import Agent
from goodword.sending.models import KeptDraft, Reply, State


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
