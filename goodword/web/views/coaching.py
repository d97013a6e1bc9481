"""Coaching with score sheets: the next case to read, what was read in one's own, and the questions of the sheet."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goodword.insight.access import scope_of
from goodword.insight.fairness import coaching
from goodword.kit import clock
from goodword.people.models import Agent
from goodword.web.doors import at_desk, done
from goodword.web.forms.fairness import SheetForm
from goodword.web.pages import coaching as pages
from goodword.web.saving import Screen, answer, for_admins


@require_safe
@at_desk
def page(request: HttpRequest, agent: Agent) -> HttpResponse:
    """What was read, and what is to be read."""
    return render(request, "screens/insight/coaching.html", pages.page(scope_of(agent), clock.now()))


@require_POST
@at_desk
def sheet(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Keeps a sheet."""
    given = request.POST
    answers = {one.pk: given.get(f"q{one.pk}", "") for one in coaching.questions()}
    coaching.read(pk, answers, given.get("words", ""), clock.now(), agent)
    return done(request, "/insight/coaching", gettext("Kept. Whoever had the case reads it."))


@require_http_methods(["GET", "POST"])
@for_admins
def questions(request: HttpRequest, agent: Agent) -> HttpResponse:
    """The questions of the sheet."""
    known = "\n".join(one.words for one in coaching.questions())
    form: forms.Form = SheetForm(request.POST or None, initial={"questions": known})
    return answer(
        request, form,
        lambda: coaching.set_questions(form.cleaned_data["questions"].splitlines(), clock.now(), agent),
        Screen("screens/settings/sheet.html", "/settings/score-sheet"),
    )  # fmt: skip
