"""Quiet questions: words of ours that were heard as a promise, and messages that may keep one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from goodword.cases.access import case_for
from goodword.kit import clock
from goodword.people.access import may_write
from goodword.people.models import Agent
from goodword.promises.access import heard_for
from goodword.promises.listening import asked_in, asked_of
from goodword.promises.matching import offered_in
from goodword.web import sheets
from goodword.web.doors import at_desk
from goodword.web.sheets.heard import SHEETS, pressed

AT_ONCE = 2  # quiet questions stay quiet, also where much was said


@require_GET
@at_desk
def of_case(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Shows what is undecided in a case."""
    case = case_for(agent, pk)
    now = clock.now()
    rows = [(one, pressed(one, now)) for one in asked_in(case)]
    context = {
        "asked": rows,
        "first": rows,
        "offered": offered_in(case),
        "place": f"/cases/{pk}/heard",
        "names": f"case:{pk}",
    }
    return render(request, "screens/heard.html", context)


@require_GET
@at_desk
def mine(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Shows what is undecided in what one has written."""
    now = clock.now()
    rows = [(one, pressed(one, now)) for one in asked_of(agent)]
    first, rest = rows[:AT_ONCE], rows[AT_ONCE:]
    context = {"asked": rows, "first": first, "rest": rest, "place": "/heard", "names": "today", "names_cases": True}
    return render(request, "screens/heard.html", context)


@require_http_methods(["GET", "POST"])
@at_desk
def sheet(request: HttpRequest, agent: Agent, pk: int, name: str) -> HttpResponse:
    """Shows one decision as a form, or makes it."""
    found = heard_for(agent, pk)
    may_write(agent)
    return sheets.answer(request, SHEETS[name], found, agent, f"/cases/{found.case_id}", f"case:{found.case_id}")
