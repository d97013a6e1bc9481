"""Building a mail: facts in, bytes out, the same for the same facts. Headers by RFC 5322, 2047, 2369 and 3834."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.message import MIMEPart
from email.policy import SMTP
from email.utils import format_datetime

LINE = "\r\n"
FOLD_AT = 76
_SAFE_ID = re.compile(r"<[\x21-\x3b\x3d\x3f-\x7e]{1,900}>")
_CONTAINERS = ("message/", "multipart/")


@dataclass(frozen=True)
class Enclosure:
    """A file that goes along; one with a `content_id` that the HTML names stands within the text."""

    filename: str
    content_type: str
    content: bytes
    content_id: str = ""


@dataclass(frozen=True)
class Letter:
    """Everything that a mail says. `message_id` and `references` are in angle brackets."""

    sender: str
    to: tuple[str, ...]
    subject: str
    text: str
    message_id: str
    date: datetime
    sender_name: str = ""
    cc: tuple[str, ...] = ()
    reply_to: str = ""
    html: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    is_automatic: bool = False
    answers: bool = False
    enclosures: tuple[Enclosure, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()


def compose(letter: Letter) -> bytes:
    """Returns the mail as it goes to the server, lines ended by CRLF.

    The head is written here rather than by `EmailMessage`, which encodes long Message-IDs in References
    as if they were words, so that threads break, and refuses addresses that real servers accept.
    """
    head = LINE.join(_head(letter)) + LINE
    return head.encode() + _body(letter).as_bytes(policy=SMTP)


def _head(letter: Letter) -> list[str]:
    lines = [
        f"Date: {format_datetime(letter.date)}",
        f"From: {_named(letter.sender_name, letter.sender)}",
        _addresses("To", letter.to),
    ]
    lines += [_addresses("Cc", letter.cc)] if letter.cc else []
    lines += [f"Reply-To: {_named(letter.sender_name, letter.reply_to)}"] if letter.reply_to else []
    lines += [_words("Subject", letter.subject), f"Message-ID: {letter.message_id}"]
    if _SAFE_ID.fullmatch(letter.in_reply_to):
        lines.append(f"In-Reply-To: {letter.in_reply_to}")
    known = [reference for reference in letter.references if _SAFE_ID.fullmatch(reference)]
    if known:
        lines.append(f"References: {(LINE + ' ').join(known)}")
    if letter.is_automatic:
        kind = "auto-replied" if letter.answers else "auto-generated"
        lines += [f"Auto-Submitted: {kind}", "X-Auto-Response-Suppress: OOF, AutoReply"]
    lines += [f"{name}: {one_line(value)}" for name, value in letter.headers]
    return [*lines, "MIME-Version: 1.0"]


def _body(letter: Letter) -> MIMEPart:
    body = MIMEPart(policy=SMTP)
    body.set_content(letter.text, cte="quoted-printable")
    if letter.html:
        body.add_alternative(letter.html, subtype="html", cte="quoted-printable")
        _put_in_pictures(body, letter)
    for enclosure in letter.enclosures:
        if not _is_within(enclosure, letter):
            main, sub = _kind_of(enclosure)
            body.add_attachment(enclosure.content, maintype=main, subtype=sub, filename=enclosure.filename)
    return body


def _is_within(enclosure: Enclosure, letter: Letter) -> bool:
    return bool(enclosure.content_id) and f'src="cid:{enclosure.content_id}"' in letter.html


def _put_in_pictures(body: MIMEPart, letter: Letter) -> None:
    """The pictures within the text travel beside its HTML (RFC 2387), each under the name by which that shows it."""
    *_, shown = body.iter_parts()
    for enclosure in letter.enclosures:
        if _is_within(enclosure, letter):
            main, sub = _kind_of(enclosure)
            cid = f"<{one_line(enclosure.content_id)}>"
            shown.add_related(enclosure.content, main, sub, cid=cid, filename=enclosure.filename, disposition="inline")


def _kind_of(enclosure: Enclosure) -> tuple[str, str]:
    kind = enclosure.content_type
    if kind.count("/") != 1 or kind.startswith(_CONTAINERS):  # a mail inside would have to be re-encoded
        kind = "application/octet-stream"
    main, _, sub = kind.partition("/")
    return main, sub


def _words(name: str, value: str) -> str:
    """A field of free words: on one line in the source, encoded (RFC 2047) and folded where needed."""
    plain = " ".join(value.split())
    charset = "us-ascii" if plain.isascii() else "utf-8"
    return f"{name}: {Header(plain, charset, FOLD_AT, header_name=name).encode(linesep=LINE)}"


def _named(name: str, address: str) -> str:
    plain, address = " ".join(name.split())[:120], ascii_domain(one_line(address))
    if not plain:
        return address
    if plain.isascii():
        return f'"{plain.translate(_QUOTED)}" <{address}>'
    return f"{Header(plain, 'utf-8', FOLD_AT).encode(linesep=LINE)} <{address}>"


_QUOTED = str.maketrans({'"': r"\"", "\\": r"\\"})


def _addresses(name: str, addresses: tuple[str, ...]) -> str:
    return f"{name}: " + f",{LINE} ".join(ascii_domain(one_line(address)) for address in addresses)


def ascii_domain(address: str) -> str:
    """Returns an address with its domain in ASCII (IDNA); what cannot be encoded stays as it is."""
    local, at, domain = address.rpartition("@")
    try:
        return f"{local}{at}{domain.encode('idna').decode()}" if domain else address
    except UnicodeError:
        return address


def one_line(value: str) -> str:
    """Returns a value without line ends and control characters, so that it cannot begin another field."""
    return re.sub(r"[\x00-\x1f\x7f]+", "", value)
