"""Whether an English predicate promises, by who acts. Each function says why not, or nothing."""

from __future__ import annotations

import re

from goodword.promises.words import english_conditions as when
from goodword.promises.words.english import SECOND_ACT
from goodword.promises.words.heads import (
    ACTING,
    DROPPED,
    EVERYBODY,
    HUMAN,
    NAMED,
    SCHEDULED,
    SELF,
    THERE,
    THEY,
    THING,
    THIS,
    WE,
    YOU,
    Claim,
    Head,
)  # fmt: skip
from goodword.promises.words.tables import begins, holds, without_passage

_SOON = re.compile(r"\b(?:you|your|shortly|soon)\b", re.IGNORECASE)
_CLOCK = re.compile(r"\d\s*:?\d*\s*[ap]\b|\d{1,2}:\d\d", re.IGNORECASE)
_CONTENT = re.compile(r"\b(?:call|e-?mail|reply|response|answer|update|refund|replacement|hear)\b", re.IGNORECASE)
_HAVE = re.compile(r"\s*(?:have|get|hear|receive|be)\b", re.IGNORECASE)
_BE = re.compile(r"\s*(?:\w+ly\s+|also\s+|both\s+|all\s+)*be\b", re.IGNORECASE)
_BEING = re.compile(r"\s*(?:\w+ly\s+|also\s+)*be\s+(?:\w+ly\s+|also\s+|then\s+)*\w+ing\b", re.IGNORECASE)
_SHOULD_HAVE = re.compile(r"['’]ve\b|\s*of\s+(?:been|\w+ed)\b", re.IGNORECASE)
_HAPPEN = re.compile(r"\bhappen", re.IGNORECASE)


NOT_SENT = (SCHEDULED, EVERYBODY, YOU, SELF, WE, DROPPED)  # what neither ships nor is on its way
DATED_FORMS = ("lookout", "arranged", "does", "gerund", "letme")
_DETAILS = re.compile(
    r"\b(?:details|information|update|news|e-?mail|letter|call|message|report|invoice|quote)\s+to\s+(?:follow|come)\b",
    re.IGNORECASE,
)
_YOURS = re.compile(r"\byour\b", re.IGNORECASE)
_BE_WHEN = re.compile(
    r"\s*be\s+(?:on|by|at|in|within|between|before|today|tomorrow|tonight|this|next|\d|mon|tue|wed|thu|fri|sat|sun)",
    re.IGNORECASE,
)


def predicate_objection(claim: Claim, head: Head, dated: bool) -> str:
    """Why the predicate of a clause promises nothing, or nothing; `dated` says that the clause names a time."""
    if holds("BY_ITSELF", claim.predicate):
        return "info"
    if head.form == "should" and _SHOULD_HAVE.match(claim.predicate):
        return "past"
    if head.form == "mild" and not dated:
        return "generic"
    if head.form == "never":
        return "generic"
    if head.negated:
        return _negation(claim)
    if head.form in ("let", "what"):
        return ""
    if head.form in DATED_FORMS:
        return "" if dated and not holds("TO_ALL", claim.clause.text) else "info"
    if head.form == "follows":
        return "" if dated or _DETAILS.search(claim.clause.text) else "info"
    if head.form in ("expect", "nominal"):
        return "" if dated or _CONTENT.search(claim.clause.text) else "info"
    if head.form == "comes":
        return "" if dated and claim.subject in (THEY, HUMAN) else "info"
    if head.form == "booked" and not (claim.subject == HUMAN or holds("BOOKED", claim.subject_words)):
        return "info"
    if head.form in ("way", "goes", "date", "booked", "noted"):
        return "" if dated and (head.form == "noted" or claim.subject not in NOT_SENT) else "info"
    if head.form == "committed":
        return "" if dated and claim.subject in (THEY, HUMAN, NAMED, THING) else "past"
    if head.form == "progressive":
        return _progressive(claim, dated)
    if claim.subject == THERE:
        return "" if dated and _YOURS.search(claim.predicate) else "info"
    if claim.subject in (EVERYBODY, SCHEDULED):
        return "info"
    if claim.subject == YOU:
        return _you(claim, dated)
    if claim.subject in (THIS, THING):
        return _thing(claim, dated)
    return _acting(claim, dated)


def _negation(claim: Claim) -> str:
    predicate = claim.predicate
    if begins("UNABLE", predicate) or claim.form == "should" or not begins("SPARED", predicate):
        return "refuse"
    return "refuse" if claim.subject == WE and begins("WE_REFUSE", predicate) else ""


def _you(claim: Claim, dated: bool) -> str:
    predicate = claim.predicate
    if begins("NO_OUTCOME", predicate) or not begins("YOU_OUTCOME", predicate):
        return "info"
    if claim.form == "should" and begins("SHOULD_HAVE", predicate):
        return "past"
    on_time = begins("TIMETABLE", predicate) or claim.form == "should"
    return "info" if on_time and _CLOCK.search(predicate) else ""


def _thing(claim: Claim, dated: bool) -> str:
    predicate = claim.predicate
    if dated and _BE.match(predicate) and holds("BOOKED", claim.subject_words) and _BE_WHEN.match(predicate):
        return ""
    if not begins("THING_OUTCOME", predicate) and not _acts(claim, predicate, dated):
        return "info"
    if holds("TO_ALL", predicate) and not dated:
        return "info"
    if claim.form == "should" and begins("SHOULD_HAVE", predicate):
        return "past"
    if claim.form == "should" and not dated and not _SOON.search(claim.clause.text):
        return "info"
    return ""


def _acts(claim: Claim, predicate: str, dated: bool) -> bool:
    """Whether a subject that is not known to be a person does what persons do ("the council will collect it")."""
    if claim.subject == THIS or claim.form == "should" or _BE.match(predicate) or begins("THING_STATE", predicate):
        return False
    return begins("PERSONAL", predicate) if dated else begins("TO_YOU", predicate)


def _acting(claim: Claim, dated: bool) -> str:
    predicate = without_passage(claim.predicate)
    if claim.form == "should":
        return _should(predicate, dated)
    if begins("EFFORT", predicate):
        return "" if holds("EFFORT", predicate) and holds("THIS_READER", predicate) else "generic"
    if begins("ASSURED", predicate):
        return _assured(claim, predicate, dated)
    if begins("WILLING", predicate):
        return "" if dated else "offer"
    if begins("ABLE", predicate):
        return "" if dated and claim.subject == SELF else "offer"
    if begins("SEE_YOU", predicate):
        return "" if dated else "generic"
    if not dated and begins("TRAVELLING", predicate):
        return ""
    if _is_for_all(claim, predicate, dated):
        return "info"
    if _BE.match(predicate):
        return _being(claim, predicate, dated)
    if begins("GENERIC", predicate):
        return "" if _goes_further(predicate) else "generic"
    if claim.subject in (THEY, HUMAN, NAMED) and not (
        begins("PERSONAL", predicate) or begins("THING_OUTCOME", predicate) or holds("TOUCHES", predicate)
    ):
        return "info"
    return ""


def _goes_further(predicate: str) -> bool:
    """Whether behind an "and" comes what promises ("will consider it and write to you")."""
    cut = SECOND_ACT.search(predicate)
    return cut is not None and holds("TOUCHES", predicate[cut.end() :])


def _should(predicate: str, dated: bool) -> str:
    if begins("SHOULD_HAVE", predicate):
        return "past"
    likely = begins("ABLE", predicate) or begins("THING_OUTCOME", predicate) or _HAVE.match(predicate)
    return "" if likely and (dated or _SOON.search(predicate)) else "none"


def _being(claim: Claim, predicate: str, dated: bool) -> str:
    """ "We will be ...": an act in progress or a state that is an outcome; all other states promise nothing."""
    if begins("AGENT_BE", predicate):
        return ""
    if begins("GENERIC", predicate):
        return "generic"
    if _BEING.match(predicate):
        return ""
    return "" if claim.subject in (HUMAN, NAMED, THEY) and begins("THING_OUTCOME", predicate) else "generic"


def _is_for_all(claim: Claim, predicate: str, dated: bool) -> bool:
    """Whether it is news for everybody, or a time table, and no act for this reader."""
    if holds("TO_ALL", predicate):
        return True
    if dated and begins("TIMETABLE", predicate) and claim.subject in (WE, HUMAN, NAMED, THEY):
        return True
    return claim.subject in (WE, SELF) and begins("ANNOUNCED", predicate) and not holds("THIS_READER", predicate)


def _assured(claim: Claim, predicate: str, dated: bool) -> str:
    if holds("ASSURED", predicate):
        return ""
    always = holds("NEVER_AGAIN", predicate)
    if claim.subject in (SELF, DROPPED):
        return "generic" if always and not _HAPPEN.search(predicate) else ""
    return "" if dated and not always else "generic"


def _progressive(claim: Claim, dated: bool) -> str:
    predicate = claim.predicate
    if dated and claim.subject == YOU:
        return "" if begins("GETTING", predicate) else "info"
    if dated and claim.subject in (THING, THIS):
        return "" if begins("COMING", predicate) and not when.RIGHT_NOW.search(claim.clause.text) else "now"
    if claim.subject not in ACTING or when.RIGHT_NOW.search(claim.clause.text) or begins("STATUS", predicate):
        return "now"
    if dated and begins("DISPATCHING", predicate) and (claim.subject in (SELF, WE) or not begins("HAVING", predicate)):
        return ""
    sends = claim.subject in (SELF, WE) and begins("SENDING", predicate) and not holds("NO_SENDING", predicate)
    return "" if sends else "now"
