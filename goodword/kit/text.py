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


def spelled(pattern: str) -> str:
    """Returns an expression in which words may be written as they are spoken: a space stands for any white space, an
    apostrophe for both of its marks. What stands in square brackets stays as it is.
    """
    found, in_class, escaped = [], False, False
    for sign in pattern:
        if not escaped and not in_class and sign in " '":
            found.append(r"\s+" if sign == " " else "['’]")
        else:
            found.append(sign)
        if not escaped:
            in_class = sign == "[" or (in_class and sign != "]")
        escaped = sign == "\\" and not escaped
    return "".join(found)
