"""Header values as text: RFC 2047 encoded words, and the raw 8-bit bytes that many programs send instead."""

from __future__ import annotations

import binascii
import re
from urllib.parse import unquote_to_bytes

from goodword.channels.email.reading.charsets import codec_for, text_of
from goodword.channels.email.reading.transfer import from_base64

_WORD = re.compile(r"=\?([\w.:+-]{1,60})(?:\*[\w-]{0,20})?\?([bBqQ])\?([^?\r\n]{0,4000}|[^\r\n]{0,2000}?)\?=")
_QUOTED = re.compile(rb"=([0-9A-Fa-f]{2})")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def decoded_words(value: bytes | str, charset: str = "") -> str:
    """A header value as one line of text; `charset` is the likeliest one for raw 8-bit bytes. Linear."""
    text = text_of(value, otherwise=charset) if isinstance(value, bytes) else value
    if "=?" in text:
        text = _with_words_decoded(text)
    return " ".join(_CONTROL.sub("", text).split())


def _with_words_decoded(text: str) -> str:
    """Words of one charset in a row are joined before decoding, since senders split inside a character."""
    out: list[str] = []
    pending, pending_charset, end = b"", "", 0
    for match in _WORD.finditer(text):
        between = text[end : match.start()]
        charset = match.group(1)
        content = _word_bytes(charset, match.group(2), match.group(3))
        if pending_charset and (between.strip() or charset.lower() != pending_charset.lower()):
            out.append(text_of(pending, pending_charset))
            pending, pending_charset = b"", ""
            out.append(between if between.strip() else "")
        elif not pending_charset:
            out.append(between if between.strip() or not out else "")
        pending, pending_charset, end = pending + content, charset, match.end()
    if pending_charset:
        out.append(text_of(pending, pending_charset))
    return "".join([*out, text[end:]])


def _word_bytes(charset: str, encoding: str, text: str) -> bytes:
    raw = _encoded(text, charset)
    if encoding in "bB":
        try:
            return from_base64(raw)
        except binascii.Error:
            return raw
    return _QUOTED.sub(lambda match: bytes([int(match.group(1), 16)]), raw.replace(b"_", b" "))


def _encoded(text: str, charset: str) -> bytes:
    """The word as it came: 8-bit characters in it, against RFC 2047, were in its own charset."""
    if text.isascii():
        return text.encode("ascii")
    try:
        return text.encode(codec_for(charset) or "utf-8")
    except UnicodeError:
        return text.encode("utf-8", "replace")


def decoded_filename(value: str) -> str:
    """A file name from a parameter: encoded words (which senders use against RFC 2047) and raw bytes decoded."""
    raw = value.encode("utf-8", "surrogateescape")
    name = decoded_words(raw)
    match = re.match(r"(?i)([\w-]{2,30})'[\w-]{0,10}'(.+)", name)
    if match and "%" in name and codec_for(match.group(1)):
        name = text_of(unquote_to_bytes(match.group(2)), match.group(1))
    return name
