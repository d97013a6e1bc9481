"""Where an English clause could promise: its modal or what stands for one, who acts, and what surrounds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goodword.promises.words import english as en
from goodword.promises.words import english_conditions as when
from goodword.promises.words.clauses import Stretch

SELF, WE, THEY, HUMAN, YOU, THIS, THING, SCHEDULED, EVERYBODY, THERE, DROPPED, NAMED = (
    "i", "we", "they", "human", "you", "this", "thing", "scheduled", "everybody", "there", "dropped", "named",
)  # fmt: skip
ACTING = (SELF, WE, THEY, HUMAN, NAMED, DROPPED)


@dataclass(frozen=True)
class Claim:
    """A clause that promises: where it stands, who acts, how it is said, and what surrounds it.

    `around` is where its time may stand beside the clause; `event` is what it waits for on our side; `said` holds the
    words by which its kind is told.
    """

    clause: Stretch
    subject: str
    subject_words: str
    predicate: str
    form: str
    around: tuple[Stretch, ...] = ()
    event: str = ""
    said: str = ""
    negated: bool = False
    bare: bool = False
    kind: str = ""


@dataclass(frozen=True)
class Head:
    """The words of a clause that could promise."""

    form: str
    start: int
    end: int
    negated: bool = False


def heads_in(clause: Stretch) -> Iterator[Head]:
    """Yields what could promise in a clause, the surest form first."""
    text = clause.text
    for modal in en.MODAL.finditer(text):
        said = modal[0].lower()
        if modal["what"]:
            yield Head("what", modal.start(), modal.end())
            continue
        never = "never" in (modal["not"] or "").lower()
        negated = bool(modal["not"] or modal["not2"]) or said.startswith("won") or " not " in f" {said} "
        yield Head("never" if never else "should" if modal["should"] else "will", modal.start(), modal.end(), negated)
    if match := en.LET_ME.search(text):
        yield Head("let", match.start(), match.start())
    if match := en.INTENTION.search(text):
        yield Head("mild" if match["mild"] else "intention", match.start(), match.end())
    if match := en.PROGRESSIVE.search(text):
        yield Head("progressive", match.start(), match.start("verb"))
    for other in en.OTHER_HEADS.finditer(text):
        yield Head(other.lastgroup or "", other.start(), other.end())
    if match := when.COMMITTED.search(text):
        yield Head("committed", match.start(), match.end())


_ASIDE = re.compile(r"\s(?:for|of|on|from|with|in|at|to)\s", re.IGNORECASE)


def subject_of(words: str, before: list[Stretch]) -> str:
    """Who acts, by the words before the verb."""
    words = words.rstrip(" ,")
    if not words.strip() or words.lower().split()[-1] in ("and", "but", "then", "also", "so", "or"):
        return _subject_before(before)
    for pattern, subject in ((en.YOU, YOU), (en.HE_OR_THEY, THEY), (en.THIS, THIS), (en.THERE, THERE)):
        if pattern.search(words):
            return subject
    if match := en.I_OR_WE.search(words):
        return SELF if match["who"].lower() == "i" else WE
    if en.EVERYBODY.search(words):
        return EVERYBODY
    if en.HUMAN.search(words):
        return HUMAN
    if en.SCHEDULED.search(_ASIDE.split(words)[0]):
        return SCHEDULED
    determined = re.search(
        r"\b(?:the|your|our|my|an?|this|that|any|his|her|their)\s+(?:[\w'’-]+\s+){0,4}[\w'’-]+$", words, re.IGNORECASE
    )
    return NAMED if en.NAME.search(words) and not determined else THING


def _subject_before(before: list[Stretch]) -> str:
    """A verb without a subject goes on with that of the clause before, or is said by the writer."""
    for clause in reversed(before):
        match = en.MODAL.search(clause.text) or re.search(
            r"\s(?:am|is|are|has|have|was|were)\b|['’](?:m|re|s|ve)\b", clause.text
        )
        if match:
            return subject_of(clause.text[: match.start()] or "I", [])
    return DROPPED


def around_of(parts: list[Stretch], index: int) -> tuple[Stretch, ...]:
    """The fragments beside a clause, in which its time may stand."""
    found = [parts[index]]
    for place in range(index - 1, -1, -1):
        if is_finite(parts[place]):
            break
        found.insert(0, parts[place])
    for place in range(index + 1, len(parts)):
        purpose = parts[place].joined in ("before", "by the time", "until", "till", "so that", "so")
        if en.MODAL.search(parts[place].text) or (is_finite(parts[place]) and not purpose):
            break
        found.append(parts[place])
    return tuple(found)


_VERB = re.compile(en._FINITE, re.IGNORECASE)


def is_finite(clause: Stretch) -> bool:
    """Says whether a clause has a verb of its own, or is a condition."""
    return bool(_VERB.search(clause.text)) or clause.joined in when.SUBORDINATE


def event_of(parts: list[Stretch], index: int) -> str:
    """What the promise waits for on our side ("once the warehouse confirms"): its words, else nothing."""
    following = parts[index + 1] if index + 1 < len(parts) else None
    if following and following.joined in ("before", "after") and en.LENGTH.search(parts[index].text):
        return f"{following.joined} {following.text}"
    for clause in (*parts[index + 1 : index + 2], *parts[max(0, index - 1) : index]):
        if clause.joined in ("once", "when", "whenever", "as soon as", "soon as", "after", "until", "till", "upon"):
            return f"{clause.joined} {clause.text}"
    aside = parts[index - 1].text if index and not is_finite(parts[index - 1]) else ""
    match = when.FROM_THEN.search(f"{aside} {parts[index].text}")
    return match[0] if match else ""
