"""What somebody typed into the composer as it goes out: its words, its HTML, and which of its files stand within it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from goodword.cases.inbound import InboundFile
from goodword.channels.email.letter_html import cleaned
from goodword.kit import rich

PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")


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
    known = {file.filename: file for file in files if file.content_type in PICTURES}
    within: dict[str, str] = {}

    def picture(name: str) -> str | None:
        found = known.get(unquote(name))
        if found is None:
            return None
        within[found.key] = f"{hashlib.sha256(found.key.encode()).hexdigest()[:24]}@goodword"
        return f"cid:{within[found.key]}"

    read = rich.read(typed, picture)
    placed = tuple(
        replace(file, content_id=within[file.key], is_inline=True) if file.key in within else file for file in files
    )
    return Worded(read.text, cleaned(read.html).strip(), "" if read.text == typed else typed, placed)


def looks(source: str) -> str:
    """Returns how a text will look, "" where nothing in it is formatted; pictures are their names."""
    return cleaned(rich.read(source).html).strip()
