"""What comes attached to a mail, made harmless: kept outside the database, named and typed by us, not by the sender."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

import puremagic

from goodword.cases.inbound import InboundFile
from goodword.channels.email.reading import ReadAttachment
from goodword.kit import files

SHELF = "files"
MOST_FILES = 200
LONGEST_NAME = 120
UNKNOWN = "application/octet-stream"
LOOKED_AT = 64 * 1024

# Types that a browser would run; they are kept as plain bytes, whatever they call themselves.
_ACTIVE = ("html", "xml", "svg", "javascript", "ecmascript", "x-shockwave-flash", "x-sh", "x-php", "x-httpd")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff<>:\"/\\|?*]+")
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


def kept(attachments: Iterable[ReadAttachment]) -> tuple[InboundFile, ...]:
    """Puts the contents into the file storage, on disk before anything refers to them."""
    return tuple(
        keep_file(one.filename, one.content, one.content_id, one.inline) for one in list(attachments)[:MOST_FILES]
    )


def keep_file(filename: str, content: bytes, content_id: str = "", inline: bool = False) -> InboundFile:
    """Stores one file and returns it as messages carry it."""
    return InboundFile(
        key=files.keep(content, SHELF), filename=safe_name(filename), content_type=true_type(content),
        size=len(content), content_id=content_id[:250], is_inline=inline,
    )  # fmt: skip


def source(key: str, size: int) -> InboundFile:
    """Returns the raw mail itself as a file of its message; its bytes are stored under `key` already."""
    return InboundFile(key=key, filename="mail.eml", content_type="message/rfc822", size=size)


def safe_name(given: str) -> str:
    """Returns a file name of bounded length, without path, control characters, turned text or device names."""
    name = re.split(r"[/\\]", given.encode("utf-8", "replace").decode())[-1]
    name = _UNSAFE.sub("_", name).strip(" .") or "attachment"
    if _DEVICES.fullmatch(name):
        name = f"_{name}"
    if len(name) <= LONGEST_NAME:
        return name
    ending = PurePosixPath(name).suffix[:16]
    return name[: LONGEST_NAME - len(ending)] + ending


def true_type(content: bytes) -> str:
    """Returns the type that the bytes themselves show; never one that a browser would run."""
    try:
        found = str(puremagic.from_string(content[:LOOKED_AT], mime=True) or "")
    except (puremagic.PureError, ValueError, IndexError):
        found = ""
    if any(word in found for word in _ACTIVE) and "officedocument" not in found:
        return UNKNOWN
    if found.count("/") == 1:
        return found[:120]
    return "text/plain" if _is_text(content[:LOOKED_AT]) else UNKNOWN


def _is_text(content: bytes) -> bool:
    if b"\x00" in content:
        return False
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"
    return True
