"""Asks: their page, their moves, and finding whom to ask."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from goodword.asks.access import ask_for, ask_to_answer, ask_to_change, ask_to_write, file_for
from goodword.cases.access import case_for
from goodword.kit import clock
from goodword.people.access import may_write
from goodword.people.knowledge import askable
from goodword.people.models import Agent
from goodword.promises import dependencies
from goodword.promises.access import promise_for
from goodword.web import sheets
from goodword.web.doors import at_desk
from goodword.web.pages import ask as page
from goodword.web.sheets.asks import ASKING, SHEETS
from goodword.web.stored import sent

MAY = {"answer": ask_to_answer, "extension": ask_to_change, "withdrawal": ask_to_change, "dependencies": ask_to_write}


@require_safe
@at_desk
def ask(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Shows an ask with its answer, what waits for it, and its history."""
    return render(request, "screens/ask.html", page.whole(ask_for(agent, pk), agent))


@require_http_methods(["GET", "POST"])
@at_desk
def sheet(request: HttpRequest, agent: Agent, pk: int, name: str) -> HttpResponse:
    """Shows one move of an ask as a form, or makes it."""
    found = MAY[name](agent, pk)
    return sheets.answer(request, SHEETS[name], found, agent, f"/asks/{pk}", f"case:{found.case_id}")


@require_POST
@at_desk
def release(request: HttpRequest, agent: Agent, pk: int, promise: int) -> HttpResponse:
    """A promise waits for an answer no more."""
    found = ask_to_write(agent, pk)
    dependencies.release(promise_for(agent, promise), found, clock.now(), agent)
    return sheets.changed(request, gettext("It waits for this no more."), f"/asks/{pk}", f"case:{found.case_id}")


@require_http_methods(["GET", "POST"])
@at_desk
def making(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Asks somebody about a case."""
    case = case_for(agent, pk)
    may_write(agent)
    return sheets.answer(request, ASKING, case, agent, f"/cases/{pk}", f"case:{pk}")


@require_GET
@at_desk
def receivers(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Whom one may ask, for the words typed: names, teams, partners, and who knows about them."""
    words = request.GET.get("q", "")
    context = {"found": askable(may_write(agent), words), "words": words, "chosen": request.GET.get("to", "")}
    return render(request, "screens/ask/receivers.html", context)


@require_GET
@at_desk
def file(request: HttpRequest, agent: Agent, pk: int, number: int) -> HttpResponse:
    """Sends a file that came along with an answer, to be saved."""
    found = file_for(agent, pk, number)
    return sent(found.key, found.filename, "application/octet-stream")
