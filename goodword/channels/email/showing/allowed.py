"""What of HTML a mail may use to be shown. An allow-list: what is not here is taken away, its text stays."""

from __future__ import annotations

TAGS = {
    "a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "big", "blockquote", "br", "caption", "center",
    "cite", "code", "col", "colgroup", "dd", "del", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "font",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "img", "ins", "kbd", "li", "main", "mark", "nav",
    "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "span", "strike", "strong", "sub",
    "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "tt", "u", "ul", "var", "wbr",
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
CLASSES = {"img": {"blocked"}, "span": {"leads-to"}}
