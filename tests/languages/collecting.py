"""Brings the catalogues of the desk up to what it says: `bin/languages collect`. Nothing is guessed.

A message that is new stands in each catalogue without its translation, one that nobody says any more is taken out.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

import django
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from goodword.kit.dates import LANGUAGES
from tests.architecture.source import HOUSE

OTHERS = tuple(language for language in LANGUAGES if language != "en")


def source(language: str, room: str = "web") -> Path:
    """Returns where the words of the desk stand in a language."""
    return HOUSE / room / "locale" / language / "LC_MESSAGES" / "django.po"


def catalogue(language: str, room: str = "web") -> Catalog:
    """Returns what has been translated."""
    with source(language, room).open("rb") as file:
        return read_po(file, locale=language, charset="utf-8")


def template() -> Catalog:
    """Returns everything that is said, by its English, with the places where it is."""
    from tests.languages.reading import spoken

    plurals: dict[str, str] = {}
    places: dict[str, list[str]] = {}
    for one, many, place in spoken():
        plurals[one] = many or plurals.get(one, "")
        found = places.setdefault(one, [])
        if place not in found:
            found.append(place)
    made = Catalog(charset="utf-8")
    for one, many in plurals.items():
        made.add((one, many) if many else one, locations=[(place, None) for place in places[one][:3]])  # type: ignore[misc]
    return made


def collect(language: str, said: Catalog) -> int:
    """Writes one catalogue anew; returns how many of its messages have no translation yet."""
    known, fresh, missing = catalogue(language), Catalog(locale=language, charset="utf-8"), 0
    theirs = catalogue(language, "portal")  # what customers read, too, has one translation
    for message in said:
        if message.id:
            one = message.id if isinstance(message.id, str) else message.id[0]
            before = theirs.get(one) or known.get(one)
            words = before.string if before and type(before.string) is type(_empty(message)) else _empty(message)
            missing += not (all(words) if isinstance(words, tuple) else words)
            fresh.add(message.id, words, locations=message.locations)
    written = BytesIO()
    write_po(written, fresh, width=120, omit_header=True, include_lineno=False)
    head = source(language).read_text(encoding="utf-8").partition("\n\n")[0]
    source(language).write_text(f"{head}\n\n{written.getvalue().decode().strip()}\n", encoding="utf-8")
    return missing


def _empty(message: Message) -> str | tuple[str, ...]:
    return ("", "") if isinstance(message.id, tuple) else ""


if __name__ == "__main__":
    django.setup()
    said = template()
    for language in OTHERS:
        lacking = collect(language, said)
        sys.stdout.write(f"{language}: {len(said)} messages, {lacking} without a translation\n")
