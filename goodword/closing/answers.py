"""Sorts a customer's answer to a check: done, more, new, or unsure. Pure; what is not certain goes to a person."""

from __future__ import annotations

import re

DONE, MORE, NEW, UNSURE = "done", "more", "new", "unsure"

_THANKS = (
    r"(?:many\s+|thank\s+you|thanks|thx|danke(?:\s+schön|\s+sehr)?|vielen\s+dank|merci(?:\s+beaucoup)?"
    r"|(?:muchas\s+)?gracias)"
)
_POLITE = r"(?:\s*(?:so\s+much|very\s+much|a\s+lot|again|[,.!:)🙂👍]|ok(?:ay)?|great|perfect|super))*"
_ONLY_THANKS = re.compile(rf"^\s*(?:(?:ok(?:ay)?|great|perfect|super)[\s,.!]*)?{_THANKS}{_POLITE}\s*$", re.IGNORECASE)
_NOTHING = re.compile(
    r"^\W*(?:no[,.\s]+)?(?:nothing\s+(?:more|else)|nichts\s+(?:mehr|weiter)|(?:plus\s+)?rien(?:\s+de\s+plus)?|nada\s+más|"
    rf"(?:that'?s|that\s+is)\s+all|all\s+(?:good|solved|done)){_POLITE}\W*(?:{_THANKS})?{_POLITE}\W*$",
    re.IGNORECASE,
)


def sort_answer(text: str, *, language: str = "", question: str = "") -> str:
    """Returns `done`, `more`, `new` or `unsure`. Only what says plainly that nothing is left is `done`."""
    return DONE if _NOTHING.match(text) else UNSURE


def is_only_thanks(text: str, language: str = "") -> bool:
    """Says whether a message is a thanks and nothing else: such a one reopens nothing and cancels nothing."""
    return bool(_ONLY_THANKS.match(text))
