"""The new text of a reply: found under any program's marks in any language, and never at the price of a word."""

from __future__ import annotations

import pytest

from goodword.channels.email.reading import read
from goodword.channels.email.reading.replies import new_text
from tests.channels.reading.samples import blocks, folded, letter, raw_letter

NEW = "Thank you, it arrived.\nBut one strap is missing."
OLD = "Hello Kim,\nyour order 4711 has left our house: it is with the carrier now.\n\nBest wishes\nAda"
ATTRIBUTIONS, KEPT, FOOTERS = blocks("attributions.txt"), blocks("kept.txt"), blocks("footers.txt")
PAGES = blocks("html_replies.txt")


def quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


@pytest.mark.parametrize("title", ATTRIBUTIONS)
def test_what_stands_above_the_attribution_is_new(title: str) -> None:
    old = quoted(OLD) if title.endswith("marked") else OLD
    mail = letter(f"{NEW}\n\n{ATTRIBUTIONS[title]}\n{old}\n")
    assert mail.text_reply == NEW
    assert "your order 4711 has left" in mail.text_body  # folded, not deleted


@pytest.mark.parametrize("title", [title for title in ATTRIBUTIONS if title.endswith("marked")])
def test_what_stands_under_the_quotation_is_new(title: str) -> None:
    assert new_text(f"{ATTRIBUTIONS[title]}\n{quoted(OLD)}\n\n{NEW}\n") == NEW


@pytest.mark.parametrize("title", KEPT)
def test_a_letter_that_quotes_nothing_stays_whole(title: str) -> None:
    assert folded(new_text(KEPT[title])) == folded(KEPT[title])


@pytest.mark.parametrize("title", FOOTERS)
def test_footers_and_signatures_are_no_news(title: str) -> None:
    assert new_text(f"{NEW}\n\n{FOOTERS[title]}") == NEW
    above_a_quotation = f"{NEW}\n\n{FOOTERS[title]}\nOn 1/14/25 10:30, Desk wrote:\n{quoted(OLD)}\n"
    assert new_text(above_a_quotation) == NEW


@pytest.mark.parametrize("title", PAGES)
def test_html_without_plain_text_is_split_as_well(title: str) -> None:
    mail = letter(PAGES[title], kind="text/html; charset=utf-8")
    assert folded(mail.text_reply) == folded(NEW)
    assert mail.html


def test_answers_between_quotations_keep_what_they_answer() -> None:
    asked = ("> Which size?", "", "42.", "", "> And the colour?", "", "Blue.", "", "> Thanks", "> Ada", "")
    text = "\n".join(("Hello Ada,", "", "On 1/14/25 10:30, Ada wrote:", *asked))
    reply = new_text(text)
    assert [word in reply for word in ("Which size?", "42.", "And the colour?", "Blue.")] == [True] * 4
    assert "> Thanks" not in reply


def test_a_long_quoted_line_that_a_program_tore_is_no_answer() -> None:
    text = (
        f"{NEW}\n\nOp 14 januari 2025 10:30 schreef Desk <support@desk.example>:\n\n> Hello Kim\n"
        "> this is a line that was so long that the program of the customer has\ntorn it in two\n> Ada\n"
    )
    assert new_text(text) == NEW


def test_a_signature_under_the_quotation_is_no_answer() -> None:
    text = f"{NEW}\n\nOn 1/14/25 10:30, Desk wrote:\n{quoted(OLD)}\n-- \nKim Miller\n+49 40 123456\n"
    assert new_text(text) == NEW


def test_a_mail_that_only_forwards_is_shown_whole() -> None:
    title = "a forward without words of its own"
    assert "Your parcel is lost." in letter(KEPT[title]).text_reply


def test_a_reply_of_nothing_but_a_quotation_is_shown_whole() -> None:
    assert "your order 4711" in new_text(f"On 1/14/25 10:30, Desk wrote:\n{quoted(OLD)}\n")


def test_code_with_dashes_in_a_fence_is_no_signature() -> None:
    text = "Look:\n```\na: 1\n--\nb: 2\n```\nIs that right?\n"
    assert "b: 2" in new_text(text)


def test_an_attribution_on_the_line_of_the_answer_is_cut_off() -> None:
    assert new_text("Yes please On Tue, Jan 14, 2025 at 10:30 AM, Desk wrote:\n> Shall we?\n") == "Yes please"


def test_flowed_text_is_joined_before_it_is_split() -> None:
    """RFC 3676: the attribution of Thunderbird may be flowed too."""
    body = "Thank you, it \narrived.\n\nOn 1/14/25 10:30, Desk of the Example \nCompany wrote:\n> Hello\n"
    mail = letter(body, kind="text/plain; charset=utf-8; format=flowed")
    assert mail.text_reply == "Thank you, it arrived."


def test_a_letter_beyond_the_lines_looked_at_loses_nothing() -> None:
    body = "\n".join(f"line {number}" for number in range(8_000))
    assert new_text(body) == body


def test_the_whole_text_is_always_there_beside_the_new_one() -> None:
    for title, block in ATTRIBUTIONS.items():
        body = f"{NEW}\n\n{block}\n{OLD}\n"
        assert folded(read(raw_letter(body)).text_body) == folded(body), title
