"""Saving a list of cases under a name, and letting it go."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from goodword.finding.language import read
from goodword.finding.models import View
from goodword.kit.errors import Conflict, Malformed, NotAllowed
from goodword.ledger.actions import record
from goodword.people.models import Agent

MOST = 30


def save_view(name: str, text: str, at: datetime, by: Agent, *, shared: bool = False) -> View:
    """Saves conditions as a view of one's own, or (leads) of everybody."""
    name, query = " ".join(name.split())[:40], read(text)
    if not name:
        raise Malformed("Give the view a name.", field="name")
    if query.faults:
        raise Malformed(" ".join(query.faults), field="text")
    if query.has_words or query.without or not query.conditions:
        raise Malformed("A view is made of conditions, such as is:open promise:late.", field="text")
    if shared and not by.is_lead:
        raise NotAllowed("A view for everybody takes a lead.")
    with transaction.atomic():
        if len(View.objects.filter(author=by).values_list("pk")[:MOST]) == MOST:
            raise Conflict("You have %(most)s views. Remove one first.", values={"most": MOST}, code="too_many")
        view = View.objects.create(
            name=name, text=query.text, author=by, is_shared=shared, created_at=at, wakes_at=_counted_at(query.text, at)
        )
        record("view.saved", at=at, subject=view, by=by, touch=("inbox",), name=name, text=query.text, shared=shared)
    return view


def _counted_at(text: str, at: datetime) -> datetime | None:
    """When to count: never where each person would see another number."""
    relative = any(condition.value in ("me", "mine") for condition in read(text).conditions)
    return None if relative else at


def remove_view(view: View, at: datetime, by: Agent) -> None:
    """Removes a view; that of everybody takes its author or an admin. The cases stay as they are."""
    if view.author_id != by.pk and not by.is_admin:
        raise NotAllowed("Who saved it, or an admin, may remove it.")
    with transaction.atomic():
        record("view.removed", at=at, subject=view, by=by, touch=("inbox",), name=view.name, text=view.text)
        view.delete()
