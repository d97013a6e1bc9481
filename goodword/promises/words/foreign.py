"""Hears promises in the languages whose forms are tables: German, French, Spanish. The commonest forms, and no more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from goodword.kit.text import spelled
from goodword.promises.words.clauses import Stretch, clauses, sentences
from goodword.promises.words.forms import Forms
from goodword.promises.words.french import FRENCH
from goodword.promises.words.german import GERMAN
from goodword.promises.words.heads import SELF, WE, Claim
from goodword.promises.words.judging import Setting
from goodword.promises.words.kinds import OTHER
from goodword.promises.words.phrases import any_phrase
from goodword.promises.words.spanish import SPANISH

LANGUAGES: dict[str, Forms] = {"de": GERMAN, "fr": FRENCH, "es": SPANISH}

_LEADING = r"^\W*"
_ANYWHERE = r"(?<![\w-])"
_KNOWN = {
    "de": r"\b(?:ich|wir|sie|und|nicht|der|die|das|ist|ihnen|ihre|werden|bitte|mit|für|auf|ein|eine|melde|uns|danke|von|den|dem|zu|wird|wurde|morgen|heute|ihr|unser\w*|im|am|mich|bei|zum|es|sich|hoffentlich|vielleicht|\w*[äöüß]\w*)\b",
    "fr": r"\b(?:je|nous|vous|et|pas|le|la|les|est|votre|avec|pour|sur|un|une|des|merci|sera|bonjour|dans|du|de|que|à|demain|aujourd'hui|\w+(?:erai|erons|rez|ront)|sous|cela|ça|s'il|\w*[àâçèêëîïôûœ]\w*)\b",
    "es": r"\b(?:yo|nosotros|usted|y|no|el|la|los|las|es|su|con|para|por|un|una|gracias|hola|en|que|le|se|está|del|lo|hoy|mañana|esto|caso|vamos|voy|me|mi|encargo|ocupo|\w*ñ\w*|\w+(?:aré|eré|iré|dré|aremos|eremos|iremos|dremos|ará|erá|irá))\b",
    "en": r"\b(?:I|we|you|and|not|the|is|your|will|please|with|for|on|a|an|thanks|to|of|it|be|have|that|I'll|we'll)\b",
}
_COUNTED = {language: re.compile(words, re.IGNORECASE) for language, words in _KNOWN.items()}
LOOKED_AT = 500
MOST_WORDS_BESIDE = 6


def language_of(text: str, language: str = "") -> str:
    """Returns the language to listen in: that whose commonest words are met most; the one named where it is close."""
    met = {name: len(pattern.findall(text[:LOOKED_AT])) for name, pattern in _COUNTED.items()}
    named = language.split("-", maxsplit=1)[0].lower()
    if named in met:
        met[named] = 2 * met[named] + 1
    best = max(met, key=lambda name: (met[name], name == "en"))
    return best if met[best] else "en"


@dataclass(frozen=True)
class Compiled:
    """The tables of one language as expressions."""

    forms: Forms
    boundary: re.Pattern[str]
    future: re.Pattern[str]
    present: re.Pattern[str]
    reader: re.Pattern[str]
    never: re.Pattern[str]
    spared: re.Pattern[str]
    you_first: re.Pattern[str]
    asking: re.Pattern[str]
    at_once: re.Pattern[str]
    writer: re.Pattern[str]
    kinds: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def _compiled(language: str) -> Compiled:
    forms = LANGUAGES[language]
    names = ("future", "present", "reader", "never", "spared", "you_first", "asking", "at_once")
    return Compiled(
        forms=forms,
        boundary=re.compile(spelled(forms.boundary), re.IGNORECASE),
        writer=re.compile(spelled(forms.writer), re.IGNORECASE),
        kinds=tuple((kind, any_phrase(phrases, forms.sets, _ANYWHERE)) for kind, phrases in forms.kinds),
        **{
            name: any_phrase(
                getattr(forms, name), forms.sets, _LEADING if name in ("you_first", "asking") else _ANYWHERE
            )
            for name in names
        },
    )


def claims_in(setting: Setting, language: str) -> list[Claim]:
    """Returns the promising clauses of a text in one of LANGUAGES, in order."""
    tongue = _compiled(language)
    found: list[Claim] = []
    for sentence in sentences(setting.text):
        parts = clauses(sentence, tongue.boundary) if sentence.mark != "?" else []
        promising = (index for index in range(len(parts)) if _promises(parts, index, setting, tongue))
        found.extend(_claim(parts, index, tongue) for index in promising)
    return found


def _promises(parts: list[Stretch], index: int, setting: Setting, tongue: Compiled) -> bool:
    clause = parts[index]
    if clause.joined in tongue.forms.subordinate or tongue.asking.search(clause.text):
        return False
    if tongue.never.search(clause.text):
        return bool(tongue.spared.search(clause.text))
    said = tongue.future.search(clause.text)
    dated = any(setting.has_due(part) for part in _around(parts, index, tongue))
    if not said and not (tongue.present.search(clause.text) and (dated or tongue.reader.search(clause.text))):
        return False
    if not dated and tongue.at_once.search(clause.text):
        return False
    return not _waits(parts, index, tongue)


def _waits(parts: list[Stretch], index: int, tongue: Compiled) -> bool:
    """Whether the reader has to act first, by a condition in the sentence or by a request before it."""
    conditions = [part for part in parts if part.joined in tongue.forms.waiting]
    if any(tongue.you_first.search(part.text) for part in conditions):
        return True
    return any(tongue.asking.search(part.text) for part in parts[:index])


def _around(parts: list[Stretch], index: int, tongue: Compiled) -> tuple[Stretch, ...]:
    """The clause and the fragments beside it that hold no promise of their own."""
    found = [parts[index]]
    for place in (index - 1, index + 1):
        beside = parts[place] if 0 <= place < len(parts) else None
        if not beside or beside.joined in tongue.forms.waiting or len(beside.text.split()) > MOST_WORDS_BESIDE:
            continue
        if not (tongue.future.search(beside.text) or tongue.present.search(beside.text)):
            found.append(beside)
    return tuple(found)


def _claim(parts: list[Stretch], index: int, tongue: Compiled) -> Claim:
    clause = parts[index]
    events = [part for part in parts[max(0, index - 1) : index + 2] if part.joined in tongue.forms.waiting]
    kind = next((kind for kind, pattern in tongue.kinds if pattern.search(clause.text)), OTHER)
    return Claim(
        clause,
        subject=SELF if tongue.writer.search(clause.text) else WE,
        subject_words="",
        predicate=clause.text,
        form="foreign",
        around=_around(parts, index, tongue),
        event=f"{events[0].joined} {events[0].text}" if events else "",
        said=clause.text,
        negated=bool(tongue.never.search(clause.text)),
        kind=OTHER if tongue.never.search(clause.text) else kind,
    )
