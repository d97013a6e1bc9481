"""Mailboxes from address fields (RFC 5322 section 3.4), read as leniently as people and programs write them.

One pass over the characters, so also a field of a megabyte costs linear time; at most `limits.RECIPIENTS` are given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from goodword.channels.email.reading import limits
from goodword.channels.email.reading.charsets import text_of
from goodword.channels.email.reading.words import decoded_words

_ADDRESS = re.compile(r"[^\s<>,;:\"()\[\]]{1,256}@(?:\[[^\]\s]{1,60}\]|[^\s<>,;:\"()\[\]@]{1,256})")
_EMPTY = re.compile(r"\[\s{0,9}\]|<\s{0,9}>")  # what is left of "Kim [kim@example.org]"


@dataclass(frozen=True)
class Mailbox:
    """One address with its display name; either may be empty."""

    address: str = ""
    name: str = ""


@dataclass
class _Chunk:
    """What stands between two commas: words outside, the address in angle brackets, the comment."""

    words: str = ""
    angle: str | None = None
    comment: str = ""
    quoted: bool = False

    @property
    def empty(self) -> bool:
        return not self.words.strip() and self.angle is None and not self.comment.strip()

    @property
    def is_local(self) -> bool:
        """True for "MAILER-DAEMON (Mail Delivery System)": a name of the sending host, without a domain."""
        return bool(
            self.angle is None
            and self.comment.strip()
            and "@" not in self.words + self.comment
            and len(self.words.split()) == 1
        )


def mailboxes(value: bytes, charset: str = "") -> list[Mailbox]:
    """The mailboxes of one field value, in order."""
    text = text_of(value[: limits.HEADER_VALUE_BYTES], otherwise=charset)
    found: list[Mailbox] = []
    before = ""
    for chunk in _chunks(text):
        if chunk.empty:
            continue
        if chunk.is_local:
            found.append(Mailbox(chunk.words.strip(), _name(chunk.comment, charset)))
            continue
        if chunk.angle is None and "@" not in chunk.words + chunk.comment:
            before += chunk.words.strip() + ", "  # "Doe, John <john@example.org>" without quotes
            continue
        chunk.words = before + chunk.words
        before = ""
        found.append(_mailbox(chunk, charset))
        if len(found) >= limits.RECIPIENTS:
            return found
    if before and not found:
        found.append(Mailbox("", _name(before.rstrip(", "), charset)))
    return found


def _chunks(text: str) -> list[_Chunk]:
    """Splits at commas and semicolons outside quotes, comments and angle brackets."""
    chunks, now = [], _Chunk()
    at, size = 0, len(text)
    while at < size:
        character = text[at]
        if character == '"':
            at, quoted = _until(text, at + 1, '"')
            now.words += quoted
            now.quoted = True
            continue
        if character == "(":
            at, comment = _comment(text, at)
            now.comment += comment
            continue
        if character == "<":
            close = text.find(">", at + 1, at + 2000)
            close = close if close >= 0 else size
            inside = text[at + 1 : close]
            at = close + 1
            if now.angle is None or "@" not in now.angle:
                now.angle = inside
            continue
        if character in ",;":
            chunks.append(now)
            now = _Chunk()
        elif character == ":" and now.angle is None and "@" not in now.words and "=?" not in now.words:
            now = _Chunk()  # the name of a group
        else:
            now.words += character
        at += 1
    return [*chunks, now]


def _until(text: str, at: int, close: str) -> tuple[int, str]:
    """The quoted string from `at`, escapes resolved, and where it ends."""
    out: list[str] = []
    while at < len(text):
        if text[at] == "\\" and at + 1 < len(text):
            at += 1
        elif text[at] == close:
            return at + 1, "".join(out)
        out.append(text[at])
        at += 1
    return at, "".join(out)


def _comment(text: str, at: int) -> tuple[int, str]:
    """The comment from the parenthesis at `at`, nested ones included, and where it ends."""
    depth, start = 0, at
    while at < len(text):
        if text[at] == "\\":
            at += 1
        elif text[at] == "(":
            depth += 1
        elif text[at] == ")":
            depth -= 1
            if depth == 0:
                return at + 1, text[start + 1 : at]
        at += 1
    return at, text[start + 1 :]


def _mailbox(chunk: _Chunk, charset: str) -> Mailbox:
    if chunk.angle is not None and ("@" in chunk.angle or "@" not in chunk.words):
        return Mailbox(_address(chunk.angle), _name(chunk.words, charset) or _name(chunk.comment, charset))
    match = _ADDRESS.search(chunk.words) or _ADDRESS.search(chunk.comment)
    address = match.group() if match else chunk.words.strip()
    rest = chunk.words.replace(address, " ", 1)
    return Mailbox(_address(address), _name(rest, charset) or _name(chunk.comment, charset))


def _address(text: str) -> str:
    """The bare address: white space, `mailto:` and a source route (RFC 5322 section 4.4) taken away."""
    address = decoded_words(text) if "=?" in text else text
    address = "".join(address.split()) if '"' not in address else address.strip()
    address = re.sub(r"(?i)^(?:mailto:|smtp:)", "", address)
    if address.startswith("@") and ":" in address:
        address = address.rpartition(":")[2]
    return address.strip("<>'\"").rstrip(".,;")


def _name(text: str, charset: str) -> str:
    name = _EMPTY.sub("", decoded_words(text, charset)).strip().strip(",").strip()
    if len(name) > 1 and name[0] == name[-1] and name[0] in "'\"":
        name = name[1:-1].strip()
    return name
