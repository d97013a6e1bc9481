"""What a person was told: the bell, the panel, and marking it as read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from goodword.kit import clock
from goodword.notices.access import notice_for, page_of
from goodword.notices.actions import read
from goodword.notices.queries import latest
from goodword.people.models import Agent
from goodword.web.doors import at_desk, changed, done
from goodword.web.paging import number


@require_safe
@at_desk
def notices(request: HttpRequest, agent: Agent) -> HttpResponse:
    """The newest notices, also as the panel under the bell."""
    return render(request, "screens/notices.html", {"notices": latest(agent)})


@require_safe
@at_desk
def bell(request: HttpRequest, agent: Agent) -> HttpResponse:
    """The bell alone, fetched anew when something was told."""
    return render(request, "components/bell.html")


@require_POST
@at_desk
def receipts(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Marks all notices as read, or one, and leads to what it is about."""
    pk = number(request.POST.get("notice", ""))
    if not pk:
        read(agent, clock.now())
        return changed(request, "/notices")
    notice = notice_for(agent, pk)
    read(agent, clock.now(), notice.pk)
    return done(request, page_of(notice))
