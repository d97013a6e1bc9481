"""The ticked cases of the inbox: given, set aside, closed, and all of it taken back."""

from __future__ import annotations

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goodword.cases.access import cases_for
from goodword.cases.labels import Priority
from goodword.cases.models import Case
from goodword.cases.queries import tags as known_tags
from goodword.hours import choices
from goodword.kit import clock
from goodword.kit.errors import Malformed
from goodword.kit.tongues import labelled
from goodword.people.access import agent_at_desk, may_write
from goodword.people.models import Agent
from goodword.people.queries import at_desks
from goodword.promises.queries import hours_of
from goodword.web import bulk
from goodword.web.doors import at_desk, changed, done
from goodword.web.paging import number


@require_safe
@at_desk
def people(request: HttpRequest, agent: Agent, name: str) -> HttpResponse:
    """To whom cases may be given, as the menu of the inbox shows them."""
    return render(request, "screens/inbox/people.html", {"people": at_desks()})


@require_safe
@at_desk
def moments(request: HttpRequest, agent: Agent, name: str) -> HttpResponse:
    """Until when cases may be set aside, as the menu of the inbox shows it."""
    found = choices.snoozes(hours_of(agent), agent.time_zone, clock.now())
    return render(request, "screens/inbox/moments.html", {"moments": found, "view": name})


@require_POST
@at_desk
def owner(request: HttpRequest, agent: Agent, name: str) -> HttpResponse:
    """Gives the ticked cases to somebody, or takes them oneself."""
    by = may_write(agent)
    to = agent_at_desk(by, number(request.POST.get("owner", "")))
    return _told(request, name, bulk.give(_ticked(request, by), to, by, clock.now()))


@require_POST
@at_desk
def snooze(request: HttpRequest, agent: Agent, name: str) -> HttpResponse:
    """Sets the ticked cases aside until a moment."""
    by = may_write(agent)
    until = _moment(request.POST.get("until", ""))
    return _told(request, name, bulk.set_aside(_ticked(request, by), until, by, clock.now()))


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def labels(request: HttpRequest, agent: Agent, name: str) -> HttpResponse:
    """How the ticked cases may be labelled, as the menu shows it; or labels them."""
    if request.method != "POST":
        shown = {"tags": known_tags(), "priorities": labelled(Priority.choices), "view": name}
        return render(request, "screens/inbox/labels.html", shown)
    ticked, now = _ticked(request, may_write(agent)), clock.now()
    if "priority" in request.POST:
        return _told(request, name, bulk.prioritise(ticked, request.POST["priority"], agent, now))
    return _told(request, name, bulk.tag(ticked, request.POST.get("tag", ""), agent, now))


@require_POST
@at_desk
def closure(request: HttpRequest, agent: Agent, name: str) -> HttpResponse:
    """Closes the ticked cases in which nothing was asked; says which were not closed and why."""
    return _told(request, name, bulk.end(_ticked(request, agent), may_write(agent), clock.now()))


@require_POST
@at_desk
def spam(request: HttpRequest, agent: Agent, name: str) -> HttpResponse:
    """Marks the ticked cases as spam; in the view of spam, says that they are none."""
    by = may_write(agent)
    return _told(request, name, bulk.set_spam(_ticked(request, by), by, clock.now(), is_spam=name != "spam"))


@require_POST
@at_desk
def undoing(request: HttpRequest, agent: Agent, token: str) -> HttpResponse:
    """Takes back what was done to several cases."""
    return done(request, "/inbox/", bulk.take_back(token, may_write(agent), clock.now()))


def _moment(word: str) -> datetime:
    try:
        return datetime.fromisoformat(word).astimezone(UTC)
    except (ValueError, OverflowError):
        raise Malformed("Choose until when.", field="until") from None


def _ticked(request: HttpRequest, agent: Agent) -> list[Case]:
    return cases_for(agent, [number(pk) for pk in request.POST.getlist("case")])


def _told(request: HttpRequest, name: str, outcome: bulk.Outcome) -> HttpResponse:
    return changed(request, f"/inbox/{name}/", outcome.words, undo=outcome.undo)
