"""Formatted words: what is read as formatted, what stays as it was typed, and what no words can do."""

from __future__ import annotations

import time

import pytest

from goodword.kit.rich import plain, read


@pytest.mark.parametrize(
    "typed",
    [
        "Dear Kim,\n\n\nit is 200*80*75 cm, *or so.\n  Ada  ",
        "25. November suits us.",
        "Best wishes\n- Ada",
        "# 5 is C:\\*tmp\\_x &amp; <b>that</b>\n    and this\n---\nSee https://desk.example/a_b_c_.",
    ],
)
def test_a_text_without_formatting_stays_letter_for_letter(typed: str) -> None:
    assert (read(typed).text, read(typed).html) == (typed, "")


@pytest.mark.parametrize(
    ("typed", "text", "html"),
    [
        ("**Dear** *Kim*", "Dear Kim", "<p><strong>Dear</strong> <em>Kim</em></p>"),
        ("Two:\n- a\n- b\nBye", "Two:\n\n- a\n- b\n\nBye", "<p>Two:</p><ul><li>a</li><li>b</li></ul><p>Bye</p>"),
        ("3. c\n4. d", "3. c\n4. d", '<ol start="3"><li>c</li><li>d</li></ol>'),
        ("> so?\nYes.", "> so?\n\nYes.", "<blockquote><p>so?</p></blockquote><p>Yes.</p>"),
        ("[us](desk.example)", "us (https://desk.example)", '<p><a href="https://desk.example">us</a></p>'),
        ("Run `a*b*c`", "Run a*b*c", "<p>Run <code>a*b*c</code></p>"),
        ("![x](a.png) **b**", "x b", "<p>x <strong>b</strong></p>"),
    ],
)
def test_what_is_formatted_is_read_as_words_and_shown_as_html(typed: str, text: str, html: str) -> None:
    found = read(typed)
    assert (found.text, found.html.replace("\n", "")) == (text, html)


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd"])
def test_a_link_leads_nowhere_that_could_do_harm(href: str) -> None:
    assert "<a" not in read(f"**x** [click]({href})").html


def test_html_that_is_typed_is_words() -> None:
    assert "<img" not in read("**x** <img src=x onerror=alert(1)> <script>1</script>").html


@pytest.mark.parametrize("piece", ["[", "> ", "*a ", "`", "- a\n", "[a](", "![", "  - x\n", "\\"])
def test_no_text_takes_long(piece: str) -> None:
    begun = time.process_time()
    plain(f"**x** {piece * (100_000 // len(piece))}")
    assert time.process_time() - begun < 5
