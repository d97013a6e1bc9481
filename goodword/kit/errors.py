"""Errors that carry their meaning; each door has one handler for them."""

from __future__ import annotations

from typing import Any


class DeskError(Exception):
    """What a person did cannot be done; `words` say so to them, `code` says so to machines."""

    code = "error"

    def __init__(self, words: str, *, code: str = "", **details: Any) -> None:
        super().__init__(words)
        self.words = words
        self.code = code or self.code
        self.details = details


class NotAllowed(DeskError):
    """The person may see it, but may not do it."""

    code = "not_allowed"


class NotFound(DeskError):
    """It does not exist, or the person may not know that it does."""

    code = "not_found"


class Conflict(DeskError):
    """It may be done in general, but not as things stand (a closure with owed promises, a stale draft)."""

    code = "conflict"


class TooOften(DeskError):
    """The same thing was asked for too many times; `details['seconds']` says after how long it may be again."""

    code = "too_often"


class Malformed(DeskError):
    """What was given cannot be understood; `details['field']` says where."""

    code = "malformed"
