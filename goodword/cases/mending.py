"""Messages of ours that did not arrive and still need somebody."""

from __future__ import annotations

from django.db.models import Exists, OuterRef

from goodword.cases.models import Case, Delivery, Message, Status
from goodword.people.models import Agent

LIVELY = (Status.OPEN, Status.WAITING, Status.CHECKING)  # named, so that the index of an owner's cases answers
IN_TROUBLE = (Delivery.BOUNCED, Delivery.FAILED, Delivery.DOUBTFUL)
MOST = 30


def to_mend(agent: Agent, most: int = MOST) -> list[Message]:
    """Returns what did not arrive in the open cases of a person, where we have sent nothing since.

    One query: each of the person's cases asks the partial index of messages in trouble.
    """
    later = Message.objects.filter(case=OuterRef("case"), is_ours=True, id__gt=OuterRef("pk"))
    cases = Case.objects.filter(owner=agent, status__in=LIVELY)
    rows = Message.objects.filter(case__in=cases, delivery__in=IN_TROUBLE).exclude(Exists(later))
    return list(rows.select_related("case__customer").order_by("-id")[:most])
