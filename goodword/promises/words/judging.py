"""Says which clauses of an English text are promises, and why the others are not.

A clause with a modal has a subject and a predicate. Who acts (SELF, we, a colleague, a thing, the reader) decides which
predicates promise; then come the conditions, the conversation ("one moment") and mere talk. Undecided is no promise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from goodword.promises.words import english as en
from goodword.promises.words import english_conditions as when
from goodword.promises.words.clauses import Stretch, clauses, sentences
from goodword.promises.words.heads import (
    ACTING,
    DROPPED,
    SELF,
    THEY,
    THING,
    THIS,
    WE,
    YOU,
    Claim,
    Head,
    around_of,
    event_of,
    heads_in,
    is_finite,
    subject_of,
)
from goodword.promises.words.predicates import predicate_objection
from goodword.promises.words.tables import begins, holds


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


SAID_BY_WRITER = ("what", "gerund", "letme", "does")
_NOBODY = re.compile(r"\b(?:nobody|no\s+one|no\s+(?:further|more|other)\s+\w+|none\s+of\s+\w+)\b", re.IGNORECASE)
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
            claim = _claim(parts, index, setting)
            if claim is None:
                continue
            if index and found and found[-1].clause.end >= parts[index - 1].end and _goes_on(found[-1], claim, setting):
                found[-1] = replace(found[-1], clause=_together(found[-1].clause, claim.clause, setting.text))
            else:
                found.extend(_acts(claim, setting))
    return found


def _claim(parts: list[Stretch], index: int, setting: Setting) -> Claim | None:
    """The promise of a clause, by the first of its heads to which nothing speaks against."""
    clause = parts[index]
    for head in heads_in(clause):
        words = clause.text[: head.start]
        rest = clause.text[head.end :]
        bare = not words.strip()
        claim = Claim(
            clause,
            subject=SELF if head.form in SAID_BY_WRITER else subject_of(words, parts[:index]),
            subject_words=parts[index - 1].text if bare and index else words,
            predicate=rest,
            form=head.form,
            around=around_of(parts, index),
            event=event_of(parts, index),
            said=rest
            if head.form in ("will", "should", "what", "intention", "mild", "progressive")
            else clause.text[head.start :],
            negated=head.negated or bool(_NOBODY.search(words)),
            bare=bare,
        )
        why_not = _objection(claim, head, parts, index, setting)
        setting.reasons.append((clause.text, why_not or "promise"))
        if not why_not:
            return claim
    return None


def _goes_on(before: Claim, claim: Claim, setting: Setting) -> bool:
    """Whether a verb without a subject only goes on with the promise before it: one deliverable, one date at most."""
    both_dated = setting.has_due(claim.clause) and setting.has_due(before.clause)
    return claim.bare and claim.form in ("will", "should") and not both_dated


def _together(first: Stretch, last: Stretch, text: str) -> Stretch:
    return replace(first, end=last.end, text=text[first.start : last.end])


def _acts(claim: Claim, setting: Setting) -> list[Claim]:
    """Two acts under one modal are two promises when each has its own time, else one."""
    clause, text = claim.clause, claim.clause.text
    cut = en.SECOND_ACT.search(text) if claim.form == "will" and not claim.negated else None
    if not cut:
        return [claim]
    first = replace(clause, end=clause.start + cut.start(), text=text[: cut.start()])
    second = replace(clause, start=clause.start + cut.end(), text=text[cut.end() :])
    if not setting.has_due(first) or not (setting.has_due(second) or claim.event):
        return [claim]
    shorter = claim.said[: len(claim.said) - (len(text) - cut.start())]
    return [
        replace(claim, clause=first, said=shorter, around=(first,), event=""),
        replace(claim, clause=second, said=second.text, predicate=second.text, around=(second,)),
    ]


def _objection(claim: Claim, head: Head, parts: list[Stretch], index: int, setting: Setting) -> str:
    """Why a clause is no promise, or nothing."""
    clause = claim.clause
    if claim.subject == DROPPED and index and clause.joined not in ("and", "but", "then", "so"):
        return "none"
    if setting.live and index and when.DESCRIBES.match(parts[index - 1].text):
        return "now"
    if clause.mark == "?" or clause.joined in when.SUBORDINATE:
        return "offer" if clause.mark == "?" else "cond"
    dated = any(setting.has_due(part) for part in claim.around)
    before = f"{parts[index - 1].text} {claim.subject_words}" if index else claim.subject_words
    said = before.rsplit(" ", 1)[0] if claim.subject in (SELF, WE, THEY, YOU, THIS) and " " in before else ""
    if when.HOPING.search(said) or claim.predicate.lower().startswith("hopefully"):
        return "hope"
    unsure = index and not clause.joined and when.UNSURE.search(parts[index - 1].text)
    if unsure and head.form != "what" and not when.ASSERTING.search(parts[index - 1].text):
        return "none"
    if when.REPORTED.search(before) or when.DISCLAIMED.search(claim.subject_words):
        return "none"
    return (
        predicate_objection(claim, head, dated)
        or _condition(claim, parts, index, dated, setting)
        or _conversation(claim, dated, setting)
    )


def _condition(claim: Claim, parts: list[Stretch], index: int, dated: bool, setting: Setting) -> str:
    """Whether the reader has to act or choose first."""
    for clause in _governing(parts, index):
        if _waits(clause, setting):
            return "cond"
        if (
            clause.joined in when.WHETHER
            and when.NEEDS_FROM_YOU.search(clause.text)
            and not when.NEEDS_WORK.search(clause.text)
        ):
            return "generic"
    if any(_asks_first(clause) for clause in parts[:index]) and _follows(claim):
        return "cond"
    if any(when.UPON.search(part.text) for part in claim.around):
        return "cond"
    if setting.asks and (when.GOT_IT.search(claim.clause.text) or when.GOT_IT.search(claim.event)):
        return "cond"
    waiting = setting.asks or (setting.live and when.PROPOSES.search(setting.text))
    if waiting and not dated and begins("AFTER_ANSWER", claim.predicate) and claim.subject in ACTING:
        return "cond"
    if setting.live and not dated and when.PROPOSES.search(setting.text) and claim.subject in (THING, THIS):
        return "cond"
    return ""


def _asks_first(clause: Stretch) -> bool:
    """Says whether the reader is asked to act, by itself or behind the comma of a condition."""
    if clause.joined in when.WHETHER:
        return bool(when.THEN_ASKING.match(clause.text))
    return clause.joined not in when.SUBORDINATE and bool(when.ASKING.match(clause.text))


def _governing(parts: list[Stretch], index: int) -> Iterator[Stretch]:
    """The conditions of a clause: all that stand before it in the sentence, and those that follow it directly."""
    for clause in parts[:index]:
        if clause.joined in when.WAITING_JOINTS:
            yield clause
    for clause in parts[index + 1 :]:
        if clause.joined in when.WAITING_JOINTS:
            yield clause
        elif is_finite(clause) or en.MODAL.search(clause.text):
            return


def _follows(claim: Claim) -> bool:
    return claim.form in ("will", "should", "let", "progressive", "intention")


def _waits(clause: Stretch, setting: Setting) -> bool:
    text = clause.text
    if when.YOU_FIRST.match(text):
        return not when.ANYWAY.match(text)
    if clause.joined in when.WHETHER:
        return bool(when.STILL_WRONG.match(text) or when.CHOICE.match(text))
    return bool(when.HAVING.match(text) or (setting.asks and when.HAVING_IT.match(text)))


def _conversation(claim: Claim, dated: bool, setting: Setting) -> str:
    """Whether it is done here and now, in the conversation itself."""
    if dated or claim.form not in ("will", "let"):
        return ""
    if claim.form == "let":
        return ""
    if when.RIGHT_NOW.search(claim.predicate) or begins("AT_ONCE", claim.predicate):
        return "now"
    if (
        claim.subject in (SELF, WE, DROPPED)
        and begins("CONVERSATION", claim.predicate)
        and (setting.live or setting.holds)
    ):
        reports = holds("REPORTS", claim.predicate)
        return "" if reports else "now"
    return ""
