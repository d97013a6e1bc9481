"""Hearing promises in a draft for one case: the pure reader of `wording`, with this desk's hours and kinds."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from goodword.cases.models import Case
from goodword.cases.queries import last_message
from goodword.hours.rules import ALWAYS_NINE_TO_FIVE, WorkingTime
from goodword.people.models import Agent
from goodword.promises import queries, wording
from goodword.promises.models import Kind, Promise, Status

LONGEST_DRAFT_HEARD = 20_000
LONGEST_CONTEXT = 2_000
MOST_CHIPS = 12
SHORTEST_SAME = 12
QUOTED = re.compile(r"^[ \t]*>.*$", re.MULTILINE)


@dataclass(frozen=True)
class Chip:
    """A promise heard in a draft, as it is shown beneath: its words, kind and due, None when it is left open."""

    words: str
    kind: Kind
    due: datetime | None
    due_is_day: bool
    due_words: str


def zone_of(case: Case | None, hours: WorkingTime) -> str:
    """Returns the zone in which dues are spoken of: the customer's, or the desk's where it is not known."""
    return (case.customer.time_zone if case else "") or hours.zone


def zone_named(name: str) -> ZoneInfo:
    """Returns a zone by its name; one that is not known is read as UTC."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return ZoneInfo("UTC")


def warm() -> None:
    """Reads the tables of words once, so that the first draft of a process waits for nothing."""
    now = datetime(2026, 3, 2, 9, tzinfo=UTC)
    wording.hear("I will call you tomorrow at 3.", now=now, hours=ALWAYS_NINE_TO_FIVE(), zone="UTC")


def said_before(case: Case | None) -> str:
    """Returns what the customer wrote last in a case, which a short answer may lean on. One query."""
    message = last_message(case, from_customer=True) if case else None
    return (message.reply_text or message.text)[:LONGEST_CONTEXT] if message else ""


def own_words(text: str) -> str:
    """Returns a text without the lines that it quotes: what somebody else said is no promise of ours."""
    return QUOTED.sub("", text)


def chips_for(case: Case | None, by: Agent, text: str, now: datetime, channel: str = "email") -> list[Chip]:
    """Returns the promises in a draft, in the order in which they stand. Three queries; no network."""
    text = own_words(text)
    if not text.strip():
        return []
    hours = queries.hours_of(by)
    zone = zone_of(case, hours)
    language = case.customer.language if case else ""
    heard = wording.hear(
        text[:LONGEST_DRAFT_HEARD], now=now, hours=hours, zone=zone, channel=channel, language=language,
        context=said_before(case),
    )  # fmt: skip
    if not heard:
        return []
    kinds = {kind.slug: kind for kind in queries.kinds()}
    other = kinds.get("other") or queries.kind_named("other")
    return [
        Chip(one.span[:1000], kinds.get(one.kind, other), one.due, one.due_is_day, one.due_text)
        for one in heard[:MOST_CHIPS]
    ]


def kept_by(promises: Collection[Promise], type_: str) -> list[Promise]:
    """Returns the owed promises that a message or a call of ours may prove."""
    return [promise for promise in promises if promise.status == Status.OWED and type_ in promise.kind.accepts]


@dataclass(frozen=True)
class Decision:
    """What the writer decided about one chip: recorded (as new, or as the new date of `moves`) or dismissed.

    `touched` says that a person changed it, `pinned` that it belongs to a drafted letter and not to words
    heard, `why` why that date moves. `way` is the one that was chosen for an unlikely date (`promises.ways`),
    `asked` that date, `instead` what is possible when it is not.
    """

    words: str
    kind: str
    due: datetime | date | None
    due_words: str = ""
    record: bool = True
    moves: int | None = None
    reason: str = ""
    touched: bool = False
    pinned: bool = False
    why: str = ""
    way: str = ""
    asked: datetime | date | None = None
    instead: str = ""

    @property
    def stays(self) -> bool:
        """Says whether it holds although its words may have left the text: another date or a no took their place."""
        return self.pinned or self.asked is not None


def reconcile(heard: Sequence[Chip], decided: Sequence[Decision]) -> list[Decision]:
    """Returns one decision for each promise now in the text: the writer's where they made one, else to record it.

    What was decided about words that are no longer there is forgotten, unless it was pinned. A promise heard in a
    drafted letter that names the pinned due is that very one, not another.
    """
    settled = [decision for decision in decided if decision.stays]
    found = list(settled)
    for chip in heard:
        if any(_is_about(decision, chip) for decision in settled):
            continue
        before = next((one for one in decided if not one.stays and _continued(one.words, chip.words)), None)
        if before and (before.touched or not before.record or _plain(before.words) == _plain(chip.words)):
            found.append(replace(before, words=chip.words))
        else:
            due = chip.due.date() if chip.due and chip.due_is_day else chip.due
            found.append(Decision(chip.words, chip.kind.slug, due, chip.due_words))
    return found[:MOST_CHIPS]


def undecided(heard: Sequence[Chip], decided: Sequence[Decision]) -> list[Chip]:
    """Returns the promises in a text about which its writer has not been asked yet."""
    settled = [decision for decision in decided if decision.stays]
    return [
        chip
        for chip in heard[:MOST_CHIPS]
        if not any(_is_about(one, chip) for one in settled)
        and not any(is_same(one.words, chip.words) for one in decided)
    ]


def names_due(due: datetime | date | None, chip: Chip) -> bool:
    """Says whether a promise heard names this very due."""
    if chip.due is None or due is None:
        return False
    return due == chip.due if isinstance(due, datetime) else chip.due_is_day and due == chip.due.date()


def is_same(one: str, other: str) -> bool:
    """Says whether two clauses are the same, spaces and capitals aside."""
    return _plain(one) == _plain(other)


def tells(words: str, clause: str) -> bool:
    """Says whether words are those of a clause, or a part of it that is long enough to be no accident."""
    short, whole = sorted((_plain(words), _plain(clause)), key=len)
    return short == whole or (len(short) >= SHORTEST_SAME and short in whole)


def _is_about(decision: Decision, chip: Chip) -> bool:
    """A promise heard that a settled decision speaks of: it names its due, or is the clause whose date was given up."""
    return names_due(decision.due, chip) or (decision.asked is not None and is_same(decision.words, chip.words))


def _plain(words: str) -> str:
    return " ".join(words.split()).lower()


def _continued(before: str, now: str) -> bool:
    """Says whether two clauses are one, of which more may have been written since."""
    shorter, longer = sorted((_plain(before), _plain(now)), key=len)
    return shorter == longer or (len(shorter) >= SHORTEST_SAME and longer.startswith(shorter))
