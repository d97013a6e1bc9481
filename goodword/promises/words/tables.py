"""The tables of English predicates, compiled once."""

from __future__ import annotations

import re
from functools import cache

from goodword.promises.words import english_predicates as table
from goodword.promises.words.phrases import any_phrase

_ADVERBS = (
    r"\s*(?:(?:also|then|now|just|certainly|definitely|gladly|personally|still|soon|only|both|all|surely|absolutely|again|immediately|promptly|"
    r"shortly|next|first|of\s+course|most\s+likely|probably|likely|actually|therefore|simply|quickly|happily|thoroughly|carefully|further|,)\s+)*"
)
_ANYWHERE = r"(?<![\w’'-])"
_THROUGH = "THROUGH"


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return any_phrase(getattr(table, name), table.SETS, _ANYWHERE if name.endswith("_ANYWHERE") else _ADVERBS)


def begins(name: str, predicate: str) -> bool:
    """Says whether a predicate begins with a phrase of a table."""
    return _pattern(name).match(predicate) is not None


def holds(name: str, text: str) -> bool:
    """Says whether a text holds a phrase of a table, wherever it stands."""
    return _pattern(name + "_ANYWHERE").search(text) is not None


def without_passage(predicate: str) -> str:
    """Returns the predicate without what is said before its verb and changes nothing ("be sure to")."""
    match = _pattern(_THROUGH).match(predicate)
    if not match:
        match = _pattern("OBLIGED").match(predicate)
        if match and not begins("PASSING", predicate[match.end() :]):
            match = None
    return predicate[match.end() :] if match else predicate
