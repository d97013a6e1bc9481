"""The pages about one's own account that are ours."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from goodword.kit.errors import NotFound


def closed(request: HttpRequest, key: str = "") -> HttpResponse:
    """Stands where the library has a page that this house does not want."""
    raise NotFound("There is nothing here.")
