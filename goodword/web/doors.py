"""The door of the desk: who comes in, and how it answers once something was done."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils import translation
from django.utils.translation import gettext

from goodword.people.access import desk_of
from goodword.people.models import Agent
from goodword.people.sign_in import needs_second

Rest = ParamSpec("Rest")
Answer = TypeVar("Answer", bound=HttpResponseBase)
SECURITY = "/settings/security"


def at_desk(
    view: Callable[Concatenate[HttpRequest, Agent, Rest], Answer],
) -> Callable[Concatenate[HttpRequest, Rest], Answer | HttpResponse]:
    """Gives a view the agent as its second argument; others are sent to sign in, or find nothing here."""

    @wraps(view)
    def inner(request: HttpRequest, /, *args: Rest.args, **kwargs: Rest.kwargs) -> Answer | HttpResponse:
        if not request.user.is_authenticated:
            return to_sign_in(request)
        agent = desk_of(request.user)
        if agent.language:
            translation.activate(agent.language)  # until the middleware puts back what was
        if request.session.get("needs_second") and _lacks_second(request, agent):
            return done(request, SECURITY, gettext("Your role needs a second factor here. Set one up, then go on."))
        return view(request, agent, *args, **kwargs)

    return inner


def _lacks_second(request: HttpRequest, agent: Agent) -> bool:
    """Says whether somebody still has to set up a second factor; asked again at each step until it is there."""
    if request.path.startswith(SECURITY):
        return False
    if needs_second(agent):
        return True
    del request.session["needs_second"]
    return False


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Sends somebody to the sign-in and back afterwards; a part of a page sends its whole page."""
    if not is_part(request):
        return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
    page = urlsplit(request.headers.get("HX-Current-URL", "/"))
    back = redirect_to_login(f"{page.path}?{page.query}" if page.query else page.path or "/", settings.LOGIN_URL)
    response = HttpResponse(status=401)
    response["HX-Redirect"] = back["Location"]
    return response


def is_part(request: HttpRequest) -> bool:
    """Says whether htmx asks for a part of a page."""
    return bool(getattr(request, "htmx", False))


def done(request: HttpRequest, to: Any, words: str = "") -> HttpResponse:
    """Answers a POST: goes to `to` (a row, a name or an address) and says there what was done."""
    if words:
        messages.success(request, words)
    address = resolve_url(to)
    if not is_part(request):
        return HttpResponseRedirect(address, status=303)
    response = HttpResponse(status=204)
    response["HX-Redirect"] = address
    return response


def changed(request: HttpRequest, page: str, words: str = "", undo: str = "") -> HttpResponse:
    """Answers a POST from within a live part: the part fetches itself anew. Without htmx it leads back to `page`.

    `undo` is an address that takes back what was done, offered beside the words.
    """
    if not is_part(request):
        return done(request, page, words)
    said = {"words": str(words)} | ({"undo": undo} if undo else {})
    return _telling(HttpResponse(status=204), live=True, **({"say": said} if words else {}))


def say(response: HttpResponse, words: str, *, error: bool = False) -> HttpResponse:
    """Lets a part of a page carry a word to the reader (js/toasts.js shows it)."""
    return _telling(response, say={"words": str(words), "error": error})


def _telling(response: HttpResponse, **events: object) -> HttpResponse:
    """Names events that htmx raises where the request came from; they bubble up to whom they concern."""
    response["HX-Trigger"] = json.dumps(events)
    return response
