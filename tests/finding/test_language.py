"""What people type into a search is read, whatever it is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.finding.language import FIELDS, LONGEST, MOST_PARTS, Condition, day_of, fold, read, words_of
from goodword.finding.queries import WAYS
from goodword.finding.spelling import marked, slips

WEDNESDAY = date(2026, 11, 25)


def test_words_phrases_and_conditions_are_told_apart() -> None:
    query = read('owner:me promise:owed due:<friday is:open team:x customer:kim "exact words" -word Tent')
    assert query.words == ("tent",)
    assert query.phrases == (("exact", "words"),)
    assert query.without == ("word",)
    assert query.conditions == (
        Condition("owner", "me"), Condition("promise", "owed"), Condition("due", "friday", "<"),
        Condition("is", "open"), Condition("team", "x"), Condition("customer", "kim"),
    )  # fmt: skip
    assert not query.faults


def test_every_condition_of_the_language_can_be_asked() -> None:
    assert set(WAYS) == set(FIELDS)


def test_a_condition_may_hold_a_space_and_may_be_turned_round() -> None:
    assert read('-owner:"Ada Hart"').conditions == (Condition("owner", "ada hart", negated=True),)


@pytest.mark.parametrize("text", ["is:nonsense", "promise:maybe", "due:sometime", "owner:", "due:<"])
def test_a_condition_that_is_none_is_told(text: str) -> None:
    query = read(text)
    assert query.faults
    assert not query.conditions


@pytest.mark.parametrize("text", ["re:tent", "https://shop.example/a", "note:hello", "12:30"])
def test_what_only_looks_like_a_condition_is_words(text: str) -> None:
    query = read(text)
    assert query.words
    assert (query.faults, query.conditions) == ((), ())


def test_words_are_compared_without_accents_and_capitals() -> None:
    assert words_of("Jürgen's ÉTÉ, no. 4711-B") == ["jurgen", "s", "ete", "no", "4711", "b"]


def test_a_number_alone_is_the_number_of_a_case() -> None:
    assert read("#4711").number == read(" 4711 ").number == 4711
    assert read("4711 tents").number == 0


@pytest.mark.parametrize(
    ("word", "ahead", "back"),
    [("today", "2026-11-25", "2026-11-25"), ("friday", "2026-11-27", "2026-11-20"), ("3d", "2026-11-28", "2026-11-22"),
     ("2w", "2026-12-09", "2026-11-11"), ("2026-02-28", "2026-02-28", "2026-02-28")],
)  # fmt: skip
def test_days_are_said_as_people_say_them(word: str, ahead: str, back: str) -> None:
    assert str(day_of(word, WEDNESDAY)) == ahead
    assert str(day_of(word, WEDNESDAY, back=True)) == back


@given(st.text(max_size=250) | st.text(alphabet='ais:"-<=>#. 1é', max_size=60))
def test_anything_can_be_read_and_stays_small(text: str) -> None:
    query = read(text)
    assert len(query.text) <= LONGEST
    assert len(query.words) <= 8
    assert len(query.conditions) <= MOST_PARTS
    for word in (*query.words, *query.without, *(word for phrase in query.phrases for word in phrase)):
        assert word.isalnum() or all(sign not in "' \\&|!:*()<>" for sign in word)


@given(st.text(max_size=100), st.lists(st.text(alphabet="aéß1 ", min_size=1, max_size=4), max_size=3))
def test_marking_a_text_leaves_it_as_it_is(text: str, words: list[str]) -> None:
    assert "".join(piece.text for piece in marked(text, [fold(word) for word in words])) == text


def test_what_was_looked_for_is_marked_in_the_part_around_it() -> None:
    text = "Many words before. " * 20 + "The Zélt leaks badly. " + "And many after. " * 20
    pieces = marked(text, ["zelt"], 120)
    assert [piece.text for piece in pieces if piece.hit] == ["Zélt"]
    assert pieces[0].text == "…"
    assert len("".join(piece.text for piece in pieces)) <= 125


def test_slips_are_letters_turned_round_or_one_too_many() -> None:
    assert "tent" in slips("tnet")
    assert "tent" in slips("tennt")
    assert not slips("te")
