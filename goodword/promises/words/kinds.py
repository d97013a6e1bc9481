"""Which kind a heard promise is: by what its reader will see."""

from __future__ import annotations

import re
from functools import lru_cache

from goodword.promises.words import english_kinds as en
from goodword.promises.words.phrases import any_phrase

OTHER = "other"
_ADVERBS = r"^\s*(?:(?:be|get|also|then|now|just|certainly|definitely|gladly|personally|still|both|all|to|first|try|help|start|begin|continue|work|proceed|on|by|with|sure|certain|able|happy|glad|going|do\s+(?:our|my)\s+(?:very\s+)?best|\w+ly)\s+)*"
_BEHIND_AND = r"\b(?:and|then|&)\s+(?:(?:then|will|also|I['’]?ll|we['’]?ll|\w+ly)\s+)*"


_SENDS_IT = re.compile(
    r"\b(?:send|sending|have|get|mail|post|forward|return|drop|bring|pop|hand)\s+(?:you\s+)?(?:it|them|this|that|these|those|one|yours)\b(?!\s+\w+ed\b)",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b(?:I|we|you|he|she|who|someone|somebody|team|crew|agents?|engineers?|technicians?|drivers?|flights?|planes?)\W*(?:all|both|also|then|now)?\W*$",
    re.IGNORECASE,
)
_THEM = re.compile(
    r"\b(?:he|she|they|crew|team|manager|managers|staff|captain|driver|chef|supervisor|kitchen|folks|everyone|leadership|colleagues?)\W*(?:all|both|also|then|now|will)?\W*$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?:it|they|them|that|this|yours|both|these|those|one)\s*(?:both|all|also)?\s*$", re.IGNORECASE
)


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple(
        (kind, where, any_phrase(phrases, en.SETS, _ADVERBS if where in ("verb", "it", "them") else r"(?<![\w’'-])"))
        for kind, where, phrases in en.KINDS
    )


@lru_cache(maxsize=1)
def _ends() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, any_phrase(phrases, en.SETS, _BEHIND_AND)) for kind, phrases in en.END)


@lru_cache(maxsize=8)
def _pattern(name: str) -> re.Pattern[str]:
    return any_phrase(
        getattr(en, name), en.SETS, _ADVERBS if name in ("COME", "SENDS_GOODS", "BE_SENT") else r"(?<![\w’'-])"
    )


def kind_of(subject: str, predicate: str, around: str, *, negated: bool = False) -> str:
    """Returns the kind of an English promise; `around` is the text before it and what it answers."""
    if negated:  # what we will not do has no kind of its own
        return OTHER
    for kind, pattern in _ends():
        if pattern.search(predicate):
            return kind
    kind = next((kind for kind, where, pattern in _rows() if _matches(where, pattern, subject, predicate)), OTHER)
    itself = _PRONOUN.search(subject) and _pattern("BE_SENT").search(predicate)
    if kind in (OTHER, "shipment") and (itself or _SENDS_IT.search(predicate)):
        kind = _meant(f"{around} {predicate}", kind)
    if kind == "shipment" and _pattern("WRONG_GOODS").search(around) and _pattern("SENDS_GOODS").search(predicate):
        return "replacement"
    return kind


def _meant(around: str, kind: str) -> str:
    """What "it" is that will be sent: the paper or the goods named last before."""
    papers, goods = _last(_pattern("PAPERS"), around), _last(_pattern("GOODS"), around)
    if max(papers, goods) < 0:
        return kind
    return "document" if papers > goods else "shipment"


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def _matches(where: str, pattern: re.Pattern[str], subject: str, predicate: str) -> bool:
    if where in ("verb", "said"):
        return bool(pattern.search(predicate))
    if where == "all":
        return bool(pattern.search(f"{subject} {predicate}"))
    if where == "them":
        return bool(_THEM.search(subject) and pattern.search(predicate))
    if where == "it":
        return not _PERSON.search(subject) and bool(pattern.search(predicate))
    if where == "who+be":
        return bool(pattern.search(subject) and _pattern("BE_SENT").search(predicate))
    if where == "who+come":
        return bool(pattern.search(subject) and _pattern("COME").search(predicate))
    return bool(pattern.search(subject))
