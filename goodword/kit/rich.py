"""Formatted words: written as Markdown in a plain field, read as plain text, and shown as HTML. Pure.

Only what a letter needs is understood: bold, italic, lists, links, quotes, code, pictures. Everything else stays as it
was typed, and a text without any of it stays letter for letter what it is: no HTML is made of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

LONGEST = 100_000
_OFF = (
    "code", "heading", "lheading", "hr", "html_block", "html_inline", "reference", "entity", "table", "strikethrough",
)  # fmt: skip
_PLAIN = {"paragraph_open", "paragraph_close", "inline", "text", "text_special", "softbreak", "hardbreak"}
_FENCE = re.compile(r" {0,3}(```|~~~)")
_QUOTE = re.compile(r" {0,3}>")
_ITEM = re.compile(r"[ \t]*(?:([-+*])|(\d{1,9})([.)]))(?=[ \t]+\S)")
_MARK = re.compile(r"[*_`\[]|~~~|^[ \t]*(?:>|[-+][ \t]|\d{1,9}[.)][ \t])", re.MULTILINE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)

Picture = Callable[[str], str | None]


@dataclass(frozen=True)
class Written:
    """What was written: its words alone, and its HTML, "" where nothing in it is formatted."""

    text: str
    html: str


def read(source: str, picture: Picture | None = None) -> Written:
    """Reads what somebody wrote. `picture` is asked with a file's name for its address, None: there is none such."""
    source = source.replace("\r\n", "\n")[:LONGEST]
    if not _MARK.search(source):  # most are so, and a page shows many
        return Written(source, "")
    tokens = _parser().parse(_as_meant(source))
    _settle(tokens, picture)
    if all(one.type in _PLAIN or one.info == "auto" for one in _every(tokens)):
        return Written(source, "")
    html = _parser().renderer.render(tokens, _parser().options, {})
    return Written(_text(tokens), html)


def plain(source: str) -> str:
    """Returns the words alone."""
    return read(source).text


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "linkify": True, "breaks": True}).enable("linkify")
    parser.inline.ruler.at("emphasis", _emphasis)
    parser.disable([rule for rule in _OFF if rule in _known(parser)])
    if parser.linkify is not None:
        parser.linkify.set({"fuzzy_link": False, "fuzzy_email": False, "fuzzy_ip": False})
    return parser


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Reads stars as the library does for underscores: within a word they are stars, as in 200*80*75."""
    marker = state.src[state.pos]
    if silent or marker not in "*_":
        return False
    scanned = state.scanDelims(state.pos, False)
    for _ in range(scanned.length):
        state.push("text", "", 0).content = marker
        state.delimiters.append(
            Delimiter(
                marker=ord(marker), length=scanned.length, token=len(state.tokens) - 1, end=-1, open=scanned.can_open,
                close=scanned.can_close,
            )
        )  # fmt: skip
    state.pos += scanned.length
    return True


def _known(parser: MarkdownIt) -> set[str]:
    return {name for names in parser.get_all_rules().values() for name in names}


def _as_meant(source: str) -> str:
    """Sets the lines as people mean them: no answer is drawn into the quote above it, and one dash is no list."""
    lines, out, in_code = source.split("\n"), [], False
    for at, line in enumerate(lines):
        if _FENCE.match(line):
            in_code = not in_code
        before = lines[at - 1] if at else ""
        if not in_code and not _FENCE.match(line):
            if line.strip() and _ends_with(before, line):
                out.append("")
            line = _unless_alone(lines, at)  # noqa: PLW2901
        out.append(line)
    return "\n".join(out)


def _ends_with(before: str, line: str) -> bool:
    """Says whether a quote or a list has ended with the line before, though no empty line says so."""
    if _QUOTE.match(before):
        return not _QUOTE.match(line)
    return bool(_ITEM.match(before)) and not _ITEM.match(line) and not line.startswith((" ", "\t"))


def _unless_alone(lines: Sequence[str], at: int) -> str:
    """Returns a line; a dash or a number that begins it alone, without a second one near, is no list."""
    line = lines[at]
    found = _ITEM.match(line)
    if not found or any(_is_item(lines, at, step, bool(found[1])) for step in (1, -1)):
        return line
    cut = found.start(1) if found[1] else found.start(3)
    return f"{line[:cut]}\\{line[cut:]}"


def _is_item(lines: Sequence[str], at: int, step: int, has_dash: bool) -> bool:
    """Says whether the next line of words in one direction is such an item too; what is set in belongs to its item."""
    at += step
    while 0 <= at < len(lines):
        found = _ITEM.match(lines[at])
        if found and bool(found[1]) == has_dash:
            return True
        if lines[at].strip() and not lines[at].startswith(("  ", "\t")):
            return False
        at += step
    return False


def _every(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _every(token.children or ())


def _settle(tokens: list[Token], picture: Picture | None) -> None:
    """Gives every link a scheme and every picture its address; a picture that is not there is its name."""
    for token in _every(tokens):
        if token.type == "link_open":
            href = str(token.attrs.get("href", ""))
            token.attrs["href"] = href if _SCHEME.match(href) else f"https://{href.lstrip('/')}"
        if token.type == "image":
            name = unquote(str(token.attrs.get("src", "")))
            address = picture(name) if picture else None
            if address:
                token.attrs["src"], token.children = address, token.children or [Token("text", "", 0, content=name)]
                token.content = token.content or name
            else:
                token.type, token.content, token.tag, token.children = "text", token.content or name, "", None


@dataclass
class _Lead:
    """What stands before the lines of an item or a quote: before its first one, and before all others."""

    first: str
    others: str
    has_begun: bool = False

    @property
    def is_quote(self) -> bool:
        return self.others == "> "

    def next(self) -> str:
        """Returns what stands before the next line."""
        said, self.has_begun = self.others if self.has_begun else self.first, True
        return said


def _text(tokens: Sequence[Token]) -> str:
    """Returns blocks as text: items with their mark, quotes behind a ">", an empty line between paragraphs."""
    leads: list[_Lead] = []
    numbers: list[int | None] = []
    out: list[str] = []
    is_close = True
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            numbers.append(int(token.attrs.get("start", 1)) if token.type.startswith("ordered") else None)
            is_close = len(numbers) > 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            numbers.pop()
            is_close = bool(numbers)
        elif token.type == "list_item_open":
            leads.append(_item(numbers))
        elif token.type == "blockquote_open":
            leads.append(_Lead("> ", "> "))
        elif token.type in ("list_item_close", "blockquote_close"):
            is_close = not leads.pop().is_quote
        elif token.type in ("inline", "fence"):
            if out and not is_close:
                out.append("".join("> " for one in leads if one.is_quote and one.has_begun).rstrip())
            words = token.content.rstrip("\n") if token.type == "fence" else _line(token.children or ())
            out += ["".join([*(one.next() for one in leads), line]).rstrip() for line in words.split("\n")]
            is_close = False
    return "\n".join(out)


def _item(numbers: list[int | None]) -> _Lead:
    number = numbers[-1]
    mark = "- " if number is None else f"{number}. "
    numbers[-1] = None if number is None else number + 1
    return _Lead(mark, " " * len(mark))


def _line(tokens: Sequence[Token]) -> str:
    """Returns the words of a line; a link shows where it leads, unless its words say so."""
    out, starts = [], []
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            out.append("\n")
        elif token.type == "link_open":
            starts.append((len(out), str(token.attrs.get("href", ""))))
        elif token.type == "link_close":
            begin, href = starts.pop()
            address = href.removeprefix("mailto:")
            if address.removeprefix("https://") != "".join(out[begin:]).removeprefix("https://"):
                out.append(f" ({address})")
        elif token.type == "image":
            out.append(f"[{token.content}]")
        else:
            out.append(token.content)
    return "".join(out)
