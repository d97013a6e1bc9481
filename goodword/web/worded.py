"""What somebody typed into the composer as it goes out: its words, its HTML, and which of its files stand within it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from goodword.cases.inbound import InboundFile
from goodword.channels.email.letter_html import cleaned
from goodword.channels.email.showing import clean
from goodword.kit import rich
from goodword.kit.files import PICTURE_TYPES
from goodword.web.uploads import Kept, files_of


@dataclass(frozen=True)
class Worded:
    """A text with its files. `source` is what was typed, "" where that is the very text."""

    text: str
    html: str
    source: str
    files: tuple[InboundFile, ...]


def worded(source: str, files: Sequence[InboundFile] = ()) -> Worded:
    """Reads what was typed. A picture that it names (`![](name)`) is that file of its own, and stands in its place."""
    typed = source.replace("\r\n", "\n").strip()
    known = {file.filename: file for file in files if file.content_type in PICTURE_TYPES}
    within: dict[str, str] = {}

    def picture(name: str) -> str | None:
        found = known.get(name)
        if found is None:
            return None
        within[found.key] = f"{hashlib.sha256(found.key.encode()).hexdigest()[:24]}@goodword"
        return f"cid:{within[found.key]}"

    read = rich.read(typed, picture)
    placed = tuple(replace(file, content_id=within.get(file.key, ""), is_inline=file.key in within) for file in files)
    return Worded(read.text, cleaned(read.html).strip(), "" if read.text == typed else typed, placed)


def looks(typed: str, kept: Sequence[Kept] = (), case: int = 0) -> str:
    """Returns how a draft will look, "" where nothing in it is formatted; its pictures are those that lie in it."""
    words = worded(typed, files_of(kept))
    if not words.html:
        return ""
    lying = {file.content_id: f"/cases/{case}/files/{one.token}" for file, one in zip(words.files, kept, strict=True)}
    return clean(words.html, image_url=lying.get, fold=None).html
