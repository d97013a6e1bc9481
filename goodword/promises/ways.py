"""The three honest ways when a date is unlikely: promise it anyway, offer a likelier one, or say "we cannot"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from goodword.kit import dates
from goodword.kit.text import first_words
from goodword.promises.hearing import Chip, Decision, is_same, names_due

ANYWAY, COUNTER, CANNOT = "anyway", "counter", "cannot"


@dataclass(frozen=True)
class Sentences:
    """What the customer is told, in one language; none of these sentences promises anything but its date."""

    counter: str
    otherwise: str
    cannot: str
    instead: str


SENTENCES = {
    "en": Sentences(
        counter="{clause}. That is later than you hoped ({asked}), but it is a date I can keep.",
        otherwise="It will be done by {offered}",
        cannot="I cannot promise this for {asked}, and I would rather say so now than let you down: {why}.",
        instead="What is possible instead: {instead}.",
    ),
    "de": Sentences(
        counter="{clause}. Das ist später als erhofft ({asked}), aber ein Termin, den ich halten kann.",
        otherwise="Es wird bis {offered} erledigt",
        cannot="Für {asked} kann ich das nicht zusagen, und das sage ich lieber jetzt: {why}.",
        instead="Was stattdessen möglich ist: {instead}.",
    ),
    "fr": Sentences(
        counter="{clause}. C'est plus tard que souhaité ({asked}), mais c'est une date que je peux tenir.",
        otherwise="Ce sera fait d'ici {offered}",
        cannot="Je ne peux pas le promettre pour {asked}, et je préfère vous le dire maintenant : {why}.",
        instead="Ce qui est possible à la place : {instead}.",
    ),
    "es": Sentences(
        counter="{clause}. Es más tarde de lo que esperaba ({asked}), pero es una fecha que puedo cumplir.",
        otherwise="Estará hecho para el {offered}",
        cannot="No puedo prometerlo para {asked}, y prefiero decirlo ahora: {why}.",
        instead="Lo que sí es posible: {instead}.",
    ),
}


def chosen(one: Decision, safe: date | None) -> Decision:
    """Returns a decision after its way was chosen, or taken back; `safe` is the first likely day, to be offered."""
    if one.way == COUNTER:
        if one.asked is not None or one.due is None:
            return replace(one, record=True)
        return replace(one, asked=one.due, due=safe or one.due, record=True, touched=True)
    if one.way == CANNOT:
        return replace(one, due=one.asked or one.due, asked=one.asked or one.due, record=False)
    if one.asked is None:
        return one
    return replace(one, due=one.asked, asked=None, record=True)


def drafted(one: Decision, reader: dates.Reader, language: str, at: datetime) -> str:
    """Returns the words for the customer, or "" while something is missing for them."""
    spoken = language.partition("-")[0].lower()
    said = SENTENCES.get(spoken, SENTENCES["en"])
    if one.asked is None or one.due is None:
        return ""
    asked = _spoken(one.asked, reader, at)
    if one.way == COUNTER and one.due != one.asked:
        offered = _spoken(one.due, reader, at)
        mended = _with_date(one, offered) if said is SENTENCES["en"] else ""
        clause = mended or said.otherwise.format(offered=offered)
        return said.counter.format(clause=clause.rstrip(" .!"), asked=asked)
    if one.way == CANNOT and one.why.strip() and one.instead.strip():
        why, instead = (words.strip().rstrip(" .!") for words in (one.why, one.instead))
        return f"{said.cannot.format(asked=asked, why=why)} {said.instead.format(instead=instead)}"
    return ""


def _spoken(due: datetime | date, reader: dates.Reader, at: datetime) -> str:
    if isinstance(due, datetime):
        return dates.on(due, reader, at)
    return dates.day(datetime.combine(due, time(12), ZoneInfo(reader.zone)), reader, at)


def _with_date(one: Decision, offered: str) -> str:
    """The clause as it was written, with the date that is offered in the place of the one it named."""
    if not one.due_words or one.due_words not in one.words:
        return ""
    before, _, after = one.words.partition(one.due_words)
    return f"{before.rstrip()} by {offered}{after}" if before.strip() else ""


def still_said(heard: Sequence[Chip], decided: Sequence[Decision]) -> bool:
    """Says whether a text still promises the date for which another one, or an honest no, was chosen."""
    held = [one for one in decided if one.way in (COUNTER, CANNOT)]
    return any(
        is_same(one.words, chip.words) and not (one.way == COUNTER and names_due(one.due, chip))
        for one in held
        for chip in heard
    )


def missing(decided: Sequence[Decision]) -> str:
    """Returns what an honest no still lacks, as a sentence, or ""."""
    for one in decided:
        if one.way == CANNOT and not (one.why.strip() and one.instead.strip()):
            return f"Say why you cannot promise “{first_words(one.words, 60)}”, and what is possible instead."
    return ""
