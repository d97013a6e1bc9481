"""Hears promises in what an agent writes: clause, kind, who, due. Pure and local, for each pause of typing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from goodword.hours.rules import WorkingTime
from goodword.promises.words.dues import due_in

_SENTENCES = re.compile(r"[^.!?\n]+")
_HEAD = re.compile(
    r"\b(?P<who>I|we|you|(?:your|the|an?|our|my)\s+[\w -]{2,40}?|she|he|they|somebody|someone)"
    r"(?:['’]ll|\s+(?:will|shall|(?:am|are|is)\s+going\s+to))\s+(?!need\b|be\s+able\b|not\s+be\s+able\b)",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:if|once|when)\s+you\b|^\s*(?:please|kindly)\b", re.IGNORECASE)
_KINDS = (
    ("refund", r"refund|money back|reimburse"),
    ("credit", r"credit|voucher|discount|coupon"),
    ("replacement", r"replace|new one|another one"),
    ("callback", r"\bcall\b|\bring\b|phone"),
    ("document", r"invoice|document|label|contract|form|copy|report|file"),
    ("visit", r"visit|engineer|technician|come (?:by|over|out)|pick (?:it )?up"),
    ("shipment", r"ship|deliver|parcel|dispatch|post(?:ed)?\b|arrive"),
    ("fix", r"fix|repair|resolve|restore"),
    ("escalate", r"pass|forward|escalate|raise|share"),
    ("email", r"e-?mail|write|message|text\b"),
    ("investigate", r"look into|investigate|review|check"),
    ("update", r"let you know|get back|update|follow up|hear from|be in touch|reply"),
)
_KIND_WORDS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _KINDS)


@dataclass(frozen=True)
class Heard:
    """One promise in a text. `due` is its last moment, aware, in the zone asked for; None when it is left open.

    `span` is `text[start:end]`; `due_is_day` says that the words named a day and not a time of day.
    """

    span: str
    start: int
    end: int
    kind: str
    who: str
    due: datetime | None = None
    due_is_day: bool = False
    due_text: str = ""


def hear(
    text: str,
    *,
    now: datetime,
    hours: WorkingTime,
    zone: str,
    channel: str = "",
    context: str = "",
    language: str = "",
) -> list[Heard]:
    """Returns the promises of a text, in the order in which they stand. `now` is when it is written.

    `zone` (an IANA name) is where its times are meant; `context` the customer's words or subject before it.
    """
    found = []
    for sentence in _SENTENCES.finditer(text):
        if _CONDITION.search(sentence[0]):
            continue
        for match in _HEAD.finditer(sentence[0]):
            found.append(_heard(text, sentence.start() + match.start(), sentence.end(), match["who"], now, hours, zone))
            break
    return found


def _heard(text: str, start: int, end: int, subject: str, now: datetime, hours: WorkingTime, zone: str) -> Heard:
    clause = text[start:end].rstrip()
    due = due_in(clause, now, hours, zone)
    kind = next((kind for kind, words in _KIND_WORDS if words.search(clause)), "other")
    return Heard(
        span=clause,
        start=start,
        end=start + len(clause),
        kind=kind,
        who="agent" if subject.upper() == "I" else "company",
        due=due.at if due else None,
        due_is_day=bool(due and due.is_day),
        due_text=due.text if due else "",
    )
