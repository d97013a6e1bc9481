"""A file that was too large for its mail: always to be saved, never shown or run in the browser."""

from __future__ import annotations

from typing import cast

from django.http import FileResponse, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from goodword.kit import clock, files
from goodword.kit.errors import NotFound
from goodword.portal.doors import visitor
from goodword.sending.links import file_behind

PLAIN = "application/octet-stream"


@visitor
@require_safe
def file(request: HttpRequest, token: str) -> HttpResponse:
    """Sends the file behind a link; its type is that of bytes, so that no browser acts on it."""
    found = file_behind(token, clock.now())
    try:
        content = files.opened(found.key)
    except FileNotFoundError:
        raise NotFound("This file is no longer in the storage.") from None
    name = files.safe_name(found.filename)
    response = FileResponse(content, as_attachment=True, filename=name, content_type=PLAIN)
    response["X-Content-Type-Options"] = "nosniff"
    return cast("HttpResponse", response)
