"""What tells that two deliveries are the same mail: what its writer sent, without what servers added on the way."""

from __future__ import annotations

import hashlib
import re

_WRITTEN = (b"message-id", b"from", b"date", b"subject")
_NEXT_FIELD = re.compile(rb"\n(?![ \t])")
_FIELD = re.compile(rb"([!-9;-~]{1,80})[ \t]*:(.*)", re.DOTALL)
LONGEST_HEAD = 1_000_000


def fingerprint(raw: bytes) -> str:
    """Returns a SHA-256 over Message-ID, From, Date, Subject and body, whatever the line ends.

    Without Message-ID and Date the whole mail counts: two scans or forms with the same words are two mails.
    """
    plain = raw.replace(b"\r\n", b"\n") if b"\r\n" in raw else raw
    head, _, body = plain.partition(b"\n\n")
    found: dict[bytes, bytes] = {}
    for field in _NEXT_FIELD.split(head[:LONGEST_HEAD]):
        match = _FIELD.match(field)
        if match and (name := match.group(1).lower()) in _WRITTEN:
            found.setdefault(name, b" ".join(match.group(2).split()))
    if not (found.get(b"message-id") or found.get(b"date")):
        return hashlib.sha256(plain.strip()).hexdigest()
    told = hashlib.sha256(b"\x00".join(found.get(name, b"") for name in _WRITTEN) + b"\x00")
    told.update(body.strip())
    return told.hexdigest()
