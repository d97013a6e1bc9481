"""The hints of this house: those that came with the desk, as its admins changed them, and those of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from goodword.kit.errors import Malformed, NotFound
from goodword.people.models import Agent
from goodword.policies import wordings
from goodword.policies.models import Wording
from goodword.promises.words.closing_tables import CLOSING
from goodword.promises.words.foreign import language_of
from goodword.promises.words.hint_tables import TABLES, Row
from goodword.promises.words.phrases import any_phrase

LANGUAGES = tuple(TABLES)
MOST_PHRASES, LONGEST_PHRASE = 40, 80
_PLAIN = re.compile(r"[\w|'’ ().~-]+")
NAMES = {
    "policy_first": "Begins with a rule", "defensive": "Defends us", "dismissive": "Makes the matter small",
    "vague": "Nobody can plan with it", "asks_leave": "Asks whether a solution is all right",
    "pushes_away": "Sends the customer elsewhere", "upsell": "Sells something as a cure",
    "no_done": "Last letter: what was done", "no_expect": "Last letter: what to expect",
    "no_when": "Last letter: by when", "no_who": "Last letter: who follows up",
}  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One hint as the settings show it."""

    code: str
    name: str
    phrases: tuple[str, ...]
    why: str
    better: str
    is_on: bool
    is_own: bool
    is_changed: bool


@dataclass(frozen=True)
class HouseWords:
    """What a draft in one language is read with: its rows, what is off, other words for closing hints."""

    rows: tuple[Row, ...]
    off: frozenset[str]
    said: dict[str, tuple[str, str]]


def words_for(text: str, language: str) -> HouseWords:
    """Returns the hints of the language in which a draft is written. One query."""
    spoken = language_of(text, language)
    said = wordings.said_in(spoken)
    known = {one.code: one for one in said}
    own = [Row(one.code, _phrases(one.phrases), one.why, one.better) for one in said if one.phrases and one.is_active]
    shipped = [_changed(row, known.get(row.code)) for row in TABLES[spoken]]
    return HouseWords(
        (*shipped, *own), frozenset(one.code for one in said if not one.is_active),
        {one.code: (one.why, one.better) for one in said if not one.phrases and one.better},
    )  # fmt: skip


def lines(language: str) -> list[Line]:
    """Returns every hint of a language as the settings show it; raises NotFound for another language."""
    if language not in TABLES:
        raise NotFound("There are no hints in that language.")
    said = wordings.said_in(language)
    known = {one.code: one for one in said}
    shipped = [(row.code, row.phrases, row.why, row.better) for row in TABLES[language]]
    shipped += [(code, (), *words) for code, words in CLOSING[language].advice.items()]
    found = [_line(code, phrases, why, better, known.get(code)) for code, phrases, why, better in shipped]
    own = [one for one in said if one.phrases]
    return found + [
        Line(one.code, "Of your own", _phrases(one.phrases), one.why, one.better, one.is_active, True, False)
        for one in own
    ]


def _line(code: str, phrases: tuple[str, ...], why: str, better: str, said: Wording | None) -> Line:
    if said:
        why, better = said.why or why, said.better or better
    return Line(
        code, NAMES.get(code, code), phrases, why, better,
        said is None or said.is_active, is_own=False, is_changed=said is not None,
    )  # fmt: skip


def set_line(language: str, code: str, at: datetime, by: Agent, **given: str | bool) -> None:
    """Changes a hint or adds one of the house's own; each has better words beside what it finds."""
    why, better = str(given["why"]).strip()[:300], str(given["better"]).strip()[:300]
    if not why or not better:
        raise Malformed("Say why, and give better words.", field="better" if why else "why")
    current = {line.code: line for line in lines(language)}
    if code and code not in current:
        raise NotFound("There is no such hint.")
    phrases = ""
    if not code or current[code].is_own:
        phrases = "\n".join(checked(str(given["phrases"]).splitlines()))
    wordings.say(language, code, at, by, phrases=phrases, why=why, better=better, is_active=bool(given["is_on"]))


def checked(phrases: Iterable[str]) -> list[str]:
    """Returns phrases that can be looked for; raises Malformed for none, too many, and what is no phrase."""
    found = [" ".join(phrase.split()) for phrase in phrases if phrase.strip()]
    if not found:
        raise Malformed("Write at least one phrase.", field="phrases")
    for phrase in found:
        if len(found) > MOST_PHRASES or len(phrase) > LONGEST_PHRASE or not _PLAIN.fullmatch(phrase):
            raise Malformed(
                "“%(phrase)s” is no phrase: plain words only, at most 40 lines.",
                values={"phrase": phrase[:40]},
                field="phrases",
            )
    try:
        any_phrase(found, {})
    except (ValueError, KeyError, re.error):
        raise Malformed("One of the phrases cannot be understood.", field="phrases") from None
    return found


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(text.splitlines())


def _changed(row: Row, said: Wording | None) -> Row:
    return replace(row, why=said.why or row.why, better=said.better or row.better) if said else row
