"""What a harmless page is, asked of an independent parser: the standard library's, over what nh3 wrote."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from goodword.channels.email.showing import Cleaned, clean
from goodword.channels.email.showing.allowed import ATTRIBUTES, TAGS

SERVED = {"known": "/attachments/7"}
GIVEN_BY_US = {"a": {"target", "rel"}, "img": {"class"}, "span": {"class"}, "details": {"class"}}
_LINK = re.compile(r"(?:https?://|mailto:|tel:)[^\s\x00-\x1f]+")
_PICTURE = re.compile(r"data:image/(?:png|jpeg|jpg|gif|webp|bmp);base64,[A-Za-z0-9+/=]*")
_STYLE = re.compile(
    r"url|expression|import|@|\\|/\*|javascript|position|var\(|image|behavior|binding|<|-\s?\d+px", re.IGNORECASE
)


def shown(html: str) -> Cleaned:
    """The page as the desk would show it."""
    return clean(html, image_url=SERVED.get)


class _Judge(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.faults.append(f"<{tag}>")
        allowed = ATTRIBUTES.get(tag, set()) | ATTRIBUTES["*"] | GIVEN_BY_US.get(tag, set())
        for name, value in attrs:
            if name not in allowed:
                self.faults.append(f"{tag} {name}")
            elif not self._is_harmless(name, value or ""):
                self.faults.append(f"{tag} {name}={value}")

    def _is_harmless(self, name: str, value: str) -> bool:
        if name == "href":
            return bool(_LINK.fullmatch(value))
        if name == "src":
            return value in SERVED.values() or bool(_PICTURE.fullmatch(value))
        if name == "data-src":
            return value.startswith(("http://", "https://", "//"))
        if name == "style":
            return not _STYLE.search(value)
        if name in ("colspan", "rowspan"):
            return len(value) <= 4
        return name != "target" or value == "_blank"

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.faults.append(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"<?{data}>")


def faults_of(html: str) -> list[str]:
    """Everything in the page that could act, fetch or cover."""
    judge = _Judge()
    judge.feed(html)
    judge.close()
    return judge.faults


def text_of(html: str) -> str:
    """The text a reader sees."""
    judge = _Judge()
    judge.feed(html)
    judge.close()
    return " ".join("".join(judge.text).split())
