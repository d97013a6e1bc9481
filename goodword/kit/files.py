"""Bytes in the file storage, named by what they are: written once, safely on disk before anybody relies on them."""

from __future__ import annotations

import hashlib
import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import IO

from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage

PICTURES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
}
PICTURE_TYPES = frozenset({*PICTURES.values(), "image/webp"})


class FolderStorage(FileSystemStorage):
    """A local folder whose files are private and synced to disk before they appear under their name."""

    def _save(self, name: str, content: object) -> str:
        target = Path(self.path(name))
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        rough = target.with_name(f".{secrets.token_hex(8)}.part")
        try:
            with os.fdopen(os.open(rough, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as out:
                out.writelines(content.chunks())  # type: ignore[attr-defined]
                out.flush()
                os.fsync(out.fileno())
            rough.replace(target)
        finally:
            rough.unlink(missing_ok=True)
        return name

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        """Keeps the name: it is made of the content's hash, so the same name is the same content."""
        return name


def keep(content: bytes, shelf: str) -> str:
    """Stores bytes under the shelf (a folder) by their SHA-256 and returns the key; the same bytes once."""
    digest = hashlib.sha256(content).hexdigest()
    key = f"{shelf}/{digest[:2]}/{digest[2:]}"
    if not default_storage.exists(key):
        default_storage.save(key, ContentFile(content))
    return key


def keep_for_a_while(content: bytes, shelf: str, name: str, outdated: str) -> str:
    """Stores bytes under a name that is not made of them; throws away up to twenty from the outdated shelf.

    So each new one makes room, and no sweep has to walk the shelves.
    """
    key = f"{shelf}/{name[:2]}/{name[2:]}"
    if not default_storage.exists(key):
        default_storage.save(key, ContentFile(content))
    with suppress(FileNotFoundError, NotADirectoryError):
        for old in default_storage.listdir(f"{outdated}/{name[:2]}")[1][:20]:
            default_storage.delete(f"{outdated}/{name[:2]}/{old}")
    return key


def opened(key: str) -> IO[bytes]:
    """Opens the bytes kept under a key to be sent in pieces; raises FileNotFoundError when they are gone."""
    file: IO[bytes] = default_storage.open(key)
    return file


def safe_name(name: str) -> str:
    """Returns a file's name without any path or control character, never empty, at most 200 letters."""
    last = name.replace("\\", "/").rpartition("/")[2]
    plain = "".join(letter for letter in last if letter.isprintable()).strip().strip(".")
    stem, dot, suffix = plain.rpartition(".")
    return (f"{stem[:180]}{dot}{suffix[:18]}" if stem else plain[:200]) or "file"


def picture_type(start: bytes) -> str:
    """Returns the type of a picture that every browser shows safely, by its first bytes; "" for all else."""
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for mark, kind in PICTURES.items() if start.startswith(mark)), "")


def picture_of(key: str) -> str:
    """Returns the type of the picture kept under a key, "" when it is none or is gone."""
    try:
        with opened(key) as file:
            return picture_type(file.read(16))
    except FileNotFoundError:
        return ""


def is_pdf(start: bytes) -> bool:
    """Says whether bytes begin as a PDF does."""
    return b"%PDF-" in start[:1024]


def text_of(key: str, most: int) -> tuple[str, bool] | None:
    """Returns the beginning of a file as text, and whether there is more; None when it is no text or is gone."""
    try:
        with opened(key) as file:
            start = file.read(most + 1)
    except FileNotFoundError:
        return None
    if b"\0" in start or picture_type(start[:16]):
        return None
    try:
        return start[:most].decode(), len(start) > most
    except UnicodeDecodeError as wrong:
        tongue = "utf-8" if wrong.start > most - 4 else "cp1252"  # a letter that was cut in two is no other tongue
        return start[:most].decode(tongue, "replace"), len(start) > most


def fetch(key: str) -> bytes:
    """Returns the bytes kept under a key; raises FileNotFoundError when they are gone."""
    with default_storage.open(key) as file:
        content = file.read()
    return content if isinstance(content, bytes) else bytes(content)
