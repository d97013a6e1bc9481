"""Signed addresses: a reply to `help+c42-k3j5h2...@shop.example` names its case, and cannot be made up.

The token stands after a plus in the local part, in lower case, since some servers fold case. `c` names a
case (Reply-To), `m` a mail of ours (the return path, to which bounces go), `a` an ask (both).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from collections.abc import Iterable

CASE, MAIL, ASK = "c", "m", "a"
LETTER = "ask."  # how the Message-IDs of our letters with asks begin
SIGNATURE_LETTERS = 16  # 80 bits
LONGEST_LOCAL_PART = 64  # RFC 5321 section 4.5.3.1.1
_TOKEN = re.compile(rf"([^@+\s]{{1,64}})\+([cma])(\d{{1,18}})-([a-z2-7]{{{SIGNATURE_LETTERS}}})@([^@\s]{{1,255}})")


def signed(address: str, kind: str, number: int, key: bytes) -> str:
    """Returns the address with a token for `number`, or unchanged where the token would make it too long."""
    local, _, domain = address.rpartition("@")
    made = f"{local}+{kind}{number}-{_signature(address, kind, number, key)}"
    return f"{made}@{domain}" if len(made) <= LONGEST_LOCAL_PART else address


def number_in(addresses: Iterable[str], kind: str, key: bytes) -> int | None:
    """Returns the number of the first address whose token is ours, or None."""
    for address in addresses:
        found = _TOKEN.fullmatch(address.strip().lower())
        if not found or found.group(2) != kind:
            continue
        plain, number = f"{found.group(1)}@{found.group(5)}", int(found.group(3))
        if hmac.compare_digest(found.group(4), _signature(plain, kind, number, key)):
            return number
    return None


def plain(address: str) -> str:
    """Returns an address in lower case and without what follows a plus."""
    local, _, domain = address.strip().lower().rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"


def _signature(address: str, kind: str, number: int, key: bytes) -> str:
    digest = hmac.new(key, f"{kind}{number}:{address.lower()}".encode(), hashlib.sha256).digest()
    return base64.b32encode(digest).decode().lower()[:SIGNATURE_LETTERS]
