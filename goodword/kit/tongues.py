"""Which of our languages somebody reads."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Any, cast

from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation.trans_real import parse_accept_lang_header

from goodword.kit import dates

LONGEST_HEADER = 500


def language_for(accepted: str, known: str = "") -> str:
    """Returns the language that is known, where we speak it, else the best of an Accept-Language line, else English."""
    wished = (known, *(name for name, _ in parse_accept_lang_header(accepted[:LONGEST_HEADER])))
    short = (language.partition("-")[0].lower() for language in wished)
    return next((language for language in short if language in dates.LANGUAGES), "en")


def later(words: str) -> str:
    """Marks words that stand in a table or a form: they are said in the reader's language whenever they are shown."""
    return cast("str", gettext_lazy(words))


def in_tongue(language: str) -> AbstractContextManager[None]:
    """Speaks to somebody else, in the language that they chose; without one, in the present one."""
    return override(language or get_language() or "en")


def labelled(choices: Iterable[tuple[Any, str]]) -> list[tuple[Any, str]]:
    """Returns the choices of a model as a form offers them, each said in the reader's language."""
    return [(value, later(str(words))) for value, words in choices]
