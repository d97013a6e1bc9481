"""Sentences as agents write them, and every promise that is to be heard in them: said/*.txt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from goodword.hours.rules import ALWAYS_NINE_TO_FIVE
from goodword.promises.wording import hear

SAID = Path(__file__).parent / "said"
BERLIN = "Europe/Berlin"
NOW = datetime(2026, 3, 4, 10, tzinfo=ZoneInfo(BERLIN))


def lines(*names: str, bar: str = " || ") -> Iterator[list[str]]:
    """The lines of these files that are no comments, cut at their bars."""
    for name in names:
        for line in (SAID / name).read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                yield [part.strip() for part in line.split(bar)]


SENTENCES = list(lines(*(f"en_{number}.txt" for number in range(1, 10)), "other.txt"))
KINDS = list(lines("kinds.txt", bar=" | "))


def heard(text: str) -> str:
    """What is heard in a line: each promise as `kind@due`, or a dash."""
    channel, words = ("chat", text[3:]) if text.startswith("c: ") else ("email", text)
    found = hear(words.replace(" / ", "\n"), now=NOW, hours=ALWAYS_NINE_TO_FIVE(BERLIN), zone=BERLIN, channel=channel)
    return " ; ".join(one.kind + (one.due.strftime("@%Y-%m-%dT%H:%M") if one.due else "") for one in found) or "-"


@pytest.mark.parametrize(("text", "wanted"), SENTENCES, ids=[text[:60] for text, _ in SENTENCES])
def test_each_sentence_is_heard_as_a_careful_reader_would(text: str, wanted: str) -> None:
    assert heard(text) == wanted


def test_there_are_many_of_them_and_many_that_promise_nothing() -> None:
    assert len(SENTENCES) >= 700
    assert sum(wanted == "-" for _, wanted in SENTENCES) >= 380


@pytest.mark.parametrize(("kind", "text"), KINDS, ids=[text[:60] for _, text in KINDS])
def test_the_kind_is_what_the_reader_will_see(kind: str, text: str) -> None:
    assert heard(text).split("@")[0].split(" ;")[0] == kind
