"""The draft of a reply: kept while it is written, and brought back wherever its writer opens the case."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from goodword.cases.access import case_for
from goodword.kit import clock
from goodword.people.access import may_write
from goodword.people.models import Agent
from goodword.sending.access import draft_in
from goodword.web import drafting
from goodword.web.doors import at_desk, done, is_part
from goodword.web.pages import case as page


@require_http_methods(["GET", "POST"])
@at_desk
def draft(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Keeps a draft and answers with its version, or shows the one that is kept in an open composer (204: none)."""
    shown = case_for(agent, pk)
    may_write(agent)
    if request.method == "POST":
        version = drafting.keep(request, shown, agent, clock.now())
        return (
            JsonResponse({"version": version})
            if is_part(request)
            else done(request, _back(pk, version), gettext("Saved."))
        )
    kept = draft_in(agent, shown)
    if kept is None:
        return HttpResponse(status=204)
    context = page.composer_alone(shown, agent)
    drafting.bring_back(context, kept)
    return render(request, "screens/case/reply.html", context)


def _back(pk: int, version: int) -> str:
    return f"/cases/{pk}?draft=kept" if version else f"/cases/{pk}"
