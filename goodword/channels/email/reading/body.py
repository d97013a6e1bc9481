"""Which parts of a mail are its text, which are its files. Every text part that is shown is kept, in order."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

from goodword.channels.email.reading import limits
from goodword.channels.email.reading.charsets import text_of
from goodword.channels.email.reading.files import attachment_name
from goodword.channels.email.reading.flowed import unflowed
from goodword.channels.email.reading.html_text import html_text
from goodword.channels.email.reading.mail import ReadAttachment
from goodword.channels.email.reading.mime import Part

_META_CHARSET = re.compile(rb"(?i)<meta[^>]{0,200}charset\s*=\s*[\"']?([\w.:-]{1,40})")


@dataclass
class Body:
    """The visible text twice (as shown, and with quotations marked), the HTML, and the parts that are files."""

    text: str = ""
    reply_source: str = ""
    html: str = ""
    files: list[Part] = field(default_factory=list)


def body_of(root: Part) -> Body:
    """Reads the tree of parts once. Linear in what is shown."""
    body = Body()
    texts: list[tuple[str, str]] = []
    pages: list[str] = []
    _gather(root, texts, pages, body.files)
    body.text = "\n".join(shown for shown, _ in texts if shown.strip())[: limits.TEXT_CHARACTERS]
    body.reply_source = "\n".join(source for _, source in texts if source.strip())[: limits.TEXT_CHARACTERS]
    body.html = "\n".join(pages)[: limits.HTML_CHARACTERS]
    return body


def _gather(part: Part, texts: list[tuple[str, str]], pages: list[str], files: list[Part]) -> None:
    """Depth first, children in order; recursion is bounded by the depth of the tree."""
    if part.content_type == "multipart/alternative" and part.children:
        _choose(part, texts, pages, files)
    elif part.is_multipart:
        for child in part.children:
            _gather(child, texts, pages, files)
    elif _is_file(part):
        files.append(part)
    elif part.content_type == "text/html":
        source = html_source(part)
        pages.append(source)
        if not _says_the_same(texts, part):
            page = html_text(source)
            texts.append((page.shown, page.marked))
    elif text := plain_text(part):
        texts.append((text, text))


def _says_the_same(texts: list[tuple[str, str]], part: Part) -> bool:
    return bool(texts) and part.parent_type == "multipart/alternative"


def _choose(part: Part, texts: list[tuple[str, str]], pages: list[str], files: list[Part]) -> None:
    """Of alternatives (RFC 2046 section 5.1.4) the plain text is read and the HTML kept to be shown."""
    kinds: list[tuple[list[tuple[str, str]], list[str]]] = []
    for child in part.children:
        its_texts: list[tuple[str, str]] = []
        its_pages: list[str] = []
        _gather(child, its_texts, its_pages, files)
        kinds.append((its_texts, its_pages))
    plain = [its for its, its_pages in kinds if not its_pages and any(text.strip() for text, _ in its)]
    rich = [its for its, its_pages in kinds if its_pages and any(text.strip() for text, _ in its)]
    chosen = plain[0] if plain else (rich[0] if rich else [])
    texts.extend(chosen)
    for _, its_pages in kinds:
        pages.extend(its_pages)


def _is_file(part: Part) -> bool:
    """True for what is offered as a file: by its disposition (RFC 2183), by its name, or because it is no text."""
    disposition = (part.header("content-disposition") or b"").strip().lower()
    if disposition.startswith(b"attachment"):
        return True
    if part.content_type.startswith("multipart/"):
        return False
    if part.content_type not in ("text/plain", "text/html"):
        return True
    return bool(attachment_name(part, with_fallback=False)) and part.depth > 0


def plain_text(part: Part) -> str:
    """The text of a plain part, flowed lines (RFC 3676) joined."""
    content = part.content()[: limits.TEXT_CHARACTERS * 4]
    text = text_of(content, part.parameters.get("charset", "")).replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\x00", "")[: limits.TEXT_CHARACTERS]
    if part.parameters.get("format", "").lower() == "flowed":
        return unflowed(text, part.parameters.get("delsp", "").lower() == "yes")
    return text


def html_source(part: Part) -> str:
    """The HTML of a part; without a charset in the head the one in the page counts."""
    content = part.content()[: limits.HTML_CHARACTERS * 4]
    meta = _META_CHARSET.search(content[:4_000])
    charset = part.parameters.get("charset", "") or (meta.group(1).decode("ascii") if meta else "")
    return text_of(content, charset).replace("\x00", "")[: limits.HTML_CHARACTERS]


def attachments_of(files: list[Part], html: str) -> tuple[list[ReadAttachment], bool]:
    """The files decoded, and whether all fitted into memory (limits.ATTACHMENTS_BYTES)."""
    found: list[ReadAttachment] = []
    left = limits.ATTACHMENTS_BYTES
    for part in files:
        if part.end - part.start > left:
            return found, False
        read = _attachment(part, html)
        left -= read.size
        found.append(read)
    return found, True


def _attachment(part: Part, html: str) -> ReadAttachment:
    content = part.content()
    content_id = (part.header("content-id") or b"").decode("utf-8", "replace").strip().strip("<>")
    disposition = (part.header("content-disposition") or b"").strip().lower()
    shown = bool(content_id) and (f"cid:{content_id}" in html or disposition.startswith(b"inline"))
    digest = hashlib.md5(content, usedforsecurity=False).hexdigest()
    name = attachment_name(part)
    return ReadAttachment(name, part.content_type, len(content), digest, content, content_id, shown)
