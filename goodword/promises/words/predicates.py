"""Whether an English predicate promises, by who acts. Each function says why not, or nothing."""

from __future__ import annotations

import re

from goodword.promises.words import english_conditions as when
from goodword.promises.words import english_predicates as does
from goodword.promises.words.heads import (
    ACTING,
    DROPPED,
    EVERYBODY,
    HUMAN,
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
)


def predicate_objection(claim: Claim, head: Head, dated: bool) -> str:
    predicate = claim.predicate
    if head.negated:
        return _negation(claim, predicate)
    if head.form == "let":
        return ""
    if head.form in ("expect", "way", "goes", "date", "booked", "nominal"):
        return _other_form(claim, head, dated)
    if head.form == "committed":
        return "" if dated and claim.subject in (THEY, HUMAN, THING) else "past"
    if head.form == "progressive":
        return _progressive(claim, dated)
    if claim.subject in (EVERYBODY, THERE):
        return "info"
    if claim.subject == SCHEDULED:
        return "info"
    if claim.subject == YOU:
        return _you(predicate, head, dated)
    if claim.subject in (THIS, THING):
        return _thing(claim, head, dated)
    return _acting(claim, head, dated)


def _negation(claim: Claim, predicate: str) -> str:
    if does.UNABLE.match(predicate) or claim.form == "should":
        return "refuse"
    spared = does.SPARED.match(predicate)
    if spared and claim.subject in (YOU, SELF, WE, THING, THIS, DROPPED):
        return (
            ""
            if claim.subject != WE
            or re.search(
                r"charg|bill|invoic|renew|debit|contact|mail|call|again|let|forget|rest|stop|clos",
                predicate,
                re.IGNORECASE,
            )
            else "refuse"
        )
    return "refuse"


def _you(predicate: str, head: Head, dated: bool) -> str:
    if not does.YOU_OUTCOME.match(predicate):
        return "info"
    if head.form == "should" and re.search(r"\d\s*:?\d*\s*[ap]\b|\d{1,2}:\d\d", predicate):
        return "info"
    return ""


def _thing(claim: Claim, head: Head, dated: bool) -> str:
    if not does.THING_OUTCOME.match(claim.predicate):
        return "info"
    if (
        head.form == "should"
        and not dated
        and not re.search(r"\b(?:you|your|shortly|soon)\b", claim.clause.text, re.IGNORECASE)
    ):
        return "info"
    return ""


def _acting(claim: Claim, head: Head, dated: bool) -> str:
    predicate = claim.predicate
    if head.form == "should":
        allowed = (
            does.ABLE.match(predicate)
            or does.THING_OUTCOME.match(predicate)
            or re.match(r"\s*(?:have|get|hear|receive|be)\b", predicate, re.IGNORECASE)
        )
        return (
            ""
            if allowed and (dated or re.search(r"\b(?:you|your|shortly|soon)\b", predicate, re.IGNORECASE))
            else "none"
        )
    if does.BOUND_EFFORT.match(predicate):
        return ""
    if does.ASSURED.match(predicate):
        return _assured(claim, dated)
    if does.WILLING.match(predicate):
        return "" if dated else "offer"
    if does.ABLE.match(predicate):
        return "" if dated and claim.subject in (SELF, WE, HUMAN, THEY) else "offer"
    if does.AGENT_BE.match(predicate):
        return ""
    if re.match(r"\s*(?:\w+ly\s+)?be\b", predicate, re.IGNORECASE):
        return "" if does.THING_OUTCOME.match(predicate) and claim.subject in (HUMAN, THEY) else "generic"
    if re.match(r"\s*see\s+you\b", predicate, re.IGNORECASE):
        return "" if dated else "generic"
    if does.GENERIC.match(predicate):
        return "generic"
    if claim.subject == THEY and not (
        dated or re.search(r"\b(?:you|your|this|it|that|us|reply|respond|call)\b", predicate, re.IGNORECASE)
    ):
        return "info"
    return ""


def _assured(claim: Claim, dated: bool) -> str:
    predicate = claim.predicate
    if does.ASSURED_TOO.search(predicate):
        return ""
    if claim.subject in (SELF, DROPPED):
        return (
            ""
            if not does.NEVER_AGAIN.search(predicate) or re.search(r"\bhappen\s+again\b", predicate, re.IGNORECASE)
            else "generic"
        )
    return "" if dated and not does.NEVER_AGAIN.search(predicate) else "generic"


_SENDING = re.compile(
    r"(?:send|mail|post|ship|pop|refund|credit|replac|dispatch|despatch|overnight|courier|issu|arrang|book|rais|chas|forward|escalat|fax|wir|deliver|return|draft|prepar|com|mov|go|call|ring|phon|visit|driv|bring|tak|hav|get|giv|do|mak|transfer|process|add|put|speak|talk|meet|start|install|fit|collect|pick|drop|order|writ|publish|releas|deploy|switch|upgrad)\w*ing\b",
    re.IGNORECASE,
)
_SENDING_UNDATED = re.compile(
    r"(?:sending|mailing|posting|shipping|popping|dispatching|couriering|overnighting|putting)\b(?!.*\b(?:dm|pm|direct\s+message|private\s+message|message|this|the\s+link)\b)",
    re.IGNORECASE,
)
_STATUS = re.compile(
    r"(?:working|hoping|looking|thinking|wondering|trying|having|experiencing|waiting|seeing|going|being|getting\s+in|writing|reaching|contacting|calling\s+(?:about|to|from|regarding|you\s+now)|offering|running|checking)\b",
    re.IGNORECASE,
)


def _progressive(claim: Claim, dated: bool) -> str:
    if claim.subject not in ACTING or when.RIGHT_NOW.search(claim.clause.text):
        return "now"
    if _STATUS.match(claim.predicate):
        return "now"
    if dated and _SENDING.match(claim.predicate):
        return ""
    return (
        ""
        if claim.subject in (SELF, WE)
        and _SENDING_UNDATED.match(claim.predicate)
        and re.search(r"\byou|\bout\b|\bin\b", claim.predicate)
        else "now"
    )


def _other_form(claim: Claim, head: Head, dated: bool) -> str:
    text = claim.clause.text
    if head.form == "nominal":
        return (
            ""
            if dated or re.search(r"\b(?:call|e-?mail|reply|answer|update|refund|replacement)\b", text, re.IGNORECASE)
            else "generic"
        )
    if head.form == "expect":
        return (
            ""
            if dated or re.search(r"\b(?:reply|response|call|e-?mail|update|hear)\b", text, re.IGNORECASE)
            else "info"
        )
    if not dated or claim.subject in (SCHEDULED, EVERYBODY, YOU, SELF):
        return "info"
    return ""
