"""The letters of an ask: in each language all that is needed, and nothing of ours."""

from __future__ import annotations

import dataclasses

import pytest

from goodword.asks import letters
from goodword.kit.dates import LANGUAGES

KNOWN = letters.Known(
    name="Swift Parcels", asker="Ada", house="Bolt Bikes", question="Where is parcel 77?\nIt left on Monday.",
    answer_by="Thursday 5 March, 5 pm (London time)", link="https://desk.example/portal/asks/1.x", instead_of="Omar",
)  # fmt: skip
OCCASIONS = (
    letters.MADE, letters.REMINDED, letters.LATE, letters.STANDS_IN, letters.EXTENDED, letters.WITHDRAWN,
)  # fmt: skip


@pytest.mark.parametrize("language", [*LANGUAGES, "de-AT", "xx", ""])
@pytest.mark.parametrize("occasion", OCCASIONS)
@pytest.mark.parametrize("is_approval", [False, True])
def test_every_letter_names_who_asks_what_and_how_to_answer(occasion: str, language: str, is_approval: bool) -> None:
    known = dataclasses.replace(KNOWN, is_approval=is_approval)
    text = letters.letter(occasion, known, language)
    assert "    Where is parcel 77?\n    It left on Monday." in text
    assert text.endswith("Ada\nBolt Bikes\n")
    assert "{" not in text
    open_still = occasion != letters.WITHDRAWN
    assert (KNOWN.link in text, KNOWN.answer_by in text) == (open_still, open_still)
    assert ("Omar" in text) == (occasion == letters.STANDS_IN)
    assert len([line for line in text.splitlines() if "https://" in line]) <= 1


def test_the_subject_names_the_question_on_one_line_and_stays_the_same() -> None:
    assert (
        letters.subject_of(KNOWN, "en") == "A question from Ada of Bolt Bikes: Where is parcel 77? It left on Monday."
    )
    unnamed = dataclasses.replace(KNOWN, house="", question="x" * 4000)
    assert len(letters.subject_of(unnamed, "en")) < 120
    assert letters.subject_of(unnamed, "en").startswith("A question from Ada: x")


def test_languages_differ() -> None:
    assert len({letters.letter(letters.MADE, KNOWN, language) for language in LANGUAGES}) == len(LANGUAGES)
