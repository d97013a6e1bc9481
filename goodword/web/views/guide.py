"""The guide through the first five minutes of a desk: what is missing, why it matters, and the way there."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from goodword.people.models import Agent
from goodword.web.doors import done
from goodword.web.pages.settings import steps
from goodword.web.saving import for_admins

DISMISSED = "guide_dismissed"
FOR_A_YEAR = timedelta(days=365)


@require_safe
@for_admins
def guide(request: HttpRequest, agent: Agent) -> HttpResponse:
    """The steps, the next one opened; nothing once all are done."""
    found = steps()
    ahead = [step for step in found if not step.is_done]
    context = {"steps": found, "ahead": ahead, "next": ahead[0] if ahead else None, "done": len(found) - len(ahead)}
    return render(request, "screens/guide.html", context)


@require_POST
@for_admins
def dismissal(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Puts the guide away in this browser; the settings keep the list."""
    answer = done(request, "/", gettext("Put away. The list stays in the settings."))
    answer.set_cookie(DISMISSED, "1", max_age=FOR_A_YEAR, httponly=True, samesite="Lax", secure=request.is_secure())
    return answer
