"""The door itself: whose token it is, what it opens, and that what is asked for twice is done once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.openapi.docs import Swagger
from ninja.security import HttpBearer
from pydantic import BaseModel

from goodword import __version__
from goodword.api.errors import handle_errors
from goodword.api.refusals import REFUSALS
from goodword.kit import clock
from goodword.kit.once import once
from goodword.people import tokens
from goodword.people.access import desk_of, may_write
from goodword.people.models import Agent, Token

JSON = "application/json; charset=utf-8"
KEY_HEADER = {
    "name": "Idempotency-Key", "in": "header", "required": False,
    "schema": {"type": "string", "maxLength": 200},
    "description": "The same key and body give the same answer and are done once; kept for 48 hours.",
}  # fmt: skip


class Bearer(HttpBearer):
    """A token in the header `Authorization: Bearer ...`, and the scope that it must have."""

    def __init__(self, scope: str) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Token | None:
        """Returns the token behind these words once it is counted; None means 401."""
        found = tokens.bearer_of(token.strip())
        if found is None:
            return None
        tokens.use(found, clock.now())
        return tokens.may_use(found, self.scope)


READ, WRITE = Bearer("read"), Bearer("write")


def token_of(request: HttpRequest) -> Token:
    """Returns the token that came with a request that was let in."""
    token: Token = request.auth  # type: ignore[attr-defined]
    return token


def reader(request: HttpRequest) -> Agent:
    """Returns whose token it is; raises NotFound for somebody who may see nothing here."""
    return desk_of(token_of(request).agent)


def writer(request: HttpRequest) -> Agent:
    """Returns whose token it is; raises NotAllowed for somebody who only reads."""
    return may_write(token_of(request).agent)


def reads(answer: type[BaseModel]) -> dict[str, Any]:
    """What every operation that reads has in common."""
    return {"auth": READ, "response": {200: answer, **REFUSALS}}


def writes(answer: type[BaseModel]) -> dict[str, Any]:
    """What every POST has in common: the scope, the refusals, and the key under which it is done once."""
    return {
        "auth": WRITE, "response": {201: answer, **REFUSALS}, "openapi_extra": {"parameters": [KEY_HEADER]},
    }  # fmt: skip


def undoes(answer: type[BaseModel]) -> dict[str, Any]:
    """What every DELETE has in common; asked for twice, it changes nothing more."""
    return {"auth": WRITE, "response": {200: answer, **REFUSALS}}


def answered(operation: Callable[..., BaseModel]) -> Callable[..., HttpResponse]:
    """Turns what an operation returns into its answer; a POST under a key is done once, and answered alike after."""

    @wraps(operation)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        def do() -> tuple[int, str]:
            status = 201 if request.method == "POST" else 200
            return status, operation(request, *args, **kwargs).model_dump_json()

        key = request.headers.get("Idempotency-Key", "")
        if request.method == "POST" and key:
            who = f"token:{token_of(request).pk}"
            status, body = once(who, key, _digest_of(request), clock.now(), do)
        else:
            status, body = do()
        return HttpResponse(body, status=status, content_type=JSON, headers={"Cache-Control": "no-store"})

    return inner


def _digest_of(request: HttpRequest) -> str:
    asked = f"{request.method} {request.get_full_path()}\0".encode()
    return hashlib.sha256(asked + request.body).hexdigest()


def new_api() -> NinjaAPI:
    """Returns an API without operations. Its description is public; there is no page that loads scripts for it."""
    api = NinjaAPI(
        title="Goodword", version=__version__, urls_namespace="api", docs=Swagger(), docs_url=None,
        description="A customer-service desk that keeps its word. Every guard of the desk holds here too.",
        servers=[],
    )  # fmt: skip
    api.add_decorator(answered)
    handle_errors(api)
    return api
