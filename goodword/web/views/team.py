"""The team: who is here, what each one owes, and what they are thanked for. Everybody with a desk sees it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goodword.kit import clock
from goodword.people.models import Agent
from goodword.web.doors import at_desk
from goodword.web.pages.team import whole
from goodword.web.paging import number


@require_safe
@at_desk
def team(request: HttpRequest, agent: Agent) -> HttpResponse:
    """One's own team, another, or everybody (`?team=0`)."""
    asked = request.GET.get("team")
    wanted = (agent.team_id or 0) if asked is None else number(asked)
    return render(request, "screens/team.html", whole(agent, wanted, clock.now()))
