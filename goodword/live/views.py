"""The event stream: `/live`, the one asynchronous view of the house."""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator

from asgiref.sync import sync_to_async
from django.db import connections
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

from goodword.live.hub import hub
from goodword.people.access import desk_of

BEAT = 15.0  # seconds: shows the browser that the line lives, and the server that the browser does
LASTS = 600.0  # seconds: then the browser comes back, and who has left in the meantime does not get in
HEADERS = {  # nobody on the way may hold events back in order to pack them
    "Cache-Control": "no-store, no-transform",
    "Content-Encoding": "identity",
    "X-Accel-Buffering": "no",
}


async def live(request: HttpRequest) -> HttpResponseBase:
    """Sends names of what changed, as they come, to somebody who works at the desk."""
    if request.method != "GET":
        return HttpResponse(status=405)
    if not await sync_to_async(_is_signed_in)(request):
        return HttpResponse(status=401)
    return StreamingHttpResponse(_events(), content_type="text/event-stream", headers=HEADERS)


def _is_signed_in(request: HttpRequest) -> bool:
    """Asks once, and gives the connection back: a stream that stays open must not hold one."""
    try:
        return request.user.is_authenticated and bool(desk_of(request.user))
    finally:
        connections.close_all()


async def _events() -> AsyncIterator[str]:
    yield "event: beat\ndata:\n\n"
    ends = time.monotonic() + LASTS
    with hub().listener() as listener:
        while time.monotonic() < ends and not listener.is_over:
            names = await listener.told(BEAT)
            yield f"data: {json.dumps(names)}\n\n" if names else "event: beat\ndata:\n\n"
