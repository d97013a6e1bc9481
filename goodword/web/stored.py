"""Stored bytes on their way to a browser: sealed, so that nothing in them acts."""

from __future__ import annotations

from typing import cast

from django.http import FileResponse, HttpResponse

from goodword.kit import files
from goodword.kit.errors import NotFound

SEALED = "default-src 'none'; sandbox; frame-ancestors 'none'"


def sent(key: str, name: str, kind: str, *, inline: bool = False) -> HttpResponse:
    """Sends what is kept under a key, to be saved unless `inline`; raises NotFound when it is gone."""
    try:
        content = files.opened(key)
    except FileNotFoundError:
        raise NotFound("This file is no longer in the storage.") from None
    response = FileResponse(content, as_attachment=not inline, filename=files.safe_name(name), content_type=kind)
    return sealed(cast("HttpResponse", response))


def sealed(response: HttpResponse) -> HttpResponse:
    """Says of bytes that nothing in them may act, that they are what they say, and are kept by this browser alone."""
    response["Content-Security-Policy"] = SEALED
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, max-age=3600"
    return response
