"""Where providers of payments and parcels report; what is not signed by them is not read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from goodword.kit import clock
from goodword.kit.errors import DeskError, Malformed, NotAllowed, NotFound
from goodword.promises.reports import read, take
from goodword.promises.sources import LONGEST, source_that_signed

STATUS: dict[type[DeskError], int] = {NotFound: 404, NotAllowed: 403, Malformed: 422}


@csrf_exempt
@require_POST
def events(request: HttpRequest, key: str) -> HttpResponse:
    """Takes one event; the same one again changes nothing and is answered alike."""
    now = clock.now()
    if int(request.headers.get("Content-Length") or 0) > LONGEST:
        return _refused("too_large", "An event has at most 64 kB.", 413)
    timestamp, signed = (request.headers.get(f"Goodword-{name}", "")[:200] for name in ("Timestamp", "Signature"))
    try:
        source = source_that_signed(key, timestamp, signed, request.body, now)
        taken = take(read(request.body), now, source=source)
    except DeskError as error:
        status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 409)
        return _refused(error.code, error.words, status)
    return JsonResponse({"outcome": taken.outcome, "promise": taken.promise_id})


def _refused(code: str, words: str, status: int) -> HttpResponse:
    return JsonResponse({"code": code, "words": words}, status=status)
