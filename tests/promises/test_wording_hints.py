"""Hints on a draft: each with the words it is about and better ones, none where the words are good."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from goodword.hours.rules import ALWAYS_NINE_TO_FIVE
from goodword.promises.hints import MOST_HINTS, OPEN_PROMISE, closing_hints, hints
from goodword.promises.wording import Heard, hear
from goodword.promises.words import closing_tables, english_kinds, english_predicates, foreign, hint_tables
from goodword.promises.words.hint_tables import Row
from goodword.promises.words.phrases import expression
from tests.promises.test_wording_said import BERLIN, NOW


def heard(text: str) -> list[Heard]:
    return hear(text, now=NOW, hours=ALWAYS_NINE_TO_FIVE(BERLIN), zone=BERLIN)


def codes(text: str, **more: str) -> list[str]:
    return [hint.code for hint in hints(text, heard=heard(text), **more)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("policy_first", "Dear Kim,\nUnfortunately, our return policy does not allow this."),
        ("policy_first", "Hi, according to our terms the box must be unopened."),
        ("policy_first", "Guten Tag, laut unseren AGB ist das ausgeschlossen."),
        ("policy_first", "Bonjour, selon nos conditions, cela n'est pas prévu."),
        ("policy_first", "Hola, según nuestra política no se admite."),
        ("defensive", "As I already explained, the box was too small."),
        ("defensive", "You should have kept the receipt."),
        ("defensive", "That was not our fault."),
        ("defensive", "Wie ich bereits erklärt habe, liegt es am Kabel."),
        ("dismissive", "There is nothing we can do."),
        ("dismissive", "You'll just have to wait."),
        ("dismissive", "Da können wir leider nichts machen."),
        ("vague", "Hopefully the parts come."),
        ("vague", "It should be fixed."),
        ("vague", "Vielleicht klappt es bis Montag."),
        ("asks_leave", "We would send a new one. Would that be OK for you?"),
        ("asks_leave", "Ist das für Sie in Ordnung?"),
        ("pushes_away", "Please contact the manufacturer."),
        ("pushes_away", "Bitte wenden Sie sich an den Hersteller."),
        ("pushes_away", "Veuillez contacter le transporteur."),
        ("upsell", "You could upgrade to our premium plan."),
        ("upsell", "For only £5 a month it will not happen."),
    ],
)
def test_a_wording_that_hurts_is_shown_with_better_words(code: str, text: str) -> None:
    found = [hint for hint in hints(text) if hint.code == code]
    assert found, hints(text)
    for hint in found:
        assert text[hint.start : hint.end] == hint.span
        assert hint.why
        assert hint.better


@pytest.mark.parametrize(
    "text",
    [
        "Hi Kim,\nI see that the zip broke after a week. I'm sending a new one today; you'll have it by Friday.\nAda",
        "Your refund of £49 went out this morning.",
        "We can do this: a new lamp on Tuesday, or your money back today. Which do you prefer?",
        "I will ask the carrier today and tell you by tomorrow noon what they say.",
        "Guten Tag Herr Krause, ich habe Ihnen heute 49 € erstattet.",
        "Bonjour, je vous ai remboursé 49 € ce matin.",
        "Hola, le he devuelto 49 € esta mañana.",
        "",
    ],
)
def test_good_words_get_no_hint(text: str) -> None:
    assert codes(text) == []


def test_a_rule_may_be_named_once_the_matter_has_been() -> None:
    matter = "Hi Kim,\nThe lamp came broken, I see. I'm sending a new one today. "
    assert "policy_first" not in codes(matter + "Our return policy is attached.")


def test_a_promise_without_a_date_is_shown_once() -> None:
    assert codes("We'll get back to you as soon as possible.") == [OPEN_PROMISE]
    assert codes("We'll get back to you by Friday.") == []


def test_each_hint_can_be_switched_off_and_rows_can_be_ones_own() -> None:
    text = "Hopefully it works. Calm down."
    assert codes(text) == ["vague", "dismissive"]
    assert [hint.code for hint in hints(text, off={"vague"})] == ["dismissive"]
    mine = [Row("slang", ("cheers mate",), "We do not speak like that.", "Kind regards")]
    assert [hint.code for hint in hints("Cheers mate, hopefully!", rows=mine)] == ["slang"]


def test_quoted_words_are_the_customers_and_get_no_hint() -> None:
    assert codes("> Calm down, they said.\n> Hopefully!\nYour money went out today.") == []


def test_a_long_rant_gets_no_more_hints_than_one_can_read() -> None:
    assert len(hints("Hopefully. Calm down. " * 500)) == MOST_HINTS


def test_the_last_letter_says_what_was_done_what_to_expect_by_when_and_who_follows_up() -> None:
    good = (
        "Hi Kim, I have refunded £49 today. You will see it by Friday. I'll write to you on Monday to hear if it came."
    )
    assert closing_hints(good, heard=heard(good)) == []
    poor = "Thanks for your message, we will get back to you about the lamp that came broken."
    assert {hint.code for hint in closing_hints(poor, heard=heard(poor))} == {"no_done", "no_when", "no_who"}
    assert closing_hints("You're welcome!") == []


def phrases() -> Iterator[tuple[str, dict[str, str]]]:
    """Every phrase of every table with the sets that it may name."""
    for rows in hint_tables.TABLES.values():
        yield from ((phrase, {}) for row in rows for phrase in row.phrases)
    for words in closing_tables.CLOSING.values():
        yield from ((phrase, {}) for phrase in (*words.done, *words.expect, *words.who))
    for _, _, row in english_kinds.KINDS:
        yield from ((phrase, english_kinds.SETS) for phrase in row)
    for name in vars(english_predicates):
        if name.isupper() and name != "SETS":
            yield from ((phrase, english_predicates.SETS) for phrase in getattr(english_predicates, name))
    for forms in foreign.LANGUAGES.values():
        yield from ((phrase, forms.sets) for _, row in forms.kinds for phrase in row)
        for name in ("future", "present", "reader", "never", "spared", "you_first", "asking", "at_once"):
            yield from ((phrase, forms.sets) for phrase in getattr(forms, name))


def test_every_phrase_of_the_tables_can_be_read_and_matches_something() -> None:
    for phrase, sets in phrases():
        pattern = re.compile(expression(phrase, sets), re.IGNORECASE)
        assert not pattern.match(""), phrase


def test_a_phrase_that_could_be_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="may not be missing"):
        expression("(perhaps) ..", {})
    with pytest.raises(ValueError, match="Brackets"):
        expression("vous (re)|rappelle", {})


def test_a_sentence_that_confirms_what_is_on_file_asks_no_leave() -> None:
    assert not hints("You have the MX-200 in size 42, is that right?")
    assert [hint.code for hint in hints("We refund it on Friday. Is that all right?")] == ["asks_leave"]
