"""The brief of a handover: drafted from the case, completed by the giver, read by the receiver first. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

LONGEST_PART = 2000
NOTHING_PROMISED = "Nothing has been promised."


@dataclass(frozen=True)
class Brief:
    """What the receiver must know before the first word to the customer."""

    issue: str = ""
    wanted: str = ""
    tried: str = ""
    promised: str = ""
    next_step: str = ""

    def missing(self) -> list[str]:
        """Returns the names of the parts that are still empty; a complete brief misses none."""
        return [field.name for field in fields(self) if not getattr(self, field.name).strip()]

    def bounded(self) -> Brief:
        """Returns the same brief, trimmed and cut to what is stored."""
        return Brief(**{field.name: getattr(self, field.name).strip()[:LONGEST_PART] for field in fields(self)})


@dataclass(frozen=True)
class Known:
    """What the case itself knows: the customer's first words, what they want, what we said, and what is owed."""

    subject: str
    first_words: str
    wanted: str
    said: Sequence[str]
    owed: Sequence[tuple[str, str]]
    kept: Sequence[str]


def draft(known: Known) -> Brief:
    """Drafts what can be drafted; the next step is the giver's to say."""
    issue = known.subject if known.subject in known.first_words else f"{known.subject}: {known.first_words}"
    owed = [f"“{words}”, due {due}" for words, due in known.owed]
    kept = [f"“{words}” (done)" for words in known.kept]
    return Brief(
        issue=issue.strip(" :"),
        wanted=known.wanted,
        tried="\n".join(f"– {words}" for words in known.said[-4:]),
        promised="\n".join([*owed, *kept]) or NOTHING_PROMISED,
    ).bounded()


OPENINGS = {
    "en": "I have taken over from {giver} and have read everything: {issue} Is that right?",
    "de": "ich habe Ihr Anliegen von {giver} übernommen und alles gelesen: {issue} Ist das richtig so?",
    "fr": "je prends la suite de {giver} et j'ai tout lu : {issue} Est-ce bien cela ?",
    "es": "he tomado el relevo de {giver} y lo he leído todo: {issue} ¿Es así?",
}


def opening(language: str, giver: str, issue: str) -> str:
    """Returns the sentence with which the receiver begins: it confirms, so that nobody must tell it all again."""
    said = " ".join(issue.split())[:300].rstrip(" .!?")
    words = OPENINGS.get(language.partition("-")[0].lower(), OPENINGS["en"])
    return words.format(giver=giver.split(" ", maxsplit=1)[0], issue=f"{said}.")
