"""The inbox: views with kept counts, rows by keyset, search, and giving cases to somebody."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from goodword.cases.access import cases_for, inbox_for
from goodword.cases.changes import assign_all
from goodword.cases.queries import page, tallies
from goodword.finding.access import search_cases
from goodword.kit import clock
from goodword.people.access import agent_at_desk, may_write
from goodword.people.models import Agent
from goodword.people.queries import at_desks
from goodword.web.doors import at_desk, changed
from goodword.web.paging import number, place_of, read_place

VIEWS = {
    "open": ("All open", "inbox"),
    "unowned": ("Nobody’s yet", "user-plus"),
    "mine": ("Mine", "user"),
    "waiting": ("Waiting", "pause-circle"),
    "checking": ("Being checked", "chat-bubble-left-ellipsis"),
    "closed": ("Closed", "archive-box"),
}
COUNTED = ("open", "unowned", "mine", "waiting", "checking")


@require_safe
@at_desk
def inbox(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Leads to the first view."""
    return redirect("inbox-view", "open")


@require_safe
@at_desk
def view(request: HttpRequest, agent: Agent, name: str) -> HttpResponse:
    """One view of the inbox, or what was searched for in all of them."""
    return render(request, "screens/inbox.html", _rows(request, agent, name) | _frame(agent, name))


@require_safe
@at_desk
def people(request: HttpRequest, agent: Agent, name: str) -> HttpResponse:
    """To whom cases may be given, as the menu of the inbox shows them."""
    return render(request, "screens/inbox/people.html", {"people": at_desks()})


@require_POST
@at_desk
def owner(request: HttpRequest, agent: Agent, name: str) -> HttpResponse:
    """Gives the ticked cases to somebody, or takes them oneself."""
    to = agent_at_desk(may_write(agent), number(request.POST.get("owner", "")))
    cases = cases_for(agent, [number(pk) for pk in request.POST.getlist("case")])
    assign_all(cases, to, clock.now(), agent)
    what = f"“{cases[0]}”" if len(cases) == 1 else f"{len(cases)} cases"
    return changed(request, f"/inbox/{name}/", f"{what}: {'yours' if to == agent else f'with {to}'} now.")


def _rows(request: HttpRequest, agent: Agent, name: str) -> dict[str, Any]:
    rows = inbox_for(agent, name)
    words = request.GET.get("q", "").strip()
    if words:
        return {"cases": search_cases(agent, words, clock.now()).cases, "words": words}
    before = read_place(request.GET.get("before", ""))
    cases, has_older = page(rows, before)
    older = f"?before={place_of(cases[-1].last_at, cases[-1].pk)}" if has_older else ""
    return {"cases": cases, "older": older, "is_older_page": before is not None}


def _frame(agent: Agent, name: str) -> dict[str, Any]:
    keys = {key: f"mine:{agent.pk}" if key == "mine" else key for key in COUNTED}
    counts = tallies(list(keys.values()))
    views = [
        {"name": key, "title": title, "icon": icon, "count": counts.get(keys.get(key, ""), "")}
        for key, (title, icon) in VIEWS.items()
    ]
    return {"views": views, "view": name, "title": VIEWS[name][0], "now": clock.now()}
