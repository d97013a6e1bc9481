"""The inbox: views with kept counts, rows by keyset, search, and giving cases to somebody."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from goodword.cases.access import inbox_for
from goodword.cases.queries import page, tallies
from goodword.finding.access import search_cases, views_for
from goodword.kit import clock
from goodword.kit.tongues import later as _
from goodword.people.models import Agent
from goodword.web.doors import at_desk
from goodword.web.paging import place_of, read_place

VIEWS = {
    "open": (_("All open"), "inbox"),
    "unowned": (_("Nobody’s yet"), "user-plus"),
    "mine": (_("Mine"), "user"),
    "waiting": (_("Waiting"), "pause-circle"),
    "checking": (_("Being checked"), "chat-bubble-left-ellipsis"),
    "closed": (_("Closed"), "archive-box"),
    "spam": (_("Spam"), "no-symbol"),
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
    return render(request, "screens/inbox.html", _rows(request, agent, name) | frame(agent, name))


def _rows(request: HttpRequest, agent: Agent, name: str) -> dict[str, Any]:
    rows = inbox_for(agent, name)
    words = request.GET.get("q", "").strip()
    if words:
        found = search_cases(agent, words, clock.now())
        keeps = bool(found.query.conditions) and not found.query.has_words
        return {"cases": found.cases, "words": words, "keeps": keeps, "faults": found.query.faults,
                "export": f"/inbox/{name}/cases.csv?q={quote(words)}" if keeps else ""}  # fmt: skip
    before = read_place(request.GET.get("before", ""))
    cases, has_older = page(rows, before)
    older = f"?before={place_of(cases[-1].last_at, cases[-1].pk)}" if has_older else ""
    return {"cases": cases, "older": older, "is_older_page": before is not None,
            "export": f"/inbox/{name}/cases.csv"}  # fmt: skip


def frame(agent: Agent, name: str) -> dict[str, Any]:
    """Returns what surrounds the rows: the views with their kept counts, and which of them is open."""
    keys = {key: f"mine:{agent.pk}" if key == "mine" else key for key in COUNTED}
    counts = tallies(list(keys.values()))
    views = [
        {"name": key, "title": title, "icon": icon, "count": counts.get(keys.get(key, ""), "")}
        for key, (title, icon) in VIEWS.items()
    ]
    return {"views": views, "kept": views_for(agent), "view": name, "title": VIEWS[name][0], "now": clock.now()}
