"""Search: everything that fits, by kind, as one types; and what the command palette offers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goodword.finding.access import search, search_cases
from goodword.finding.language import LONGEST
from goodword.kit import clock
from goodword.people.knowledge import who_knows
from goodword.people.models import Agent
from goodword.web.doors import at_desk

OFFERED = 6


@require_safe
@at_desk
def page(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Cases, messages, customers, promises and policies that fit."""
    words = request.GET.get("q", "")[:LONGEST]
    return render(request, "screens/search.html", {"found": search(agent, words, clock.now()), "words": words})


@require_safe
@at_desk
def offers(request: HttpRequest, agent: Agent) -> HttpResponse:
    """What the command palette offers for the words typed: cases, and who knows about them."""
    words = request.GET.get("q", "")[:LONGEST]
    cases = search_cases(agent, words, clock.now(), OFFERED).cases
    return render(
        request, "screens/search/offers.html", {"cases": cases, "knowing": who_knows(words, 3), "words": words}
    )
