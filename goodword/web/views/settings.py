"""The first page of the settings, who we are, and the kinds of promises."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from goodword.kit import clock
from goodword.people.actions import introduce
from goodword.people.models import Agent
from goodword.people.queries import organisation as known_organisation
from goodword.promises import kinds as actions
from goodword.promises.queries import every_kind, kind_by
from goodword.web.doors import at_desk, done
from goodword.web.forms import kinds as forms
from goodword.web.forms.organisation import OrganisationForm
from goodword.web.pages.settings import steps
from goodword.web.saving import Screen, answer, for_admins, for_readers


@require_GET
@at_desk
def home(request: HttpRequest, agent: Agent) -> HttpResponse:
    """What is set up and what is missing; for all but admins the settings are those about themselves."""
    if not agent.is_admin:
        return HttpResponseRedirect("/settings/me")
    found = steps()
    is_done = sum(step.is_done for step in found)
    return render(request, "screens/settings/home.html", {"steps": found, "done": is_done})


@require_http_methods(["GET", "POST"])
@for_admins
def organisation(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Who we are to customers."""
    known = known_organisation()
    shown = ("name", "reach", "largest_mail_mb")
    initial = {name: getattr(known, name) for name in shown} if known else {"largest_mail_mb": 15}
    form = OrganisationForm(request.POST or None, initial=initial)
    return answer(
        request, form, lambda: introduce(by=agent, at=clock.now(), **form.cleaned_data),
        Screen("screens/settings/organisation.html", "/settings/"),
    )  # fmt: skip


@require_GET
@for_readers
def kinds(request: HttpRequest, agent: Agent) -> HttpResponse:
    """All kinds of promises in their order."""
    return render(request, "screens/settings/kinds.html", {"kinds": every_kind()})


@require_http_methods(["GET", "POST"])
@for_admins
def kind(request: HttpRequest, agent: Agent, pk: int | None = None) -> HttpResponse:
    """One kind, or a new one."""
    known = kind_by(pk) if pk else None
    initial = forms.initial_of(known) if known else {"lead_hours": 2, "check_rule": "after_a_day"}
    form = forms.KindForm(request.POST or None, initial=initial)
    return answer(
        request, form, lambda: actions.set_kind(at=clock.now(), by=agent, kind=known, **form.given()),
        Screen("screens/settings/kind.html", "/settings/kinds", {"kind": known}),
    )  # fmt: skip


@require_POST
@for_admins
def kind_use(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Offers a kind for new promises, or no longer."""
    known = actions.switch(kind_by(pk), clock.now(), agent, on=request.POST.get("on") == "yes")
    words = (
        gettext("%(kind)s can be promised again.")
        if known.is_active
        else gettext("%(kind)s is offered no more; what was promised stays as it is.")
    )
    return done(request, "/settings/kinds", words % {"kind": known.name})


@require_POST
@for_admins
def kind_place(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Moves a kind up or down in the order in which kinds are offered."""
    actions.move(kind_by(pk), clock.now(), agent, up=request.POST.get("to") == "up")
    return done(request, "/settings/kinds")
