"""HTML made well nested, shallow and annotated before it is cleaned. Linear; nothing here is relied on for safety.

Why before: an HTML parser is quadratic in nesting (20 s for 100,000 open `div`, measured with nh3) and repeats what
was left open (5,000 `font` left open before 5,000 `p` become 25 million elements). Balanced tags do neither.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from goodword.channels.email.reading.tags import VOID, Token, attributes_of, bounded, tokens
from goodword.channels.email.showing.allowed import ATTRIBUTES, TAGS
from goodword.channels.email.showing.links import host_of, link_of, misleads

DEPTH = 100
CHARACTERS = 1_500_000
MARKS = 60_000
"""Tags, and character references, that are shown: more than any letter has, and a second of work."""
_INLINE_IMAGE = re.compile(r"data:image/(?:png|jpeg|jpg|gif|webp|bmp);base64,[A-Za-z0-9+/=]*+")
_REMOTE = re.compile(r"(?i)(?:https?:)?[\\/]{2}.")
_PIXEL = re.compile(r"\s*[0-2]\s*(?:px)?\s*")


@dataclass
class Tidied:
    """The HTML so far, what the desk serves in it, what was blocked."""

    image_url: Callable[[str], str | None]
    remote_url: Callable[[str], str | None] | None
    out: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    link: str = ""
    link_text: list[str] = field(default_factory=list)
    served: set[str] = field(default_factory=set)
    blocked: dict[str, None] = field(default_factory=dict)
    cut: bool = False

    @property
    def html(self) -> str:
        return "".join(self.out)


def tidy(source: str, image_url: Callable[[str], str | None], remote_url: Callable[[str], str | None] | None) -> Tidied:
    """One pass over the source."""
    tidied = Tidied(image_url, remote_url)
    source, tidied.cut = bounded(source.replace("\x00", ""), CHARACTERS, MARKS)
    for token in tokens(source):
        if token.text:
            text = entities.unescape(token.text)
            tidied.out.append(text.replace("&", "&amp;").replace("<", "&lt;"))
            if tidied.link and len(tidied.link_text) < 50:
                tidied.link_text.append(text[:500])
        if token.tag in TAGS:
            _close(tidied, token.tag) if token.closing else _open(tidied, token)
    while tidied.open:
        _close(tidied, tidied.open[-1])
    return tidied


def _open(tidied: Tidied, token: Token) -> None:
    tag = token.tag
    if tag == "img":
        tidied.out.append(_image(tidied, dict(attributes_of(token.attributes))))
        return
    if tag in VOID:
        tidied.out.append(f"<{tag}{_attributes(tag, token)}>")
        return
    if len(tidied.open) >= DEPTH:
        return
    if tag == "a":
        if tidied.counts.get("a"):
            _close(tidied, "a")
        tidied.out.append(_link(tidied, dict(attributes_of(token.attributes))))
    else:
        tidied.out.append(f"<{tag}{_attributes(tag, token)}>")
    tidied.open.append(tag)
    tidied.counts[tag] = tidied.counts.get(tag, 0) + 1


def _close(tidied: Tidied, tag: str) -> None:
    """Closes the nearest open tag of that name and what was left open in it; a stray closing tag does nothing."""
    if not tidied.counts.get(tag):
        return
    while tidied.open:
        last = tidied.open.pop()
        tidied.counts[last] -= 1
        tidied.out.append(f"</{last}>")
        if last == "a":
            tidied.out.append(_leads_to(tidied))
        if last == tag:
            return


def _attributes(tag: str, token: Token) -> str:
    """The allowed attributes, quoted; most tags have none."""
    if not token.attributes.strip(" /\n"):
        return ""
    allowed = ATTRIBUTES.get(tag, set()) | ATTRIBUTES["*"]
    return "".join(_attribute(name, value) for name, value in attributes_of(token.attributes) if name in allowed)


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
        return _served(tidied, tidied.image_url(source[4:][:1_000]), kept)
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
