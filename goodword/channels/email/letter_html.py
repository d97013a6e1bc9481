"""The HTML beside the plain text: plain paragraphs that look as if a person had typed them."""

from __future__ import annotations

import re
from collections.abc import Collection
from html import escape

import css_inline
import nh3

# Mail programs know no style sheets of ours, so what little style there is stands in the elements (css-inline).
STYLE = (
    "p{margin:0 0 1em} ul,ol{margin:0 0 1em;padding-left:1.5em} h2,h3{margin:1em 0 .5em;font-size:1.1em} "
    "blockquote{margin:0 0 1em;padding-left:1em;border-left:3px solid #999} "
    "pre{white-space:pre-wrap;margin:0 0 1em} li p{margin:0} img{max-width:100%;height:auto}"
)
_INLINER = css_inline.CSSInliner(load_remote_stylesheets=False, extra_css=STYLE)
FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:15px;line-height:1.5"
PAGE = (
    '<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">'
    '<meta name="supported-color-schemes" content="light dark"></head>'
    '<body style="margin:0;padding:16px">'
    '<div style="max-width:640px;overflow-wrap:anywhere;{font}">{body}</div></body></html>'
)
_ADDRESS = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)\]}]")
_ALLOWED = {
    "p",
    "br",
    "b",
    "strong",
    "i",
    "em",
    "u",
    "s",
    "a",
    "ul",
    "ol",
    "li",
    "blockquote",
    "code",
    "pre",
    "h2",
    "h3",
    "img",
}
_PICTURE = re.compile(r'<img(?: alt="([^"]*)")? src="cid:([^"]*)"(?: alt="([^"]*)")?>')


def from_text(text: str) -> str:
    """Returns a text as paragraphs with working links."""
    blocks = re.split(r"\n[ \t]*\n", text.strip("\n"))
    return "".join(f'<p style="margin:0 0 1em">{_lines(block)}</p>' for block in blocks if block.strip())


def cleaned(html: str) -> str:
    """Returns what an agent wrote with nothing but plain formatting in it, and pictures that travel along."""

    def value(tag: str, name: str, text: str) -> str | None:
        if name == "start":
            return text if text.isdigit() else None
        is_along = text.startswith("cid:")
        return text if name == "alt" or is_along == (tag == "img") else None

    return nh3.clean(
        html, tags=_ALLOWED, attributes={"a": {"href"}, "img": {"src", "alt"}, "ol": {"start"}}, attribute_filter=value,
        url_schemes={"http", "https", "mailto", "tel", "cid"},
    )  # fmt: skip


def is_plain(html: str) -> bool:
    """Says whether HTML is such as `cleaned` gives, so that it may stand in a page of the desk."""
    return bool(html) and cleaned(html) == html


def with_pictures(html: str, along: Collection[str]) -> str:
    """Returns cleaned HTML with only those pictures that go along; of another its name is left."""
    return _PICTURE.sub(lambda found: found[0] if found[2] in along else found[1] or found[3] or "", html)


def page(body: str, language: str) -> str:
    """Returns a whole HTML document around a body."""
    return _INLINER.inline(PAGE.format(language=escape(language[:12]), font=FONT, body=body))


def _lines(block: str) -> str:
    return "<br>".join(_with_links(line) for line in block.split("\n"))


def _with_links(line: str) -> str:
    parts, at = [], 0
    for found in _ADDRESS.finditer(line):
        address = escape(found.group(), quote=True)
        parts += [escape(line[at : found.start()]), f'<a href="{address}">{address}</a>']
        at = found.end()
    return "".join([*parts, escape(line[at:])])
