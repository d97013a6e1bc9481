"""The pages about one's own account that are ours."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from goodword.kit.errors import NotFound
from goodword.web.doors import SECURITY


def closed(request: HttpRequest, key: str = "") -> HttpResponse:
    """Stands where the library has a page that this house does not want."""
    raise NotFound("There is nothing here.")


@require_safe
def moved(request: HttpRequest) -> HttpResponse:
    """Leads from a page of the library to ours."""
    return HttpResponseRedirect(SECURITY)
