"""Replies that wait for their moment: shown, taken back, written on, sent at once."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_POST

from goodword.cases.access import case_for
from goodword.kit import clock
from goodword.people.access import may_write
from goodword.people.models import Agent
from goodword.sending import actions
from goodword.sending.access import reply_for
from goodword.sending.models import Reply
from goodword.sending.queries import shown_in
from goodword.web import sheets
from goodword.web.doors import at_desk, done, is_part
from goodword.web.pages import case as page
from goodword.web.waiting import write_on


@require_GET
@at_desk
def replies(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """What waits in a case, and what stayed there; fetched once its page stands."""
    shown = case_for(agent, pk)
    return render(request, "screens/case/waiting.html", {"case": shown, "replies": shown_in(shown)})


@require_GET
@at_desk
def reply(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """One reply that waits, with what can be done about it; works without script."""
    found = reply_for(agent, pk)
    return render(request, "screens/reply.html", {"case": found.case, "reply": found, "now": clock.now()})


@require_POST
@at_desk
def withdrawal(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Takes a reply back; its words go into the composer, unless they are wanted no more."""
    found = reply_for(agent, pk)
    may_write(agent)
    taken = actions.take_back(found, clock.now(), agent)
    if request.POST.get("then") == "leave":
        return sheets.changed(request, gettext("Taken back."), f"/cases/{taken.case_id}", f"case:{taken.case_id}")
    if not is_part(request) or request.POST.get("then") == "go":
        return done(request, f"/cases/{taken.case_id}?draft={taken.pk}")
    return _composer(request, taken, agent)


def _composer(request: HttpRequest, taken: Reply, agent: Agent) -> HttpResponse:
    context = page.composer_alone(case_for(agent, taken.case_id), agent)
    write_on(context, taken)
    response = render(request, "screens/case/reply.html", context)
    response["HX-Retarget"], response["HX-Reswap"] = "form[data-draft=reply]", "outerHTML"
    said = {"words": gettext("Taken back. It is a draft again.")}
    response["HX-Trigger"] = json.dumps({"changed": {"names": [f"case:{taken.case_id}"]}, "say": said})
    return response


@require_POST
@at_desk
def dispatch(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Sends a waiting reply at once."""
    found = reply_for(agent, pk)
    actions.send_now(found, clock.now(), may_write(agent))
    return sheets.changed(request, gettext("Sent."), f"/cases/{found.case_id}", f"case:{found.case_id}")


@require_GET
@at_desk
def senders(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """The addresses of ours from which a reply may go out, where there are several."""
    return render(
        request, "screens/case/senders.html", page.senders(case_for(agent, pk), request.GET.get("chosen", ""))
    )
