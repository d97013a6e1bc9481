"""Phrases in a plain notation, so that a table of a language can be read and added to without knowing expressions.

call|ring <you>        one of these words, then one of the set `you`
give <you> (a) call    a word in brackets may be missing
pass .. on             two dots: up to five words between
refund~                a stem: whatever follows it
forward !you|your      not followed by one of these
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

GAP = r"(?:\s+[^\s|,;.!?]+){0,5}?"


def any_phrase(phrases: Iterable[str], sets: Mapping[str, str], before: str = r"(?<![\w’'-])") -> re.Pattern[str]:
    """Compiles phrases to one expression; `before` is what must stand to their left."""
    return re.compile(f"{before}(?:{'|'.join(expression(phrase, sets) for phrase in phrases)})", re.IGNORECASE)


def expression(phrase: str, sets: Mapping[str, str]) -> str:
    """Returns the expression of one phrase. The words of a set are written like phrases."""
    found, begun = "", False
    for part in phrase.split():
        space = r"\s+" if begun else ""
        if part == "..":
            found += GAP
        elif part.startswith("!"):
            found += rf"(?!\s+(?:{_choice(part[1:], sets)}))"
        elif "(" in part or ")" in part:
            if not (part.startswith("(") and part.endswith(")")):
                raise ValueError(f"Brackets go round a whole part: {phrase!r}")
            word = _choice(part[1:-1], sets)
            found += rf"(?:{space}(?:{word}))?" if begun else rf"(?:(?:{word})\s+)?"
        else:
            found += f"{space}(?:{_choice(part, sets)})"
            begun = True
    if not begun:
        raise ValueError(f"A phrase needs a word that may not be missing: {phrase!r}")
    return found


def _choice(part: str, sets: Mapping[str, str]) -> str:
    """Returns the alternatives of one part, each a whole word (or its genitive) unless it is a stem."""
    ways: list[str] = []
    whole: list[str] = []
    for way in part.split("|"):
        if way.startswith("<"):
            ways.extend(expression(one, sets) for one in sets[way.strip("<>")].split(", "))
        elif way.endswith("~"):
            ways.append(_plain(way[:-1]) + r"[\w%]*")
        else:
            whole.append(_plain(way))
    if whole:
        ways.append(f"(?:{'|'.join(whole)}){_WORD_ENDS}")
    return "|".join(ways)


_WORD_ENDS = r"(?!\w|['’](?!s\b)\w)"


def _plain(word: str) -> str:
    return re.escape(word.replace("_", " ")).replace(r"\ ", r"\s+").replace("'", "['’]?").replace(r"\-", r"[-\s]?")
