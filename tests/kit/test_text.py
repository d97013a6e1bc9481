"""Small things done to texts."""

from __future__ import annotations

import re

import pytest

from goodword.kit.text import spelled


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("I'll call", "I’ll \n call"),
        ("I'll call", "I'll call"),
        (r"(?:a |the )?day", "the  day"),
        (r"[' ]x", " x"),
        (r"a\ b", "a b"),
        (r"[\]' ]+", "]' '"),
    ],
)
def test_an_expression_may_be_written_as_it_is_spoken(pattern: str, text: str) -> None:
    assert re.fullmatch(spelled(pattern), text)


def test_what_stands_in_brackets_stays_as_it_is() -> None:
    assert spelled("[ ']a b") == r"[ ']a\s+b"
    assert spelled(r"\[ b") == r"\[\s+b"
