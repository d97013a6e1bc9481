"""Styles and scripts, kept by browsers for a year since a new version has a new address."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from goodword.web.assets import shelf


@require_safe
def asset(request: HttpRequest, version: str, name: str) -> HttpResponse:
    """Sends one file, packed where the browser unpacks it; an old page may ask for an earlier version."""
    current = shelf()
    found = current.assets.get(name)
    if found is None:
        raise Http404
    packed = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(found.packed if packed else found.body, content_type=f"{found.type}; charset=utf-8")
    if packed:
        response["Content-Encoding"] = "gzip"
    fresh = version == current.version
    response["Cache-Control"] = "public, max-age=31536000, immutable" if fresh else "no-cache"
    response["Vary"] = "Accept-Encoding"
    return response
