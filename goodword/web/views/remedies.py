"""Remedies: given beside a case, overruled by leads, tied to their promise; their limits are set by admins."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from goodword.cases.access import case_for
from goodword.kit import clock
from goodword.people.access import may_lead, may_write
from goodword.people.models import Agent
from goodword.remedies import actions
from goodword.remedies.access import kind_for, kind_to_set, remedy_for
from goodword.remedies.queries import limits_table
from goodword.web import sheets
from goodword.web.doors import at_desk, done
from goodword.web.pages.remedies import cents_of, typed_limits
from goodword.web.pages.remedies import outlook as outlook_of
from goodword.web.saving import for_admins, for_readers
from goodword.web.sheets.remedies import CARRY, GIVE, OVERRULE


@require_http_methods(["GET", "POST"])
@at_desk
def giving(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Gives a remedy within one's limit, or asks for it."""
    shown = case_for(agent, pk)
    may_write(agent)
    return sheets.answer(request, GIVE, shown, agent, back=f"/cases/{pk}", watch=f"case:{pk}")


@require_GET
@at_desk
def outlook(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Shows one's limit and what others got, for a kind and an amount that are being typed."""
    kind = kind_for(agent, request.GET.get("kind", "")[:30])
    found = outlook_of(case_for(agent, pk), agent, kind, cents_of(request.GET.get("amount", "")))
    return render(request, "screens/remedies/outlook.html", {"outlook": found})


@require_http_methods(["GET", "POST"])
@at_desk
def overruling(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Lets a lead decide otherwise, with a reason."""
    shown = remedy_for(agent, pk)
    may_lead(agent)
    to, watch = f"/cases/{shown.case_id}", f"case:{shown.case_id}"
    return sheets.answer(request, OVERRULE, shown, agent, back=to, watch=watch)


@require_http_methods(["GET", "POST"])
@at_desk
def promise(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Ties a granted remedy to the promise that carries it out."""
    shown = remedy_for(agent, pk)
    may_write(agent)
    to, watch = f"/cases/{shown.case_id}", f"case:{shown.case_id}"
    return sheets.answer(request, CARRY, shown, agent, back=to, watch=watch)


@require_GET
@for_readers
def limits(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Shows how much of each kind each role may grant, and where a limit has become too low."""
    return render(request, "screens/remedies/limits.html", {"rows": limits_table()})


@require_POST
@for_admins
def limits_of(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Sets the limits of one kind; an empty field takes the authority away."""
    kind = kind_to_set(agent, pk)
    for role, cents in typed_limits(request.POST):
        actions.set_limit(role, kind, cents, clock.now(), agent)
    return done(request, "/settings/remedies", gettext("%(name)s: saved.") % {"name": kind.name})
