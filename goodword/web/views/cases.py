"""The Case screen, its parts, its sheets, and what a case is asked to do without one."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from goodword.cases import changes
from goodword.cases.access import case_for
from goodword.cases.queries import root
from goodword.closing import actions as closing
from goodword.kit import clock
from goodword.kit.errors import Malformed
from goodword.people.access import may_write
from goodword.people.models import Agent
from goodword.promises import owners
from goodword.promises.access import promise_for
from goodword.promises.links import current, link_for, revoke, token_of
from goodword.sending.access import draft_in, reply_in
from goodword.sending.links import revoke_files
from goodword.web import drafting, sheets
from goodword.web.doors import at_desk
from goodword.web.forms.due import asked_due
from goodword.web.pages import case as page
from goodword.web.pages.chosen import choose_way
from goodword.web.pages.drafted import drafted
from goodword.web.paging import number
from goodword.web.sheets.cases import SHEETS
from goodword.web.waiting import write_on


@require_GET
@at_desk
def case(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Shows a case; one that was merged leads to the one it went into."""
    shown = case_for(agent, pk)
    if shown.merged_into_id:
        return redirect("case", pk=root(shown).pk)
    context = page.whole(shown, agent)
    page.begin_part(context, request.GET.get("do", ""), number(request.GET.get("promise", "")))
    page.begin_words(context, drafted(agent, shown, request.GET))
    again = number(request.GET.get("draft", ""))
    if again and not agent.only_reads:
        write_on(context, reply_in(agent, again, shown))
    if request.GET.get("draft") == "kept" and not agent.only_reads:
        drafting.bring_back(context, draft_in(agent, shown))
    moves = request.GET.get("moves", "")
    if moves.isdigit() and not agent.only_reads:
        page.begin_new_date(
            context, promise_for(agent, int(moves)), asked_due(request.GET), request.GET.get("why", "")[:500]
        )
        choose_way(context, promise_for(agent, int(moves)), request.GET)
    return render(request, "screens/case.html", context)


@require_GET
@at_desk
def header(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Shows the head of a case alone."""
    return render(request, "screens/case/header.html", {"case": case_for(agent, pk)})


@require_GET
@at_desk
def timeline(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Shows the timeline alone, or what happened before a moment."""
    before = parse_datetime(request.GET.get("before", "")[:40])
    if before and before.tzinfo is None:
        raise Malformed("That moment has no zone.", field="before")
    context = page.timeline(case_for(agent, pk), agent, before)
    return render(request, "screens/case/earlier.html" if before else "screens/case/timeline.html", context)


@require_GET
@at_desk
def panel(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Shows what stands beside the timeline alone."""
    return render(request, "screens/case/panel.html", page.panel(case_for(agent, pk)))


@require_http_methods(["GET", "POST"])
@at_desk
def sheet(request: HttpRequest, agent: Agent, pk: int, name: str) -> HttpResponse:
    """Shows one of a case's sheets, or does what it says."""
    shown = case_for(agent, pk)
    may_write(agent)
    return sheets.answer(request, SHEETS[name], shown, agent, back=f"/cases/{pk}", watch=f"case:{pk}")


@require_POST
@at_desk
def reopening(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Opens a case that is closed, waits or is being checked."""
    shown = case_for(agent, pk)
    closing.reopen(shown, clock.now(), may_write(agent), f"{agent.name} opened it")
    return sheets.changed(request, gettext("Open again."), f"/cases/{pk}", f"case:{pk}")


@require_POST
@at_desk
def waiting(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Says that the next move is the customer's."""
    shown = case_for(agent, pk)
    changes.wait_for_customer(shown, clock.now(), may_write(agent))
    return sheets.changed(request, gettext("Waiting for the customer."), f"/cases/{pk}", f"case:{pk}")


@require_POST
@at_desk
def suggestion(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Answers "perhaps belongs to": yes merges the case, no makes it a matter of its own."""
    shown = case_for(agent, pk)
    may_write(agent)
    if request.POST.get("answer") == "yes" and shown.perhaps_of:
        into = owners.merge(shown, shown.perhaps_of, clock.now(), agent)
        return sheets.changed(request, f"/cases/{into.pk}", f"/cases/{pk}", f"case:{pk}")
    changes.dismiss_suggestion(shown, clock.now(), agent)
    return sheets.changed(request, gettext("A matter of its own."), f"/cases/{pk}", f"case:{pk}")


@require_http_methods(["GET", "POST"])
@at_desk
def links(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Shows the customer's link; makes one, or makes every one invalid."""
    shown, now = case_for(agent, pk), clock.now()
    may_write(agent)
    if request.POST.get("do") == "revoke":
        revoke(shown, now, agent)
        revoke_files(shown, now, agent)
    link = link_for(shown, now) if request.POST.get("do") == "make" else current(shown, now)
    address = f"{settings.BASE_URL}/portal/{token_of(link)}" if link else ""
    return render(request, "screens/case/links.html", {"case": shown, "link": link, "address": address})
