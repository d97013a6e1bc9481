"""Which kind a heard promise is: by what its reader will see."""

from __future__ import annotations

from goodword.promises.words import english_kinds as en

OTHER = "other"


def kind_of(subject: str, predicate: str, around: str) -> str:
    """Returns the kind of an English promise; `around` is the text before it and what it answers."""
    words = f"{' '.join(subject.split())} | {' '.join(predicate.split())}"
    if en.CALLS_BACK.search(predicate):
        return "callback"
    if en.WRITES_BACK.search(predicate):
        return "email"
    if en.REPORTS_BACK.search(predicate):
        return "update"
    kind = next((kind for kind, pattern in en.KINDS if pattern.search(words)), OTHER)
    if kind == "shipment" and en.WRONG_GOODS.search(around) and en.SENDS_GOODS.search(words):
        return "replacement"
    return kind
