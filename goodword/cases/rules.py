"""Where a message belongs and what it does to a case. Facts in, decision out."""

from __future__ import annotations

import re
from dataclasses import dataclass

OPEN, WAITING, CHECKING, CLOSED = "open", "waiting", "checking", "closed"
SPAM = "spam"  # closed as such: what comes later lies there too
REFERENCE, TOKEN, NUMBER = "reference", "token", "number"
NUMBER_IN_SUBJECT = re.compile(r"\[#(\d{1,18})\]|\bcase #?(\d{1,18})\b", re.IGNORECASE)
LONGEST_SUBJECT_READ = 500


@dataclass(frozen=True)
class Candidate:
    """A case to which a message may belong, how we came upon it, and how the sender stands to it."""

    case: int
    how: str
    status: str
    sender_takes_part: bool
    sender_is_another_customer: bool


@dataclass(frozen=True)
class Placement:
    """Where a message goes: into `case` (None: a new one), `perhaps_of` another, from a `stranger` or not."""

    case: int | None = None
    status: str = OPEN
    perhaps_of: int | None = None
    stranger: bool = False
    reopens: bool = False


def number_in(subject: str) -> int | None:
    """Returns the case number in a subject ("[#42]", "case 42"), or None."""
    found = NUMBER_IN_SUBJECT.search(subject[:LONGEST_SUBJECT_READ])
    return int(found.group(1) or found.group(2)) if found else None


def where_it_goes(
    candidates: list[Candidate], *, is_thanks: bool, is_automatic: bool, is_doubtful: bool = False
) -> Placement:
    """Decides between start, continue and reopen; the first candidate that may be joined wins.

    Joined are: one of our Message-IDs or a signed reply address, unless the sender is known as another
    customer; a number in the subject, only from somebody who takes part in the case. All else starts a new
    case that says which it perhaps belongs to: a wrong guess must never show one customer's words to another.
    A mail whose sender could not be verified (`is_doubtful`) joins nothing, and is nobody's word.
    """
    if is_doubtful:
        return Placement(perhaps_of=candidates[0].case if candidates else None, stranger=True)
    for candidate in candidates:
        if _may_join(candidate):
            return _joined(candidate, is_thanks=is_thanks, is_automatic=is_automatic)
    return Placement(perhaps_of=candidates[0].case if candidates else None)


def _may_join(candidate: Candidate) -> bool:
    if candidate.sender_takes_part:
        return True
    return candidate.how in (REFERENCE, TOKEN) and not candidate.sender_is_another_customer


def _joined(candidate: Candidate, *, is_thanks: bool, is_automatic: bool) -> Placement:
    quiet = is_automatic or candidate.status == SPAM or (is_thanks and candidate.sender_takes_part)
    status = candidate.status if quiet else OPEN
    return Placement(
        case=candidate.case,
        status=status,
        stranger=not candidate.sender_takes_part,
        reopens=candidate.status == CLOSED and status == OPEN,
    )
