"""What customers answer to a check, and what we make of it. Real texts as people write them: answers.jsonl."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from goodword.closing.answers import is_only_thanks, sort_answer

CORPUS = [
    json.loads(line) for line in (Path(__file__).parent / "answers.jsonl").read_text(encoding="utf-8").splitlines()
]
SORTED = [(one, sort_answer(one["text"], language=one["lang"], question=one["question"])) for one in CORPUS]
MOST_WRONG_CLOSES = 0.005
LEAST_FOUND = 0.7


def test_the_corpus_is_large_and_speaks_four_languages() -> None:
    assert len(CORPUS) >= 400
    assert {one["lang"] for one in CORPUS} == {"en", "de", "fr", "es"}
    assert len({one["text"] for one in CORPUS}) > 0.9 * len(CORPUS)


def test_hardly_ever_is_a_case_closed_that_the_customer_would_keep_open() -> None:
    wrong = [one["text"] for one, answer in SORTED if answer == "done" and one["answer"] != "done"]
    assert len(wrong) <= MOST_WRONG_CLOSES * len(CORPUS), wrong


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_most_of_those_who_are_done_are_found(language: str) -> None:
    done = [answer for one, answer in SORTED if one["answer"] == "done" and one["lang"] == language]
    assert done.count("done") >= LEAST_FOUND * len(done)


def test_something_new_is_told_from_something_more() -> None:
    confused = [(one["text"], answer) for one, answer in SORTED if {one["answer"], answer} == {"new", "more"}]
    assert len(confused) <= 0.01 * len(CORPUS), confused


@pytest.mark.parametrize(
    "text",
    [
        "Thanks, but the second box is missing.",
        "Thanks! Also, could you change my address?",
        "Thanks, when will it arrive?",
        "All good? No.",
        "Solved, or so you claim.",
        "You can close this when I have my money.",
        "Works again, until tonight probably.",
        "Danke, aber es geht nicht.",
        "Merci, mais rien ne marche.",
        "Gracias, pero no funciona.",
        "Perfect. Just perfect.",
        "👍",
        "",
        "   \n ",
        "Nothing works.",
        "Yes please",
        "Best regards\nKim\nPS: the key was not in the box",
    ],
)
def test_what_is_not_plainly_done_stays_open(text: str) -> None:
    assert sort_answer(text) != "done"


def test_a_bare_yes_or_no_means_what_was_asked() -> None:
    assert sort_answer("Yes", question="Did this solve it?") == "done"
    assert sort_answer("No", question="Did this solve it?") == "more"
    assert sort_answer("No", question="Is there anything else we can do?") == "done"
    assert sort_answer("Yes", question="Is there anything else we can do?") == "more"
    assert sort_answer("Ja", question="Fehlt noch etwas?") == "more"
    assert sort_answer("Yes", question="Did this solve it? Is there anything else?") == "unsure"


def test_quoted_lines_and_signatures_do_not_speak() -> None:
    text = (
        "Yes, all sorted, thank you!\n\nKind regards\nKim Larsen\nHead of Broken Things\n+49 30 123\n\n"
        "On Tue, 3 Mar 2026 at 10:12, Ada Stone wrote:\n> If anything is missing, just answer."
    )
    assert sort_answer(text) == "done"


def test_an_afterthought_behind_the_signature_speaks() -> None:
    assert sort_answer("All fine, thanks\nBest regards\nKim\nPS: one key is still missing") == "more"


def test_hostile_answers_are_read_quickly_and_never_done() -> None:
    for text in ("no " * 5000, "(" * 9000, "thanks, " * 3000 + "but", "\x00\ud800", "é" * 10_000):
        assert sort_answer(text) != "done"


@pytest.mark.parametrize(
    "text",
    [
        "Thanks!", "Thank you so much, Ada!", "Ok, thanks", "OK", "👍", "Thanks for your quick reply.",
        "Thanks\n\nBest regards\nKim Larsen\nLarsen GmbH", "Vielen Dank!", "merci beaucoup", "Muchas gracias",
        "Danke Ihnen, schönen Tag noch",
    ],
)  # fmt: skip
def test_a_pure_thanks_is_known(text: str) -> None:
    assert is_only_thanks(text)


@pytest.mark.parametrize(
    "text",
    [
        "Thanks, but", "thanks! also...", "Thanks, when will it come", "Thanks?", "Thanks, I will wait for it.",
        "Thanks, it arrived", "Danke, aber", "Merci, mais non", "Gracias, pero", "", "Thanks for nothing", "No thanks",
    ],
)  # fmt: skip
def test_a_thanks_that_says_more_is_no_pure_thanks(text: str) -> None:
    assert not is_only_thanks(text)
