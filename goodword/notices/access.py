"""A person's own notices: nobody sees those of somebody else."""

from __future__ import annotations

from goodword.kit.errors import NotFound
from goodword.notices.models import Notice
from goodword.people.access import desk_of
from goodword.people.models import Agent


def notice_for(agent: Agent, pk: int) -> Notice:
    """Returns one notice of this person; raises NotFound otherwise, also for somebody else's."""
    found = Notice.objects.filter(pk=pk, person=desk_of(agent)).first()
    if found is None:
        raise NotFound("There is no such notice.")
    return found


def page_of(notice: Notice) -> str:
    """Returns the page that a notice is about."""
    if notice.promise_id:
        return f"/promises/{notice.promise_id}"
    if notice.ask_id:
        return f"/asks/{notice.ask_id}"
    return f"/cases/{notice.case_id}" if notice.case_id else "/"
