"""How a history becomes a fact: lines of the ledger in, values of measures out. Pure.

One promise, one closed case, one mail that came back, one ask, one rating is one fact. It is always coded anew from its
whole history, so that what comes late, twice or in another order ends in the same fact.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from goodword.insight.definitions import ACT_HOURS, GOOD_SCORE, RECONTACT_DAYS
from goodword.insight.line import Line
from goodword.insight.waiting import Hours, shares

PENDING = "pending"
ENDS = ("word", "silence", "override")
TOUCHES = ("message.written", "call.logged", "note.written")
WRITES = ("message.written", "call.logged")
LOST = ("message.bounced", "message.failed")
ACTS = (*WRITES, "identity.corrected", "case.merged", "case.closed")


@dataclass(frozen=True)
class Coded:
    """A fact: when it counts, for whom, and its value for each measure.

    `origin` is the case in which it began, `holder` whose team it is, `promise` the first one of a case, `ripe_at` when
    there will be more to say.
    """

    at: datetime
    case: int
    values: dict[str, int]
    origin: int = 0
    persons: frozenset[int] = frozenset()
    holder: int | None = None
    ask: int | None = None
    promise: int | None = None
    ripe_at: datetime | None = None


def minutes(span: timedelta) -> int:
    """Returns a span in whole minutes, rounded down."""
    return span // timedelta(minutes=1)


def code_promise(lines: Sequence[Line]) -> Coded | None:
    """Codes a promise once it has a verdict; it counts on the day of the first one, for its maker and its last holder.

    A verdict that worsens later changes what that day says.
    """
    made = next((line for line in lines if line.verb == "promise.made"), None)
    verdicts = [line for line in lines if line.data.get("verdict", PENDING) != PENDING]
    if made is None or not verdicts:
        return None
    verdict = verdicts[-1].data["verdict"]
    owners = [line.data["owner"] for line in lines[: _end(lines, verdict)] if line.data.get("owner")]
    holder = owners[-1] if owners else made.by
    values = {name: int(verdict == word) for name, word in _VERDICTS.items()}
    values["chased"] = int(any(line.verb == "promise.chased" for line in lines))
    if verdict != "broken":
        values["proven"] = int(_is_proven(lines))
    delivered, first_due = _delivered_at(lines), made.data.get("due")
    if delivered and first_due:
        values["error"] = minutes(delivered - datetime.fromisoformat(first_due))
    waits = [line.data["ask"] for line in lines if line.verb == "promise.waits_for" and line.data.get("ask")]
    people = frozenset(one for one in (made.by, holder) if one)
    case = next((line.case for line in reversed(lines) if line.case), 0)
    ask = waits[0] if waits else None
    return Coded(verdicts[0].at, case, values, made.case or 0, people, made.by, ask)


_VERDICTS = {"kept": "kept", "renegotiated": "kept_renegotiated", "broken": "broken"}


def _end(lines: Sequence[Line], verdict: str) -> int:
    """The place after the line that brought the verdict which holds now."""
    return next(i for i, line in enumerate(lines, 1) if line.data.get("verdict") == verdict)


def _delivered_at(lines: Iterable[Line]) -> datetime | None:
    at = None
    for line in lines:
        if line.verb == "promise.reopened":
            at = None
        elif line.verb in ("promise.delivered", "promise.confirmed"):
            at = at or line.at
    return at


def _is_proven(lines: Iterable[Line]) -> bool:
    proven = False
    for line in lines:
        if line.verb == "promise.reopened":
            proven = False
        elif line.verb == "promise.delivered":
            proven = line.data.get("evidence", "") not in ("", "agent_statement")
        elif line.verb == "promise.confirmed":
            proven = True
    return proven


def code_case(lines: Sequence[Line], others: Collection[datetime], hours: Hours, now: datetime) -> Coded | None:
    """Codes a case once it was closed; `lines` hold those of the cases merged into it, `others` are the moments at
    which the same customer began further cases."""
    closings = [line for line in lines if line.verb == "case.closed" and line.data.get("how") in ENDS]
    if not closings:
        return None
    first, how = closings[0], closings[-1].data["how"]
    ripe_at = first.at + timedelta(days=RECONTACT_DAYS)
    writers = {line.agent for line in lines if line.verb in WRITES and line.agent}
    hands = writers | {line.agent for line in lines if line.verb in TOUCHES and line.agent}
    owners = [line.data["owner"] for line in lines if line.verb == "case.assigned" and line.data.get("owner")]
    values = {"by_word": int(how == "word"), "by_silence": int(how == "silence")}
    values["hands"] = len(hands | set(owners))
    values["effort"] = sum(line.is_theirs for line in lines)
    values["steps"] = sum(line.verb == "ask.made" for line in lines)
    values |= shares(lines, hours)
    if now >= ripe_at:
        came = [*others, *(line.at for line in lines if line.is_theirs and not line.data.get("thanks"))]
        spans = [(line.at, line.at + timedelta(days=RECONTACT_DAYS)) for line in closings]
        values["recontact"] = int(any(start < at <= end for at in came for start, end in spans))
    holder = owners[-1] if owners else min(writers, default=None)
    ripe = None if now >= ripe_at else ripe_at
    promise = next((line.subject for line in lines if line.verb == "promise.made"), None)
    return Coded(
        first.at, first.case or 0, values, first.case or 0, frozenset(writers), holder, promise=promise, ripe_at=ripe
    )  # fmt: skip


def code_mail(message: int, lines: Sequence[Line], now: datetime) -> Coded | None:
    """Codes a mail that came back; `lines` are those of its case and of the one into which that was merged."""
    lost = next((line for line in lines if line.verb in LOST and line.subject == message), None)
    if lost is None:
        return None
    ripe_at = lost.at + timedelta(hours=ACT_HOURS)
    acted = any(line.verb in ACTS and line.agent and lost.at <= line.at <= ripe_at for line in lines)
    author = next((line.agent for line in lines if line.verb == "message.written" and line.subject == message), None)
    if not acted and now < ripe_at:
        return Coded(lost.at, lost.case or 0, {}, lost.case or 0, holder=author, ripe_at=ripe_at)
    return Coded(lost.at, lost.case or 0, {"bounce": int(acted)}, lost.case or 0, holder=author)


def code_ask(lines: Sequence[Line]) -> Coded | None:
    """Codes an ask once it was answered or has become late; one that was taken back in time is none."""
    made = next((line for line in lines if line.verb == "ask.made"), None)
    answered = next((line for line in lines if line.verb == "ask.answered"), None)
    late = next((line for line in lines if line.verb == "ask.late"), None)
    end = answered or late
    if made is None or end is None:
        return None
    by = made.data.get("answer_by")
    values: dict[str, int] = {}
    values["ask_kept"] = int(answered is not None and (not by or answered.at <= datetime.fromisoformat(by)))
    if answered:
        waited = minutes(answered.at - made.at)
        values["ask_wait"] = waited
        if made.data.get("purpose") == "approval":
            values["approval_wait"] = waited
    at = min(end.at, late.at) if late else end.at
    return Coded(at, made.case or 0, values, made.case or 0, holder=made.by, ask=made.subject)


def code_rating(lines: Sequence[Line], *, has_broken: bool) -> Coded | None:
    """Codes the answer to a survey, unless the case was opened again since; `lines` are those of the case."""
    given = None
    for line in lines:
        if line.verb == "survey.answered":
            given = line
        elif line.verb == "survey.withdrawn":
            given = None
    if given is None or not given.data.get("score"):
        return None
    score = int(given.data["score"])
    values = {"rating": score}
    if score >= GOOD_SCORE:
        values["hollow"] = int(has_broken)
    owners = [line.data["owner"] for line in lines if line.verb == "case.assigned" and line.data.get("owner")]
    return Coded(given.at, given.case or 0, values, given.case or 0, holder=owners[-1] if owners else None)
