"""What went wrong, as JSON."""

from __future__ import annotations

from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from goodword.kit.errors import Conflict, DeskError, Malformed, NotAllowed, NotFound, TooOften

STATUS: dict[type[DeskError], int] = {NotFound: 404, NotAllowed: 403, Conflict: 409, Malformed: 422, TooOften: 429}
MOST_FAULTS = 20
PLACES = ("body", "query", "path", "header")


def refuse(status: int, code: str, words: str, **details: Any) -> HttpResponse:
    """Returns a refusal; `seconds` among the details also becomes the header Retry-After."""
    body = {"code": code, "words": words, **details}
    response = JsonResponse(body, status=status, encoder=DjangoJSONEncoder)
    response["Cache-Control"] = "no-store"
    if "seconds" in details:
        response["Retry-After"] = str(details["seconds"])
    if status == 401:
        response["WWW-Authenticate"] = "Bearer"
    return response


def desk_error(request: HttpRequest, error: DeskError) -> HttpResponse:
    """The desk itself refused."""
    status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 422)
    return refuse(status, error.code, error.words, **error.details)


def no_token(request: HttpRequest, error: Exception) -> HttpResponse:
    """No token came, or one that opens nothing."""
    return refuse(401, "no_token", "Send a token that opens something: Authorization: Bearer ...")


def nothing_there(request: HttpRequest, error: Exception | None = None) -> HttpResponse:
    """There is no such address."""
    return refuse(404, "not_found", "There is nothing here.")


def malformed(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """What came does not have the form that is described."""
    faults = [{"field": _place(one["loc"]), "words": str(one["msg"])} for one in error.errors[:MOST_FAULTS]]
    first = faults[0] if faults else {"field": "", "words": "That could not be understood."}
    words = f"{first['field']}: {first['words']}" if first["field"] else first["words"]
    return refuse(422, "malformed", words, field=first["field"], faults=faults)


def _place(where: Any) -> str:
    """Where a fault lies, as its sender named it: without the part of the request and the name of our argument."""
    parts = [str(part) for part in where]
    if parts and parts[0] in PLACES:
        parts = parts[2:] if parts[0] == "body" and len(parts) > 2 else parts[1:]
    return ".".join(parts)


def unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    """The body is no JSON."""
    return refuse(422 if error.status_code == 400 else error.status_code, "malformed", str(error), field="body")


def handle_errors(api: NinjaAPI) -> None:
    """Makes these the answers of an API."""
    handlers: dict[type[Exception], Any] = {
        DeskError: desk_error, AuthenticationError: no_token, Http404: nothing_there, ValidationError: malformed,
        HttpError: unreadable,
    }  # fmt: skip
    for kind, handler in handlers.items():
        api.add_exception_handler(kind, handler)
