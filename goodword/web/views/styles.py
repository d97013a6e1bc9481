"""The design system: every component in each of its states, for those who build and those who choose."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from goodword.kit import clock
from goodword.people.models import Agent
from goodword.web.pages.styles import everything
from goodword.web.saving import for_admins


@require_GET
@for_admins
def styles(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Shows all of them, from the very templates and styles of the desk."""
    return render(request, "screens/styles.html", everything(agent, clock.now()))
