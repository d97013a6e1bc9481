"""Is this a person? What a form tells about how it was filled in, and a question that is easy for people. Pure."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

QUICKEST_SECONDS = 3.0
MOST_LINKS = 3
MANY_AN_HOUR = 3
WORK_BITS = 14  # a browser finds it in about a second, and somebody who sends thousands pays for each
_UNSAFE = (
    "ade adp apk app bat chm cmd com cpl dll dmg exe hta htm html ins iso jar js jse lnk mde mht msc msi msp mst "
    "pif ps1 reg scr sct sh shb svg sys vb vbe vbs vxd wsc wsf wsh xhtml xll"
)
UNSAFE = frozenset(_UNSAFE.split())
_LINK = re.compile(r"https?://|www\.", re.IGNORECASE)
LONGEST_WORK = 40


@dataclass(frozen=True)
class Signs:
    """How a form was filled in: seconds since it was made, the field that nobody sees, links, how many this hour."""

    seconds: float
    hidden: str
    text: str
    this_hour: int


def looks_automatic(signs: Signs) -> bool:
    """Says whether somebody should be asked a question first; nobody is turned away for it."""
    return (
        signs.seconds < QUICKEST_SECONDS
        or bool(signs.hidden)
        or len(_LINK.findall(signs.text)) > MOST_LINKS
        or signs.this_hour > MANY_AN_HOUR
    )


def sum_for(seed: str) -> tuple[int, int]:
    """Returns the two small numbers that a person is asked to add, the same for one form."""
    digest = hashlib.sha256(f"sum:{seed}".encode()).digest()
    return digest[0] % 9 + 1, digest[1] % 9 + 1


def is_answered(seed: str, said: str) -> bool:
    """Says whether the sum is right."""
    first, second = sum_for(seed)
    return said.strip()[:4] == str(first + second)


def is_worked(seed: str, work: str) -> bool:
    """Says whether a browser has found what takes it a moment: a digest that begins with fourteen zero bits."""
    if not 0 < len(work) <= LONGEST_WORK:
        return False
    digest = hashlib.sha256(f"{seed}:{work}".encode("utf-8", "replace")).digest()
    return int.from_bytes(digest[:4], "big") >> (32 - WORK_BITS) == 0


def is_unsafe(filename: str) -> bool:
    """Says whether a file is of a kind that does things when it is opened; such are not taken from strangers."""
    return filename.rpartition(".")[2].lower() in UNSAFE


def origin_of(site: str) -> str:
    """Returns a site as browsers name it ("https://shop.example"), or "" where it is none."""
    found = re.fullmatch(r"(https?)://([a-z0-9.-]{1,150}|\[[0-9a-f:]{2,45}\])(:\d{1,5})?/?", site.strip().lower())
    return f"{found.group(1)}://{found.group(2)}{found.group(3) or ''}" if found else ""
