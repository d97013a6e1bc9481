"""The check's letter looks as a person wrote it: one question, one link, one sign-off."""

from __future__ import annotations

import pytest

from goodword.channels.email.link_words import with_link
from goodword.closing.letters import LETTERS, check_letter

LINK = "https://desk.example/portal/1.token"
SIGNATURE = "Kind regards\nAda\nLarch & Lane"


@pytest.mark.parametrize("language", sorted(LETTERS))
def test_it_names_what_was_promised_and_ends_with_link_and_name(language: str) -> None:
    text = check_letter(language, "Kim", "Gift card", ["I will send it"], "Ada", LINK)
    assert "– I will send it" in text
    assert "Kim" in text.splitlines()[0]
    assert text.count(LINK) == 1
    assert text.endswith("\nAda")


def test_a_signature_takes_the_place_of_regards_and_name() -> None:
    text = check_letter("en", "Kim", "Gift card", [], "Ada", LINK, signature=f"{SIGNATURE}\n")
    assert text.endswith(SIGNATURE)
    assert text.count("Kind regards") == 1
    assert with_link(text, "", "en", SIGNATURE).count("Kind regards") == 1


def test_nobody_is_greeted_by_no_name() -> None:
    assert check_letter("en", "", "Gift card", [], "Ada", LINK).startswith("Hello,\n")
    assert check_letter("es", "", "Gift card", [], "Ada", LINK).startswith("Hola:\n")


def test_a_language_that_we_do_not_speak_is_answered_in_english() -> None:
    assert check_letter("tlh", "Kim", "Gift card", [], "Ada", LINK).startswith("Hello Kim,")


def test_the_second_letter_says_that_it_is_the_last() -> None:
    assert "I will not trouble you again" in check_letter("en", "Kim", "Gift card", [], "Ada", LINK, second=True)
