"""Names of attachments: decoded, without any path, never empty."""

from __future__ import annotations

import mimetypes
import re

from goodword.channels.email.reading.head import parameters_of
from goodword.channels.email.reading.mime import Part
from goodword.channels.email.reading.words import decoded_filename

_RAW_NAME = re.compile(rb"(?i)(?:^|[;\s])(?:file)?name\s*=\s*(?:\"((?:[^\"\\]|\\.){0,2000}+)\"|([^;\r\n]{1,2000}+))")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]")

# Types that the platform's table names differently from host to host.
EXTENSIONS = {
    "message/rfc822": ".eml",
    "message/global": ".eml",
    "message/delivery-status": ".txt",
    "text/plain": ".txt",
    "text/html": ".html",
    "text/calendar": ".ics",
    "image/jpeg": ".jpg",
    "application/pgp-signature": ".asc",
    "application/octet-stream": ".bin",
}


def attachment_name(part: Part, with_fallback: bool = True) -> str:
    """The file name the sender gave (RFC 2183, 2231), else one made from the type when `with_fallback`."""
    name = _given(part)
    name = _UNSAFE.sub("", name).strip().strip("\"'")
    name = re.split(r"[/\\]", name)[-1].strip()
    if name.strip(".") == "":
        name = ""
    if name or not with_fallback:
        return name[:255]
    return "attachment" + (EXTENSIONS.get(part.content_type) or mimetypes.guess_extension(part.content_type) or ".bin")


def _given(part: Part) -> str:
    for header, key in (("content-disposition", "filename"), ("content-type", "name"), ("content-disposition", "name")):
        value = part.header(header)
        if not value:
            continue
        try:
            name = "" if b"\\" in value else parameters_of(value, header).get(key, "")
        except Exception:
            name = ""
        if name.strip() or (name := _raw_name(value)):
            return decoded_filename(name)
    return ""


def _raw_name(value: bytes) -> str:
    """The name as it stands there; a backslash takes the next character as it is (RFC 5322 section 3.2.4)."""
    match = _RAW_NAME.search(value)
    quoted, bare = match.groups() if match else (None, b"")
    name = (re.sub(rb"\\(.)", rb"\1", quoted) if quoted else bare) or b""
    return name.decode("utf-8", "surrogateescape").strip()
