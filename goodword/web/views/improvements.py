"""What customers suggest, and what became of it: a list for leads."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from goodword.closing import improvements as actions
from goodword.kit import clock
from goodword.people.access import able_owner
from goodword.people.models import Agent
from goodword.people.queries import able_to_own
from goodword.web.doors import at_desk, done
from goodword.web.paging import number


@require_safe
@at_desk
def improvements(request: HttpRequest, agent: Agent) -> HttpResponse:
    """What is under way, what customers said lately, what ended."""
    board = actions.board_for(agent)
    return render(request, "screens/improvements.html", {"board": board, "people": able_to_own()})


@require_POST
@at_desk
def item(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Puts something on the list."""
    chosen = number(request.POST.get("owner", ""))
    owner = able_owner(agent, chosen) if chosen else agent
    answer = number(request.POST.get("answer", ""))
    actions.note(request.POST.get("title", ""), owner, clock.now(), agent, answer)
    return done(request, "/improvements/", gettext("On the list."))


@require_POST
@at_desk
def state(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Moves an item; one that ends says what was done, or why not."""
    actions.move(pk, request.POST.get("state", ""), request.POST.get("outcome", ""), clock.now(), agent)
    return done(request, "/improvements/", gettext("Noted."))
