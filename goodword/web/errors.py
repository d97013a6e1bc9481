"""What went wrong, as a kind page, or as a word when a part of a page was asked for."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from goodword.kit.errors import Conflict, DeskError, Malformed, NotAllowed, NotFound
from goodword.kit.tongues import later as _
from goodword.web.doors import is_part, say

STATUS: dict[type[DeskError], int] = {NotFound: 404, NotAllowed: 403, Conflict: 409, Malformed: 422}
TITLES = {
    403: _("That is not yours to do"),
    404: _("There is nothing here"),
    409: _("Not as things stand"),
    422: _("That could not be understood"),
}


def answer(request: HttpRequest, error: DeskError) -> HttpResponse:
    """Returns the answer for an error that a view raised: its words, and what can be done next."""
    status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 422)
    if is_part(request):
        response = say(HttpResponse(error.spoken, status=status, content_type="text/plain"), error.spoken, error=True)
        response["HX-Reswap"] = "none"
        return response
    return _page(request, status, TITLES[status], error.spoken, error.details)


def _page(request: HttpRequest, status: int, title: str, words: str, details: dict[str, Any]) -> HttpResponse:
    context = {"status": status, "title": title, "words": words, "details": details, "back": _back(request)}
    return render(request, "errors/error.html", context, status=status)


def _back(request: HttpRequest) -> str:
    """The page from which the reader came, if it was ours."""
    came_from = request.headers.get("Referer", "")
    here = f"{request.scheme}://{request.get_host()}"
    path = came_from.removeprefix(here) if came_from.startswith(f"{here}/") else "/"
    return "/" if path == request.get_full_path() else path


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's 404."""
    return answer(request, NotFound("The address may be mistyped, or what was here has moved."))


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's 403."""
    return answer(request, NotAllowed("You may not do this here."))


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's token did not fit: it was open too long, or in another sign-in."""
    return answer(request, NotAllowed("This page was open too long. Go back, load it again, and send it once more."))


def server_error(request: HttpRequest) -> HttpResponse:
    """Django's 500: a page that needs nothing, neither the database nor the reader's name."""
    return HttpResponse(render_to_string("errors/broken.html"), status=500)
