"""The tree of parts of a mail (RFC 2045, 2046), told apart without copying: each part is a range of the raw bytes.

Why not `email.message_from_bytes`: it takes 480 MB for a mail of 50 (measured), and the reader promises 300.
Linear in size times nesting, and both are bounded (limits.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from goodword.channels.email.reading import limits
from goodword.channels.email.reading.head import Field, parameters_of, read_head, type_of
from goodword.channels.email.reading.transfer import decoded

_GUESSED_BOUNDARY = re.compile(rb"(?:\A|\n)--([^\r\n]{1,200}?)[ \t]*\r?\nContent-", re.IGNORECASE)
_BEGINNING = re.compile(rb"(?:\xef\xbb\xbf)?(?:[ \t]*\r?\n)*+(?:>?From [^\n]*\n)*+")
_AFTER_BOUNDARY = re.compile(rb"(--)?[ \t]*(?:\r?\n|\Z)")
MESSAGES = ("message/rfc822", "message/global", "message/news")


@dataclass
class Part:
    """One part: its header fields in order (raw values, unfolded) and the range of its body in `raw`."""

    raw: bytes = field(repr=False)
    start: int
    end: int
    headers: list[Field]
    depth: int = 0
    content_type: str = "text/plain"
    parameters: dict[str, str] = field(default_factory=dict)
    children: list[Part] = field(default_factory=list, repr=False)
    parent_type: str = ""

    def header(self, name: str) -> bytes | None:
        """The first field of that name (lower case), or None."""
        return next((value for key, value in self.headers if key == name), None)

    def all_headers(self, name: str) -> list[bytes]:
        """Every field of that name (lower case), from top to bottom."""
        return [value for key, value in self.headers if key == name]

    @property
    def is_message(self) -> bool:
        """True for a mail inside the mail (RFC 2046 section 5.2; RFC 6532 for the global one)."""
        return self.content_type in MESSAGES

    @property
    def is_multipart(self) -> bool:
        return self.content_type.startswith("multipart/") and bool(self.children)

    def content(self) -> bytes:
        """The body decoded from its transfer encoding (RFC 2045 section 6); a damaged one gives what it holds."""
        return decoded(self.raw[self.start : self.end], self.header("content-transfer-encoding") or b"")

    def walk(self, into_messages: bool = True) -> Iterator[Part]:
        """This part and all below it, in order; `into_messages` says whether returned mails are entered."""
        waiting = [self]
        while waiting:
            part = waiting.pop()
            yield part
            if into_messages or not part.is_message or part is self:
                waiting.extend(reversed(part.children))


class Budget:
    """What is left to spend on one mail."""

    def __init__(self) -> None:
        self.parts = limits.PARTS
        self.scanned = limits.SCANNED_BYTES

    def allows(self, part: Part) -> bool:
        """True while the part may be opened; its bytes are then counted as searched."""
        self.scanned -= part.end - part.start
        return self.parts > 0 and self.scanned > 0 and part.depth < limits.DEPTH


def parts_of(raw: bytes) -> Part:
    """The root of the tree of parts."""
    head = raw[:100_000]
    if b"\n" not in head and b"\r" in head:  # old Macintosh programs end lines with CR alone
        raw = raw.replace(b"\r", b"\n")
    beginning = _BEGINNING.match(raw)
    root = _part(raw, beginning.end() if beginning else 0, len(raw), depth=0)
    budget, waiting = Budget(), [root]
    while waiting:
        part = waiting.pop()
        part.children = _children(part, budget)
        waiting.extend(reversed(part.children))
    return root


def _part(raw: bytes, start: int, end: int, depth: int, otherwise: str = "text/plain") -> Part:
    headers, body = read_head(raw, start, end)
    part = Part(raw, min(body, end), end, headers, depth)
    value = part.header("content-type")
    part.content_type = type_of(value, otherwise)
    try:
        part.parameters = parameters_of(value) if value else {}
    except Exception:
        part.parameters = {}
    return part


def _children(part: Part, budget: Budget) -> list[Part]:
    if part.is_message and budget.allows(part):
        return [_returned(part)]
    if not part.content_type.startswith("multipart/") or not budget.allows(part):
        return []
    otherwise = "message/rfc822" if part.content_type == "multipart/digest" else "text/plain"
    children = []
    for start, end in _ranges(part):
        budget.parts -= 1
        if budget.parts < 0:
            break
        child = _part(part.raw, start, end, part.depth + 1, otherwise)
        child.parent_type = part.content_type
        children.append(child)
    return children


def _returned(part: Part) -> Part:
    """The mail inside a message part, also when it was encoded against the rules."""
    encoding = (part.header("content-transfer-encoding") or b"").strip().lower()
    if encoding in (b"base64", b"quoted-printable"):
        content = part.content()
        return _part(content, 0, len(content), part.depth + 1)
    return _part(part.raw, part.start, part.end, part.depth + 1)


def _ranges(part: Part) -> Iterator[tuple[int, int]]:
    """Where the parts of a multipart begin and end (RFC 2046 section 5.1.1); a missing last boundary is forgiven."""
    boundary = _boundary(part)
    if not boundary:
        return
    delimiter = b"--" + boundary
    opened: int | None = None
    at, false_ones = part.start, 0
    while (found := part.raw.find(delimiter, at, part.end)) >= 0 and false_ones < limits.FALSE_BOUNDARIES:
        at = found + len(delimiter)
        false_ones += 1
        match = _AFTER_BOUNDARY.match(part.raw, at, part.end)
        if not match or (found > part.start and part.raw[found - 1 : found] != b"\n"):
            continue
        false_ones -= 1
        if opened is not None:
            yield opened, _without_line_end(part.raw, found, opened)
        opened = None if match.group(1) else match.end()
        at = match.end()
        if match.group(1):
            return
    if opened is not None and opened < part.end:
        yield opened, part.end


def _boundary(part: Part) -> bytes:
    """The boundary the part names; when it occurs nowhere, the one its body uses."""
    named = part.parameters.get("boundary", "").strip().encode("utf-8", "surrogateescape")
    if named and part.raw.find(b"--" + named, part.start, part.end) >= 0:
        return named
    match = _GUESSED_BOUNDARY.search(part.raw, max(part.start - 1, 0), min(part.end, part.start + 100_000))
    return match.group(1) if match else b""


def _without_line_end(raw: bytes, end: int, start: int) -> int:
    """The line end before a boundary belongs to the boundary."""
    if end - 1 >= start and raw[end - 1 : end] == b"\n":
        end -= 1
        if end - 1 >= start and raw[end - 1 : end] == b"\r":
            end -= 1
    return end
