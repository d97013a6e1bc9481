"""Reports about undelivered mail that people write for people: no machine-readable part, or one that says nothing.

The words are in bounce_words.py. Only the text above the returned mail is looked at, so that nothing in the returned
mail can be taken for the report; each line is cut, every repetition bounded: linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from goodword.channels.email.reading import bounce_words as words

MOST_LINES = 400
LONGEST_LINE = 500
MOST_CHARACTERS = 32_000


def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE | re.DOTALL)


_FAILED_SUBJECT, _DELAYED_SUBJECT = _any(words.FAILED_SUBJECTS), _any(words.DELAYED_SUBJECTS)
_FAILED, _DELAYED = _any(words.FAILED_TEXTS), _any(words.DELAYED_TEXTS)
_SURE = _any(words.SURE_TEXTS)
_ANSWERED = re.compile(words.ANSWERED_SUBJECT, re.IGNORECASE)
_GIVEN_UP = re.compile(words.GIVEN_UP, re.IGNORECASE)
_RETURNED = re.compile(rf"\W{{0,10}}(?:{'|'.join(words.RETURNED_MARKS)})", re.IGNORECASE)
_FIELD = re.compile(
    r"(?i)(?:received|return-path|message-id|mime-version|content-type|x-[\w-]{1,40}|dkim-signature|date|from|to|"
    r"subject|delivered-to|reply-to|sender|user-agent|arc-seal|authentication-results):"
)
_REPLY_CODE = re.compile(r"(?<![\d.])(?:[45]\d\d[ -]|#?[45]\.\d{1,3}\.\d{1,3}\b)")


@dataclass(frozen=True)
class Notice:
    """What the words of a report say; `delayed` that the server keeps trying, `sure` that a server wrote it."""

    text: str
    returned: str
    failed: bool
    delayed: bool
    given_up: bool
    sure: bool


def subject_says(subject: str) -> tuple[bool, bool]:
    """Whether a subject announces a failure, and a delay."""
    subject = subject[:300]
    return bool(_FAILED_SUBJECT.search(subject)), bool(_DELAYED_SUBJECT.search(subject))


def is_answer(subject: str) -> bool:
    """True for "Re: Undeliverable": a person's words about a report."""
    return bool(_ANSWERED.match(subject[:100]))


def notice_in(text: str, subject: str = "") -> Notice:
    """The report in the visible text, and what was returned under it."""
    lines = [line[:LONGEST_LINE] for line in text.split("\n", MOST_LINES * 3)[: MOST_LINES * 3]]
    end = _where_returned(lines)
    notice = "\n".join(lines[: min(end, MOST_LINES)])[:MOST_CHARACTERS]
    given_up = bool(_GIVEN_UP.search(notice) or _GIVEN_UP.search(subject[:300]))
    return Notice(
        text=notice,
        returned="\n".join(lines[end:]),
        failed=given_up or bool(_FAILED.search(notice)),
        delayed=not given_up and bool(_DELAYED.search(notice)),
        given_up=given_up,
        sure=bool(_REPLY_CODE.search(notice) or _SURE.search(notice)),
    )


def _where_returned(lines: list[str]) -> int:
    """The line where the returned mail begins: behind its mark, or at its header."""
    for at, line in enumerate(lines):
        if at and _RETURNED.match(line):
            return at
        if _FIELD.match(line) and sum(bool(_FIELD.match(below)) for below in lines[at : at + 8]) >= 4:
            return at
    return len(lines)
