"""HTML made well nested, shallow and annotated before it is cleaned. Linear; nothing here is relied on for safety.

Why before: an HTML parser is quadratic in nesting (20 s for 100,000 open `div`, measured with nh3) and repeats what
was left open (5,000 `font` left open before 5,000 `p` become 25 million elements). Balanced tags do neither.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import unquote

from goodword.channels.email.reading.attribution import is_separator
from goodword.channels.email.reading.tags import VOID, Token, attributes_of, bounded, tokens
from goodword.channels.email.showing.allowed import ATTRIBUTES, INLINE, OFFICE, SENDERS_TAGS
from goodword.channels.email.showing.links import host_of, link_of, misleads
from goodword.channels.email.showing.quotes import quoting_of

DEPTH = 100
CHARACTERS = 1_000_000
MARKS = 40_000
"""Tags, and character references, that are shown: more than any letter has, and a second of work."""
FOLD, FOLD_ALL = "fold", "fold all"
"""Folds among the open tags: one that ends with the element in it, one that ends with the element around it."""
_INLINE_IMAGE = re.compile(r"data:image/(?:png|jpeg|jpg|gif|webp|bmp);base64,[A-Za-z0-9+/=]*+")
_REMOTE = re.compile(r"(?i)(?:https?:)?[\\/]{2}.")
_PIXEL = re.compile(r"\s*[0-2]\s*(?:px)?\s*")


@dataclass
class Tidied:
    """The HTML so far, what the desk serves in it, what was blocked.

    `starts` says for each open tag where it stands in `out` and how much was `said` before it; `seen` counts what is
    to be read outside a fold; `line` is the last line that says something.
    """

    image_url: Callable[[str], str | None]
    remote_url: Callable[[str], str | None] | None
    fold: str | None
    out: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    link: str = ""
    link_text: list[str] = field(default_factory=list)
    served: set[str] = field(default_factory=set)
    blocked: dict[str, None] = field(default_factory=dict)
    starts: list[tuple[int, int]] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    line_ended: bool = False
    said: int = 0
    seen: int = 0
    cut: bool = False

    @property
    def html(self) -> str:
        return "".join(self.out)

    @property
    def folding(self) -> bool:
        return bool(self.counts.get(FOLD) or self.counts.get(FOLD_ALL))


def tidy(
    source: str,
    image_url: Callable[[str], str | None],
    remote_url: Callable[[str], str | None] | None,
    fold: str | None,
) -> Tidied:
    """One pass over the source; a second one without folding when all of it would be folded."""
    tidied = Tidied(image_url, remote_url, fold)
    bare, tidied.cut = bounded(source.replace("\x00", ""), CHARACTERS, MARKS)
    for token in tokens(bare):
        if token.text:
            _text(tidied, entities.unescape(token.text))
        if token.tag in SENDERS_TAGS:
            _close(tidied, token.tag) if token.closing else _open(tidied, token)
    while tidied.open:
        _pop(tidied)
    if fold and tidied.said and not tidied.seen:
        return tidy(source, image_url, remote_url, None)
    return tidied


def _text(tidied: Tidied, text: str) -> None:
    if not text.isspace():
        if tidied.fold and not tidied.folding and is_separator(text.strip()):
            _fold_from_here(tidied)
        tidied.said += 1
        tidied.seen += not tidied.folding
        if tidied.line_ended:
            tidied.line.clear()
            tidied.line_ended = False
        if len(tidied.line) < 50:
            tidied.line.append(text[:500])
    tidied.out.append(text.replace("&", "&amp;").replace("<", "&lt;"))
    if tidied.link and len(tidied.link_text) < 50:
        tidied.link_text.append(text[:500])


def _open(tidied: Tidied, token: Token) -> None:
    tag = token.tag
    if tag == "img":
        tidied.out.append(_image(tidied, dict(attributes_of(token.attributes))))
        return
    if tidied.fold and not tidied.folding and len(tidied.open) < DEPTH:
        _fold(tidied, quoting_of(tag, token.attributes, tidied.line))
    tidied.line_ended = tidied.line_ended or tag not in INLINE
    if tag in VOID:
        tidied.out.append(f"<{tag}{_attributes(tag, token)}>")
        return
    if len(tidied.open) >= DEPTH:
        return
    if tag == "a":
        if tidied.counts.get("a"):
            _close(tidied, "a")
        _push(tidied, tag, _link(tidied, dict(attributes_of(token.attributes))))
    else:
        _push(tidied, tag, f"<{tag}{_attributes(tag, token)}>")


def _fold(tidied: Tidied, quoting: str) -> None:
    if quoting == "here":
        _push(tidied, FOLD, _fold_tag(tidied))
    elif quoting:
        _fold_from_here(tidied)


def _fold_from_here(tidied: Tidied) -> None:
    """A fold to the end of what this stands in; elements that hold nothing yet but this go into it."""
    at = len(tidied.open)
    while at and tidied.starts[at - 1][1] == tidied.said:
        at -= 1
    if at == len(tidied.open):
        _push(tidied, FOLD_ALL, _fold_tag(tidied))
        return
    start = tidied.starts[at]
    tidied.out.insert(start[0], _fold_tag(tidied))
    tidied.open.insert(at, FOLD_ALL)
    tidied.starts.insert(at, start)
    tidied.counts[FOLD_ALL] = tidied.counts.get(FOLD_ALL, 0) + 1


def _fold_tag(tidied: Tidied) -> str:
    return f'<details class="quoted"><summary>{entities.escape(tidied.fold or "")}</summary>'


def _push(tidied: Tidied, tag: str, text: str) -> None:
    tidied.open.append(tag)
    tidied.starts.append((len(tidied.out), tidied.said))
    tidied.counts[tag] = tidied.counts.get(tag, 0) + 1
    tidied.out.append(text)


def _close(tidied: Tidied, tag: str) -> None:
    """Closes the nearest open tag of that name and what was left open in it; a stray closing tag does nothing."""
    if not tidied.counts.get(tag):
        return
    tidied.line_ended = tidied.line_ended or tag not in INLINE
    while tidied.open:
        last = _pop(tidied)
        if last == tag:
            break
    if tidied.open and tidied.open[-1] == FOLD:  # what was folded ends here
        _pop(tidied)


def _pop(tidied: Tidied) -> str:
    last = tidied.open.pop()
    tidied.starts.pop()
    tidied.counts[last] -= 1
    tidied.out.append("</details>" if last in (FOLD, FOLD_ALL) else f"</{last}>")
    if last == "a":
        tidied.out.append(_leads_to(tidied))
    return last


def _attributes(tag: str, token: Token) -> str:
    """The allowed attributes, quoted; most tags have none. Office's paragraphs get the margins of its style sheet."""
    if not token.attributes.strip(" /\n"):
        return ""
    given = dict(attributes_of(token.attributes))
    if tag in ("p", "li", "div") and (style := OFFICE.get(given.get("class", "").lower())):
        given["style"] = f"{style}; {given.get('style', '')}"
    allowed = ATTRIBUTES.get(tag, set()) | ATTRIBUTES["*"]
    return "".join(_attribute(name, value) for name, value in given.items() if name in allowed)


def _attribute(name: str, value: str) -> str:
    return ' {}="{}"'.format(name, value[:8_000].replace('"', "&quot;").replace("<", "&lt;"))


def _link(tidied: Tidied, given: dict[str, str]) -> str:
    """The opening tag of a link, its target as its title."""
    tidied.link, tidied.link_text = link_of(entities.unescape(given.get("href", ""))), []
    style = _attribute("style", given["style"]) if "style" in given else ""
    if not tidied.link:
        return f"<a{style}>"
    target = entities.escape(tidied.link)
    return f'<a{style} href="{target}" title="{target}">'


def _leads_to(tidied: Tidied) -> str:
    """The host shown behind a link whose text names another one."""
    target, text = tidied.link, "".join(tidied.link_text)
    tidied.link, tidied.link_text = "", []
    if not target or not misleads(text, target):
        return ""
    return f' <span class="leads-to">[{entities.escape(host_of(target))}]</span>'


def _image(tidied: Tidied, given: dict[str, str]) -> str:
    source = re.sub(r"[\x00-\x20\x7f]", "", entities.unescape(given.get("src", "")))
    kept = "".join(
        _attribute(name, given[name])
        for name in ("alt", "width", "height", "border", "align", "style")
        if name in given
    )
    if source.lower().startswith("cid:"):
        name = source[4:][:1_000]
        return _served(tidied, tidied.image_url(name) or tidied.image_url(unquote(name)), kept)
    if is_inline_image(source):
        return f'<img src="{source}"{kept}>'
    if not _REMOTE.match(source) or len(source) > 4_000 or _spies(given):
        return ""
    address = tidied.remote_url(source) if tidied.remote_url else None
    if address:
        return _served(tidied, address, kept)
    tidied.blocked[source] = None
    return f'<img class="blocked" data-src="{entities.escape(source)}"{kept}>'


def _served(tidied: Tidied, address: str | None, kept: str) -> str:
    if not address:
        return f"<img{kept}>"
    tidied.served.add(address)
    return f'<img src="{entities.escape(address)}"{kept}>'


def _spies(given: dict[str, str]) -> bool:
    """Images of a pixel or two tell the sender that the mail was opened, and show nothing."""
    return any(_PIXEL.fullmatch(given[name]) for name in ("width", "height") if name in given)


def is_inline_image(source: str) -> bool:
    """True for a picture that the HTML carries in itself; no SVG, which is a document."""
    return bool(_INLINE_IMAGE.fullmatch(source))
