"""Macros: picked while one writes, and set by leads."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from goodword.cases.access import case_for
from goodword.kit import clock
from goodword.people.access import may_lead, may_write
from goodword.people.models import Agent
from goodword.sending import macros as actions
from goodword.sending.access import macro_for, macro_led_by, macros_for, macros_led_by
from goodword.web.doors import at_desk, done
from goodword.web.forms.macros import MacroForm
from goodword.web.saving import Screen, answer

HOME = "/settings/macros"


@require_GET
@at_desk
def offered(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """What may be picked in a case, each with its words filled in."""
    shown, now = case_for(may_write(agent), pk), clock.now()
    found = [(macro, actions.words(macro, shown, now, agent)) for macro in macros_for(agent)]
    return render(request, "screens/case/macros.html", {"case": shown, "macros": found})


@require_POST
@at_desk
def use(request: HttpRequest, agent: Agent, pk: int, macro: int) -> HttpResponse:
    """Does what a macro does, and answers with its words."""
    shown = case_for(agent, pk)
    chosen = macro_for(agent, macro)
    words = actions.use(chosen, shown, clock.now(), may_write(agent))
    return JsonResponse({"words": words, "closes": chosen.closes})


@require_GET
@at_desk
def macros(request: HttpRequest, agent: Agent) -> HttpResponse:
    """The macros that a lead may change."""
    return render(request, "screens/settings/macros.html", {"macros": macros_led_by(agent)})


@require_http_methods(["GET", "POST"])
@at_desk
def macro(request: HttpRequest, agent: Agent, pk: int = 0) -> HttpResponse:
    """One macro, or a new one."""
    known = macro_led_by(agent, pk) if pk else None
    form = MacroForm(request.POST or None, agent=may_lead(agent), macro=known)

    def save() -> None:
        actions.set_macro(known, clock.now(), agent, **form.facts())

    hears = actions.hears(known, clock.now(), agent) if known else []
    return answer(request, form, save, Screen("screens/settings/macro.html", HOME, {"macro": known, "hears": hears}))


@require_POST
@at_desk
def removal(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Takes a macro out of use."""
    actions.remove(macro_led_by(agent, pk), clock.now(), agent)
    return done(request, HOME, gettext("Removed."))
