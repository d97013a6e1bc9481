"""Whom a note names: @Ada, or @Ada Brandt where two have one first name."""

from __future__ import annotations

import re
from collections.abc import Collection

from goodword.people.models import Agent

MOST = 20


def named_in(text: str, people: Collection[Agent]) -> list[Agent]:
    """Returns the people whom a text names by @, at most twenty. A first name alone names everybody who has it."""
    whole = [one for one in people if _stands(text, one.name)]
    taken = {one.name.split()[0].casefold() for one in whole}
    first = [one for one in people if one not in whole and _stands(text, one.name.split()[0] if one.name else "")]
    return [*whole, *(one for one in first if one.name.split()[0].casefold() not in taken)][:MOST]


def _stands(text: str, name: str) -> bool:
    words = r"\s+".join(re.escape(word) for word in name.split())
    return bool(words) and re.search(rf"(?<![\w.])@{words}\b", text, re.IGNORECASE) is not None
