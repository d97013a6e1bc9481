"""Errors that carry their meaning; each door has one handler for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import get_language, gettext


class DeskError(Exception):
    """What a person did cannot be done; `words` say so to them, `code` says so to machines.

    What the words name stands in `values`, so that they can be said in other languages: `"At most %(most)s tags."`.
    """

    code = "error"

    def __init__(
        self, words: str, *, code: str = "", values: Mapping[str, object] | None = None, **details: Any
    ) -> None:
        self.template, self.values = words, values
        self.words = words % values if values else words
        super().__init__(self.words)
        self.code = code or self.code
        self.details = details

    @property
    def spoken(self) -> str:
        """Returns the words in the language that is spoken."""
        said = gettext(self.template)
        return said % {name: _spoken(value) for name, value in self.values.items()} if self.values else said


def _spoken(value: object) -> object:
    """A state is said by its label, within a sentence in small letters, save in German, where nouns have a capital."""
    if not isinstance(value, TextChoices):
        return value
    label = gettext(value.label)
    return label if (get_language() or "en").startswith("de") else label.lower()


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
