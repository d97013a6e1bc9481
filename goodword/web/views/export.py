"""A view of the inbox as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from goodword.finding.access import view_for
from goodword.kit import clock
from goodword.kit.errors import NotFound
from goodword.people.models import Agent
from goodword.web.doors import at_desk
from goodword.web.exporting import exported
from goodword.web.views.inbox import VIEWS


@require_safe
@at_desk
def inbox(request: HttpRequest, agent: Agent, name: str) -> HttpResponseBase:
    """A view that every desk has, or what its conditions in `q` find."""
    if name not in VIEWS:
        raise NotFound("There is no such view.")
    return exported(agent, request.GET.get("q", "") or f"is:{name}", name, clock.now())


@require_safe
@at_desk
def saved(request: HttpRequest, agent: Agent, pk: int) -> HttpResponseBase:
    """A saved view."""
    view = view_for(agent, pk)
    return exported(agent, view.text, view.name, clock.now())
