"""Where links lead, and whether their text says something else."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

_LINK = re.compile(r"(?i)https?://[^\s\x00-\x20]{1,4000}|mailto:[^\s]{1,2000}|tel:[+\d().\s-]{1,40}")
_HTTP = re.compile(r"(?i)(https?):[\\/]*(?=[^\\/])")
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202f\u2060-\u2069\ufeff]")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SHOWN_HOST = re.compile(
    r"(?i)(?:https?://(?:[^\s/@]{0,200}@)?|www\.|^|[\s(<\[])((?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,8}[^\W\d_]{2,24})(?=$|[\s/:?#)>\],.])"
)
# Endings of file names that look like hosts in the text of a link.
_FILES = frozenset(
    {"pdf", "doc", "docx", "xls", "xlsx", "txt", "html", "htm", "php", "jpg", "jpeg", "png", "gif", "zip", "csv", "ics"}
)


def link_of(value: str) -> str:
    """The target as a browser would take it (WHATWG URL), or "" for anything but web, mail and telephone."""
    target = (
        _UNSEEN.sub("", value[:4_000]) if not value.lower().strip().startswith(("mailto:", "tel:")) else value.strip()
    )
    match = _HTTP.match(target)
    if match:
        rest = target[match.end() :]
        path = re.search(r"[?#]|$", rest)
        end = path.start() if path else len(rest)
        target = f"{match[1].lower()}://{rest[:end].replace(chr(92), '/')}{rest[end:]}"
    return target if is_link(target) else ""


def is_link(target: str) -> bool:
    """True for an absolute web address, a mail address or a telephone number."""
    return bool(_LINK.fullmatch(target))


def host_of(target: str) -> str:
    """The host a web address leads to, in the ASCII form that a look-alike cannot hide in; "" for others."""
    try:
        host = urlsplit(target).hostname or ""
    except ValueError:
        return target[:100]
    return _ascii(host)


def _ascii(host: str) -> str:
    host = host.lower().rstrip(".")
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def misleads(text: str, target: str) -> bool:
    """True when the text shows a host and the link leads to another one, or to one that only looks like it.

    Hosts of one site may differ in front.
    """
    leads = host_of(target)
    shown = _SHOWN_HOST.search(_INVISIBLE.sub("", text[:500]).strip()) if leads else None
    if not shown or shown[1].rpartition(".")[2].lower() in _FILES:
        return False
    said = _ascii(shown[1]).removeprefix("www.")
    return not (leads == said or leads.endswith("." + said)) or _mixes_alphabets(shown[1])


def _mixes_alphabets(host: str) -> bool:
    """True for a host with letters of more than one alphabet in one word: "bаnk" with a Cyrillic а."""
    for label in host.split("."):
        alphabets = {unicodedata.name(letter, "?").split()[0] for letter in label if letter.isalpha()}
        if len(alphabets & {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"}) > 1:
            return True
    return False
