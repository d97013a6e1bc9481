"""Who is in the chat of a case: a line above the composer, which says where a reply goes."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from goodword.cases.access import case_for
from goodword.channels.chat.queries import latest, present
from goodword.kit import clock
from goodword.people.models import Agent
from goodword.web.doors import at_desk


@require_GET
@at_desk
def chat(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Says whether the customer is in the chat, or since when not."""
    case = case_for(agent, pk)
    here = present(case, clock.now())
    context = {"case": case, "visit": here or latest(case), "is_here": here is not None}
    return render(request, "screens/case/chat.html", context)
