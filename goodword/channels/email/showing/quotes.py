"""Where the HTML of a mail begins to repeat earlier ones: what the page folds. Tables: reading/html_text.py."""

from __future__ import annotations

import re
from typing import Literal

from goodword.channels.email.reading.attribution import quote_begins
from goodword.channels.email.reading.html_text import QUOTE_BEGINNINGS, QUOTE_CONTAINERS, marks_of

# Elements that hold the quotation, beside those that the reader of replies knows.
CONTAINERS = (
    *QUOTE_CONTAINERS,
    ("messagereplysection", "Spark"),
    ("isreplycontent", "Netease"),
    ("front-blockquote", "Front"),
    ("gmail_quote_attribution", "Mailspring"),
)
# Elements that come before the quotation, which reaches to the end of what they stand in. Only those of programs whose
# answers always stand above.
BEGINNINGS = (
    *(mark for mark, program in QUOTE_BEGINNINGS if program.startswith(("Outlook", "Hotmail"))),
    "zwchr",  # Zimbra
)
_OUTLOOK_RULE = re.compile(r"(?i)border-top:\s{0,3}solid\s{1,3}#(?:e1e1e1|b5c4df)")
_WEB_DE = re.compile(r"(?i)(?<![\w-])name=[\"']?quote[\"'\s]")


def quoting_of(tag: str, attributes: str, line: list[str]) -> Literal["here", "from here on", ""]:
    """Whether the element is a quotation, or all from it on; `line` is the text just before it."""
    if attributes:
        marks = marks_of(attributes)
        if (tag == "blockquote" and "cite" in marks.split()) or any(mark in marks for mark, _ in CONTAINERS):
            return "here"
        if _WEB_DE.search(attributes[:400]):
            return "here"
        if any(mark in marks for mark in BEGINNINGS) or _OUTLOOK_RULE.search(attributes[:400]):
            return "from here on"
    if tag == "blockquote" and line and quote_begins([" ".join("".join(line).split())], 0):
        return "here"
    return ""
