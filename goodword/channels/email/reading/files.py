"""Names of attachments: decoded, without any path, never empty."""

from __future__ import annotations

import mimetypes
import re

from goodword.channels.email.reading.head import parameters_of
from goodword.channels.email.reading.mime import Part
from goodword.channels.email.reading.words import decoded_filename

_RAW_NAME = re.compile(rb"(?i)(?:^|[;\s])(?:file)?name\s*=\s*(?:\"((?:[^\"\\]|\\.)*)\"|([^;\r\n]+))")
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
            name = parameters_of(value, header).get(key, "")
        except Exception:
            name = ""
        if not name and (match := _RAW_NAME.search(value)):
            name = (match.group(1) or match.group(2) or b"").decode("utf-8", "surrogateescape")
        if name.strip():
            return decoded_filename(name)
    return ""
