"""The door of what is open to everybody: form and help centre. No account, no cookie; closed until an admin opens it.

These pages may stand in a frame on the organisation's own sites, which are named in the settings, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.csrf import csrf_exempt

from goodword.channels.form.models import Website
from goodword.channels.form.queries import website
from goodword.kit import clock, dates
from goodword.kit.errors import NotFound
from goodword.people.queries import organisation
from goodword.portal.words import language_of

TONGUES = (("en", "English"), ("de", "Deutsch"), ("fr", "Français"), ("es", "Español"))
View = Callable[..., HttpResponse]


def open_to_all(what: str) -> Callable[[View], View]:
    """Lets everybody in where the admins have opened `what` ("form" or "help"); elsewhere there is nothing here."""

    def around(view: View) -> View:
        @csrf_exempt
        @wraps(view)
        def inner(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            site = website()
            try:
                if not getattr(site, f"{what}_is_on"):
                    raise NotFound("This is not open.")
                response = view(request, site, **kwargs)
            except NotFound:
                response = shown(request, site, "nothing", 404)
            return _guarded(response, site, may_be_found=what == "help" and site.help_is_found)

        return inner

    return around


def tongue_of(request: HttpRequest) -> str:
    """Returns the language that was chosen on the page, else the browser's where we speak it, else English."""
    return language_of(request, (request.POST.get("lang") or request.GET.get("lang", ""))[:12])


def is_framed(request: HttpRequest) -> bool:
    """Says whether the page stands within a page of the organisation, which has a head and a foot of its own."""
    return request.GET.get("embed") == "1"


def shown(request: HttpRequest, site: Website, template: str, status: int = 200, **more: Any) -> HttpResponse:
    """Returns a page in the reader's language, without any context processor: nothing of the desk comes in."""
    language = tongue_of(request)
    chosen = request.GET.get("lang", "")
    context = {
        "language": language, "tongues": TONGUES, "is_framed": is_framed(request), "organisation": organisation(),
        "site": site, "is_demo": clock.is_movable() and not is_framed(request), "now": clock.now(),
        "lang": language if chosen in dates.LANGUAGES else "", "here": request.path, **more,
    }  # fmt: skip
    with translation.override(language):
        html = get_template(f"portal/{template}.html").render(context)
    response = HttpResponse(html, status=status, headers={"Content-Language": language})
    patch_vary_headers(response, ["Accept-Language"])
    return response


def _guarded(response: HttpResponse, site: Website, *, may_be_found: bool) -> HttpResponse:
    frames = " ".join(["'self'", *site.sites])
    response["Content-Security-Policy"] = (
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; "
        f"frame-ancestors {frames}"
    )
    response["Referrer-Policy"] = "strict-origin-when-cross-origin"
    response["Cache-Control"] = "no-store" if response.status_code != 200 else "private, no-cache"
    if not may_be_found or response.status_code != 200:
        response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response.xframe_options_exempt = True
    return response
