"""Reading notices."""

from __future__ import annotations

from goodword.notices.models import Notice
from goodword.people.models import Agent

SHOWN = 50
COUNTED = 99


def latest(person: Agent) -> list[Notice]:
    """Returns a person's newest notices."""
    return list(Notice.objects.filter(person=person).order_by("-id")[:SHOWN])


def unread(person: Agent) -> int:
    """Returns how many notices are unread, at most 99: the partial index of unread rows answers."""
    return len(Notice.objects.filter(person=person, read_at=None).values_list("pk")[:COUNTED])


def about_promise(pk: int) -> list[Notice]:
    """Returns who was told what about a promise, and when, oldest first."""
    return list(Notice.objects.filter(promise_id=pk).select_related("person").order_by("id")[: SHOWN * 4])
