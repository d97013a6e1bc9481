"""How a refusal looks: a code for machines, words for people, and what stands in the way."""

from __future__ import annotations

from typing import Any

from ninja import Schema
from pydantic import ConfigDict


class Fault(Schema):
    """One field that could not be understood."""

    field: str
    words: str


class Refusal(Schema):
    """Why something was not done. A 409 names the rows that stand in the way, a 422 the field."""

    model_config = ConfigDict(extra="allow")

    code: str
    words: str


class Malformed(Refusal):
    """What was sent cannot be understood; `field` says where."""

    field: str = ""
    faults: list[Fault] = []


REFUSALS: dict[int, Any] = {401: Refusal, 403: Refusal, 404: Refusal, 409: Refusal, 422: Malformed, 429: Refusal}
