"""A case that we begin: whom we write to, about what, and the first message with the promises in it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from goodword.kit import clock
from goodword.people.access import may_write
from goodword.people.models import Agent
from goodword.web import worded, writing
from goodword.web.composing import Composed, read_chips
from goodword.web.doors import at_desk, done
from goodword.web.forms.composer import OpeningForm


@require_http_methods(["GET", "POST"])
@at_desk
def new(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Shows an empty first message, or sends it."""
    may_write(agent)
    given = request.POST if request.method == "POST" else None
    form = OpeningForm(given, prefix="reply", initial={"address": request.GET.get("to", "")[:320]})
    draft = Composed("reply", None, agent, clock.now(), form=form)
    sent = writing.begin(request, draft) if given is not None else None
    if sent:
        return done(request, f"/cases/{sent.case_id}", gettext("Sent."))
    return render(request, "screens/new_case.html", {"draft": draft}, status=200 if given is None else 422)


@require_POST
@at_desk
def hearing(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Shows the promises in a first message as chips; changes nothing."""
    draft = Composed("reply", None, may_write(agent), clock.now())
    read_chips(draft, request.POST)
    typed = request.POST.get("reply-text", "")
    draft.hear(typed)
    return render(request, "screens/case/chips.html", {"draft": draft, "looks": worded.looks(typed)})
