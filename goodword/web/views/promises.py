"""The Promise screen and the moves of a promise."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from goodword.kit import clock
from goodword.people.access import may_write
from goodword.people.models import Agent
from goodword.promises.access import promise_for
from goodword.web import sheets
from goodword.web.doors import at_desk
from goodword.web.pages import promise as page
from goodword.web.sheets.promises import SHEETS


@require_GET
@at_desk
def promise(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Shows a promise with its whole history."""
    return render(request, "screens/promise.html", page.whole(promise_for(agent, pk), agent, clock.now()))


@require_http_methods(["GET", "POST"])
@at_desk
def sheet(request: HttpRequest, agent: Agent, pk: int, name: str) -> HttpResponse:
    """Shows one move of a promise as a form, or makes it."""
    found = promise_for(agent, pk)
    may_write(agent)
    return sheets.answer(request, SHEETS[name], found, agent, f"/promises/{pk}", f"case:{found.case_id}")
