"""The door for customers: no account, no cookie, no script, and nothing that a cache or a search engine may keep.

The address of the page is the right to it: a signed, expiring, revocable token that no other site knows. A cookie
would add nothing against forged posts and would fail where mail programs open pages without cookies, so the check
against forgery is the token itself, and with it a signed key in each form (`forms`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import get_template
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.csrf import csrf_exempt

from goodword.asks import pages as asks
from goodword.closing import survey_pages
from goodword.closing.pages import Page, page_for
from goodword.closing.survey_pages import SurveyPage
from goodword.kit import clock
from goodword.kit.errors import DeskError, NotFound, TooOften
from goodword.people.queries import organisation
from goodword.portal import forms
from goodword.portal.words import SCORES, language_of

View = Callable[..., HttpResponse]
Shown = Page | asks.Page | SurveyPage

HEADERS = {
    "Cache-Control": "no-store, private",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
}


def visitor(view: View) -> View:
    """Lets the holder of a link to a case in; what goes wrong becomes a kind page in their language."""
    return _let_in(view, _page_with)


def asked(view: View) -> View:
    """Lets the holder of a link to an ask in, in the same way."""
    return _let_in(view, _ask_with)


def surveyed(view: View) -> View:
    """Lets the holder of a link to a survey in, in the same way."""
    return _let_in(view, _survey_with)


def _let_in(view: View, page_with: Callable[[HttpRequest, str, DeskError], HttpResponse]) -> View:
    @csrf_exempt
    @wraps(view)
    def inner(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
        try:
            response = view(request, token, **kwargs)
        except NotFound:
            response = gone(request)
        except DeskError as error:
            response = page_with(request, token, error)
        for name, value in HEADERS.items():
            response[name] = value
        return response

    return inner


def shown(
    request: HttpRequest, token: str, template: str = "page", page: Shown | None = None, status: int = 200,
    **more: Any,
) -> HttpResponse:  # fmt: skip
    """Returns one of the pages in the language of its reader; raises NotFound for a link that is not good."""
    now = clock.now()
    page = page or page_for(token, now)
    context = {"page": page, "token": token, "now": now, "key": forms.new_key(token), "kept": request.POST, **more}
    return rendered(request, template, page.reader.language, context, status)


def gone(request: HttpRequest) -> HttpResponse:
    """The answer to a link that was forged, has expired, was revoked: the same in each case, and how to reach us."""
    return rendered(request, "gone", "", {"organisation": organisation()}, 404)


def answered(token: str, answer: str, promise: int = 0) -> HttpResponse:
    """Goes to the page that says what was recorded, so that loading it again sends nothing again."""
    address = reverse("portal-said", args=[token, forms.sign_answer(token, answer, promise)])
    return HttpResponseRedirect(address, status=303)


def _page_with(request: HttpRequest, token: str, error: DeskError) -> HttpResponse:
    """The page again, with what went wrong above it and nothing lost of what was written."""
    return _again(request, token, error, "page", lambda: page_for(token, clock.now()))


def _ask_with(request: HttpRequest, token: str, error: DeskError) -> HttpResponse:
    return _again(request, token, error, "ask", lambda: asks.page_for(token, clock.now()))


def _survey_with(request: HttpRequest, token: str, error: DeskError) -> HttpResponse:
    return _again(request, token, error, "survey", lambda: survey_pages.page_for(token, clock.now()), scores=SCORES)


def _again(
    request: HttpRequest, token: str, error: DeskError, template: str, page: Callable[[], Shown], **more: Any
) -> HttpResponse:
    status = 429 if isinstance(error, TooOften) else 422 if error.code in forms.FAULTS else 409
    try:
        response = shown(request, token, template, page(), status, fault=error.code, **more)
    except NotFound:
        return gone(request)
    if isinstance(error, TooOften):
        response["Retry-After"] = str(error.details["seconds"])
    return response


def rendered(request: HttpRequest, template: str, language: str, context: dict[str, Any], status: int) -> HttpResponse:
    """Renders without any context processor: nothing of the desk, of a session or of a sign-in comes in here."""
    chosen = language_of(request, language)
    with translation.override(chosen):
        known = {"language": chosen, "is_demo": clock.is_movable()}
        html = get_template(f"portal/{template}.html").render(context | known)
    response = HttpResponse(html, status=status, headers={"Content-Language": chosen})
    patch_vary_headers(response, ["Accept-Language"])
    return response
