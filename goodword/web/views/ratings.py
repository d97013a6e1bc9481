"""Fair ratings: one's own with the cases behind it, the team's by name, and appeals."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goodword.insight.access import scope_of
from goodword.insight.fairness import appeals, chance
from goodword.kit import clock
from goodword.people.models import Agent
from goodword.web.doors import at_desk, done
from goodword.web.forms.fairness import SliceForm
from goodword.web.pages import ratings as pages
from goodword.web.saving import Screen, answer, for_admins


@require_safe
@at_desk
def own(request: HttpRequest, agent: Agent) -> HttpResponse:
    """One's own rating."""
    return render(request, "screens/insight/rating.html", pages.own(agent, clock.now()))


@require_safe
@at_desk
def team(request: HttpRequest, agent: Agent) -> HttpResponse:
    """The team's ratings by name, and the appeals to decide."""
    return render(request, "screens/insight/ratings.html", pages.team(scope_of(agent)))


@require_POST
@at_desk
def appeal(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Asks for another coding of a case that one had a part in."""
    given = request.POST
    appeals.appeal(pk, given.get("feasibility", ""), given.get("reason", ""), clock.now(), agent)
    return done(request, "/insight/rating#appeals", gettext("Your appeal waits for your lead."))


@require_POST
@at_desk
def decision(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Decides an appeal."""
    upheld = request.POST.get("upheld") == "yes"
    appeals.decide(pk, request.POST.get("why", ""), clock.now(), agent, upheld=upheld)
    return done(request, "/insight/ratings#appeals", gettext("Decided. The next fit reads it."))


@require_http_methods(["GET", "POST"])
@for_admins
def fair_slice(request: HttpRequest, agent: Agent) -> HttpResponse:
    """How many of a hundred new cases are given by chance, and why that is worth it."""
    now = chance.slice_now()
    form = SliceForm(request.POST or None, initial={"percent": now})
    return answer(
        request, form, lambda: chance.set_slice(form.cleaned_data["percent"], clock.now(), agent),
        Screen("screens/settings/fairness.html", "/settings/fairness", {"slice": now}),
    )  # fmt: skip
