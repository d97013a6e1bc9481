"""HTML to plain text, quoted text marked with "> " as in plain mail, so that one splitter serves both.

Own and small on purpose: the standard library's HTMLParser is quadratic on some inputs in Python 3.11
(CVE-2025-6069) and mail arrives with a million tags. One pass, possessive patterns, bounded tags: linear.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from goodword.channels.email.reading import limits

_TOKEN = re.compile(
    r"<!--"
    r"|<(?P<close>/)?(?P<tag>[A-Za-z][\w:-]{0,30})(?P<attributes>(?:[^<>\"']|\"[^\"]{0,8000}\"|'[^']{0,8000}'|[\"'])*+)/?>"
    r"|<[!?/][^<>]{0,2000}+>"
)
_ATTRIBUTE = re.compile(r"(?i)\b(id|class|style|type|alt|href)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_RAW = {"script", "style", "title", "head", "template", "noscript", "object", "xml", "svg", "math"}
_VOID = {"br", "hr", "img", "meta", "link", "input", "base", "area", "col", "embed", "source", "wbr", "o:p"}
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "html", "li", "main", "nav", "ol", "p", "pre", "section",
    "table", "tbody", "tfoot", "thead", "tr", "ul",
}  # fmt: skip
_SPACED = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "table", "hr"}

# What mail programs put around the text they quote: everything inside, and mostly all after, is not new.
QUOTE_CONTAINERS = (
    ("gmail_quote", "Gmail"),
    ("gmail_extra_quote", "Gmail"),
    ("yahoo_quoted", "Yahoo"),
    ("protonmail_quote", "Proton"),
    ("zmail_extra", "Zoho"),
    ("moz-forward-container", "Thunderbird"),
    ("tutanota_quote", "Tuta"),
    ("freebird_quote", "web.de, GMX"),
)
# What mail programs put just before the text they quote: what follows it is not new.
QUOTE_BEGINNINGS = (
    ("olk_src_body_section", "Outlook for Mac 2011"),
    ("divrplyfwdmsg", "Outlook.com"),
    ("appendonsend", "Outlook.com"),
    ("stopspelling", "Outlook.com"),
    ("mail-editor-reference-message-container", "Outlook for Mac"),
    ("ms-outlook-mobile-reference-message", "Outlook mobile"),
    ("replysplit", "Hotmail"),
    ("reply-intro", "Roundcube"),
    ("isforwardcontent", "Netease"),
    ("quotedreply", "Spark"),
    ("ydp-yahoo_quoted", "Yahoo"),
)
CUT = "\u2063\u2063cut\u2063\u2063"
"""A line of the reply text that says: here the mail program began to quote."""


@dataclass
class _Page:
    """The text so far. `quotes` counts open quotations; `stack` the open tags that matter for leaving them."""

    lines: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    quotes: int = 0
    pre: int = 0
    stack: list[tuple[str, bool]] = field(default_factory=list)

    def text(self, text: str) -> None:
        if self.pre:
            first, *rest = text.split("\n")
            self.line.append(first)
            for following in rest:
                self.end_line(blank_too=True)
                self.line.append(following)
            return
        self.line.append(text)

    def end_line(self, blank_too: bool = False) -> None:
        joined = "".join(self.line)
        line = joined.rstrip() if self.pre else _SPACES.sub(" ", joined).strip(" ")
        self.line.clear()
        if line.strip(" \xa0") or blank_too:
            self.lines.append("> " * self.quotes + line)

    def space(self) -> None:
        self.end_line()
        if self.lines and self.lines[-1].strip("> "):
            self.lines.append("> " * self.quotes)


def html_to_text(source: str, for_reply: bool = False) -> str:
    """The visible text. With `for_reply`, quotations carry "> " and the places where programs quote carry CUT."""
    source = source[: limits.HTML_CHARACTERS]
    page = _Page()
    at, tags = 0, 0
    while match := _TOKEN.search(source, at):
        page.text(_visible(source[at : match.start()], page.pre))
        at = match.end()
        tags += 1
        if tags > limits.HTML_TAGS:
            break
        tag = (match["tag"] or "").lower()
        if match.group() == "<!--":
            close = source.find("-->", at)
            at = close + 3 if close >= 0 else at
        elif tag in _RAW and not match["close"]:
            at = _after_raw(source, at, tag)
        elif tag:
            _tag(page, tag, bool(match["close"]), match["attributes"] or "", for_reply)
    if tags <= limits.HTML_TAGS:
        page.text(_visible(source[at:], page.pre))
    page.end_line()
    return "\n".join(page.lines).strip("\n")


def _visible(text: str, pre: int) -> str:
    text = text if pre else text.replace("\n", " ").replace("\r", " ")
    return html.unescape(text) if "&" in text else text


def _after_raw(source: str, at: int, tag: str) -> int:
    """Past the content of an element that shows nothing; one that is never closed is only skipped itself."""
    close = re.compile(rf"(?i)</{tag}\s*>|<body\b" if tag == "head" else rf"(?i)</{tag}\s*>").search(source, at)
    if not close:
        return at
    return close.start() if close.group().lower().startswith("<body") else close.end()


def _tag(page: _Page, tag: str, closing: bool, attributes: str, for_reply: bool) -> None:
    if tag == "br":
        page.end_line(blank_too=True)
    elif tag in ("td", "th"):
        page.text(" ")
    elif tag == "hr":
        page.space()
        if for_reply:
            page.lines.append("-" * 32)
    elif tag in _BLOCKS or tag == "span":
        _block(page, tag, closing, attributes, for_reply)


def _block(page: _Page, tag: str, closing: bool, attributes: str, for_reply: bool) -> None:
    if tag != "span":
        page.space() if tag in _SPACED else page.end_line()
    if closing:
        _leave(page, tag)
    else:
        _enter(page, tag, attributes, for_reply)
    if tag == "li" and not closing:
        page.text("- ")
    if tag == "pre":
        page.pre = max(page.pre + (-1 if closing else 1), 0)


def _enter(page: _Page, tag: str, attributes: str, for_reply: bool) -> None:
    quotes = tag == "blockquote" and for_reply
    if for_reply and attributes and not page.quotes:
        marks = " ".join(
            "".join(found[1:]) for found in _ATTRIBUTE.findall(attributes[:4000]) if found[0].lower() != "href"
        ).lower()
        if any(mark in marks for mark, _ in QUOTE_BEGINNINGS) or any(mark in marks for mark, _ in QUOTE_CONTAINERS):
            page.end_line()
            page.lines.append(CUT)
    if len(page.stack) < 5_000:
        page.stack.append((tag, quotes))
        page.quotes += quotes


def _leave(page: _Page, tag: str) -> None:
    """Closes the nearest open tag of that name; forgives what was left open inside it."""
    for back in range(len(page.stack) - 1, max(len(page.stack) - 60, -1), -1):
        if page.stack[back][0] == tag:
            page.quotes -= sum(quoted for _, quoted in page.stack[back:])
            del page.stack[back:]
            return
