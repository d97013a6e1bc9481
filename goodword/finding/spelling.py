"""Slips of the pen, and where in a text the words stand that were looked for. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from goodword.finding.language import fold

SHORTEST = 4  # letters: a slip in a shorter word could be any other word
SIGNS = re.compile(r"[^\W_]+")
BEFORE = 60  # signs shown before the first hit


def slips(word: str) -> list[str]:
    """Returns what may have been meant: two letters the other way round, or one letter less."""
    if len(word) < SHORTEST:
        return []
    turned = [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)]
    shorter = [word[:at] + word[at + 1 :] for at in range(len(word))] if len(word) > SHORTEST else []
    return [one for one in dict.fromkeys([*turned, *shorter]) if one != word]


@dataclass(frozen=True)
class Piece:
    """A piece of a text, and whether it is what was looked for."""

    text: str
    hit: bool = False


def marked(text: str, words: Collection[str], length: int = 0) -> list[Piece]:
    """Returns a text in pieces, words that begin with one of these marked; with a length, the part around the first.

    The pieces joined are the text again (or its part, with an ellipsis where it was cut).
    """
    beginnings = tuple(words)
    hits = [found.span() for found in SIGNS.finditer(text) if beginnings and _fits(found.group(), beginnings)]
    start, end = 0, len(text)
    if length and len(text) > length:
        start = max(hits[0][0] - BEFORE, 0) if hits else 0
        start = text.find(" ", start, start + BEFORE) + 1 if start else 0
        end = min(start + length, len(text))
    pieces = [Piece("…")] if start else []
    at = start
    for first, last in hits:
        if first >= at and last <= end:
            pieces += [Piece(text[at:first]), Piece(text[first:last], hit=True)]
            at = last
    pieces.append(Piece(text[at:end] + ("…" if end < len(text) else "")))
    return [piece for piece in pieces if piece.text]


def _fits(word: str, beginnings: tuple[str, ...]) -> bool:
    return fold(word).startswith(beginnings)
