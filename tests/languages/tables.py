"""The tables of words that are said in another language where they are used, not where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from goodword.insight.definitions import MEASURES
from goodword.promises import today
from goodword.web import wordings
from goodword.web.templatetags import settings

OF_A_MEASURE = ("name", "plain", "definition", "unit", "trick", "why_not", "things")


def kept_in_tables() -> Iterator[tuple[str, str]]:
    """Returns each place with its words."""
    for name in ("SENTENCES", "PROOFS", "ANSWERS", "CLOSINGS"):
        yield from _all("goodword/web/wordings.py", getattr(wordings, name).values())
    for title, places in settings.GROUPS:
        yield from _all("goodword/web/templatetags/settings.py", (title, *(name for name, _icon, _to in places)))
    yield from _all("goodword/web/templatetags/settings.py", settings.SHORT.values())
    yield from _all("goodword/promises/today.py", today.TITLES.values())
    for measure in MEASURES:
        yield from _all("goodword/insight/definitions.py", (getattr(measure, name) for name in OF_A_MEASURE))


def _all(place: str, words: Iterator[str] | object) -> Iterator[tuple[str, str]]:
    for one in words:  # type: ignore[attr-defined]
        if one:
            yield place, str(one)
