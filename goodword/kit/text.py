"""Small things done to texts."""

from __future__ import annotations

WORDS_SHOWN = 160


def first_words(text: str, length: int = WORDS_SHOWN) -> str:
    """Returns the beginning of a text on one line, cut at a word."""
    line = " ".join(text[: length * 4].split())
    if len(line) <= length:
        return line
    return line[:length].rsplit(" ", 1)[0] + "…"


def without_nulls(text: str) -> str:
    """Returns the text without NUL characters, which PostgreSQL cannot store."""
    return text.replace("\x00", "")
