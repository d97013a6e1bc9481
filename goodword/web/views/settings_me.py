"""What people set about themselves: name, clock, signature, stand-in, absences."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from goodword.kit import clock
from goodword.people import queries
from goodword.people.access import absence_for, may_write
from goodword.people.actions import change_agent, end_absence, plan_absence
from goodword.people.models import Agent
from goodword.web.doors import at_desk, done
from goodword.web.forms.people import AbsenceForm, ProfileForm
from goodword.web.forms.zones import zones
from goodword.web.saving import Screen, answer

PROFILE = ("name", "time_zone", "language", "stand_in", "signature", "undo_seconds")


@require_http_methods(["GET", "POST"])
@at_desk
def me(request: HttpRequest, agent: Agent) -> HttpResponse:
    """One's own page: read by everybody at the desk, changed by those who may write."""
    if request.method == "POST":
        may_write(agent)
    form = _profile(agent, request)
    screen = Screen("screens/settings/me.html", "/settings/me", _about(agent))
    return answer(request, form, lambda: change_agent(agent, clock.now(), agent, **form.cleaned_data), screen)


@require_POST
@at_desk
def my_absences(request: HttpRequest, agent: Agent) -> HttpResponse:
    """One plans to be away."""
    form = AbsenceForm(request.POST, person=may_write(agent))
    context = _about(agent) | {"form": _profile(agent)}
    screen = Screen("screens/settings/me.html", "/settings/me", context, name="absence_form")
    return answer(request, form, lambda: plan(form, agent, agent), screen)


def plan(form: AbsenceForm, person: Agent, by: Agent) -> str:
    """Plans what a form says; an absence that begins today begins now."""
    start, end = form.span(person.time_zone)
    stand_in = form.cleaned_data["stand_in"]
    plan_absence(person, start, end, stand_in, clock.now(), by)
    return gettext("Planned. %(stand_in)s holds what falls due then.") % {"stand_in": stand_in or "The usual stand-in"}


@require_POST
@at_desk
def absence_removal(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Ends an absence, or takes a planned one back: one's own, or anybody's as a lead."""
    absence = absence_for(agent, pk)
    end_absence(absence, clock.now(), agent)
    own = absence.agent_id == agent.pk
    to = "/settings/me" if own else f"/settings/people/{absence.agent_id}" if agent.is_admin else "/"
    return done(
        request, to, gettext("Back again.") if own else (gettext("%(agent)s is back again.") % {"agent": absence.agent})
    )


def _profile(agent: Agent, request: HttpRequest | None = None) -> ProfileForm:
    given = request.POST if request and request.method == "POST" else None
    return ProfileForm(given, person=agent, initial={name: getattr(agent, name) for name in PROFILE})


def _about(agent: Agent) -> dict[str, object]:
    found = queries.absences_of(agent, clock.now())
    return {"person": agent, "zones": zones(), "absences": found, "absence_form": AbsenceForm(person=agent)}
