"""The head of a mail or of one of its parts: fields in order, raw and unfolded (RFC 5322 section 2.2). Never raises."""

from __future__ import annotations

import re
from email.message import Message

from goodword.channels.email.reading import limits

Field = tuple[str, bytes]

MOST_FOLDED = 20

_FIELD = re.compile(rb"([\x21-\x39\x3b-\x7e]{1,200})[ \t]*:")
_LINE = re.compile(rb"[^\n]*\n?")
_TYPE = re.compile(r"\s*[\"']?([\w.+-]{1,60})\s*/\s*([\w.+*-]{1,100})")
_USUAL = re.compile(
    rb"(?i)(?:mime-version|content-[a-z-]+|message-id|subject|date|from|to|reply-to|received|x-[\w-]+):"
)


def read_head(raw: bytes, start: int, end: int) -> tuple[list[Field], int]:
    """The fields from `start`, and where the body begins.

    Names are lower case. A line that is no field ends the head, unless the usual fields go on right after it.
    """
    fields: list[tuple[str, list[bytes]]] = []
    at, last = start, min(end, start + limits.HEADER_BYTES)
    while at < last and len(fields) < limits.HEADERS:
        line = _line(raw, at, end)
        if not line.strip(b"\r\n"):
            return _joined(fields), at + len(line)
        match = _FIELD.match(line)
        if line[:1] in (b" ", b"\t") and fields:
            if not line.strip() and not _goes_on(raw, at + len(line), end):
                return _joined(fields), at + len(line)
            fields[-1][1].append(line)
        elif match:
            name = match.group(1).decode("ascii").lower()
            fields.append((name, [line[match.end() :]]))
        elif not _goes_on(raw, at + len(line), end):
            return _joined(fields), at
        at += len(line)
    return _joined(fields), at


def _line(raw: bytes, at: int, end: int) -> bytes:
    match = _LINE.match(raw, at, end)
    return match.group() if match else b""


def _goes_on(raw: bytes, at: int, end: int) -> bool:
    """True when a field that every mail has stands there, folded lines left aside: the line before was a stray one."""
    for _ in range(MOST_FOLDED):
        if raw[at : at + 1] not in (b" ", b"\t"):
            break
        at += len(_line(raw, at, end))
    return bool(_USUAL.match(raw, at, min(end, at + 200)))


def _joined(fields: list[tuple[str, list[bytes]]]) -> list[Field]:
    joined = []
    for name, lines in fields:
        value, size = [], 0
        for line in lines:
            value.append(line.rstrip(b"\r\n")[: limits.HEADER_VALUE_BYTES - size])
            size += len(value[-1])
            if size >= limits.HEADER_VALUE_BYTES:
                break
        joined.append((name, b"".join(value).strip()))
    return joined


def parameters_of(value: bytes, name: str = "content-type") -> dict[str, str]:
    """The parameters of a structured field, continuations and charsets (RFC 2231) resolved, names lower case.

    The standard library does the work; what it cannot read gives no parameters.
    """
    message = Message()
    message[name] = _harmless(value)[:8_000]
    found: dict[str, str] = {}
    for key, parameter in (message.get_params(failobj=[], header=name) or [])[1:]:
        text = _unpacked(parameter)
        found.setdefault(key.lower().strip().rstrip("*"), text.strip())
    return found


def _harmless(value: bytes) -> str:
    text = value.decode("utf-8", "surrogateescape")
    return text.replace("\r", " ").replace("\n", " ").replace("\x00", "")


def _unpacked(parameter: object) -> str:
    if isinstance(parameter, tuple):
        charset, _, text = parameter
        from goodword.channels.email.reading.charsets import text_of

        return text_of(str(text).encode("latin-1", "replace"), str(charset or ""))
    return str(parameter)


def type_of(value: bytes | None, otherwise: str) -> str:
    """The content type in lower case, or `otherwise` when there is none that can be read (RFC 2045 section 5.2)."""
    match = _TYPE.match((value or b"")[:500].decode("ascii", "replace"))
    return f"{match.group(1)}/{match.group(2)}".lower() if match else otherwise
