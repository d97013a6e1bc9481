"""A customer: everything that passed between them and us, on one page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from goodword.kit import clock
from goodword.people.access import customer_for, may_write
from goodword.people.models import Agent
from goodword.web import sheets
from goodword.web.doors import at_desk
from goodword.web.pages.customer import whole
from goodword.web.paging import number
from goodword.web.sheets.customers import DETAILS, WAYS_TO_THEM


@require_safe
@at_desk
def customer(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Who they are, what we owe them, how our word went, and what was between us."""
    found = customer_for(agent, pk)
    before = {name: number(request.GET.get(name, "")) or None for name in ("cases", "promises")}
    context = whole(agent, found, clock.now(), cases_before=before["cases"], promises_before=before["promises"])
    return render(request, "screens/customer.html", context)


@require_http_methods(["GET", "POST"])
@at_desk
def details(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Puts right who they are."""
    found = customer_for(agent, pk)
    return sheets.answer(request, DETAILS, found, may_write(agent), f"/customers/{pk}", f"customer:{pk}")


@require_http_methods(["GET", "POST"])
@at_desk
def ways(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Adds a way to reach them."""
    found = customer_for(agent, pk)
    return sheets.answer(request, WAYS_TO_THEM, found, may_write(agent), f"/customers/{pk}", f"customer:{pk}")
