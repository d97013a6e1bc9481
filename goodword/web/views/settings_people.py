"""People and teams: who works here, in which role, who leaves and who comes back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from goodword.kit import clock
from goodword.people import queries
from goodword.people.access import person_for, team_for
from goodword.people.actions import add_agent, change_agent, set_active
from goodword.people.models import Agent
from goodword.people.teams import set_team
from goodword.promises.models import Promise
from goodword.promises.owners import change_role, leave
from goodword.promises.queries import owed_by
from goodword.web import invitations
from goodword.web.doors import done
from goodword.web.forms.people import AbsenceForm, NewPersonForm, PersonForm, TeamForm
from goodword.web.forms.zones import zones
from goodword.web.saving import Screen, answer, for_admins, for_readers
from goodword.web.views.settings_me import plan

SHOWN = 50


@require_GET
@for_readers
def people(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Everybody who works here, those who left last, and the teams."""
    context = {"people": queries.everybody(), "away": queries.away_now(clock.now()), "teams": queries.teams()}
    return render(request, "screens/settings/people.html", context)


@require_http_methods(["GET", "POST"])
@for_admins
def new_person(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Somebody begins to work here; a link to choose a password is mailed to them."""
    form = NewPersonForm(request.POST or None, initial={"role": "agent", "time_zone": agent.time_zone})

    def save() -> str:
        now = clock.now()
        person = add_agent(**form.cleaned_data, at=now, by=agent)
        if person.works_at_desk:
            invitations.invite(person, agent, now)
        return gettext("%(name)s works here now.") % {"name": person.name}

    return answer(
        request, form, save, Screen("screens/settings/person_new.html", "/settings/people", {"zones": zones()})
    )


@require_http_methods(["GET", "POST"])
@for_admins
def person(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """One person, as an admin sees them."""
    known = person_for(agent, pk)
    form = _form(known, request.POST if request.method == "POST" else None)

    def save() -> str:
        given, now = dict(form.cleaned_data), clock.now()
        role = given.pop("role")
        handed_on = change_role(known, role, now, agent) if role != known.role else []
        change_agent(known, now, agent, **given)
        return _handed_on(known, handed_on)

    return answer(request, form, save, Screen("screens/settings/person.html", "/settings/people", _about(known)))


@require_POST
@for_admins
def absences(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """An admin plans somebody's absence (they are ill, say)."""
    known = person_for(agent, pk)
    form = AbsenceForm(request.POST, person=known)
    context = _about(known) | {"form": _form(known)}
    screen = Screen("screens/settings/person.html", f"/settings/people/{pk}", context, name="absence_form")
    return answer(request, form, lambda: plan(form, known, agent), screen)


def _form(person: Agent, given: QueryDict | None = None) -> PersonForm:
    names = ("name", "role", "team", "stand_in", "time_zone")
    return PersonForm(given, person=person, initial={name: getattr(person, name) for name in names})


def _about(person: Agent) -> dict[str, object]:
    found = queries.absences_of(person, clock.now())
    return {
        "person": person, "zones": zones(), "absences": found, "absence_form": AbsenceForm(person=person),
        "plan_at": f"/settings/people/{person.pk}/absences",
    }  # fmt: skip


@require_http_methods(["GET", "POST"])
@for_admins
def departure(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Somebody leaves: shows what they owe, and hands it on."""
    known = person_for(agent, pk)
    if request.method == "POST":
        handed_on = leave(known, clock.now(), agent)
        return done(
            request,
            "/settings/people",
            gettext("%(name)s no longer works here. %(handed_on)s")
            % {"name": known.name, "handed_on": _handed_on(known, handed_on)},
        )
    owed = owed_by(known)[: SHOWN + 1]
    context = {"person": known, "owed": owed[:SHOWN], "more": len(owed) > SHOWN}
    return render(request, "screens/settings/departure.html", context)


@require_POST
@for_admins
def comeback(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Somebody works here again; what they had handed on stays where it is."""
    known = person_for(agent, pk)
    set_active(known, active=True, at=clock.now(), by=agent)
    return done(request, f"/settings/people/{pk}", gettext("%(name)s works here again.") % {"name": known.name})


@require_POST
@for_admins
def invitation(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Mails a link to choose a password, and shows it for desks that cannot send mail yet."""
    known = person_for(agent, pk)
    link = invitations.invite(known, agent, clock.now())
    response = render(request, "screens/settings/invitation.html", {"person": known, "link": link})
    response["Cache-Control"] = "no-store"
    return response


@require_http_methods(["GET", "POST"])
@for_admins
def team(request: HttpRequest, agent: Agent, pk: int | None = None) -> HttpResponse:
    """One team, or a new one."""
    known = team_for(agent, pk) if pk else None
    initial = {"name": known.name, "lead": known.lead_id, "calendar": known.calendar_id} if known else {}
    form = TeamForm(request.POST or None, initial=initial)
    return answer(
        request, form, lambda: set_team(at=clock.now(), by=agent, team=known, **form.cleaned_data),
        Screen("screens/settings/team.html", "/settings/people", {"team": known}),
    )  # fmt: skip


def _handed_on(person: Agent, promises: list[Promise]) -> str:
    """Says to whom the promises went."""
    if not promises:
        return (
            (gettext("%(name)s had nothing to hand on.") % {"name": person.name})
            if not person.is_active
            else gettext("Saved.")
        )
    counts: dict[str, int] = {}
    for promise in promises:
        counts[promise.owner.name] = counts.get(promise.owner.name, 0) + 1
    told = ", ".join(
        (gettext("%(number)s with %(name)s") % {"number": number, "name": name}) for name, number in counts.items()
    )
    return gettext("What they promised is in other hands now: %(told)s. Both sides have been told.") % {"told": told}
