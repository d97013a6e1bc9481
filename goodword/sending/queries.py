"""Reading replies that wait."""

from __future__ import annotations

from goodword.cases.models import Case, Message
from goodword.cases.queries import family
from goodword.sending.models import Reply, State

SHOWN = (State.WAITING, State.ANSWERED, State.HELD)
MOST_SHOWN = 20


def shown_in(case: Case) -> list[Reply]:
    """Returns what waits in a case, and what did not go out and still lies there as a draft, by its moment."""
    rows = Reply.objects.filter(case_id__in=family(case), state__in=SHOWN, put_away_at=None)
    rows = rows.select_related("by", "case__customer")
    return sorted(rows.order_by("-id")[:MOST_SHOWN], key=lambda reply: reply.goes_at)


def wrote_first(reply: Reply) -> bool:
    """Says whether a person has written in the case since the writer of a reply read it (robots do not count)."""
    later = Message.objects.filter(case_id__in=family(reply.case), id__gt=reply.seen, is_ours=False)
    return later.filter(is_automatic=False).exists()
