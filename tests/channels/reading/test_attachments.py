"""Files in a mail: names as people see them, without any path, and contents to the byte."""

from __future__ import annotations

import base64
import hashlib

import pytest

from goodword.channels.email.reading import read
from tests.channels.reading.samples import multipart, raw_letter

TEXT = "Content-Type: text/plain\n\nHello"
NAMES = {
    "plain": ('attachment; filename="invoice.pdf"', "invoice.pdf"),
    "unquoted": ("attachment; filename=invoice.pdf", "invoice.pdf"),
    "unquoted with spaces": ("attachment; filename=my invoice.pdf", "my invoice.pdf"),
    "RFC 2231": ("attachment; filename*=utf-8''Rechnung%20f%C3%BCr%20Kim.pdf", "Rechnung für Kim.pdf"),
    "RFC 2231 Latin-1": ("attachment; filename*=iso-8859-1'de'Gr%F6%DFe.pdf", "Größe.pdf"),
    "RFC 2231 in pieces": (
        "attachment; filename*0*=utf-8''Rechnung%20; filename*1*=f%C3%BCr; filename*2=\" Kim.pdf\"",
        "Rechnung für Kim.pdf",
    ),
    "pieces without a charset": (
        'attachment; filename*0="a very long "; filename*1="name.pdf"',
        "a very long name.pdf",
    ),
    "encoded word": ('attachment; filename="=?utf-8?Q?Gr=C3=B6=C3=9Fe.pdf?="', "Größe.pdf"),
    "encoded words in a row": (
        'attachment; filename="=?utf-8?B?R3LDtsOf?= =?utf-8?B?ZS5wZGY=?="',
        "Größe.pdf",
    ),
    "encoded word of Japan": ('attachment; filename="=?ISO-2022-JP?B?GyRCRnxLXBsoQi5wZGY=?="', "日本.pdf"),
    "encoded word unquoted": ("attachment; filename==?utf-8?Q?Gr=C3=B6=C3=9Fe.pdf?=", "Größe.pdf"),
    "raw UTF-8": ('attachment; filename="Größe.pdf"', "Größe.pdf"),
    "percent": ("attachment; filename=\"utf-8''Gr%C3%B6%C3%9Fe.pdf\"", "Größe.pdf"),
    "escaped quote": ('attachment; filename="12\\" pump.pdf"', '12" pump.pdf'),
    "upwards": ('attachment; filename="../../etc/passwd"', "passwd"),
    "upwards in Windows": ('attachment; filename="..\\\\..\\\\boot.ini"', "boot.ini"),
    "absolute": ('attachment; filename="/etc/cron.d/x"', "x"),
    "drive": ('attachment; filename="C:\\\\Users\\\\kim\\\\photo.jpg"', "photo.jpg"),
    "control characters": ('attachment; filename="in\x07voice\x00.pdf"', "invoice.pdf"),
    "written backwards": ('attachment; filename="photo\u202egpj.exe"', "photogpj.exe"),
    "dots alone": ('attachment; filename=".."', "attachment.bin"),
    "nothing": ("attachment", "attachment.bin"),
    "semicolon inside": ('attachment; filename="a;b.pdf"; size=3', "a;b.pdf"),
}


@pytest.mark.parametrize("title", NAMES)
def test_a_file_has_the_name_its_sender_gave_it(title: str) -> None:
    disposition, name = NAMES[title]
    raw = multipart(TEXT, f"Content-Type: application/octet-stream\nContent-Disposition: {disposition}\n\nabc")
    (file,) = read(raw).attachments
    assert file.filename == name


def test_a_name_in_the_content_type_counts_as_well() -> None:
    (file,) = read(multipart(TEXT, 'Content-Type: application/pdf; name="invoice.pdf"\n\nabc')).attachments
    assert file.filename == "invoice.pdf"


def test_a_very_long_name_is_cut() -> None:
    raw = multipart(TEXT, f'Content-Type: a/b\nContent-Disposition: attachment; filename="{"x" * 2000}.pdf"\n\nabc')
    (file,) = read(raw).attachments
    assert len(file.filename) <= 255


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "x-uuencode", "8bit"])
def test_a_file_keeps_every_byte(encoding: str) -> None:
    content = bytes(range(256)) if encoding == "base64" else b"plain bytes, 100 % of them = all\n"
    body = {
        "base64": base64.encodebytes(content).decode(),
        "quoted-printable": content.decode("latin-1").replace("=", "=3D"),
        "x-uuencode": "begin 644 a\nA<&QA:6X@8GET97,L(#$P,\"`E(&]F('1H96T@/2!A;&P*\n`\nend\n",
        "8bit": content.decode("latin-1"),
    }[encoding].rstrip("\n")
    part = f"Content-Type: a/b; name=a.bin\nContent-Transfer-Encoding: {encoding}\n\n{body}"
    (file,) = read(multipart(TEXT, part)).attachments
    assert file.content.rstrip(b"\n") == content.rstrip(b"\n")
    assert file.md5 == hashlib.md5(file.content, usedforsecurity=False).hexdigest()
    assert file.size == len(file.content)


def test_an_image_of_the_page_is_inline_and_found_by_its_cid() -> None:
    page = 'Content-Type: text/html\n\n<p>Look: <img src="cid:pump@customer"></p>'
    image = "Content-Type: image/png; name=pump.png\nContent-ID: <pump@customer>\n\nPNG"
    other = "Content-Type: image/png; name=other.png\nContent-Disposition: attachment\n\nPNG"
    inline, loose = read(multipart(page, image, other, kind="related")).attachments
    assert (inline.content_id, inline.inline) == ("pump@customer", True)
    assert (loose.content_id, loose.inline) == ("", False)


def test_a_mail_in_the_mail_is_a_file() -> None:
    inner = "From: ben@customer.example\nSubject: inner\nContent-Type: text/plain\n\nthe inner text"
    mail = read(multipart(TEXT, f"Content-Type: message/rfc822\n\n{inner}"))
    (file,) = mail.attachments
    assert file.filename.endswith(".eml")
    assert b"the inner text" in file.content
    assert "the inner text" not in mail.text_body


def test_an_invitation_is_a_file_beside_the_text() -> None:
    calendar = "Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nEND:VCALENDAR"
    mail = read(multipart(TEXT, calendar, kind="alternative"))
    assert mail.text_body.strip() == "Hello"
    assert [file.content_type for file in mail.attachments] == ["text/calendar"]


def test_a_text_file_is_a_file_and_no_text_of_the_letter() -> None:
    log = "Content-Type: text/plain; name=error.log\nContent-Disposition: attachment; filename=error.log\n\nfailed"
    mail = read(multipart(TEXT, log))
    assert mail.text_body.strip() == "Hello"
    assert [file.filename for file in mail.attachments] == ["error.log"]


def test_a_letter_that_is_only_a_file_has_it() -> None:
    mail = read(raw_letter("JVBERi0=", "Content-Transfer-Encoding: base64\n", kind="application/pdf; name=a.pdf"))
    assert [(file.filename, file.content) for file in mail.attachments] == [("a.pdf", b"%PDF-")]


def test_many_files_keep_their_order() -> None:
    raw = multipart(TEXT, *(f"Content-Type: a/b; name={number}.bin\n\nx" for number in range(20)))
    assert [file.filename for file in read(raw).attachments] == [f"{number}.bin" for number in range(20)]
