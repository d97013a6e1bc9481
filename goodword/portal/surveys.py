"""How did we do? One question and, if they like, a sentence; without script, and opening the page changes nothing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from goodword.closing import survey_pages, surveys
from goodword.kit import clock
from goodword.kit.text import without_nulls
from goodword.portal import forms
from goodword.portal.doors import shown, surveyed
from goodword.portal.words import SCORES


@surveyed
@require_safe
def survey(request: HttpRequest, token: str) -> HttpResponse:
    """The question, or the thanks for its answer."""
    return shown(request, token, "survey", survey_pages.page_for(token, clock.now()), scores=SCORES)


@surveyed
@require_POST
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """A score and words; the same sent twice counts once."""
    forms.check_key(request, token)
    score = request.POST.get("score", "")[:1]
    words = without_nulls(request.POST.get("text", ""))[: surveys.LONGEST_WORDS]
    surveys.answer(token, int(score) if score in "12345" and score else 0, words, clock.now())
    return HttpResponseRedirect(reverse("portal-survey", args=[token]), status=303)
