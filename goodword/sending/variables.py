"""Names in a text that are filled in when it is used, as in: Dear {{customer.first_name|customer}}. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

NAMES = {
    "customer.first_name": "the customer's first name",
    "customer.name": "the customer's name",
    "case.number": "the number of the case",
    "case.subject": "what the case is about",
    "agent.name": "your name",
    "agent.first_name": "your first name",
    "promise.due": "a day by which it can really be kept",
}
PLACE = re.compile(r"\{\{\s*([\w.]*)\s*(?:\|([^{}|]*))?\}\}")
LEFT_OPEN = re.compile(r"[ \t]+(?=[,.;:!?])")


def unknown(text: str) -> list[str]:
    """Returns the names in a text that nothing is known for, and braces that are no name."""
    rest = PLACE.sub("", text)
    broken = ["{{"] if "{{" in rest or "}}" in rest else []
    return [place[1] or "{{}}" for place in PLACE.finditer(text) if place[1] not in NAMES] + broken


def needs_due(text: str) -> bool:
    """Says whether a text names the day of a promise."""
    return any(place[1] == "promise.due" for place in PLACE.finditer(text))


def fill(text: str, values: Mapping[str, str]) -> str:
    """Fills the names in. Where a value is not known, what stands behind | is said, else nothing is."""

    def said(place: re.Match[str]) -> str:
        return values.get(place[1], "") or (place[2] or "").strip()

    return "\n".join(
        LEFT_OPEN.sub("", PLACE.sub(said, line)) if PLACE.search(line) else line for line in text.split("\n")
    )


def best(texts: Mapping[str, str], language: str) -> str:
    """Returns the words in a language, else in English, else in any that there are."""
    return texts.get(language) or texts.get("en") or next(iter(texts.values()), "")
