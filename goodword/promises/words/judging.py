"""Says which clauses of an English text are promises, and why the others are not.

A clause with a modal has a subject and a predicate. Who acts (SELF, we, a colleague, a thing, the reader) decides which
predicates promise; then come the conditions, the conversation ("one moment") and mere talk. Undecided is no promise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from goodword.promises.words import english as en
from goodword.promises.words import english_conditions as when
from goodword.promises.words import english_predicates as does
from goodword.promises.words.clauses import Stretch, clauses, sentences
from goodword.promises.words.heads import (
    DROPPED,
    SELF,
    THEY,
    THIS,
    WE,
    YOU,
    Claim,
    Head,
    around_of,
    event_of,
    heads_in,
    subject_of,
)
from goodword.promises.words.predicates import predicate_objection


@dataclass(frozen=True)
class Setting:
    """What the whole text and its channel say."""

    text: str
    live: bool  # a conversation in which both are present
    asks: bool
    holds: bool
    context: str
    has_due: Callable[[Stretch], bool]
    reasons: list[tuple[str, str]] = field(default_factory=list)


_PUBLIC = re.compile(r"@\w|\bdms?\b|\^\w\w|[*/][A-Z]{2,3}\s*$|\s-[A-Z]{2,3}\s*$", re.IGNORECASE)


def setting_of(text: str, channel: str, context: str, has_due: Callable[[Stretch], bool]) -> Setting:
    """Reads what holds for every clause; posts in public (mentions, initials) are no live conversation."""
    public = _PUBLIC.search(context) or _PUBLIC.search(text)
    return Setting(
        text=text,
        live=channel == "chat" and not public,
        asks=bool(when.ASKS.search(text)),
        holds=bool(when.HOLD_ON.search(text)),
        context=context,
        has_due=has_due,
    )


def claims_in(setting: Setting) -> list[Claim]:
    """Returns the promising clauses of a text, in order."""
    found: list[Claim] = []
    for sentence in sentences(setting.text):
        parts = clauses(sentence, en.BOUNDARY)
        for index in range(len(parts)):
            found.extend(_claims(parts, index, setting))
    return found


def _claims(parts: list[Stretch], index: int, setting: Setting) -> Iterator[Claim]:
    clause = parts[index]
    for head in heads_in(clause):
        words = clause.text[: head.start]
        subject = subject_of(words, parts[:index])
        claim = Claim(
            clause, subject, words, clause.text[head.end :], head.form, around_of(parts, index), event_of(parts, index)
        )
        why_not = _objection(claim, head, parts, index, setting)
        setting.reasons.append((clause.text, why_not or "promise"))
        if not why_not:
            yield claim
            return


def _objection(claim: Claim, head: Head, parts: list[Stretch], index: int, setting: Setting) -> str:
    """Why a clause is no promise, or nothing."""
    clause = claim.clause
    if clause.mark == "?" or clause.joined in when.SUBORDINATE:
        return "offer" if clause.mark == "?" else "cond"
    dated = any(setting.has_due(part) for part in claim.around)
    before = f"{parts[index - 1].text} {claim.subject_words}" if index else claim.subject_words
    said = before.rsplit(" ", 1)[0] if claim.subject in (SELF, WE, THEY, YOU, THIS) and " " in before else ""
    if when.HOPING.search(said) or claim.predicate.lower().startswith("hopefully"):
        return "hope"
    if index and (when.UNSURE.search(parts[index - 1].text) and not clause.joined):
        return "none"
    if when.REPORTED.search(before):
        return "none"
    return (
        predicate_objection(claim, head, dated)
        or _condition(claim, parts, index, dated, setting)
        or _conversation(claim, dated, setting)
    )


def _condition(claim: Claim, parts: list[Stretch], index: int, dated: bool, setting: Setting) -> str:
    """Whether the reader has to act or choose first."""
    for place, clause in enumerate(parts):
        if place == index or clause.joined not in when.WAITING_JOINTS:
            continue
        if _waits(clause):
            return "cond"
        if (
            clause.joined in ("if", "in case")
            and when.NEEDS_FROM_YOU.search(clause.text)
            and not when.NEEDS_WORK.search(clause.text)
        ):
            return "generic"
    if any(
        when.ASKING.match(clause.text) for clause in parts[:index] if clause.joined not in when.SUBORDINATE
    ) and _follows(claim):
        return "cond"
    if setting.asks and (when.GOT_IT.search(claim.clause.text) or when.GOT_IT.search(claim.event)):
        return "cond"
    if setting.asks and not dated and does.AFTER_ANSWER.match(claim.predicate) and claim.subject in (SELF, WE, DROPPED):
        return "cond"
    return ""


def _follows(claim: Claim) -> bool:
    return claim.form in ("will", "should", "let", "progressive", "intention")


def _waits(clause: Stretch) -> bool:
    text = clause.text
    if when.YOU_FIRST.match(text):
        return not when.ANYWAY.match(text)
    if clause.joined in ("if", "in case", "as long as", "provided", "provided that"):
        return bool(when.STILL_WRONG.match(text) or when.CHOICE.match(text))
    return bool(when.HAVING.match(text))


def _conversation(claim: Claim, dated: bool, setting: Setting) -> str:
    """Whether it is done here and now, in the conversation itself."""
    if dated or claim.form not in ("will", "let"):
        return ""
    if claim.form == "let":
        return ""
    if when.RIGHT_NOW.search(claim.predicate) or does.AT_ONCE.match(claim.predicate):
        return "now"
    if (
        claim.subject in (SELF, WE, DROPPED)
        and does.CONVERSATION.match(claim.predicate)
        and (setting.live or setting.holds)
    ):
        reports = re.search(
            r"\b(?:get\s+back|let\s+you\s+know|come\s+back|follow\s+up|update\s+you|keep\s+you)\b",
            claim.predicate,
            re.IGNORECASE,
        )
        return "" if reports else "now"
    return ""
