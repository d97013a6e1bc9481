"""Reading the chat: who is in it, and what was said since."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models import Q

from goodword.cases.models import Case, Channel, Delivery, Message
from goodword.cases.queries import family, root
from goodword.channels.chat.models import Visit
from goodword.kit.errors import NotFound
from goodword.promises.models import Promise

GONE_AFTER = timedelta(seconds=75)  # a browser asks for news every half minute
LASTS = timedelta(hours=12)
MOST_LINES = 100


def digest_of(key: str) -> str:
    """Returns what is stored of the key to a visit."""
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()


def visit_of(key: str, at: datetime) -> Visit:
    """Returns the visit to which this key belongs; raises NotFound for a made-up one and for one of yesterday."""
    found = Visit.objects.select_related("case__merged_into", "identity").filter(digest=digest_of(key[:100])).first()
    if found is None or found.started_at < at - LASTS:
        raise NotFound("This chat has ended.", code="chat_gone")
    return found


def present(case: Case, at: datetime) -> Visit | None:
    """Returns the visit of whoever is in the chat of this case now, or None."""
    return (
        Visit.objects.filter(case__in=family(case), ended_at=None, seen_at__gt=at - GONE_AFTER)
        .select_related("identity__customer")
        .order_by("-id")
        .first()
    )


def latest(case: Case) -> Visit | None:
    """Returns the last visit of a case, over or not."""
    return Visit.objects.filter(case__in=family(case)).select_related("identity__customer").order_by("-id").first()


def lines(visit: Visit, after: int) -> Sequence[Message]:
    """Returns what was said in the chat since that line, by either side, in order.

    Nothing else of the case: what came before this visit, by another channel or to somebody else, stays unseen.
    """
    said = Message.objects.filter(case__in=family(root(visit.case)), channel=Channel.CHAT, id__gt=after)
    own = Q(is_ours=False, identity=visit.identity) | Q(is_ours=True, to=[visit.identity.address])
    return list(said.filter(own, at__gte=visit.started_at).select_related("author").order_by("id")[:MOST_LINES])


def unseen(visit: Visit) -> list[Message]:
    """Returns our lines that the customer's browser has not taken."""
    return [line for line in lines(visit, 0) if line.is_ours and line.delivery == Delivery.QUEUED]


def has_promise(visit: Visit) -> bool:
    """Says whether something was promised in this chat."""
    told = {"told_by__channel": Channel.CHAT, "told_by__at__gte": visit.started_at}
    return Promise.objects.filter(case__in=family(root(visit.case)), **told).exists()


def names_of_news(visit: Visit) -> frozenset[str]:
    """Returns the names under which open screens hear that something was said here."""
    return frozenset(f"case:{pk}" for pk in family(root(visit.case)))
