"""What of HTML a mail may use to be shown. An allow-list: what is not here is taken away, its text stays."""

from __future__ import annotations

TAGS = {
    "a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "big", "blockquote", "br", "caption", "center",
    "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption",
    "figure", "font", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "img", "ins", "kbd", "li",
    "main", "mark", "nav", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "span",
    "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "tt",
    "u", "ul", "var", "wbr",
}  # fmt: skip

# Tags that only the desk gives.
OURS = {"details", "summary"}
SENDERS_TAGS = frozenset(TAGS - OURS)

# Tags that go on in the line they stand in.
INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "mark",
    "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
}  # fmt: skip

_CELL = {"align", "valign", "width", "height", "bgcolor", "colspan", "rowspan", "nowrap"}
_BLOCK = {"align"}
ATTRIBUTES = {
    "*": {"style", "dir", "lang", "title"},
    "a": {"href"},
    "img": {"src", "data-src", "alt", "width", "height", "border", "align", "hspace", "vspace"},
    "font": {"color", "face", "size"},
    "table": {"align", "width", "height", "bgcolor", "border", "cellpadding", "cellspacing"},
    "tr": {"align", "valign", "bgcolor", "height"},
    "td": _CELL,
    "th": _CELL,
    "col": {"span", "width", "align", "valign"},
    "colgroup": {"span", "width", "align", "valign"},
    "ol": {"start", "type", "reversed"},
    "ul": {"type"},
    "li": {"value"},
    "hr": {"align", "width", "color"},
    **dict.fromkeys(("div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "caption"), _BLOCK),
}

# Names that only the desk gives; a sender's classes are dropped before.
CLASSES = {"img": {"blocked"}, "span": {"leads-to"}, "details": {"quoted"}}

# What the style sheets of Outlook and Word say of their paragraphs; without it each line stands apart.
OFFICE = {
    "msonormal": "margin: 0",
    "msoplaintext": "margin: 0",
    "msolistparagraph": "margin: 0 0 0 36pt",
    "msolistparagraphcxspfirst": "margin: 0 0 0 36pt",
    "msolistparagraphcxspmiddle": "margin: 0 0 0 36pt",
    "msolistparagraphcxsplast": "margin: 0 0 0 36pt",
    "xmsonormal": "margin: 0",
    "x_msonormal": "margin: 0",
}
