"""Cleaning: tidied and annotated first (tidy.py), then through nh3, whose allow-list has the last word.

What reaches the page: no script, no form, no frame, no style sheet, no address of the sender's but in links, and no
image but those that the desk itself serves. The page shows it in a sandboxed frame all the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import nh3

from goodword.channels.email.showing.allowed import ATTRIBUTES, CLASSES, TAGS
from goodword.channels.email.showing.links import is_link
from goodword.channels.email.showing.styles import safe_style
from goodword.channels.email.showing.tidy import Tidied, is_inline_image, tidy

_SIZE = re.compile(r"\d{1,4}(?:\.\d{1,4})?%?")
_SIZES = {
    "width",
    "height",
    "border",
    "cellpadding",
    "cellspacing",
    "colspan",
    "rowspan",
    "span",
    "start",
    "hspace",
    "vspace",
}

ImageUrl = Callable[[str], str | None]


@dataclass(frozen=True)
class Cleaned:
    """`blocked_images`: remote ones left out; `cut`: there was more than is shown (limits.py)."""

    html: str
    blocked_images: int = 0
    cut: bool = False


def clean(
    html: str, *, image_url: ImageUrl, remote_url: ImageUrl | None = None, fold: str | None = "Earlier messages"
) -> Cleaned:
    """HTML that is safe to show.

    `image_url` is asked with the Content-ID of an inline image (without "cid:") and gives where the desk serves it, or
    None when the mail has none such. Remote images are blocked (`<img class="blocked" data-src="...">`) unless
    `remote_url` gives the desk's own address for them; images of a pixel or two only spy, and are dropped. What
    repeats earlier mails is folded under the words `fold`, unless it is all there is, or `fold` is None.
    """
    tidied = tidy(html, image_url, remote_url, fold)
    return Cleaned(_sanitised(tidied), len(tidied.blocked), tidied.cut)


def _sanitised(tidied: Tidied) -> str:
    """The last word: only allowed tags, attributes and values pass."""

    def value(tag: str, name: str, text: str) -> str | None:
        if name == "style":
            return safe_style(text) or None
        if name == "href":
            return text if is_link(text) else None
        if name == "src":
            return text if text in tidied.served or is_inline_image(text) else None
        if name == "data-src":
            return text if text in tidied.blocked else None
        if name in _SIZES:
            return text if _SIZE.fullmatch(text) else None
        return text

    return nh3.clean(
        tidied.html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        allowed_classes=CLASSES,
        attribute_filter=value,
        url_schemes={"http", "https", "mailto", "tel", "data"},
        set_tag_attribute_values={"a": {"target": "_blank"}},
        link_rel="noopener noreferrer nofollow",
    )
