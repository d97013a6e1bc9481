"""Mails that were built to hurt: each is made on demand, by name."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Callable

HEAD = b"From: Kim <kim@customer.example>\r\nTo: support@desk.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
OPEN = HEAD + b"Content-Type: multipart/mixed; boundary=B\r\n\r\n"
IMAGE = b"Content-Type: image/png; name=a.png\r\nContent-ID: <a>\r\n\r\nxx"
UUENCODED = HEAD + b"Content-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 a\n"
FAILED = b"\r\nyour message could not be delivered\n"
TEXT = b"Content-Type: text/plain\r\n\r\nhello"
DAEMON = b"From: MAILER-DAEMON@mx.example\r\nSubject: Undelivered Mail\r\n"


def plain(body: bytes) -> bytes:
    return HEAD + b"Content-Type: text/plain\r\n\r\n" + body


def page(body: bytes) -> bytes:
    return HEAD + b"Content-Type: text/html\r\n\r\n" + body


def parts(inside: list[bytes], boundary: bytes = b"B", kind: bytes = b"mixed") -> bytes:
    joined = b"".join(b"--" + boundary + b"\r\n" + part + b"\r\n" for part in inside)
    return (
        b"Content-Type: multipart/"
        + kind
        + b"; boundary="
        + boundary
        + b"\r\n\r\n"
        + joined
        + b"--"
        + boundary
        + b"--\r\n"
    )


def attached(content: bytes, name: bytes) -> bytes:
    head = b"Content-Type: application/octet-stream; name=" + name + b"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    return HEAD + parts([TEXT, head + base64.encodebytes(content)])


def zip_bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed, packed.open("zeros", "w") as zeros:
        for _ in range(200):
            zeros.write(bytes(1_000_000))
    return file.getvalue()


def returned(depth: int) -> bytes:
    return (HEAD + b"Content-Type: message/rfc822\r\n\r\n") * depth + HEAD + TEXT


def nested(depth: int) -> bytes:
    mail = TEXT
    for level in range(depth):
        mail = parts([mail, TEXT], b"B%d" % level)
    return HEAD + mail


def field(name: bytes, value: bytes) -> bytes:
    return name + b": " + value + b"\r\n" + plain(b"x")


def status(fields: bytes) -> bytes:
    return DAEMON + parts([TEXT, b"Content-Type: message/delivery-status\r\n\r\n" + fields], kind=b"report")


RECIPIENTS = b", ".join(b"Name %d <u%d@customer.example>" % (number, number) for number in range(100_000))
MONSTERS: dict[str, Callable[[], bytes]] = {
    "a file of 36 MB": lambda: attached(bytes(36_000_000), b"a.bin"),
    "a text of 50 MB": lambda: plain(b"hello world this is text\r\n" * 2_000_000),
    "one line of 50 MB": lambda: plain(b"a" * 50_000_000),
    "a page of 50 MB": lambda: page(b"<p>hello</p>" * 4_200_000),
    "65 MB": lambda: plain(b"a" * 65 * 1024 * 1024),
    "10,000 parts": lambda: HEAD + parts([TEXT] * 10_000),
    "10,000 files": lambda: HEAD + parts([IMAGE] * 10_000),
    "a million boundaries": lambda: OPEN + b"--B\r\n\r\n" * 1_000_000,
    "five million false boundaries": lambda: OPEN + b"--Bx\n" * 5_000_000,
    "one boundary in itself": lambda: HEAD + b"Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n" * 20_000,
    "a hundred mails in each other": lambda: returned(100),
    "three thousand mails in each other": lambda: returned(3_000),
    "a hundred mails around 40 MB": lambda: returned(100) + b"x" * 40_000_000,
    "a hundred multiparts in each other": lambda: nested(100),
    "two thousand multiparts in each other": lambda: nested(2_000),
    "100,000 recipients": lambda: field(b"To", RECIPIENTS),
    "100,000 fields": lambda: b"".join(b"To: u%d@b.example\r\n" % n for n in range(100_000)) + plain(b"x"),
    "a subject of a megabyte": lambda: field(b"Subject", b"a" * 1_000_000),
    "50,000 encoded words": lambda: field(b"Subject", b"=?utf-8?B?aGVsbG8=?= " * 50_000),
    "beginnings of encoded words": lambda: field(b"Subject", b"=?utf-8?Q?" * 100_000),
    "parentheses": lambda: field(b"From", b"(" * 1_000_000),
    "quotes": lambda: field(b"From", b'"\\' * 500_000),
    "angles": lambda: field(b"To", b"<" * 1_000_000),
    "references": lambda: field(b"References", b" <a@b>" * 200_000),
    "torn references": lambda: field(b"References", b" <" * 500_000),
    "bare identifiers": lambda: field(b"In-Reply-To", b"a@" * 400_000),
    "parameters": lambda: b"Content-Type: text/plain" + b"; a=b" * 200_000 + b"\r\n\r\nx",
    "numbered parameters": lambda: b"Content-Type: a/b" + b"".join(b"; n*%d=b" % n for n in range(9**5)) + b"\r\n\r\nx",
    "names in a name": lambda: HEAD + parts([b'Content-Disposition: attachment; filename="\\' + b'name="' * 100_000]),
    "digits as a date": lambda: field(b"Date", b"1" * 1_000_000),
    "parentheses as a date": lambda: field(b"Date", b"(" * 1_000_000),
    "broken UTF-8": lambda: plain(bytes(range(128, 256)) * 100_000),
    "a zip bomb": lambda: attached(zip_bomb(), b"a.zip"),
    "a million open tags": lambda: page(b"<b>" * 1_000_000),
    "a million paragraphs": lambda: page(b"<p>x</p>" * 1_000_000),
    "a million scripts": lambda: page(b"<script>" * 1_000_000),
    "a million comments": lambda: page(b"<!--" * 1_000_000),
    "quotes in tags": lambda: page(b'<a "' * 1_000_000),
    "quotations in each other": lambda: page(b"<blockquote>x" * 200_000),
    "attributes": lambda: page((b"<div " + b'class="x" ' * 400 + b">") * 2_000),
    "entities": lambda: page(b"&nbsp;" * 1_000_000),
    "quoted lines": lambda: plain(b"> a\n" * 1_000_000),
    "lines of a header block": lambda: plain(b"From: a\nFrom: b\n" * 100_000),
    "half attributions": lambda: plain((b"On Mon, 1 Jan 2024 at 10:00, A <a@b.c> " + b"x" * 500 + b"\n") * 50_000),
    "dashes": lambda: plain((b"-" * 590 + b"x\n") * 20_000),
    "spaces": lambda: plain((b" " * 590 + b"x\n") * 20_000),
    "signs of addresses": lambda: plain(b"a@" * 500_000),
    "padding in base64": lambda: HEAD + b"Content-Transfer-Encoding: base64\r\n\r\n" + b"YQ==" * 5_000_000,
    "tiny lines of uuencode": lambda: UUENCODED + b"#86)C\n" * 2_000_000,
    "a report about half a million": lambda: DAEMON + FAILED + b"<a@b.example>: 550 x\n" * 500_000,
    "a report in one line": lambda: DAEMON + FAILED[:-1] + b"message " * 250_000,
    "a report of dashes": lambda: DAEMON + b"\r\n" + (b"-" * 499 + b"x\n") * 20_000,
    "a status of 300,000": lambda: status(b"Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\n\r\n" * 300_000),
    "a status of one line": lambda: status(b"Final-Recipient: " + b"a" * 900_000 + b"\r\nAction: failed\r\n\r\n"),
    "failed recipients": lambda: b"X-Failed-Recipients: " + b"a@b.example, " * 80_000 + b"\r\n" + plain(b"x"),
    "zeros": lambda: bytes(1_000_000),
    "carriage returns": lambda: b"From: a\rTo: b\r\r" + b"x\r" * 1_000_000,
}
