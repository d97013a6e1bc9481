"""No way of getting a script, a form, a frame or a foreign address into a page works; browsers are asked elsewhere."""

from __future__ import annotations

import random
from pathlib import Path

import nh3
import pytest

from goodword.channels.email.showing.allowed import ATTRIBUTES, TAGS
from tests.channels.reading.mutants import INTERESTING
from tests.channels.showing.harmless import faults_of, shown

LINES = (Path(__file__).parent / "data" / "vectors.txt").read_text(encoding="ascii").splitlines()
VECTORS = [line.encode("ascii").decode("unicode_escape") for line in LINES if line and not line.startswith("#")]
EVERYTHING = TAGS | {
    "script",
    "style",
    "svg",
    "math",
    "iframe",
    "form",
    "input",
    "button",
    "object",
    "embed",
    "base",
    "x",
}
ATTRIBUTE_NAMES = {"*": {"onclick", "onerror", "onload", "style", "class", "id", "title", "lang", "dir"}}


def test_there_are_enough_of_them() -> None:
    assert len(VECTORS) == len(set(VECTORS)) >= 250


def test_the_judge_sees_what_is_wrong_with_them() -> None:
    """A judge who finds nothing in the raw vectors would find nothing in the pages either."""
    assert sum(bool(faults_of(vector)) for vector in VECTORS) > 0.9 * len(VECTORS)


@pytest.mark.parametrize("vector", VECTORS)
@pytest.mark.parametrize(
    "around", ["{}", "<table><tr><td>{}</td></tr></table>", "<p title='{}'>", "<a href='https://shop.example'>{}"]
)
def test_a_vector_does_nothing(vector: str, around: str) -> None:
    page = shown(around.replace("{}", vector)).html
    assert faults_of(page) == []


@pytest.mark.parametrize("vector", VECTORS)
def test_a_page_means_the_same_to_another_parser(vector: str) -> None:
    """No mutation: parsed again, by rules that let everything through, it is still the same page."""
    page = shown(vector).html
    attributes = {tag: set(names) for tag, names in ATTRIBUTES.items() if tag != "*"}
    attributes["*"] = ATTRIBUTES["*"] | ATTRIBUTE_NAMES["*"]
    attributes.setdefault("a", set()).update({"target"})
    again = nh3.clean(
        page, tags=EVERYTHING, clean_content_tags=set(), attributes=attributes, link_rel="noopener noreferrer nofollow",
        url_schemes={"http", "https", "mailto", "tel", "data"}, strip_comments=False,
    )  # fmt: skip
    assert faults_of(again) == []
    assert again.count("<") == page.count("<")


@pytest.mark.parametrize("vector", VECTORS)
def test_cleaning_a_clean_page_changes_nothing_that_acts(vector: str) -> None:
    assert faults_of(shown(shown(vector).html).html) == []


def test_no_mixture_of_vectors_does_anything() -> None:
    chance = random.Random(20250114)
    nasty = [piece.decode("latin-1") for piece in INTERESTING]
    for _ in range(2_000):
        pieces = [chance.choice(VECTORS) for _ in range(chance.randrange(1, 5))]
        page = "".join(pieces)
        for _ in range(chance.randrange(6)):
            at, to = sorted(chance.randrange(len(page) + 1) for _ in range(2))
            page = page[:at] + chance.choice((*nasty, page[at:to])) + page[chance.choice((at, to)) :]
        assert faults_of(shown(page).html) == [], page
