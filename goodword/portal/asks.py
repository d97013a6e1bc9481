"""The page of an ask, for partners and colleagues without an account. Opening it changes nothing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from goodword.asks import pages
from goodword.kit import clock
from goodword.portal import forms
from goodword.portal.doors import asked, shown


@asked
@require_safe
def ask(request: HttpRequest, token: str) -> HttpResponse:
    """What is asked, by whom and by when; once it is answered, that it arrived."""
    was_added = request.GET.get("said") == "added"
    return shown(request, token, "ask", pages.page_for(token, clock.now()), was_added=was_added)


@asked
@require_POST
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """The answer, with files; an approval by its button."""
    words = forms.words(request, token)
    decision = request.POST.get("decision", "")[:3]
    became = pages.answer(token, words.text, decision, words.files, words.key, clock.now())
    said = "?said=added" if became == "added" else ""
    return HttpResponseRedirect(reverse("portal-ask", args=[token]) + said, status=303)
