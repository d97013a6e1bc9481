"""Hints on the wording of a draft: where, why, better words. Pure. None of them blocks, each can be switched off.

The tables stand in words/hint_tables.py and words/closing_tables.py, per language; a desk may hand in rows of its own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from goodword.promises.wording import Heard
from goodword.promises.words.clauses import Stretch, sentences
from goodword.promises.words.closing_tables import CLOSING, NO_DONE, NO_EXPECT, NO_WHEN, NO_WHO, ClosingWords
from goodword.promises.words.foreign import language_of
from goodword.promises.words.hint_tables import OPENING, QUESTION, TABLES, Row
from goodword.promises.words.phrases import any_phrase

OPEN_PROMISE = "open_promise"
MOST_HINTS = 12
OPENING_SENTENCES = 2
LONGEST_DRAFT = 20_000
FEWEST_WORDS_TO_CLOSE = 8

_ANYWHERE = r"(?<![\w-])"
_GREETING = re.compile(
    r"(?:hi|hello|hey|dear|good\s+(?:morning|afternoon|evening)|hallo|guten\s+(?:tag|morgen)|sehr\s+geehrte[rs]?|liebe[r]?|bonjour|madame|monsieur|"
    r"ch[eè]re?|hola|estimad[oa]|buen[oa]s)\b(?:[\s,]+[\w.'’-]+){0,4}\W*$"
    r"|(?:thank\s+you|thanks|danke|vielen\s+dank|merci|gracias)\b(?:[\s,]+[\w.'’-]+){0,12}\W*$",
    re.IGNORECASE,
)
_COMMAS = str.maketrans(",;:", "   ")
_QUOTED = re.compile(r"^\s*>.*$", re.MULTILINE)
_OPEN = {
    "en": ("A promise without a date: nobody knows when it would be broken.", "... by Thursday, 5 pm."),
    "de": ("Ein Versprechen ohne Termin: Niemand weiß, wann es gebrochen wäre.", "... bis Donnerstag, 17 Uhr."),
    "fr": ("Une promesse sans date : personne ne sait quand elle serait rompue.", "... au plus tard jeudi à 17 h."),
    "es": ("Una promesa sin fecha: nadie sabe cuándo se rompería.", "... a más tardar el jueves a las 17 h."),
}


@dataclass(frozen=True)
class Hint:
    """One hint: what it is about, the words (`text[start:end]`, empty for what is missing), why, and better words."""

    code: str
    span: str
    start: int
    end: int
    why: str
    better: str


def hints(
    text: str,
    *,
    language: str = "",
    heard: Sequence[Heard] = (),
    rows: Sequence[Row] | None = None,
    off: Collection[str] = (),
) -> list[Hint]:
    """Returns the hints on a draft, in the order in which they stand, at most twelve.

    `heard` are its promises: those without a due get a hint. `rows` replace the table of the language, `off` are codes
    that the desk has switched off. Quoted lines are left alone.
    """
    spoken = language_of(text, language)
    table = tuple(rows) if rows is not None else TABLES[spoken]
    plain = _QUOTED.sub(lambda match: " " * len(match[0]), text[:LONGEST_DRAFT])
    found = [*_worded(plain, table), *_open_promises(heard, spoken)]
    wanted = sorted((hint for hint in found if hint.code not in off), key=lambda hint: (hint.start, hint.end))
    return _apart(wanted)[:MOST_HINTS]


def closing_hints(
    text: str, *, language: str = "", heard: Sequence[Heard] = (), off: Collection[str] = ()
) -> list[Hint]:
    """Returns what the last letter of a matter leaves out: what was done, what to expect, by when, who follows up.

    A line or two ("You're welcome!") is no such letter, and gets none.
    """
    if len(text.split()) < FEWEST_WORDS_TO_CLOSE:
        return []
    spoken = language_of(text, language)
    words = CLOSING[spoken]
    missing = [code for code, there in _parts(text, words, heard, spoken) if not there]
    return [Hint(code, "", 0, 0, *words.advice[code]) for code in missing if code not in off]


def _parts(text: str, words: ClosingWords, heard: Sequence[Heard], language: str) -> Iterator[tuple[str, bool]]:
    done, expect, who = _closing_patterns(language)
    yield NO_DONE, bool(done.search(text))
    yield NO_EXPECT, bool(heard or expect.search(text))
    yield NO_WHEN, any(one.due for one in heard) or not heard
    yield NO_WHO, any(one.who == "agent" for one in heard) or bool(who.search(text))


@lru_cache(maxsize=8)
def _closing_patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = CLOSING[language]
    done, expect, who = (any_phrase(phrases, {}, _ANYWHERE) for phrases in (words.done, words.expect, words.who))
    return done, expect, who


def _worded(text: str, rows: tuple[Row, ...]) -> Iterator[Hint]:
    """The hints whose words stand in the text."""
    parts = sentences(text)
    openings = _openings(parts)
    for number, sentence in enumerate(parts):
        for row, pattern in zip(rows, _compiled(rows), strict=True):
            if (row.where == OPENING and number not in openings) or (row.where == QUESTION and sentence.mark != "?"):
                continue
            if match := pattern.search(sentence.text.translate(_COMMAS)):
                start, end = sentence.start + match.start(), sentence.start + match.end()
                yield Hint(row.code, text[start:end], start, end, row.why, row.better)


@lru_cache(maxsize=64)
def _compiled(rows: tuple[Row, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(any_phrase(row.phrases, {}, _ANYWHERE) for row in rows)


def _openings(parts: Sequence[Stretch]) -> frozenset[int]:
    """The numbers of the first sentences behind greeting and thanks."""
    said = [number for number, part in enumerate(parts) if not _GREETING.match(part.text)]
    return frozenset(said[:OPENING_SENTENCES])


def _open_promises(heard: Sequence[Heard], language: str) -> Iterator[Hint]:
    """A hint on each promise that has no due, unless it waits for something that has to happen first."""
    for one in heard:
        if one.due is None and one.kind != "other":
            yield Hint(OPEN_PROMISE, one.span, one.start, one.end, *_OPEN[language])


def _apart(found: Sequence[Hint]) -> list[Hint]:
    """Leaves out a hint of the same kind on the same words, and a vague word inside an open promise."""
    kept: list[Hint] = []
    for hint in found:
        inside = [one for one in kept if one.start <= hint.start and hint.end <= one.end]
        if not any(one.code in (hint.code, OPEN_PROMISE) for one in inside):
            kept.append(hint)
    return kept
