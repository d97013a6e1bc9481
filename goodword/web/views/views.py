"""Saved views of the inbox: kept, shown, let go."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from goodword.finding.access import page_of_view, view_for
from goodword.finding.actions import remove_view, save_view
from goodword.kit import clock
from goodword.people.access import may_write
from goodword.people.models import Agent
from goodword.web.doors import at_desk, done
from goodword.web.paging import place_of, read_place
from goodword.web.views.inbox import frame


@require_POST
@at_desk
def saving(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Saves what was searched for as a view."""
    view = save_view(
        request.POST.get("name", ""), request.POST.get("text", ""), clock.now(), may_write(agent),
        shared=request.POST.get("shared") == "yes",
    )  # fmt: skip
    return done(request, f"/inbox/views/{view.pk}/", gettext("“%(view)s” is kept.") % {"view": view})


@require_safe
@at_desk
def view(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """One page of a saved view."""
    saved, before = view_for(agent, pk), read_place(request.GET.get("before", ""))
    cases, has_older = page_of_view(agent, saved, clock.now(), before)
    older = f"?before={place_of(cases[-1].last_at, cases[-1].pk)}" if has_older else ""
    shown = {"cases": cases, "older": older, "is_older_page": before is not None, "saved": saved,
             "export": f"/inbox/views/{pk}/cases.csv"}  # fmt: skip
    return render(request, "screens/inbox.html", frame(agent, "open") | shown | {"title": saved.name})


@require_POST
@at_desk
def removal(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Lets a saved view go."""
    saved = view_for(agent, pk)
    remove_view(saved, clock.now(), may_write(agent))
    return done(request, "/inbox/", gettext("“%(saved)s” is gone. The cases are as they were.") % {"saved": saved})
