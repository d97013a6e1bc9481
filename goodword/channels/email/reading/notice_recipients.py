"""Whom a report in words is about: from the surest way of naming a recipient to the least sure. Linear."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from goodword.channels.email.reading import bounce_words as words

_AT = r"[^\s<>()\[\]\"',;:=|：，、；。（）「」]{1,100}@[A-Za-z0-9](?:[\w.-]{0,200}[A-Za-z0-9])?"
_ADDRESS = re.compile(_AT)
_FIELD = re.compile(rf"(?im)^[ \t>]{{0,8}}(?:{words.RECIPIENT_FIELDS}):[^@\n]{{0,40}}?({_AT})")
_AT_LINE_START = re.compile(
    rf"(?m)^[ \t>*\-\u2022]{{0,20}}(?:\"[^\"\n]{{0,80}}\" )?[<\[\"']?(?:&lt;)?(?:smtp:|mailto:)?({_AT})"
)
_LABELLED = re.compile(
    rf"(?i)(?<![^\W_])(?:{words.RECIPIENT_LABELS})(?:\(s\)|\(es\)|s)?(?:\s{{0,5}}[:：=]\s{{0,40}}|\s{{1,40}}|(?=<))[<\[\"]?(?:smtp:|mailto:)?({_AT})"
)
_TOWARDS = re.compile(rf"(?i)\b(?:{words.TOWARDS})\s{{1,40}}[<\[\"']?(?:smtp:|mailto:)?({_AT})")

MOST = 500


def recipients_in(text: str, own: Iterable[str]) -> tuple[str, ...]:
    """The recipients a report names, without the addresses it was sent to or by (`own`), unless it names no other."""
    strangers = {address.lower() for address in own}
    ways: tuple[Callable[[str], Iterator[str]], ...] = (
        _found_by(_FIELD),
        _found_by(_AT_LINE_START),
        _found_by(_LABELLED),
        _found_by(_TOWARDS),
        lambda text: (match.group() for match in _ADDRESS.finditer(text)),
    )
    for allowed in (strangers, set[str]()):
        for way in ways:
            if found := _kept(way(text), allowed):
                return found
    return ()


def _found_by(pattern: re.Pattern[str]) -> Callable[[str], Iterator[str]]:
    return lambda text: (match[1] for match in pattern.finditer(text))


def _kept(addresses: Iterator[str], without: set[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for address in addresses:
        clean = address.strip(".'*")
        local = clean.rpartition("@")[0].lower()
        if clean.lower() not in without and local not in words.DAEMONS and len(kept) < MOST:
            kept.setdefault(clean.lower(), clean)
    return tuple(kept.values())
