"""Heads, parts and charsets, also where programs break the rules."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from goodword.channels.email.reading import read
from tests.channels.reading.samples import letter, multipart, raw_letter

SUBJECTS = {
    "quoted": ("=?utf-8?Q?Gr=C3=B6=C3=9Fe_42?=", "Größe 42"),
    "base64": ("=?utf-8?B?R3LDtsOfZSA0Mg==?=", "Größe 42"),
    "lower case": ("=?utf-8?q?Gr=c3=b6=c3=9fe?=", "Größe"),
    "two words": ("=?utf-8?Q?Gr=C3=B6?= =?utf-8?Q?=C3=9Fe?=", "Größe"),
    "a character over two words": ("=?utf-8?B?R3LD?= =?utf-8?B?tsOfZQ==?=", "Größe"),
    "folded": ("=?utf-8?Q?Gr=C3=B6?=\n =?utf-8?Q?=C3=9Fe?=", "Größe"),
    "words beside plain text": ("Re: =?iso-8859-1?Q?Gr=F6=DFe?= 42", "Re: Größe 42"),
    "without space before": ("Re:=?utf-8?Q?Gr=C3=B6=C3=9Fe?=", "Re:Größe"),
    "language (RFC 2231)": ("=?utf-8*de?Q?Gr=C3=B6=C3=9Fe?=", "Größe"),
    "unknown charset": ("=?x-none?Q?Gr=C3=B6=C3=9Fe?=", "Größe"),
    "wrong charset": ("=?us-ascii?Q?Gr=C3=B6=C3=9Fe?=", "Größe"),
    "raw UTF-8": ("Größe 42", "Größe 42"),
    "Japanese": ("=?ISO-2022-JP?B?GyRCRnxLXBsoQg==?=", "日本"),
    "Chinese": ("=?GB2312?B?1tDOxA==?=", "中文"),
    "Korean": ("=?ks_c_5601-1987?B?x9GxuQ==?=", "한국"),
    "Russian": ("=?KOI8-R?B?8NLJ18XU?=", "Привет"),
    "no word at all": ("=?what?", "=?what?"),
    "control characters": ("Hel\x00lo\x07", "Hello"),
    "empty": ("", ""),
}
PEOPLE = {
    "bare": ("kim@customer.example", "kim@customer.example", ""),
    "angle": ("Kim Miller <kim@customer.example>", "kim@customer.example", "Kim Miller"),
    "quoted": ('"Miller, Kim" <kim@customer.example>', "kim@customer.example", "Miller, Kim"),
    "comma unquoted": ("Miller, Kim <kim@customer.example>", "kim@customer.example", "Miller, Kim"),
    "comment": ("kim@customer.example (Kim Miller)", "kim@customer.example", "Kim Miller"),
    "encoded": ("=?utf-8?Q?J=C3=BCrgen?= <kim@customer.example>", "kim@customer.example", "Jürgen"),
    "encoded in quotes": ('"=?utf-8?Q?J=C3=BCrgen?=" <kim@customer.example>', "kim@customer.example", "Jürgen"),
    "raw": ("Jürgen <kim@customer.example>", "kim@customer.example", "Jürgen"),
    "single quotes": ("'Kim' <kim@customer.example>", "kim@customer.example", "Kim"),
    "address as name": (
        '"kim@customer.example" <kim@customer.example>',
        "kim@customer.example",
        "kim@customer.example",
    ),
    "no closing angle": ("Kim <kim@customer.example", "kim@customer.example", "Kim"),
    "no angle": ("Kim kim@customer.example", "kim@customer.example", "Kim"),
    "mailto": ("Kim <mailto:kim@customer.example>", "kim@customer.example", "Kim"),
    "square": ("Kim [kim@customer.example]", "kim@customer.example", "Kim"),
    "local": ("MAILER-DAEMON (Mail Delivery System)", "MAILER-DAEMON", "Mail Delivery System"),
    "two senders": ("kim@customer.example, ben@customer.example", "kim@customer.example", ""),
    "empty first": (", kim@customer.example", "kim@customer.example", ""),
    "umlaut domain": ("kim@küche.example", "kim@küche.example", ""),
}
CHARSETS = {
    "utf-8": "utf-8", "iso-8859-1": "cp1252", "windows-1252": "cp1252", "iso-8859-15": "iso-8859-15",
    "utf-16": "utf-16", "macintosh": "mac_roman", "unknown-8bit": "utf-8",
    "us-ascii": "utf-8", "x-user-defined": "utf-8", "": "cp1252",
}  # fmt: skip


@pytest.mark.parametrize("title", SUBJECTS)
def test_a_subject_is_read_as_its_writer_meant_it(title: str) -> None:
    given, subject = SUBJECTS[title]
    assert read(f"From: kim@customer.example\nSubject: {given}\n\nHello".encode()).subject == subject


@pytest.mark.parametrize("title", PEOPLE)
def test_a_sender_is_an_address_and_a_name(title: str) -> None:
    given, address, name = PEOPLE[title]
    mail = read(f"From: {given}\nSubject: x\n\nHello".encode())
    assert (mail.from_address, mail.from_name) == (address, name)


def test_without_a_from_the_sender_field_counts() -> None:
    assert read(b"Sender: kim@customer.example\n\nHello").from_address == "kim@customer.example"


def test_recipients_are_read_in_groups_and_over_several_fields() -> None:
    head = b"To: Team: a@desk.example, b@desk.example; , c@desk.example\nTo: d@desk.example\nCc: A <a@desk.example>\n"
    mail = read(head + b"\nHello")
    assert mail.to == ("a@desk.example", "b@desk.example", "c@desk.example", "d@desk.example")
    assert mail.cc == ("a@desk.example",)


def test_undisclosed_recipients_are_nobody() -> None:
    assert read(b"To: undisclosed-recipients:;\n\nHello").to == ()


@pytest.mark.parametrize("named", CHARSETS)
def test_text_is_decoded_by_its_charset_or_the_likeliest_one(named: str) -> None:
    kind = f"text/plain; charset={named}" if named else "text/plain"
    assert letter("Größe für Kim".encode(CHARSETS[named]), kind=kind).text_body == "Größe für Kim"


@pytest.mark.parametrize("charset", ["shift_jis", "gb2312", "big5", "euc-kr", "koi8-r", "iso-2022-jp", "windows-1251"])
def test_texts_of_other_alphabets_are_read(charset: str) -> None:
    texts = {"shift_jis": "日本語", "gb2312": "中文", "big5": "中文", "euc-kr": "한국어", "iso-2022-jp": "日本語"}
    text = texts.get(charset, "Привет")
    assert letter(text.encode(charset), kind=f"text/plain; charset={charset}").text_body == text


def test_a_page_that_names_its_own_charset_is_believed() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>Привет</p>'
    assert letter(page.encode("koi8-r"), kind="text/html").text_body == "Привет"


def test_of_alternatives_the_plain_one_is_read_and_the_page_kept() -> None:
    mail = read(
        multipart("Content-Type: text/plain\n\nplain", "Content-Type: text/html\n\n<b>rich</b>", kind="alternative")
    )
    assert mail.text_body.strip() == "plain"
    assert "<b>rich</b>" in mail.html


def test_an_empty_plain_alternative_gives_way_to_the_page() -> None:
    mail = read(
        multipart("Content-Type: text/plain\n\n \n", "Content-Type: text/html\n\n<b>rich</b>", kind="alternative")
    )
    assert mail.text_body == "rich"


def test_several_text_parts_are_all_kept_in_order() -> None:
    mail = read(multipart("Content-Type: text/plain\n\none", "Content-Type: text/plain\n\ntwo"))
    assert mail.text_body.split() == ["one", "two"]


def test_a_boundary_that_never_closes_loses_nothing() -> None:
    raw = multipart("Content-Type: text/plain\n\none", "Content-Type: text/plain\n\ntwo").removesuffix(b"--B--\n")
    assert read(raw).text_body.split() == ["one", "two"]


def test_a_boundary_other_than_the_named_one_is_found() -> None:
    raw = multipart("Content-Type: text/plain\n\none").replace(b'boundary="B"', b'boundary="other"')
    assert read(raw).text_body.strip() == "one"


def test_a_multipart_without_any_boundary_is_shown_as_text() -> None:
    assert "Hello" in letter("Hello", kind="multipart/mixed; boundary=none").text_body


def test_lines_may_end_in_any_way() -> None:
    raw = raw_letter("one\ntwo")
    for end in (b"\r\n", b"\n", b"\r"):
        mail = read(raw.replace(b"\n", end))
        assert (mail.subject, mail.text_body) == ("Strap", "one\ntwo")


def test_a_stray_line_in_the_head_does_not_end_it() -> None:
    mail = read(b"From: kim@customer.example\nstray line\nSubject: Strap\nMessage-ID: <1@customer.example>\n\nHello")
    assert (mail.subject, mail.message_id, mail.text_body) == ("Strap", "1@customer.example", "Hello")


def test_a_blank_folded_line_in_the_head_does_not_end_it() -> None:
    mail = read(b"Subject: Strap\r\n \r\n\tand pump\r\nTo: support@desk.example\r\n\r\nHello")
    assert (mail.subject, mail.to) == ("Strap and pump", ("support@desk.example",))


def test_an_mbox_line_before_the_head_is_passed_over() -> None:
    assert read(b"From kim@customer.example Tue Jan 14 10:30:00 2025\nSubject: Strap\n\nHello").subject == "Strap"


def test_identifiers_are_read_without_brackets_and_once() -> None:
    head = b"Message-ID: <3@customer.example>\nIn-Reply-To: <2@desk.example>\n"
    references = b"References: <1@desk.example>\n <2@desk.example>\n\t<1@desk.example>\n"
    mail = read(head + references + b"\nHello")
    assert mail.message_id == "3@customer.example"
    assert mail.in_reply_to == "2@desk.example"
    assert mail.references == ("1@desk.example", "2@desk.example")


def test_dates_are_utc_and_a_broken_one_is_none() -> None:
    assert read(b"Date: Tue, 14 Jan 2025 10:30:00 +0100\n\nx").date == datetime(2025, 1, 14, 9, 30, tzinfo=UTC)
    assert read(b"Date: yesterday\n\nx").date is None


def test_the_null_return_path_is_told_from_none() -> None:
    assert read(b"Return-Path: <>\n\nx").return_path == ""
    assert read(b"Subject: x\n\nx").return_path is None


def test_what_the_receiving_server_found_is_kept() -> None:
    line = b"mx.desk.example; spf=pass smtp.mailfrom=customer.example; dkim=fail"
    assert read(b"Authentication-Results: " + line + b"\n\nx").authentication_results == (line.decode(),)


@pytest.mark.parametrize(
    "raw", [b"", b"\n", b"\x00", b":", b"Hello", b"\xff\xfe", b"From:", b"From: \n\n", b"--\n--\n"]
)
def test_hardly_a_mail_is_read_without_a_word_lost(raw: bytes) -> None:
    mail = read(raw)
    assert mail.accepted
    assert mail.error is None
