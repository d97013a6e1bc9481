"""Message identifiers (RFC 5322 section 3.6.4), without angle brackets."""

from __future__ import annotations

import re

_BRACKETED = re.compile(r"<\s*([^<>\s][^<>]{0,998}?)\s*>")
_BARE = re.compile(r"(?<![^\s<>,;\"])[^\s<>,;\"]{1,998}@[^\s<>,;\"]{1,998}")
MOST = 200


def message_ids(value: bytes) -> tuple[str, ...]:
    """Every identifier of the field, in order and once, at most 200; "" for a field that holds none."""
    text = value.decode("utf-8", "replace")
    found = ["".join(identifier.split()) for identifier in _BRACKETED.findall(text)] or _BARE.findall(text)
    if not found and text.strip() and len(text) < 1000:
        found = [text.strip().strip("<>").strip()]
    return tuple(identifier for identifier in dict.fromkeys(found) if identifier)[:MOST]
