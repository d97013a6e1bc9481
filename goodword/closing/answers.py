"""Sorts a customer's answer to a check: done, more, new, or unsure. Pure; what is not certain goes to a person.

An answer is `done` only when every clause of it is understood, one of them says that it is solved or that nothing is
left, and nothing in it speaks of more, of something new, or asks. One unknown word makes it `unsure`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from goodword.closing.answer_words import LANGUAGES
from goodword.kit.text import spelled

DONE, MORE, NEW, UNSURE = "done", "more", "new", "unsure"
LONGEST_ANSWER = 4000
WHOLE_WORDS = ("hello", "thanks", "yes", "no", "praise", "nothing", "solved", "sign_off")

_QUOTED = re.compile(
    r"^\s*(?:>|\|).*$|^-{2,}\s*(?:original|ursprüngliche|message|mensaje)\b.*", re.IGNORECASE | re.MULTILINE
)
_ATTRIBUTION = re.compile(
    r"^(?:on|am|le|el)\b[^\n]{5,120}(?:wrote|schrieb|a\s+écrit|escribió)[^\n]*:?\s*$.*",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+")
_SAD = re.compile("[😠😡🤬😤😞😟😢😭😒🙄👎💔❌😕☹😖😣😩😫🤦]")
_SIGNS = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\u2190-\u21ff]|[:;=8][-'o^]?[)(DPp|/\\\\]|<3|\\^\\^|xD"
)
_SAD_FACES = re.compile(r"[:;=][-'o^]?[(/\\|]")
_SEGMENTS = re.compile(r"[.!?,;:\n()\[\]…\"“”„«»¡¿]+|\s[-–—]+\s|[–—]")
_WORDS = re.compile(r"[^\W\d_][\w’'-]*|\d[\w.,/:-]*", re.UNICODE)
_LINE_OR_STOP = re.compile(r"\n|[.!,;]+(?=\s|$)")
_AFTERTHOUGHT = re.compile(r"\s*(?:p\.?\s?s\b|nb\b|edit\b|ach\b|oh\b|ah\b)|(?:\S+\s+){9,}", re.IGNORECASE)
_BESIDE_GREETING = re.compile(
    r"(?:^|[\s.!])(?:hi|hello|hey|dear|thanks|thank\s+you|thx|cheers|hallo|liebe[r]?|herr|frau|danke|dank|bonjour|merci|madame|monsieur|hola|"
    r"gracias|señora?|estimad[oa])(?:\s+(?:you|a\s+lot|very\s+much|so\s+much|again|herr|frau|mr|mrs|ms|dr))*[\s,.]+"
    r"((?-i:[A-ZÄÖÜÉÈÁÍÓÚÑ])[\w'-]*(?:\s(?-i:[A-ZÄÖÜÉÈÁÍÓÚÑ])[\w'-]*)?)",
    re.IGNORECASE,
)
_YES_OR_NO = re.compile(r"(?:(?P<yes>yes|yep|yeah|yup|ja|oui|sí|si)|(?P<no>no|nope|nein|non))\s+(?=\S)")
_WITHOUT_NAME = re.compile(r"(?<=[a-zé])\s+[^\W\d]{2,12}$")
_ELISION = re.compile(r"^(?:l|d|j|c|qu|s|m|t)'(?=\w)")
_FILLERS = re.compile(
    r"^(?:(?:and|so|well|oh|ah|ok|okay|und|also|et|alors|y|pues|then|vale|bueno|super|great)\s+)+(?=\S)"
)


@dataclass(frozen=True)
class Patterns:
    """The tables of all languages as one: customers mix them."""

    safe: frozenset[str]
    things: frozenset[str]
    solved: re.Pattern[str]
    nothing: re.Pattern[str]
    praise: re.Pattern[str]
    thanks: re.Pattern[str]
    polite: re.Pattern[str]
    yes: re.Pattern[str]
    no: re.Pattern[str]
    more: re.Pattern[str]
    new: re.Pattern[str]
    asks: re.Pattern[str]
    sign_off: re.Pattern[str]
    solved_question: re.Pattern[str]
    else_question: re.Pattern[str]


@dataclass
class Said:
    """What an answer holds."""

    sad: bool = False
    more: bool = False
    new: bool = False
    asks: bool = False
    solved: bool = False
    nothing: bool = False
    praise: bool = False
    thanks: bool = False
    accepts: bool = False
    yes: bool = False
    no: bool = False
    unknown: bool = False


def _one(name: str, *others: str) -> re.Pattern[str]:
    found: list[str] = []
    for words in LANGUAGES.values():
        for table in (name, *others):
            value = getattr(words, table)
            found.extend([value] if isinstance(value, str) else value)
    joined = "|".join(f"(?:{spelled(pattern)})" for pattern in found)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)" if name in WHOLE_WORDS else joined, re.IGNORECASE)


@cache
def _patterns() -> Patterns:
    names = (
        "solved",
        "nothing",
        "praise",
        "thanks",
        "yes",
        "no",
        "more",
        "new",
        "asks",
        "sign_off",
        "solved_question",
        "else_question",
    )
    return Patterns(
        safe=frozenset(word for words in LANGUAGES.values() for word in words.safe.split()),
        things=frozenset(word for words in LANGUAGES.values() for word in words.things.split()),
        polite=_one("hello", "goodbye"),
        **{name: _one(name) for name in names},
    )


def sort_answer(text: str, *, language: str = "", question: str = "") -> str:
    """Returns `done`, `more`, `new` or `unsure`. Only what says plainly that nothing is left is `done`.

    `question` is what was asked; without it, whether it is solved. Customers mix languages, so `language` is not
    needed: the tables of all languages are used together.
    """
    said = _read(text)
    asked = _asked(question)
    settled = said.solved or said.nothing or said.praise or said.yes or (said.thanks and not said.more)
    if said.new and (settled or not said.more) and not said.sad:
        return NEW
    if said.sad or said.more or said.asks:
        return MORE
    return _understood(said, asked)


def _understood(said: Said, asked: str) -> str:
    """Sorts an answer in which nothing speaks of more."""
    if said.no and asked == "solved" and not (said.yes or said.nothing or said.solved):
        return MORE
    if said.yes and asked == "else" and not (said.solved or said.nothing):
        return MORE
    if said.unknown:
        return UNSURE
    if said.solved or said.nothing:
        return UNSURE if said.no and asked == "solved" and not said.nothing else DONE
    if said.no:
        return DONE if asked == "else" else UNSURE
    if said.yes:
        return DONE if asked == "solved" else UNSURE
    return DONE if said.praise and said.thanks and asked != "else" else UNSURE


def _asked(question: str) -> str:
    """What was asked last: `solved`, whether something `else` is left, or nothing that a bare yes would answer."""
    asked = [part for part in re.findall(r"[^.!?\n]*\?", question) if part.strip(" ?")]
    if not asked:
        return "solved" if not question.strip() else ""
    words = _patterns()
    kinds = {
        "else" if words.else_question.search(part) else "solved" if words.solved_question.search(part) else ""
        for part in asked
    }
    return kinds.pop() if len(kinds) == 1 else ""


def is_only_thanks(text: str, language: str = "") -> bool:
    """Says whether a message is a thanks and nothing else: such a one reopens nothing and cancels nothing."""
    said = _read(text)
    signals = (said.sad, said.more, said.new, said.asks, said.unknown, said.solved, said.nothing, said.yes, said.no)
    return not any(signals) and (said.thanks or said.praise or said.accepts)


def _read(text: str) -> Said:
    """Reads an answer clause by clause, up to its signature."""
    words = _patterns()
    body = _ADDRESS.sub(" ", _visible(text))
    said = Said(sad=bool(_SAD.search(body) or _SAD_FACES.search(body)), asks="?" in body)
    plain = _SIGNS.sub(". ", body)
    said.accepts = plain != body
    names = _names(plain)
    letter = _without_signature(plain.lower())
    said.new = bool(words.new.search(" ".join(_SEGMENTS.sub(" ", letter).split())))
    for segment in _SEGMENTS.split(letter):
        _sort_segment(" ".join(segment.split()), said, names)
    return said


def _visible(text: str) -> str:
    """What the customer wrote: without quoted lines, with plain apostrophes."""
    body = text[:LONGEST_ANSWER].replace("’", "'").replace("`", "'").replace("\r", "")
    return _QUOTED.sub("", _ATTRIBUTION.sub("", body))


def _without_signature(letter: str) -> str:
    """Cuts a letter where its signature begins; what looks like an afterthought stays."""
    sign_off = _patterns().sign_off
    place = 0
    for mark in [*_LINE_OR_STOP.finditer(letter), None]:
        end = mark.start() if mark else len(letter)
        bare = letter[place:end].strip(" \t.,!-*_\n")
        if (bare and place and (sign_off.fullmatch(bare) or sign_off.fullmatch(_WITHOUT_NAME.sub("", bare)))) or letter[
            place:end
        ].strip() in ("--", "__"):
            behind = letter[end:].split("\n")
            return letter[:place] + "\n".join(line for line in behind if _AFTERTHOUGHT.match(line))
        place = mark.end() if mark else end
    return letter


def _names(plain: str) -> frozenset[str]:
    """Words that may be names: written with a capital beside a greeting or thanks, or alone on the last line."""
    found = [match[1] for match in _BESIDE_GREETING.finditer(plain)]
    lines = plain.strip(" .,!-\n").split("\n")
    last = lines[-1].strip(" .,!-")
    if len(lines) > 1 and 0 < len(last.split()) <= 3:
        found.append(last)
    return frozenset(word.lower().strip(".,") for name in found for word in name.split() if word[:1].isupper())


def _sort_segment(segment: str, said: Said, names: frozenset[str]) -> None:
    """Adds to `said` what one clause says."""
    words = _patterns()
    if not _WORDS.search(segment):
        return
    thanks = words.thanks.search(segment)
    said.thanks = said.thanks or bool(thanks)
    bare = _FILLERS.sub("", " ".join(words.polite.sub(" ", words.thanks.sub(" ", segment)).split()))
    for kind in ("nothing", "no", "yes", "praise"):
        if getattr(words, kind).fullmatch(bare):
            setattr(said, kind, True)
            return
    opening = _YES_OR_NO.match(bare)
    if opening:
        said.yes, said.no = said.yes or bool(opening["yes"]), said.no or bool(opening["no"])
        bare = bare[opening.end() :]
    _sort_words(bare, said, names, thankful=bool(thanks))


def _sort_words(clause: str, said: Said, names: frozenset[str], *, thankful: bool) -> None:
    """A clause all of whose words are understood may say that it is solved; any other makes a person look."""
    words = _patterns()
    if words.nothing.fullmatch(clause):
        said.nothing, said.no = True, False
        return
    solved = words.solved.search(clause)
    left = [_ELISION.sub("", word) for word in _WORDS.findall(words.solved.sub(" ", clause))]
    understood = words.safe | names | (words.things if solved or thankful else frozenset())
    unknown = [word for word in left if word not in understood and not word[0].isdigit()]
    if not unknown:
        said.solved = said.solved or bool(solved)
        said.accepts = True
        return
    said.unknown = True
    said.more = said.more or bool(words.more.search(clause))
    said.asks = said.asks or bool(words.asks.match(clause))
