"""The detectors of flufl.bounce, asked only about mails that a mail server wrote, and only about the report in them.

Why so narrow: some of them take ordinary mails for bounces (anything with an address between two commas), some read the
returned mail, some raise on broken ones, and their patterns backtrack on long lines.
"""

from __future__ import annotations

import logging
from email.message import Message

from flufl.bounce import all_failures

logging.getLogger("flufl.bounce").disabled = True  # it logs each of its own faults with a traceback

MOST_CHARACTERS = 32_000
LONGEST_LINE = 300


def detected(headers: dict[str, str], notice: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The recipients that failed for a time, and for good, as the library sees them."""
    message = Message()
    for name, value in headers.items():
        message[name] = " ".join(value[:LONGEST_LINE].split())
    message["content-type"] = "text/plain"
    lines = notice[:MOST_CHARACTERS].split("\n")
    message.set_payload("\n".join(line[:LONGEST_LINE] for line in lines).encode("ascii", "replace").decode())
    try:
        temporary, permanent = all_failures(message)
    except Exception:
        return (), ()
    return _addresses(temporary), _addresses(permanent)


def _addresses(found: frozenset[bytes]) -> tuple[str, ...]:
    texts = (address.decode("ascii", "replace").strip().strip("<>") for address in found)
    return tuple(sorted(text for text in texts if "@" in text and " " not in text and len(text) < 300))
