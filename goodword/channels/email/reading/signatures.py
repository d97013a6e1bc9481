"""Signature blocks, mobile footers and closing rules at the end of new text."""

from __future__ import annotations

import re

from goodword.channels.email.reading import reply_words

_DELIMITER = re.compile(r"\s*(?:--|__|—|––)\s*$")
_RULE = re.compile(r"\s*[-_=*#~+—–ᐧ]{2,}\s*$|\s*[ᐧ—]\s*$")
_FOOTER = re.compile(rf"[\s>*_\[(<-]*+(?:{'|'.join(reply_words.FOOTERS)})", re.IGNORECASE)
_SURE_FOOTER = re.compile(rf"[\s>*_\[(<-]*+(?:{'|'.join(reply_words.SURE_FOOTERS)})", re.IGNORECASE)
_ENDS_LIKE_A_SENTENCE = re.compile(r"[^.]{40,}[.!?]\s*$")
_FENCE = "```"


def without_signature(lines: list[str], from_start: bool = False) -> str:
    """The lines as text, without a signature behind its delimiter (RFC 3676 section 4.3) and one-line footers.

    With `from_start` a signature may be all there is, as under a quotation.
    """
    lines = _before_delimiter(lines, from_start)
    lines = _trimmed(lines)
    while lines and (is_footer(lines[-1]) or _RULE.match(lines[-1])) and len(lines[-1]) < 400:
        shorter = _trimmed(lines[:-1])
        if not shorter:
            break
        lines = shorter
    return "\n".join(lines)


def is_footer(line: str) -> bool:
    """True for "Sent from my iPhone" in any of the languages, standing alone on a line."""
    if len(line) >= 200:
        return False
    words = line.split("<", maxsplit=1)[0].split("(", maxsplit=1)[0]
    return bool(_SURE_FOOTER.match(line) or (_FOOTER.match(line) and not _ENDS_LIKE_A_SENTENCE.search(words)))


def _before_delimiter(lines: list[str], from_start: bool) -> list[str]:
    in_code = False
    for at, line in enumerate(lines):
        if line.strip().startswith(_FENCE):
            in_code = not in_code
        if in_code or not _DELIMITER.match(line):
            continue
        if from_start or any(above.strip() for above in lines[:at]):
            return lines[:at]
    return lines


def _trimmed(lines: list[str]) -> list[str]:
    start, end = 0, len(lines)
    while start < end and not lines[start].strip():
        start += 1
    while end > start and not lines[end - 1].strip():
        end -= 1
    return lines[start:end]
