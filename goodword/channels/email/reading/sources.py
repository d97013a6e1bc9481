"""Where mails lie on a disk: single files, mboxes, Maildirs, folders of these. One mail in memory at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from goodword.channels.email.reading import limits

_FROM_LINE = re.compile(rb"From \S.*\d{4}")
_ESCAPED = re.compile(rb"(?m)^>(>*From )")


@dataclass(frozen=True)
class MailFile:
    """One mail with the name to report it under; `error` in words when it could not be read from the disk."""

    path: Path
    name: str
    content: bytes = b""
    error: str = ""


def mails_in(path: Path) -> Iterator[MailFile]:
    """Every mail of a file, an mbox, a Maildir or a folder, sorted by name. Never raises for what is on the disk."""
    try:
        if path.is_dir():
            yield from _in_folder(path)
        elif _is_mbox(path):
            yield from _in_mbox(path)
        else:
            yield MailFile(path, str(path), _content(path))
    except OSError as error:
        yield MailFile(path, str(path), error=error.strerror or type(error).__name__)


def _in_folder(path: Path) -> Iterator[MailFile]:
    for entry in sorted(path.iterdir()):
        if entry.name.startswith(".") and not (entry.is_dir() and (entry / "cur").is_dir()):
            continue
        if entry.is_dir() and entry.name == "tmp" and (path / "cur").is_dir():
            continue  # mails still being written (Maildir)
        yield from mails_in(entry)


def _content(path: Path) -> bytes:
    """The bytes, or just enough of a mail that is too large to be read to know that it is."""
    with path.open("rb") as file:
        return file.read(limits.MAIL_BYTES + 1)


def _is_mbox(path: Path) -> bool:
    """An mbox begins with a "From " line and holds another one, or is named so (RFC 4155)."""
    with path.open("rb") as file:
        if not _FROM_LINE.match(file.readline(1000)):
            return False
    return path.suffix.lower() in (".mbox", ".mbx", "") or path.suffix.lower() not in (".eml", ".msg", ".txt")


def _in_mbox(path: Path) -> Iterator[MailFile]:
    lines: list[bytes] = []
    number, size, blank = 0, 0, True
    with path.open("rb") as file:
        for line in file:
            if blank and _FROM_LINE.match(line):
                if lines:
                    number += 1
                    yield _of_mbox(path, number, lines)
                lines, size = [], 0
            if size <= limits.MAIL_BYTES:
                lines.append(line)
                size += len(line)
            blank = not line.strip()
    if lines:
        yield _of_mbox(path, number + 1, lines)


def _of_mbox(path: Path, number: int, lines: list[bytes]) -> MailFile:
    content = b"".join(lines[1:])
    return MailFile(path, f"{path}#{number}", _ESCAPED.sub(rb"\1", content))
