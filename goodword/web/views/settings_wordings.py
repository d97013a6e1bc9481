"""Hints on wording: each with its better words, switched off and on, changed and restored, and those of the house."""

from __future__ import annotations

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goodword.kit import clock
from goodword.kit.errors import NotFound
from goodword.people.models import Agent
from goodword.policies.wordings import forget
from goodword.promises import house_words
from goodword.web.doors import done
from goodword.web.forms.wordings import WordingForm
from goodword.web.saving import Screen, answer, for_admins, for_readers


@require_safe
@for_readers
def wordings(request: HttpRequest, agent: Agent, language: str = "en") -> HttpResponse:
    """Every hint of one language."""
    context = {"lines": house_words.lines(language), "language": language, "languages": house_words.LANGUAGES}
    return render(request, "screens/settings/wordings.html", context)


@require_http_methods(["GET", "POST"])
@for_admins
def wording(request: HttpRequest, agent: Agent, language: str, code: str = "") -> HttpResponse:
    """One hint, or a new one of the house's own."""
    line = next((one for one in house_words.lines(language) if one.code == code), None)
    if code and line is None:
        raise NotFound("There is no such hint.")
    initial = asdict(line) | {"phrases": "\n".join(line.phrases)} if line else {}
    form = WordingForm(request.POST or None, initial=initial)
    if line and not line.is_own:
        form.fields["phrases"].disabled = True
        form.fields["phrases"].required = False

    def save() -> None:
        house_words.set_line(language, code, clock.now(), agent, **form.cleaned_data)

    context = {"line": line, "language": language}
    return answer(
        request, form, save, Screen("screens/settings/wording.html", f"/settings/wordings/{language}", context)
    )


@require_POST
@for_admins
def restoring(request: HttpRequest, agent: Agent, language: str, code: str) -> HttpResponse:
    """Brings a shipped hint back as it came, or removes one of the house's own."""
    forget(language, code, clock.now(), agent)
    return done(request, f"/settings/wordings/{language}", "Done.")
