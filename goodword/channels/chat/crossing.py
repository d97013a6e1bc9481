"""The door for scripts on the organisation's own sites: JSON in and out, for named sites only, never with cookies."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse

from goodword.channels.form.models import Website
from goodword.kit.errors import DeskError, Malformed, NotFound, TooOften
from goodword.kit.text import without_nulls

LARGEST_BODY = 32 * 1024
REMEMBERED = "600"  # seconds for which a browser need not ask again whether it may


def may_cross(request: HttpRequest, site: Website) -> bool:
    """Says whether the script that asks stands on a site that an admin named, or on the desk's own demo page."""
    origin = request.headers.get("Origin", "")
    return not origin or origin in site.sites or origin == own_origin(request)


def own_origin(request: HttpRequest) -> str:
    """Returns the desk's own address as browsers name it."""
    base = urlsplit(settings.BASE_URL)
    here = f"{request.scheme}://{request.get_host()}"
    return here if request.headers.get("Origin", "") == here else f"{base.scheme}://{base.netloc}"


def cleared(request: HttpRequest, response: HttpResponse, site: Website) -> HttpResponse:
    """Lets the script of a named site read an answer; nobody keeps it."""
    response["Cache-Control"] = "no-store"
    response["Vary"] = "Origin"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    origin = request.headers.get("Origin", "")
    if origin and may_cross(request, site):
        response["Access-Control-Allow-Origin"] = origin
        response["Access-Control-Allow-Methods"] = "GET, POST"
        response["Access-Control-Allow-Headers"] = "Authorization, Content-Type"
        response["Access-Control-Max-Age"] = REMEMBERED
    return response


def refused(fault: DeskError) -> JsonResponse:
    """Says what cannot be done, as code and status."""
    kinds = ((NotFound, 404), (TooOften, 429), (Malformed, 422))
    status = next((status for kind, status in kinds if isinstance(fault, kind)), 409)
    response = JsonResponse({"fault": fault.code}, status=status)
    if isinstance(fault, TooOften):
        response["Retry-After"] = str(fault.details["seconds"])
    return response


def said(request: HttpRequest) -> dict[str, str]:
    """Returns the short texts that a script sends; raises Malformed for anything else."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_BODY:
        raise Malformed("That is too long.", code="too_long")
    try:
        given: Any = json.loads(request.body or b"{}")
    except (ValueError, UnicodeDecodeError, RecursionError):
        raise Malformed("That is no JSON.") from None
    if not isinstance(given, dict):
        raise Malformed("That is no object.")
    return {str(name): without_nulls(value) for name, value in given.items() if isinstance(value, str)}


def key_in(request: HttpRequest) -> str:
    """Returns the key to a visit."""
    scheme, _, key = request.headers.get("Authorization", "").partition(" ")
    return key.strip() if scheme.lower() == "bearer" else ""
