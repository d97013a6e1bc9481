"""Today: what this person has promised, what to check and what to mend."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goodword.people.models import Agent
from goodword.web.doors import at_desk


@require_safe
@at_desk
def today(request: HttpRequest, agent: Agent) -> HttpResponse:
    """The home of the desk."""
    return render(request, "screens/today.html")
