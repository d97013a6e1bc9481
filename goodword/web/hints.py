"""What may be said better in a draft: hints on wordings, and questions that ask for what is on file. None blocks."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from goodword.kit.tongues import later as _
from goodword.people.on_file import asked_again
from goodword.people.purchases import on_file
from goodword.promises import wording
from goodword.promises.hearing import own_words
from goodword.promises.hints import LONGEST_DRAFT, closing_hints, hints
from goodword.promises.house_words import words_for
from goodword.web.composing import CHANNELS, Composed

MOST = 8
ON_FILE = _("This is on file: confirm it instead of asking.")


@dataclass(frozen=True)
class Shown:
    """One hint as it stands under the draft; `fits` says that the better words can take the place of the span."""

    code: str
    span: str
    why: str
    better: str
    fits: bool = False


def hints_for(draft: Composed, text: str, off: Collection[str]) -> list[Shown]:
    """Returns the hints on a reply, without those that its writer has put aside. Five queries at most."""
    if draft.case is None or draft.part != "reply" or not text.strip():
        return []
    text, language = own_words(text[:LONGEST_DRAFT]), draft.case.customer.language
    heard = wording.hear(
        text, now=draft.now, hours=draft.hours, zone=draft.zone, channel=CHANNELS[draft.part], language=language
    )
    house = words_for(text, language)
    off = house.off.union(off)
    worded = hints(text, language=language, heard=heard, rows=house.rows, off=off)
    if (
        not draft.case.owed and not heard and "?" not in text
    ):  # nothing is left to do or to ask: perhaps the last letter
        worded += closing_hints(text, language=language, off=off)
    found = [Shown(one.code, one.span, *house.said.get(one.code, (one.why, one.better))) for one in worded]
    return [*_asked(draft, text, language, off), *found][:MOST]


def _asked(draft: Composed, text: str, language: str, off: Collection[str]) -> list[Shown]:
    """The questions for what is on file, each with the sentence that confirms it."""
    if draft.case is None:
        return []
    asked = [one for one in asked_again(text, on_file(draft.case.customer), language) if f"file-{one.what}" not in off]
    return [
        Shown(f"file-{one.what}", text[one.start : one.end].strip(), ON_FILE, one.better, fits=True) for one in asked
    ]
