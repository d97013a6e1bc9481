"""Handing a case over: the offer, and what its receiver and its giver do with it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from goodword.cases.access import case_for
from goodword.handovers import actions
from goodword.handovers.access import offer_for
from goodword.kit import clock
from goodword.people.access import may_write
from goodword.people.models import Agent
from goodword.web import sheets
from goodword.web.doors import at_desk
from goodword.web.pages.handovers import about
from goodword.web.sheets.handovers import HANDOVER, RETURN


@require_http_methods(["GET", "POST"])
@at_desk
def handover(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Offers a case to somebody, with a brief that is drafted from what the case knows."""
    shown = case_for(agent, pk)
    may_write(agent)
    return sheets.answer(request, HANDOVER, shown, agent, back=f"/cases/{pk}", watch=f"case:{pk}")


@require_GET
@at_desk
def brief(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Shows who is offered the case, or the brief with which it was taken over."""
    return render(request, "screens/handover/brief.html", about(case_for(agent, pk), agent))


@require_POST
@at_desk
def acceptance(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Takes over a case with what its giver owes in it."""
    offered = offer_for(agent, pk)
    actions.accept(offered, clock.now(), may_write(agent))
    to = f"/cases/{offered.case_id}"
    return sheets.changed(
        request, gettext("It is yours now, with what is promised in it."), to, f"case:{offered.case_id}"
    )


@require_http_methods(["GET", "POST"])
@at_desk
def refusal(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Gives an offer back with a reason."""
    offered = offer_for(agent, pk)
    may_write(agent)
    to, watch = f"/cases/{offered.case_id}", f"case:{offered.case_id}"
    return sheets.answer(request, RETURN, offered, agent, back=to, watch=watch)


@require_POST
@at_desk
def withdrawal(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Takes an offer back before it is accepted."""
    offered = offer_for(agent, pk)
    actions.withdraw(offered, clock.now(), may_write(agent))
    return sheets.changed(request, gettext("Taken back."), f"/cases/{offered.case_id}", f"case:{offered.case_id}")
