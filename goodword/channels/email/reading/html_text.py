"""HTML to plain text, quoted text marked with "> " as in plain mail, so that one splitter serves both. Linear."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from goodword.channels.email.reading.tags import bounded, tokens

_ATTRIBUTE = re.compile(r"(?i)(?<![\w-])(?:id|class|name|type)\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_SPACES = re.compile(r"[ \t\r\n\f]+")
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


DEEPEST_QUOTE = 12
"""Levels of quotation that are told apart; deeper ones count as this one."""

_MARK = -1
_Line = tuple[int, str]


@dataclass(frozen=True)
class HtmlText:
    """The visible text of a page twice: as it is seen, and with "> " before quotations and CUT where quoting begins."""

    shown: str
    marked: str


@dataclass
class _Page:
    """The lines so far with their depth of quotation (_MARK: the reader's own); `stack` only inside quotations."""

    lines: list[_Line] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    quotes: int = 0
    pre: int = 0
    stack: list[str] = field(default_factory=list)

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
        if not self.line and not blank_too:
            return
        joined = "".join(self.line)
        line = joined.rstrip() if self.pre else _SPACES.sub(" ", joined).strip(" ")
        self.line.clear()
        if blank_too or line.strip(" \xa0"):
            self.lines.append((self.quotes, line))

    def space(self) -> None:
        self.end_line()
        if self.lines and self.lines[-1][1]:
            self.lines.append((self.quotes, ""))

    def mark(self, text: str) -> None:
        self.end_line()
        self.lines.append((_MARK, text))


def html_text(source: str) -> HtmlText:
    """One pass over the page."""
    page = _Page()
    for text, tag, closing, attributes in tokens(bounded(source)[0]):
        if text:
            page.text(_visible(text, page.pre))
        if tag:
            _tag(page, tag, closing, attributes)
    page.end_line()
    shown = "\n".join(line for depth, line in page.lines if depth != _MARK)
    marked = "\n".join("> " * min(depth, DEEPEST_QUOTE) + line for depth, line in page.lines)
    return HtmlText(shown.strip("\n"), marked.strip("\n"))


def _visible(text: str, pre: int) -> str:
    text = text if pre else text.replace("\n", " ").replace("\r", " ")
    return html.unescape(text) if "&" in text else text


def _tag(page: _Page, tag: str, closing: bool, attributes: str) -> None:
    if tag == "br":
        page.end_line(blank_too=True)
    elif tag in ("td", "th"):
        page.text(" ")
    elif tag == "hr":
        page.space()
        page.mark("-" * 32)
    elif tag in _BLOCKS or tag == "span":
        _block(page, tag, closing, attributes)


def _block(page: _Page, tag: str, closing: bool, attributes: str) -> None:
    if tag != "span":
        page.space() if tag in _SPACED else page.end_line()
    if closing:
        _leave(page, tag)
    else:
        _enter(page, tag, attributes)
    if tag == "li" and not closing:
        page.text("- ")
    if tag == "pre":
        page.pre = max(page.pre + (-1 if closing else 1), 0)


def _enter(page: _Page, tag: str, attributes: str) -> None:
    if attributes and not page.quotes and _begins_quote(attributes):
        page.mark(CUT)
    if (page.quotes or tag == "blockquote") and len(page.stack) < 5_000:
        page.stack.append(tag)
        page.quotes += tag == "blockquote"


def _begins_quote(attributes: str) -> bool:
    """True when a program's own mark stands in the attributes."""
    marks = marks_of(attributes)
    return any(mark in marks for mark, _ in (*QUOTE_BEGINNINGS, *QUOTE_CONTAINERS))


def marks_of(attributes: str) -> str:
    """What programs tell their own elements by: id, class, name and type, lower case."""
    return " ".join("".join(values) for values in _ATTRIBUTE.findall(attributes[:4000])).lower()


def _leave(page: _Page, tag: str) -> None:
    """Closes the nearest open tag of that name; forgives what was left open inside it."""
    for back in range(len(page.stack) - 1, max(len(page.stack) - 60, -1), -1):
        if page.stack[back] == tag:
            page.quotes -= page.stack[back:].count("blockquote")
            del page.stack[back:]
            return
