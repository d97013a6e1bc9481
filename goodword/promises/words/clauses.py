"""Cuts a text into sentences and clauses. Offsets are kept, so that every clause can be shown in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST_TEXT = 20_000
LONGEST_SENTENCE = 1_500

_ABBREVIATIONS = (
    "mr mrs ms dr prof st no nr inc ltd co corp approx e.g i.e eg ie etc vs a.m p.m am pm dept tel ref sr sra d.h z.b bzw ca inkl jan feb mar apr "
    "jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun mme mlle mm"
)
_SHORT = frozenset(_ABBREVIATIONS.split())
_STOP = re.compile(r"[.!?…]+[\"'”’)\]*]*(?=\s|$)|\n+|\s[•*]\s")
_WORDS = re.compile(r"[\w’']+")
_LAST_WORD = re.compile(r"([\w.]+)$")


@dataclass(frozen=True)
class Stretch:
    """A part of the text: `text[start:end]` and how it stands in the sentence.

    `joined` is what led to it ("and", "if", ","); `mark` the mark that ends its sentence.
    """

    start: int
    end: int
    text: str
    joined: str = ""
    mark: str = ""


def sentences(text: str) -> list[Stretch]:
    """Returns the sentences of a text; a new line that goes on in small letters is no new sentence."""
    found: list[Stretch] = []
    start, text = 0, text[:LONGEST_TEXT]
    for stop in _STOP.finditer(text):
        if not _ends_here(text, stop):
            continue
        words = text[start : stop.start()].rstrip()
        own = words.rstrip(".!?")  # "at 3 pm." before a new line in small letters: the mark is none of the words
        _add(found, text, start, start + len(own), stop[0].strip()[:1] or words[len(own) :][:1])
        start = stop.end()
    _add(found, text, start, len(text), "")
    return found


def _ends_here(text: str, stop: re.Match[str]) -> bool:
    following = text[stop.end() :].lstrip()[:1]
    if stop[0].startswith("\n"):
        before = text[: stop.start()].rstrip()[-1:]
        return len(stop[0]) > 1 or not following.islower() or before in ".!?:"
    if stop[0][0] != ".":
        return True
    last = _LAST_WORD.search(text, max(0, stop.start() - 12), stop.start())
    word = last[1].lower() if last else ""
    if word in _SHORT or (len(word) == 1 and word != "i" and word.isalpha()):
        return (
            not (following.islower() or following.isdigit())
            and word not in ("mr", "mrs", "ms", "dr", "prof", "st")
            and len(word) != 1
        )
    a_number = word.isdigit() and len(word) <= 2  # of a list, or of a day ("14. März")
    return not (a_number and following and not following.isupper())


def _add(found: list[Stretch], text: str, start: int, end: int, mark: str) -> None:
    while start < end and (text[start].isspace() or text[start] in "-–•*>"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        end = min(end, start + LONGEST_SENTENCE)
        found.append(Stretch(start, end, text[start:end], "", mark))


def clauses(sentence: Stretch, boundary: re.Pattern[str]) -> list[Stretch]:
    """Cuts a sentence where `boundary` matches; its group `word` is what joins the clause that follows."""
    found, start, joined = [], 0, ""
    for cut in boundary.finditer(sentence.text):
        if cut.start() > start:
            found.append(_clause(sentence, start, cut.start(), joined))
        joined = " ".join(_WORDS.findall((cut.groupdict().get("word") or cut[0]).lower())) or cut[0].strip()
        start = cut.end() if cut.groupdict().get("keep") is None else cut.start("keep")
    found.append(_clause(sentence, start, len(sentence.text), joined))
    return [clause for clause in found if clause.text.strip()]


def _clause(sentence: Stretch, start: int, end: int, joined: str) -> Stretch:
    text = sentence.text
    while start < end and (text[start].isspace() or text[start] in ",;"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    return Stretch(sentence.start + start, sentence.start + end, text[start:end], joined, sentence.mark)
