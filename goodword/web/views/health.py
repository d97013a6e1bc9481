"""For machines that watch over the desk: alive, ready, figures."""

from __future__ import annotations

import ipaddress
import secrets

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from goodword.kit import clock, health
from goodword.web.figures import registry


@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """Says that this process answers, and nothing of the others."""
    return HttpResponse("alive\n", content_type="text/plain")


@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """Says whether the desk as a whole does its work (503 when not); the words are for those on this machine."""
    found = health.findings(clock.now)
    near = _is_near(request)
    checks = {one.name: {"ok": one.well, **({"words": one.words} if near else {})} for one in found}
    well = all(one.well for one in found)
    return JsonResponse({"ok": well, "checks": checks}, status=200 if well else 503)


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Gives the figures in the form of Prometheus, to this machine or to who knows the token."""
    if not _is_near(request) and not _knows_token(request):
        raise Http404
    return HttpResponse(generate_latest(registry(clock.now())), content_type=CONTENT_TYPE_LATEST)


def _is_near(request: HttpRequest) -> bool:
    """Says whether a request comes from this machine and not through a proxy on it."""
    if "X-Forwarded-For" in request.headers or "Forwarded" in request.headers:
        return False
    try:
        return ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


def _knows_token(request: HttpRequest) -> bool:
    given = request.headers.get("Authorization", "").removeprefix("Bearer ").encode()
    return bool(settings.METRICS_TOKEN) and secrets.compare_digest(given, settings.METRICS_TOKEN.encode())
