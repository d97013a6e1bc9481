"""Did the receiving server find that a mail's sender is who it says (RFC 8601)? Pure.

Only the lines of the server that received the mail last count: a sender can write such lines too, but below those.
Without any line nothing is known, which is no failure. That a mail passed is believed only of a server that we know.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_RESULT = re.compile(r"(?:^|;)\s*(dmarc|dkim|spf)\s*=\s*([a-z]{1,12})", re.IGNORECASE)
_SIGNED = re.compile(r"(?:^|;)\s*dkim\s*=\s*pass\b[^;]*\bheader\.[di]\s*=\s*\"?(?:[^@;\s]*@)?([\w.-]+)", re.IGNORECASE)
_COMMENT = re.compile(r"\([^()]*\)")
_METHODS = ("spf", "dkim", "dmarc")
PASSED, FAILED = "passed", "failed"
FAILURES = ("fail", "permerror")
LONGEST = 4000


@dataclass(frozen=True)
class Known:
    """The servers whose findings we believe: by name, or in these domains (those of our mailboxes and their servers).

    Where names are given, nothing else is heard; else the topmost line names the server that received the mail last.
    """

    names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()

    def knows(self, server: str) -> bool:
        """Says whether a server is one of these."""
        return server in self.names or any(server == one or server.endswith(f".{one}") for one in self.domains)


@dataclass(frozen=True)
class Finding:
    """PASSED, FAILED or empty (nothing known), and what the server found, in words."""

    check: str = ""
    words: str = ""


def found(lines: Sequence[str], sender: str, known: Known) -> Finding:
    """Returns what is known of the sender of a mail."""
    heard = _heard(lines, known)
    if not heard:
        return Finding()
    said, server = results(heard), _server(heard[0])
    words = ", ".join(f"{method.upper()} {'/'.join(sorted(said[method]))}" for method in _METHODS if method in said)
    words = f"{words}, says {server[:80]}"
    if fails(heard):
        return Finding(FAILED, words)
    return Finding(PASSED, words) if known.knows(server) and _passes(heard, said, sender) else Finding()


def fails(lines: Sequence[str]) -> bool:
    """Says whether a mail failed: by DMARC where it was asked, else when SPF or DKIM failed and neither passed."""
    said = results(lines)
    if "dmarc" in said:
        return "fail" in said["dmarc"] and "pass" not in said["dmarc"]
    verdicts = said.get("spf", set()) | said.get("dkim", set())
    return bool(verdicts & {*FAILURES, "softfail"}) and "pass" not in verdicts


def results(lines: Sequence[str]) -> dict[str, set[str]]:
    """Returns what the receiving server found, by method. Several DKIM signatures have several results."""
    said: dict[str, set[str]] = {}
    for line in (line for line in lines if _server(line) == _server(lines[0])):
        for method, verdict in _RESULT.findall(_plain(line)):
            if verdict.lower() != "none":
                said.setdefault(method.lower(), set()).add(verdict.lower())
    return said


def _heard(lines: Sequence[str], known: Known) -> list[str]:
    return [line for line in lines if _server(line) in known.names] if known.names else list(lines)


def _passes(lines: Sequence[str], said: dict[str, set[str]], sender: str) -> bool:
    """By DMARC, or by a signature of the sender's own domain. SPF alone says nothing about the From that people see."""
    if "dmarc" in said:
        return said["dmarc"] == {"pass"}
    domain = sender.rpartition("@")[2].lower()
    signed = (
        one.lower() for line in lines if _server(line) == _server(lines[0]) for one in _SIGNED.findall(_plain(line))
    )
    return any("." in one and (domain == one or domain.endswith(f".{one}")) for one in signed)


def _plain(line: str) -> str:
    return _COMMENT.sub(" ", line[:LONGEST])


def _server(line: str) -> str:
    return line.partition(";")[0].split(" ")[0].strip().lower()
