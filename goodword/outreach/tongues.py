"""What a letter to many says in each language, with the words for all where one has none. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

LANGUAGES = ("en", "de", "fr", "es")
Texts = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Said:
    """The subject, the text and the promise of one letter."""

    subject: str
    text: str
    promise: str = ""


def code_of(language: str) -> str:
    """Returns the language of a customer without its country: "de" for "de-AT"."""
    return language.replace("_", "-").partition("-")[0].lower()


def said_in(language: str, texts: Texts, for_all: Said) -> Said:
    """Returns the words in a customer's language, or those for all; a promise without a version stays as it is."""
    own = texts.get(code_of(language))
    if not own:
        return for_all
    return Said(own["subject"], own["text"], own.get("promise", "") or for_all.promise)


def gathered(given: Mapping[str, str], names: Collection[str]) -> dict[str, dict[str, str]]:
    """Returns the versions among the fields of a form ("text_de"), without those that are empty throughout."""
    found = {code: {name: given.get(f"{name}_{code}", "").strip() for name in names} for code in LANGUAGES}
    return {code: said for code, said in found.items() if any(said.values())}


def half_written(texts: Texts) -> str:
    """Returns the field that a version lacks, as in a form ("subject_de"), or ""."""
    for code, said in texts.items():
        for name in ("subject", "text"):
            if not said.get(name, "").strip():
                return f"{name}_{code}"
    return ""
