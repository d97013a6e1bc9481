"""format=flowed (RFC 3676): lines that end with a space go on in the next one of the same quote depth."""

from __future__ import annotations

import re

_QUOTES = re.compile(r">*")


def unflowed(text: str, without_space: bool) -> str:
    """The paragraphs joined; `without_space` is DelSp=yes, where the last space is no part of the text."""
    lines: list[str] = []
    pieces: list[str] = []
    depth = -1
    for line in text.split("\n"):
        quotes = _QUOTES.match(line)
        now = quotes.end() if quotes else 0
        content = line[now:]
        content = content.removeprefix(" ")
        if pieces and (now != depth or content == "-- "):
            lines.append(_line(depth, pieces))
            pieces = []
        depth = now
        soft = content.endswith(" ") and content != "-- "
        pieces.append(content[:-1] if soft and without_space else content)
        if not soft:
            lines.append(_line(depth, pieces))
            pieces = []
    return "\n".join([*lines, _line(depth, pieces)] if pieces else lines)


def _line(depth: int, pieces: list[str]) -> str:
    return (">" * depth + " " if depth else "") + "".join(pieces)
