"""HTML as a flat run of texts and tags. One pass, possessive patterns, bounded tags: linear in any input.

Own and small on purpose: the standard library's HTMLParser is quadratic on some inputs in Python 3.11 (CVE-2025-6069)
and mail arrives with a million tags. No safety rests on it: what is shown as HTML is cleaned by nh3 afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from goodword.channels.email.reading import limits

_TOKEN = re.compile(
    r"<(?:!--"
    r"|(?P<close>/)?(?P<tag>[A-Za-z][\w:-]{0,30})"
    r"(?P<attributes>(?:[^<>\"']++|\"[^\"]{0,8000}+\"|'[^']{0,8000}+'|[\"'])*+)(?P<end>>?)"
    r"|[!?/][^<>]{0,2000}+>)"
)
_ATTRIBUTE = re.compile(
    r"([A-Za-z][\w:.-]{0,60}+)\s{0,20}+(?:=\s{0,20}+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?+", re.ASCII
)
MOST_ATTRIBUTES = 40

# Elements whose content is no text of the mail.
RAW = frozenset({
    "applet", "audio", "canvas", "head", "iframe", "math", "noembed", "noframes", "noscript", "object", "script",
    "select", "style", "svg", "template", "textarea", "title", "video", "xml",
})  # fmt: skip
VOID = frozenset({
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link",
    "meta", "param", "source", "track", "wbr",
})  # fmt: skip


class Token(NamedTuple):
    """The text before a tag, and the tag; `tag` is "" behind the last one and for comments."""

    text: str
    tag: str = ""
    closing: bool = False
    attributes: str = ""


def bounded(source: str, characters: int = limits.HTML_CHARACTERS, marks: int = limits.HTML_TAGS) -> tuple[str, bool]:
    """The source cut to so many characters, tags and character references, and whether it was cut."""
    cut = source[:characters]
    for mark in "<&":
        if cut.count(mark) > marks:
            cut = cut[: nth(cut, mark, marks + 1)]
    return cut, len(cut) < len(source)


def nth(text: str, mark: str, number: int) -> int:
    """Where the mark stands for the given time, counted from 1; -1 when it does not."""
    at = -1
    for _ in range(number):
        at = text.find(mark, at + 1)
        if at < 0:
            break
    return at


def tokens(source: str) -> Iterator[Token]:
    """Texts and tags in order; comments and the content of RAW elements are left out."""
    at, start, unclosed = 0, 0, set[str]()
    while match := _TOKEN.search(source, at):
        tag, at = (match["tag"] or "").lower(), match.end()
        if tag and not match["end"]:
            continue  # "3 <b and so on": no tag, since nothing ends it
        yield Token(source[start : match.start()], tag, bool(match["close"]), match["attributes"] or "")
        if match.group() == "<!--":
            at = _after(source, at, "<!--", unclosed)
        elif tag in RAW and not match["close"]:
            at = _after(source, at, tag, unclosed)
        start = at
    yield Token(source[start:])


def _after(source: str, at: int, opened: str, unclosed: set[str]) -> int:
    """Past the content of an element that shows nothing; one that is never closed is only skipped itself."""
    if opened in unclosed:
        return at
    close = _CLOSES[opened].search(source, at)
    if not close:
        unclosed.add(opened)  # searched once: looking again at each such tag would be quadratic
        return at
    return close.start() if close.group().lower().startswith("<body") else close.end()


_CLOSES = {tag: re.compile(rf"(?i)</{tag}\b[^>]{{0,20}}+>") for tag in RAW}
_CLOSES["head"] = re.compile(r"(?i)</head\b[^>]{0,20}+>|<body\b")
_CLOSES["<!--"] = re.compile(r"--!?>")


def attributes_of(text: str) -> Iterator[tuple[str, str]]:
    """Names (lower case) and raw values of a tag's attributes, at most 40, the first of a name counts."""
    seen = set[str]()
    for count, match in enumerate(_ATTRIBUTE.finditer(text)):
        if count >= MOST_ATTRIBUTES:
            return
        name = match[1].lower()
        if name not in seen:
            seen.add(name)
            yield name, match[2] or match[3] or match[4] or ""
