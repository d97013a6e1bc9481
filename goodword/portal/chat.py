"""The chat's side of customers: its script, what it needs to know, and what is said. No cookie, no session."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_http_methods, require_safe

from goodword.channels.chat import actions, crossing
from goodword.channels.chat.actions import Guest
from goodword.channels.chat.queries import visit_of
from goodword.channels.email.tongue import language_of as written_in
from goodword.channels.form import actions as form
from goodword.channels.form.guard import knock
from goodword.channels.form.models import Website
from goodword.channels.form.queries import is_attended, opens_at, website
from goodword.kit import clock, dates
from goodword.kit.errors import DeskError, Malformed, NotFound
from goodword.people.queries import organisation
from goodword.portal.chat_words import WORDS
from goodword.portal.words import language_of

SCRIPT = Path(__file__).parent / "static" / "js" / "portal" / "chat.js"
MOST_BEGUN, MOST_LINES = 12, 240
HONEY = "website"
View = Callable[[HttpRequest, Website], HttpResponse]


def crossed(view: View) -> Callable[[HttpRequest], HttpResponse]:
    """Lets scripts of named sites in while the chat is open; answers what they ask before they may."""

    @csrf_exempt
    @wraps(view)
    def inner(request: HttpRequest) -> HttpResponse:
        site = website()
        try:
            if not site.chat_is_on or not crossing.may_cross(request, site):
                raise NotFound("There is no chat here.")
            response = HttpResponse(status=204) if request.method == "OPTIONS" else view(request, site)
        except DeskError as fault:
            response = crossing.refused(fault)
        return crossing.cleared(request, response, site)

    return inner


@gzip_page
@require_safe
def script(request: HttpRequest) -> HttpResponse:
    """The script that the shop's pages name: one small file for every site."""
    response = HttpResponse(SCRIPT.read_bytes(), content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "public, max-age=600"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@crossed
@require_http_methods(["GET", "OPTIONS"])
def door(request: HttpRequest, site: Website) -> HttpResponse:
    """What the script needs before anybody has said a word: whether we are there, our colour, our words."""
    now, language = clock.now(), language_of(request, request.GET.get("lang", "")[:12])
    known, is_open = organisation(), is_attended(site, now)
    opening = None if is_open else opens_at(site, now)
    reader = dates.Reader(language, _zone(request), is_theirs=True)
    with translation.override(language):
        words = {name: str(text) for name, text in WORDS.items()}
    return JsonResponse(
        {
            "open": is_open,
            "opens": dates.on(opening, reader, now) if opening else "",
            "house": known.name if known else "",
            "greeting": site.chat_greeting,
            "colour": site.chat_colour,
            "language": language,
            "words": words,
        }
    )


def _zone(request: HttpRequest) -> str:
    return request.GET.get("zone", "UTC")[:60]


@crossed
@require_http_methods(["POST", "OPTIONS"])
def visits(request: HttpRequest, site: Website) -> HttpResponse:
    """Begins a chat. While nobody is at the desk it becomes a message that is answered by mail."""
    now, said = clock.now(), crossing.said(request)
    knock("chat", request.META.get("REMOTE_ADDR", ""), MOST_BEGUN, now)
    text, language = said.get("text", ""), language_of(request, said.get("lang", "")[:12])
    if said.get(HONEY):
        raise Malformed("A field that nobody sees was filled in.", code="are_you_there")
    language = written_in(text) or language
    if is_attended(site, now):
        guest = Guest(said.get("name", ""), said.get("address", "")[:320], language, said.get("page", "")[:300])
        _, key = actions.begin(site, guest, text, _line(said), now)
        return JsonResponse({"key": key}, status=201)
    where = f"Written in the chat on {said['page'][:300]} while nobody was at the desk." if said.get("page") else ""
    form.take(
        form.Written(
            name=said.get("name", "")[:120], address=said.get("address", "")[:320], subject="", text=text,
            key=f"<{_line(said)}@chat.goodword.invalid>", language=language, note=where,
        ),
        now,
    )  # fmt: skip
    return JsonResponse({"sent": True}, status=201)


def _line(said: dict[str, str]) -> str:
    """The name that a browser gave to a line, so that it counts once."""
    name = "".join(letter for letter in said.get("line", "") if letter.isalnum() or letter == "-")[:60]
    if len(name) < 8:
        raise Malformed("A line has a name of its own.", field="line")
    return name


@crossed
@require_http_methods(["POST", "OPTIONS"])
def lines(request: HttpRequest, site: Website) -> HttpResponse:
    """The customer says a line."""
    now, said = clock.now(), crossing.said(request)
    visit = visit_of(crossing.key_in(request), now)
    knock("chat line", str(visit.pk), MOST_LINES, now)
    actions.say(visit, said.get("text", ""), _line(said), now)
    return JsonResponse({}, status=201)


@crossed
@require_http_methods(["POST", "OPTIONS"])
def departure(request: HttpRequest, site: Website) -> HttpResponse:
    """The customer ends the chat: what they have not seen comes by mail."""
    now = clock.now()
    actions.leave(visit_of(crossing.key_in(request), now), now)
    return JsonResponse({})
