"""A backup file: a tar of the database's dump, the stored files and, last, a list of all of them with their hashes."""

from __future__ import annotations

import hashlib
import io
import json
import os
import secrets
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, cast

from goodword.box.postgres import CannotRun

LIST = "contents.json"
DUMP = "database.dump"
FILES = "files/"
FORM = 1
PIECE = 1024 * 1024


class Writer:
    """Adds members and remembers their hashes."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self.tar = tar
        self.hashes: dict[str, str] = {}

    def add(self, name: str, content: IO[bytes], size: int) -> None:
        """Adds one member."""
        member = tarfile.TarInfo(name)
        member.size, member.mode = size, 0o600
        seen = _Seen(content)
        self.tar.addfile(member, cast("IO[bytes]", seen))
        self.hashes[name] = seen.hash.hexdigest()

    def close(self, about: dict[str, Any]) -> None:
        """Adds the list; a file without it is known to be cut off."""
        text = json.dumps({"form": FORM, **about, "sha256": self.hashes}).encode()
        member = tarfile.TarInfo(LIST)
        member.size, member.mode = len(text), 0o600
        self.tar.addfile(member, io.BytesIO(text))


@contextmanager
def writing(target: Path) -> Iterator[Writer]:
    """Writes an archive that only its owner reads, and that has its name only when it is whole and on the disk."""
    if target.exists():
        raise CannotRun(f"{target} exists already; a backup does not write over another one.")
    rough = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        with os.fdopen(os.open(rough, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as out:
            with tarfile.open(fileobj=out, mode="w") as tar:
                yield Writer(tar)
            out.flush()
            os.fsync(out.fileno())
        rough.rename(target)
    finally:
        rough.unlink(missing_ok=True)


def checked(source: Path) -> dict[str, Any]:
    """Reads an archive whole and returns its list; raises CannotRun when anything is missing or differs."""
    hashes: dict[str, str] = {}
    known: dict[str, Any] | None = None

    def look(name: str, content: IO[bytes]) -> None:
        nonlocal known
        if name == LIST:
            known = json.loads(content.read())
            return
        seen = _Seen(content)
        while seen.read(PIECE):
            pass
        hashes[name] = seen.hash.hexdigest()

    try:
        each(source, look)
    except (tarfile.TarError, EOFError, ValueError, OSError) as error:
        raise CannotRun(f"{source} cannot be read as a backup: {error}") from error
    if known is None or known.get("form") != FORM:
        raise CannotRun(f"{source} is no whole backup of Goodword: its list of contents is missing.")
    if known["sha256"] != hashes:
        wrong = sorted(
            {*known["sha256"]} ^ {*hashes} | {name for name in hashes if known["sha256"].get(name) != hashes[name]}
        )
        raise CannotRun(f"{source} is damaged: {', '.join(wrong[:5])}")
    return known


def each(source: Path, use: Callable[[str, IO[bytes]], None]) -> None:
    """Hands every member to `use`, in the order of the file."""
    with tarfile.open(source, mode="r|") as tar:
        for member in tar:
            content = tar.extractfile(member) if member.isfile() else None
            if content is not None:
                use(member.name, content)


class _Seen:
    """Hashes what is read through it."""

    def __init__(self, content: IO[bytes]) -> None:
        self.content = content
        self.hash = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        piece = self.content.read(size)
        self.hash.update(piece)
        return piece
