"""Who else has a case open, asked by the very pages that say so."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from goodword.cases.access import case_for
from goodword.kit import clock
from goodword.people.access import may_write
from goodword.people.models import Agent
from goodword.sending import presence
from goodword.web.doors import at_desk


@require_POST
@at_desk
def who(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Takes note that a page is open, written in or closed, and answers with who else is there."""
    shown, now = case_for(agent, pk), clock.now()
    may_write(agent)
    if request.POST.get("gone"):
        presence.gone(shown, agent)
        return HttpResponse(status=204)
    presence.here(shown, agent, now, writes=bool(request.POST.get("writes")))
    return render(request, "screens/case/presence.html", {"others": presence.others_in(shown, agent, now)})
