"""What every request of the desk begins and ends with."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from goodword.kit import clock
from goodword.kit.errors import DeskError
from goodword.kit.tongues import language_for
from goodword.web import errors

Next = Callable[[HttpRequest], HttpResponse]
ENTRANCE, PROGRAMS = "/accounts/", ("/api/", "/live", "/metrics", "/healthz")


def _language(request: HttpRequest) -> str:
    """The language in which a page begins: that of the browser; `at_desk` then takes the agent's own."""
    if request.path.startswith(PROGRAMS):
        return "en"
    chosen = getattr(request.user, "language", "") if request.path.startswith(ENTRANCE) else ""
    return language_for(request.headers.get("Accept-Language", ""), chosen)


class DeskMiddleware:
    """Reads the desk's clock anew (demo desks only); the views' errors become answers in `web.errors`."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path != "/healthz":  # which answers without the database
            clock.refresh()
        with translation.override(_language(request)):
            return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Turns what a person did wrong into a kind answer; everything else stays an error."""
        return errors.answer(request, exception) if isinstance(exception, DeskError) else None
