"""Finding where a mail program began to quote: attribution lines, header blocks, separators (tables: reply_words.py).

Every pattern is anchored, its repetitions bounded or possessive, and a line is cut before it is matched: linear.
"""

from __future__ import annotations

import re

from goodword.channels.email.reading import reply_words

LONGEST_LINE = 600
TAIL = 80
MOST_LINES = 5
"""Lines over which one attribution may be wrapped."""

_I = re.IGNORECASE
_VERB = "|".join(sorted({verb for verbs in reply_words.WROTE.values() for verb in verbs}, key=len, reverse=True))
_STEMS = {
    max(re.findall(r"[^\W\d_]+", re.sub(r"\(\?:[^()]*\)\??|\[[^\]]*\]|\.\{.*?\}", " ", verb)), key=len).lower()
    for verbs in reply_words.WROTE.values()
    for verb in verbs
}
_DAY = "|".join(sorted(set(reply_words.DAYS), key=len, reverse=True))
_BEGIN = "|".join(
    sorted({re.escape(word) for words in reply_words.BEGINS.values() for word in words}, key=len, reverse=True)
)
_WROTE = re.compile(rf"(?:^|[\s>,)\"'”’“*_-]|(?<=[^\x00-\x7f]))(?:{_VERB})(?=$|[\s:：,;.*_—-]|[^\x00-\x7f])", _I)
_ENDS = re.compile(r"(?:[:：]|(?<!-)-{2,}+|(?<!=)={2,}+)\s{0,20}+[*_]{0,2}$")
_DATE = re.compile(
    r"\d{1,2}[:.h]\d{2}|\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\b(?:19|20)\d{2}\b|\d{1,2}-[A-Za-z]{3}-\d{2,4}|\d{4}\s?[年년]",
    _I,
)
_WHOLE_DATE = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}\.?\s(?:de\s)?[^\W\d_]{3,12}\.?,?\s(?:de\s|г\.\s?)?(?:19|20)\d{2}|"
    r"[^\W\d_]{3,12}\.?\s\d{1,2},?\s(?:19|20)\d{2}|(?:19|20)\d{2}\s?[年년]|\d{1,2}-[A-Za-z]{3}-\d{2,4}"
)
_ADDRESS = re.compile(r"[\w.+=-]{1,100}@[\w.-]{2,100}")
_START = re.compile(
    rf"[\s>*_|\"“-]*+(?:(?:{_BEGIN})(?:[\s,*]|(?=\d)|(?<=[^\x00-\x7f]))|(?:{_DAY})[^\W\d_]{{0,9}}[.,]?\s?\d?|\d{{1,4}}[./\-年년\s]|"
    rf"[\"'“]?[^\W\d_][^<>:]{{0,80}}[\"'”]?\s?[<\[(])",
    _I,
)
_STRONG_START = re.compile(
    rf"[\s>*_|-]*+(?:(?:{_BEGIN})[\s,]*(?:[^\W\d_]{{1,14}}[.,]{{0,2}}\s)?.{{0,12}}\d|(?:{_DAY})[^\W\d_]{{0,9}}[.,]{{0,2}}\s.{{0,6}}\d|"
    rf"\d{{1,4}}\s?[./\-年년]|\d{{1,2}}\.?\s[^\W\d_]{{3,12}}\.?\s)",
    _I,
)
_INLINE_ENGLISH = re.compile(
    r"(?<=\s)On (?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? |\d{1,2}[ /.-])[^\n]{5,300}? wrote:\s*$", _I
)
_TIME = re.compile(r"\d{1,2}[:.h]\d{2}|[٠-٩]{1,2}:[٠-٩]{2}")
QUOTE_MARK = re.compile(r"\s{0,4}(?:[>›»]|&gt;)\s?")
_SEPARATOR = re.compile(rf"[\s>]*+[-_=*~—–]{{2,}}+\s*+(?:{reply_words.SEPARATORS})\s*:?\s*[-_=*~—–]*\s*$", _I)
_BARE_SEPARATOR = re.compile(rf"[\s>]*+(?:{reply_words.SEPARATORS})\s*$", _I)
_FORWARD = re.compile(rf"[\s>]*+(?:{reply_words.FORWARDS})\s*[:：]?\s*$", _I)
_ABOVE = re.compile(reply_words.ABOVE_THIS_LINE, _I)
_DASHED = re.compile(r"\s*+-{2,}+\s*+(?=\S)(?=[^\n]{3,300}+$)[^\n]*?(?<!-)-{2,}+\s*$")
_RULE = re.compile(r"[\s>]*+[-_=*~—–]{5,}+\s*$")
_HEADER_NAMES = {
    name: kind for kind, names in reply_words.HEADERS.items() for name in names.replace("\\s?", "").split("|")
}
_HEADER = re.compile(
    r"[\s>|]*[*_]{0,2}\s?([^\W\d_][^:：\n*<>\"@]{0,24}?)\s?[*_]{0,2}\s?[:：]\s?[*_]{0,2}(?:\s|$|(?=\S))"
)


def quote_begins(lines: list[str], at: int) -> tuple[int, int] | None:
    """If quoting begins in line `at`: the lines from..to (exclusive) of the mark itself. Cost: a few lines."""
    line = lines[at][:LONGEST_LINE]
    if not line.strip():
        return None
    if _BARE_SEPARATOR.match(line) and at + 1 < len(lines) and _header_block(lines, at + 1):
        return at, at + 1
    if _SEPARATOR.match(line) or _FORWARD.match(line) or (_ABOVE.search(line) and len(line) < 200):
        return at, at + 1
    if count := _header_block(lines, at):
        return at, at + count
    count = _attribution(lines, at) or _before_quote(lines, at)
    return (at, at + count) if count else None


def quoted_header(lines: list[str], at: int) -> int:
    """How many lines a header block takes that carries quote marks itself (Orange, Laposte); 0 for none."""
    bare = [QUOTE_MARK.sub("", line, count=1) for line in lines[at : at + 20]]
    above = int(bool(_FORWARD.match(bare[0][:LONGEST_LINE])))
    count = _header_block(bare, above) if len(bare) > above else 0
    return above + count if count else 0


def inline_start(line: str) -> int | None:
    """Where an attribution begins behind new words on the same line ("yes On Mon, ... wrote:"), or None."""
    match = _INLINE_ENGLISH.search(line[:LONGEST_LINE])
    return match.start() if match else None


def is_separator(line: str) -> bool:
    """A line that says in words that an earlier mail follows ("-------- Original Message --------")."""
    return bool(_SEPARATOR.match(line[:LONGEST_LINE]) or _FORWARD.match(line[:LONGEST_LINE]))


def is_rule(line: str) -> bool:
    """A line of dashes or the like, which programs put above what they quote."""
    return bool(_RULE.match(line[:200]))


def _attribution(lines: list[str], at: int) -> int:
    """How many lines the attribution line starting here takes; 0 when none does."""
    if not _START.match(lines[at][:LONGEST_LINE]) and not _DASHED.match(lines[at][:LONGEST_LINE]):
        return 0
    joined = ""
    for count in range(1, MOST_LINES + 1):
        if at + count > len(lines) or not lines[at + count - 1].strip(" >\t"):
            return 0
        joined = (joined + " " + lines[at + count - 1].strip())[:LONGEST_LINE].strip()
        if _ENDS.search(joined[-TAIL:]) and _is_attribution(joined):
            return count
        line = lines[at + count - 1][:LONGEST_LINE]
        if count > 1 and _STRONG_START.match(line) and _says_wrote(line):
            return 0
    return 0


def _before_quote(lines: list[str], at: int) -> int:
    """How many lines stand as an attribution directly above quoted ones, in whatever language; 0 for none.

    It names an address or a time and ends with a colon; what follows says the rest.
    """
    joined = ""
    for count in range(1, MOST_LINES - 1):
        line = lines[at + count - 1] if at + count <= len(lines) else ""
        if not line.strip() or QUOTE_MARK.match(line):
            return 0
        joined = (joined + " " + line.strip())[:LONGEST_LINE].strip()
        if joined.rstrip("*_ \u202c\u200f").endswith((":", "：")):
            break
        if not joined.endswith("<") and not _STRONG_START.match(joined):
            return 0
    else:
        return 0
    follows = next((line for line in lines[at + count : at + count + 3] if line.strip()), "")
    telling = _ADDRESS.search(joined) or (_WHOLE_DATE.search(joined) and _TIME.search(joined))
    return count if telling and QUOTE_MARK.match(follows) and len(joined) < 300 else 0


def _is_attribution(text: str) -> bool:
    """True for "<when>, <who> wrote:" in any of the languages, and for "<when> <who> <address>:" without a verb."""
    dashed = bool(_DASHED.match(text))
    if not text.rstrip("*_ ").endswith((":", "：")) and not dashed:
        return False
    wrote, address = _says_wrote(text), _ADDRESS.search(text)
    if wrote and dashed:
        return True
    if wrote and _STRONG_START.match(text) and _DATE.search(text):
        return True
    if wrote and address:
        return len(text) < 300
    return bool(address and _WHOLE_DATE.search(text) and _STRONG_START.match(text))


def _says_wrote(text: str) -> bool:
    """True when the text holds a verb of attributions; the look for its letters spares most lines the slow one."""
    low = text.lower()
    return any(stem in low for stem in _STEMS) and bool(_WROTE.search(text))


def _header_block(lines: list[str], at: int) -> int:
    """How many lines a block of quoted header fields takes (Outlook and its like); 0 when there is none here."""
    first = _header_kind(lines[at])
    if first is None or first in ("cc", "to", "other"):
        return 0
    kinds, last, gap, addressed = {first: 1}, at, 0, "@" in lines[at]
    for now in range(at + 1, min(at + 16, len(lines))):
        kind = _header_kind(lines[now])
        if kind is not None:
            kinds[kind] = kinds.get(kind, 0) + 1
            last, gap = now, 0
        elif (gap := gap + 1) > 2:
            break
        addressed = addressed or ("@" in lines[now] and now - last < 2)
    return last - at + 1 if _is_block(kinds, addressed) else 0


def _is_block(kinds: dict[str, int], addressed: bool) -> bool:
    """A sender with a subject, or a sender with an address and a date or recipient; so no "From: Bonn, To: Rome"."""
    if "from" not in kinds:
        return False
    if "sent" in kinds and "to" in kinds:
        return True  # "Sent" is a word of mail programs, so no address is asked for
    if "subject" in kinds:
        return len(kinds) >= 3 or (len(kinds) >= 2 and addressed)
    return addressed and bool({"sent", "date", "to"} & set(kinds))


def _header_kind(line: str) -> str | None:
    """Which header field a line shows, in any language: `from`, `sent`, `date`, `to`, `cc`, `subject`, `other`."""
    match = _HEADER.match(line[:200])
    if not match:
        return None
    name = "".join(match.group(1).lower().split()) if not match.group(1).isascii() else match.group(1).lower().strip()
    return _HEADER_NAMES.get(name) or _HEADER_NAMES.get(match.group(1).lower().strip())
