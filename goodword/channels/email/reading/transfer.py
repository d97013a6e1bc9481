"""Transfer encodings (RFC 2045 section 6) decoded with forgiveness: what a damaged one holds is given."""

from __future__ import annotations

import binascii
import io
import quopri
import re

_NOISE = bytes(set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"))
_UUENCODED = re.compile(rb"(?m)^begin [0-7]{3,4} [^\r\n]*\r?\n")


def decoded(body: bytes, encoding: bytes) -> bytes:
    """The bytes behind the encoding; an unknown one gives the body as it is."""
    name = encoding.split(b";")[0].strip(b" \t\"'").lower()
    if name == b"base64":
        return from_base64(body)
    if name in (b"quoted-printable", b"quotedprintable", b"quoted_printable"):
        return quopri.decodestring(body)
    if name in (b"x-uuencode", b"uuencode", b"x-uue", b"uue"):
        return from_uuencode(body)
    return body


def from_base64(body: bytes) -> bytes:
    """Base64 with foreign characters skipped, each padded piece decoded for itself, and a torn end kept."""
    try:
        return binascii.a2b_base64(body, strict_mode=True)
    except (binascii.Error, ValueError):
        pass
    pieces = re.split(rb"=+", body) if body.count(b"=") < 1000 else [body]
    whole = []
    for piece in pieces:
        clean = piece.translate(None, _NOISE)
        clean = clean[:-1] if len(clean) % 4 == 1 else clean
        whole.append(binascii.a2b_base64(clean + b"=" * (-len(clean) % 4)))
    return b"".join(whole)


def from_uuencode(body: bytes) -> bytes:
    """The first uuencoded file of the body (POSIX uuencode)."""
    begin = _UUENCODED.search(body)
    if not begin:
        return body
    whole = bytearray()
    lines = io.BytesIO(body)
    lines.seek(begin.end())
    for line in lines:
        content = line.rstrip(b"\r\n")
        if content.strip() in (b"end", b"`", b""):
            break
        whole += _uuencoded_line(content)
    return bytes(whole)


def _uuencoded_line(line: bytes) -> bytes:
    try:
        return binascii.a2b_uu(line)
    except binascii.Error:
        count = (((line[0] - 32) & 63) * 4 + 5) // 3
        try:
            return binascii.a2b_uu(line[: count + 1])
        except binascii.Error:
            return b""
