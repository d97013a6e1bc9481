"""When a planned contact is due, and what its words say to one customer. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

NAMES = ("name", "product", "number", "date", "page")
OLDEST = timedelta(days=45)  # a milestone that lies further back is not written about any more
_HOLE = re.compile(r"\{\s*([a-zA-Z_]+)\s*\}")


def window(today: date, since: date, days: int) -> tuple[date, date]:
    """Returns the first and the last milestone that is written about today: it lay so many `days` ago (or lies ahead).

    Nothing is written about what fell due before `since`, when the plan began, or longer ago than 45 days.
    """
    return max(since, today - OLDEST) - timedelta(days=days), today - timedelta(days=days)


def unknown_names(text: str) -> list[str]:
    """Returns the names in braces that mean nothing, so that no customer ever reads one."""
    return sorted({name for name in _HOLE.findall(text) if name not in NAMES})


def filled(text: str, values: Mapping[str, str]) -> str:
    """Returns the words with their names in braces replaced; a space before what is empty goes with it."""
    said = _HOLE.sub(lambda hole: values.get(hole[1], ""), text)
    return re.sub(r"[ \t]+([,.!?:;\n])", r"\1", said)
