"""A mail's page: it looks as its sender meant it, says where its links lead, and fetches nothing by itself."""

from __future__ import annotations

import re
import time

import pytest

from goodword.channels.email.showing import clean
from tests.channels.reading.monsters import MONSTERS
from tests.channels.reading.samples import blocks, folded
from tests.channels.showing.harmless import faults_of, shown, text_of

PAGES = blocks("html_replies.txt")
REMOTE = "https://shop.example/pump.png"
MISLEADING = {
    "another bank": ("https://evil.example/login", "www.bank.example", "evil.example"),
    "with a scheme": ("https://evil.example/", "https://bank.example/login", "evil.example"),
    "a user before the host": ("https://bank.example@evil.example/", "https://bank.example/", "evil.example"),
    "backslashes": ("https:\\\\evil.example\\@bank.example", "https://bank.example", "evil.example"),
    "a host of a host": ("https://bank.example.evil.example/", "bank.example", "bank.example.evil.example"),
    "a look-alike": ("https://bаnk.example/", "bank.example", "xn--bnk-6cd.example"),
    "a look-alike that says so itself": ("https://bаnk.example/", "bаnk.example", "xn--bnk-6cd.example"),
    "hidden marks": ("https://evil.example/", "bank\u200b.example", "evil.example"),
}
HONEST = {
    "the same": ("https://www.bank.example/login", "www.bank.example"),
    "with www": ("https://www.bank.example/", "bank.example"),
    "a part of the site": ("https://login.bank.example/", "https://bank.example/"),
    "words": ("https://evil.example/", "Click here"),
    "a file": ("https://files.example/1", "invoice.pdf"),
    "umlauts": ("https://küche.example/", "küche.example"),
    "a sentence end": ("https://shop.example/", "See here. Thanks."),
    "a mail address": ("mailto:kim@customer.example", "kim@customer.example"),
}


@pytest.mark.parametrize("title", MISLEADING)
def test_a_link_that_says_another_host_is_shown_for_what_it_is(title: str) -> None:
    target, text, host = MISLEADING[title]
    page = shown(f'<a href="{target}">{text}</a>').html
    assert f'<span class="leads-to">[{host}]</span>' in page
    assert 'rel="noopener noreferrer nofollow"' in page
    assert 'target="_blank"' in page


@pytest.mark.parametrize("title", HONEST)
def test_an_honest_link_carries_no_warning(title: str) -> None:
    target, text = HONEST[title]
    assert "leads-to" not in shown(f'<a href="{target}">{text}</a>').html


def test_every_link_has_its_target_as_its_title_whatever_its_sender_wrote_there() -> None:
    page = shown('<a href="https://evil.example/?a=1&amp;b=2" title="https://bank.example">Pay</a>').html
    assert 'title="https://evil.example/?a=1&amp;b=2"' in page
    assert "bank.example" not in page


def test_a_link_over_several_tags_is_read_as_one_text() -> None:
    page = shown('<a href="https://evil.example/"><b>www.</b><i>bank</i>.example</a>').html
    assert "[evil.example]" in page


def test_remote_images_are_blocked_and_counted_once_each() -> None:
    cleaned = shown(f'<img src="{REMOTE}" alt="Pump" width="300"><img src="{REMOTE}"><img src="//shop.example/2.png">')
    assert cleaned.blocked_images == 2
    assert 'src="https' not in cleaned.html.replace("data-src", "")
    assert 'alt="Pump"' in cleaned.html
    assert 'width="300"' in cleaned.html


def test_remote_images_come_through_the_desk_when_asked_for() -> None:
    cleaned = clean(f'<img src="{REMOTE}">', image_url=lambda _: None, remote_url=lambda url: f"/image?of={len(url)}")
    assert f'<img src="/image?of={len(REMOTE)}">' in cleaned.html
    assert cleaned.blocked_images == 0


@pytest.mark.parametrize("size", ['width="1" height="1"', "width=0", "height=1", 'width="2px"'])
def test_an_image_that_only_spies_is_gone_without_a_word(size: str) -> None:
    cleaned = shown(f'Hello<img src="{REMOTE}" {size}>')
    assert cleaned.html == "Hello"
    assert cleaned.blocked_images == 0


@pytest.mark.parametrize("name", ["known", "KNOWN", "kno%77n", "missing"])
def test_an_inline_image_is_shown_from_where_the_desk_serves_it(name: str) -> None:
    page = shown(f'<img src="cid:{name}" alt="Pump">').html
    expected = '<img src="/attachments/7" alt="Pump">' if name in ("known", "kno%77n") else '<img alt="Pump">'
    assert page == expected


def test_an_address_of_the_desk_that_the_sender_wrote_is_not_fetched() -> None:
    assert shown('<img src="/attachments/7">').html == ""


def test_a_picture_carried_in_the_page_is_shown() -> None:
    picture = "data:image/png;base64,iVBORw0KGgo="
    assert f'src="{picture}"' in shown(f'<img src="{picture}">').html


def test_what_a_letter_looks_like_is_kept() -> None:
    html = (
        '<div style="font-family: Arial, sans-serif; font-size: 11pt; color: #1f497d">Hello <b>Ada</b>,<br>'
        '<table border="1" cellpadding="4" bgcolor="#eeeeee"><tr><td colspan="2" align="right">4711</td></tr></table>'
        '<ul><li>one</li></ul><font color="red" size="2">late</font></div>'
    )
    page = shown(html).html
    for kept in ("font-size: 11pt", "color: #1f497d", 'border="1"', 'colspan="2"', "<li>one</li>", 'color="red"'):
        assert kept in page


def test_the_paragraphs_of_office_stand_as_close_as_there() -> None:
    page = shown('<p class="MsoNormal" style="color:red">one</p><p class=MsoNormal>two</p>').html
    assert page == '<p style="margin: 0; color: red">one</p><p style="margin: 0">two</p>'


@pytest.mark.parametrize("title", PAGES)
def test_no_word_of_a_letter_is_lost(title: str) -> None:
    page = clean(PAGES[title], image_url=lambda _: None, fold=None).html
    assert faults_of(page) == []
    for word in ("Thank you, it arrived.", "But one strap is missing.", "Hello Kim"):
        if word in PAGES[title]:
            assert word in text_of(page)


@pytest.mark.parametrize(
    "title", [title for title in PAGES if title not in ("mail.ru", "Notes", "signature in a table")]
)
def test_what_repeats_earlier_mails_is_folded_and_the_new_text_is_not(title: str) -> None:
    page = shown(PAGES[title]).html
    outside = text_of(re.sub(r"<details.*?</details>", "", page, flags=re.DOTALL))
    assert "Thank you, it arrived." in folded(outside)
    assert "But one strap is missing." in folded(outside)
    assert "Hello Kim" not in outside
    assert "Hello Kim" in text_of(page)


def test_a_mail_that_is_all_quotation_is_not_folded_away() -> None:
    page = shown('<div class="gmail_quote"><blockquote type="cite">Hello Kim</blockquote></div>').html
    assert "<details" not in page
    assert "Hello Kim" in page


def test_a_fold_speaks_the_language_it_is_given() -> None:
    page = clean('Yes<blockquote type="cite">No</blockquote>', image_url=lambda _: None, fold="Früher <b>").html
    assert "<summary>Früher &lt;b&gt;</summary>" in page


@pytest.mark.parametrize("name", [name for name in MONSTERS if "page" in name or "tags" in name or "scripts" in name])
def test_a_page_built_to_hurt_is_cut_in_time(name: str) -> None:
    html = MONSTERS[name]().decode("latin-1").partition("\r\n\r\n")[2]
    before = time.process_time()
    cleaned = shown(html)
    assert time.process_time() - before < 2
    assert cleaned.cut
    assert len(cleaned.html) < 8_000_000


REPEATED = (
    "<div>",
    "<b>",
    "<a><b>",
    "<p>",
    "<table><tr><td>",
    "<a x='",
    "a&b",
    "aaaaaaaaaaaaaaaaaaaaaaaa&",
    "<b><p>",
    "<div><hr>",
    "<img src=https://shop.example/a>",
    "<a href=https://shop.example>www.other.example</a>",
    "<blockquote type=cite>",
    '<p style="' + "color:red;" * 300 + '">',
    '<p style="color:' + "-" * 3_000 + '">',
    "<details>",
    "<b></p>",
    "<hr id=zwchr>",
)
LEFT_OPEN = (
    "".join(f"<font size={number}>" for number in range(5_000)) + "<p>x" * 5_000,
    "<b id=1><table><td></b></table>" * 6_000 + "<p>x" * 6_000,
    "<p " + "".join(f"a{number}=1 " for number in range(90_000)) + ">",
)


@pytest.mark.parametrize("html", [*(piece * (900_000 // len(piece)) for piece in REPEATED), *LEFT_OPEN])
def test_no_nesting_and_no_repetition_takes_long(html: str) -> None:
    before = time.process_time()
    page = shown(html).html
    assert time.process_time() - before < 2
    assert faults_of(page) == []
