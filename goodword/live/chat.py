"""Waiting for what the desk says in a chat: one question that is answered as soon as there is news, or after a while.

A POST, since it tells the desk that the customer is there and what they have seen. Bounded in every way: half a minute
long, as many at once as a process can hold, and it holds no connection to the database while it waits.
"""

from __future__ import annotations

import time
from typing import Any

from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import connections
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from goodword.cases.models import Message
from goodword.channels.chat import actions, crossing, queries
from goodword.channels.chat.models import Visit
from goodword.channels.form.models import Website
from goodword.channels.form.queries import website
from goodword.closing.pages import first_name
from goodword.kit import clock
from goodword.kit.errors import DeskError, NotFound
from goodword.live.hub import EVERYTHING, hub
from goodword.promises.links import link_for, token_of

WAITS = 25.0
MOST_WAITING = 500  # in one process: whoever comes then is told to come back


class _Waiting:
    """How many wait in this process."""

    now = 0


@csrf_exempt
async def news(request: HttpRequest) -> HttpResponseBase:
    """Returns the lines after the last one that was shown, as soon as there are any."""
    if request.method not in ("POST", "OPTIONS"):
        return HttpResponse(status=405)
    return await _answered(request)


async def _answered(request: HttpRequest) -> HttpResponse:
    site, found = await sync_to_async(_first)(request)
    if not isinstance(found, tuple):
        return crossing.cleared(request, found, site)
    visit, after, names, lines = found
    if not lines and _Waiting.now < MOST_WAITING:
        _Waiting.now += 1
        try:
            lines = await _wait(visit, after, names)
        finally:
            _Waiting.now -= 1
    return crossing.cleared(request, JsonResponse(lines or {"lines": []}), site)


Found = tuple[Visit, int, frozenset[str], dict[str, Any]]


def _first(request: HttpRequest) -> tuple[Website, Found | HttpResponse]:
    """Who asks, what they have seen, and what there is at once; gives its connection back."""
    site = website()
    try:
        if not site.chat_is_on or not crossing.may_cross(request, site):
            raise NotFound("There is no chat here.")
        if request.method == "OPTIONS":
            return site, HttpResponse(status=204)
        after = int("".join(letter for letter in crossing.said(request).get("after", "") if letter.isdigit())[:18] or 0)
        visit = queries.visit_of(crossing.key_in(request), clock.now())
        actions.listens(visit, after, clock.now())
        return site, (visit, after, queries.names_of_news(visit), _lines(visit, after))
    except DeskError as fault:
        return site, crossing.refused(fault)
    finally:
        connections.close_all()


async def _wait(visit: Visit, after: int, names: frozenset[str]) -> dict[str, Any]:
    ends = time.monotonic() + WAITS
    with hub().listener() as listener:
        while not listener.is_over and (left := ends - time.monotonic()) > 0:
            told = await listener.told(left)
            if EVERYTHING in told or names & set(told):
                lines = await sync_to_async(_read)(visit, after)
                if lines:
                    return lines
    return {}


def _read(visit: Visit, after: int) -> dict[str, Any]:
    try:
        return _lines(visit, after)
    finally:
        connections.close_all()


def _lines(visit: Visit, after: int) -> dict[str, Any]:
    """What was said, without anything internal: of people the first name; with it the page of what was promised."""
    found = queries.lines(visit, after)
    if not found:
        return {}
    page = ""
    if any(line.is_ours for line in found) and queries.has_promise(visit):
        page = f"{settings.BASE_URL}/portal/{token_of(link_for(visit.case, clock.now()))}"
    return {"lines": [_shown(line) for line in found], "page": page}


def _shown(line: Message) -> dict[str, Any]:
    own = line.message_id.partition("@")[0].removeprefix("<")
    return {
        "id": line.pk, "ours": line.is_ours, "who": first_name(line.from_name) if line.is_ours else "",
        "text": line.text, "at": line.at.isoformat(), "line": "" if line.is_ours else own,
    }  # fmt: skip
