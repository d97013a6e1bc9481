"""Did the receiving server find that a mail's sender is not who it says (RFC 8601)? Pure.

Only the lines of the server that received the mail last count: a sender can write such lines too, but below those.
Without any line nothing is known, which is no failure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_RESULT = re.compile(r"(?:^|;)\s*(dmarc|dkim|spf)\s*=\s*([a-z]{1,12})", re.IGNORECASE)
_COMMENT = re.compile(r"\([^()]*\)")
FAILED = ("fail", "permerror")
LONGEST = 4000


def fails(lines: Sequence[str]) -> bool:
    """Says whether a mail failed: by DMARC where it was asked, else when SPF or DKIM failed and neither passed."""
    found = results(lines)
    if "dmarc" in found:
        return "fail" in found["dmarc"] and "pass" not in found["dmarc"]
    verdicts = found.get("spf", set()) | found.get("dkim", set())
    return bool(verdicts & {*FAILED, "softfail"}) and "pass" not in verdicts


def results(lines: Sequence[str]) -> dict[str, set[str]]:
    """Returns what the receiving server found, by method. Several DKIM signatures have several results."""
    found: dict[str, set[str]] = {}
    ours = [line for line in lines if _server(line) == _server(lines[0])]
    for line in ours:
        for method, verdict in _RESULT.findall(_COMMENT.sub(" ", line[:LONGEST])):
            if verdict.lower() != "none":
                found.setdefault(method.lower(), set()).add(verdict.lower())
    return found


def _server(line: str) -> str:
    return line.partition(";")[0].split(" ")[0].strip().lower()
