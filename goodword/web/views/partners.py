"""Partners: what each owes us now, and how it has kept its dates."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from goodword.asks.queries import open_of_partner, owed_by_partners, record_of, settled_of_partner
from goodword.people.access import may_lead, partner_for
from goodword.people.models import Agent
from goodword.people.queries import partners as every_partner
from goodword.promises.dependencies import waiting_for
from goodword.web import sheets
from goodword.web.doors import at_desk
from goodword.web.sheets.partners import DETAILS, NEW

SHOWN = 300


@require_safe
@at_desk
def partners(request: HttpRequest, agent: Agent) -> HttpResponse:
    """All partners, with what is open and late."""
    owed = owed_by_partners()
    rows = [(partner, *owed.get(partner.pk, (0, 0))) for partner in every_partner()[:SHOWN]]
    return render(request, "screens/partners.html", {"rows": rows})


@require_safe
@at_desk
def partner(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """One partner: what it owes us, what waits for it, and its record."""
    found = partner_for(agent, pk)
    context = {
        "partner": found,
        "owed": open_of_partner(found),
        "waiting": waiting_for(found),
        "settled": settled_of_partner(found),
        "record": record_of(found),
        "partner_names": f"partner:{found.pk}",
    }
    return render(request, "screens/partner.html", context)


@require_http_methods(["GET", "POST"])
@at_desk
def new(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Adds a partner."""
    return sheets.answer(request, NEW, None, may_lead(agent), "/partners/", "partners")


@require_http_methods(["GET", "POST"])
@at_desk
def details(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Changes a partner."""
    found = partner_for(agent, pk)
    return sheets.answer(request, DETAILS, found, may_lead(agent), f"/partners/{pk}", f"partner:{pk}")
