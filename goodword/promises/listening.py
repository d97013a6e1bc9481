"""What was heard in what has gone out: promises that nobody recorded become a quiet question to whoever wrote them.

The composer asks before it sends. All that is out is read once more, wherever it was written (a call note, a line of a
chat, a program, one's own mail program): what was recorded or dismissed with it is known, the rest is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import F, Sum

from goodword.cases.models import Case, Channel, Message
from goodword.kit.errors import Conflict, Malformed
from goodword.ledger.actions import record
from goodword.ledger.queries import of_subject
from goodword.people.models import Agent
from goodword.promises import actions, hearing, queries
from goodword.promises.actions import Told
from goodword.promises.hearing import Chip
from goodword.promises.models import Due, Habits, Heard, HeardDay, HeardState, Kind, Promise

UNDATED = ("no date was given, sent all the same", "It has no date yet")  # still a promise: no word kept of it
DROPPED = ("promise.dismissed", "promise.declined")
OWN_PROGRAM = "own mail"
MOST_ASKED = 20
WITH = ("kind", "case", "case__customer", "message", "said_by", "said_by__team")


def in_macro(text: str, by: Agent, now: datetime) -> list[Chip]:
    """Returns the promises in a text that is kept for later use; their dues are as if it were sent now."""
    return hearing.chips_for(None, by, text, now)


def listen(message: Message, via: str = "") -> list[Heard]:
    """Hears a message or call of ours that is out, and writes down what it promises. Harmless when repeated."""
    speaker = message.author or message.case.owner
    if not message.is_ours or message.is_automatic or speaker is None:
        return []
    chips = hearing.chips_for(message.case, speaker, message.reply_text or message.text, message.at, message.channel)
    if not chips:
        return []
    known = _Known(message)
    with transaction.atomic():
        return [row for chip in chips if (row := _write(message, chip, known, via or message.channel, speaker))]


class _Known:
    """What was decided with a message: promises it made, dues it told, words that were dismissed."""

    def __init__(self, message: Message) -> None:
        self.made = list(Promise.objects.filter(case=message.case_id, told_by=message))
        self.dues = list(Due.objects.filter(told_by=message).select_related("promise"))
        self.dropped = [line for line in of_subject("message", message.pk) if line.verb in DROPPED]

    def promise_of(self, chip: Chip) -> Promise | None:
        """The promise that says these words, or that has the very due they name."""
        for promise in self.made:
            if hearing.tells(promise.words, chip.words):
                return promise
        for due in self.dues:
            if hearing.names_due(due.due_at, chip) or (due.words and due.words == chip.due_words):
                return due.promise
        return None

    def reason_for(self, chip: Chip) -> str:
        """Why these words were not recorded; empty where nobody was asked."""
        cut = " ".join(chip.words.split())[:200]
        return next((str(one.get("reason")) for one in self.dropped if hearing.tells(str(one.get("words")), cut)), "")


def _write(message: Message, chip: Chip, known: _Known, via: str, speaker: Agent) -> Heard | None:
    promise, reason = known.promise_of(chip), known.reason_for(chip)
    state = HeardState.RECORDED if promise else HeardState.DISMISSED if reason else HeardState.OPEN
    row, is_new = Heard.objects.get_or_create(
        message=message, words=chip.words,
        defaults={
            "case": message.case, "said_by": speaker, "kind": chip.kind, "due_at": chip.due, "via": via,
            "due_is_day": chip.due_is_day, "due_words": chip.due_words[:200], "at": message.at, "state": state,
            "promise": promise, "reason": reason[:200],
            "decided_at": None if state == HeardState.OPEN else message.at,
        },
    )  # fmt: skip
    if not is_new:
        return None
    _count(row, heard=1)
    _count_decided(row)
    if state == HeardState.OPEN:
        record(
            "promise.overheard", at=message.at, about=message.case_id, subject=row, by=message.author, touch=("today",),
            words=chip.words[:200],
        )  # fmt: skip
    return row


def _count(row: Heard, **more: int) -> None:
    """Keeps the day's figures with the row, in the same transaction."""
    day, _ = HeardDay.objects.get_or_create(day=row.at.date(), via=row.via)
    HeardDay.objects.filter(pk=day.pk).update(**{name: F(name) + number for name, number in more.items()})


def _count_decided(row: Heard) -> None:
    """What was left without a date is no recorded promise, and is not said to be none either."""
    if row.state != HeardState.OPEN and row.reason not in UNDATED:
        _count(row, **{row.state: 1})


def record_it(
    row: Heard, at: datetime, by: Agent, *, due: datetime | date | None = None, kind: Kind | None = None
) -> Promise:
    """It was a promise: it is owed from the moment when it was said. Without a due of its own one must be given."""
    with transaction.atomic():
        row = _held(row)
        asked = due or (_as_said(row) if row.due_at else None)
        if asked is None:
            raise Malformed("By when? Choose a day.", field="day")
        told = Told(kind or row.kind, row.words, asked, row.due_words)
        said_at = row.at if row.due_at and due is None else at
        promise = actions.make(row.case, told, by, said_at, owner=row.said_by or by, message=row.message)
        actions.catch_up(promise, at)
        row.promise = promise
        _decide(row, HeardState.RECORDED, at)
    return promise


def dismiss(row: Heard, at: datetime, by: Agent, reason: str) -> Heard:
    """It was none, with the reason, which stays on record."""
    if not reason.strip():
        raise Malformed("Say why it is no promise.", field="reason")
    with transaction.atomic():
        row = _held(row)
        row.reason = reason.strip()[:200]
        _decide(row, HeardState.DISMISSED, at)
        record(
            "promise.dismissed", at=at, about=row.case_id, subject=row.message, by=by, touch=("today",),
            words=row.words[:200], reason=row.reason,
        )  # fmt: skip
    return row


def _as_said(row: Heard) -> datetime | date | None:
    if row.due_at is None or not row.due_is_day:
        return row.due_at
    zone = hearing.zone_of(row.case, queries.hours_of(row.said_by)) if row.said_by else "UTC"
    return row.due_at.astimezone(hearing.zone_named(zone)).date()


def _held(row: Heard) -> Heard:
    row = Heard.objects.select_for_update(of=("self",)).select_related(*WITH).get(pk=row.pk)
    if row.state != HeardState.OPEN:
        raise Conflict("Somebody has decided about this already.", code="decided")
    return row


def _decide(row: Heard, state: str, at: datetime) -> None:
    row.state, row.decided_at = state, at
    row.save(update_fields=["state", "decided_at", "promise", "reason"])
    _count_decided(row)


def refuse_undecided(
    case: Case, by: Agent, text: str, at: datetime, *, makes: Sequence[Told], dropped: Sequence[str],
    channel: str = Channel.EMAIL,
) -> None:  # fmt: skip
    """Refuses a text that promises something about which nothing was decided, where this desk requires that.

    Raises Conflict with the words, so that nothing is lost and all of it can be decided at once.
    """
    if queries.habits().hearing != Habits.REQUIRE:
        return
    said = [*(told.words for told in makes), *dropped]
    undecided = [
        chip.words
        for chip in hearing.chips_for(case, by, text, at, channel)
        if not any(hearing.tells(words, chip.words) for words in said)
        and not any(hearing.names_due(told.due, chip) for told in makes)
    ]
    if undecided:
        raise Conflict(
            "This promises something. Record each promise with its date, or dismiss it with a reason.",
            code="undecided_promise", field="promises", heard=undecided,
        )  # fmt: skip


def asked_of(agent: Agent) -> list[Heard]:
    """Returns what was heard in this person's words and is undecided, oldest first. One query."""
    rows = Heard.objects.filter(said_by=agent, state=HeardState.OPEN).select_related(*WITH)
    return list(rows.order_by("at", "id")[:MOST_ASKED])


def asked_in(case: Case) -> list[Heard]:
    """Returns what was heard in a case and is undecided, oldest first. One query."""
    rows = Heard.objects.filter(case=case, state=HeardState.OPEN).select_related(*WITH)
    return list(rows.order_by("at", "id")[:MOST_ASKED])


@dataclass(frozen=True)
class Share:
    """How many promises were heard in a period, and how many of them reached the ledger."""

    via: str
    heard: int
    recorded: int
    dismissed: int

    @property
    def open(self) -> int:
        """Returns how many are undecided, or went out without a date."""
        return self.heard - self.recorded - self.dismissed

    @property
    def share(self) -> float | None:
        """Returns the part of the true promises that is recorded; None where there was none."""
        real = self.heard - self.dismissed
        return self.recorded / real if real else None


def heard_between(first: date, last: date) -> list[Share]:
    """Returns the figures from `first` to `last`, both included, by what they were heard in. One query over days."""
    rows = HeardDay.objects.filter(day__range=(first, last)).values("via").order_by("via")
    sums = rows.annotate(h=Sum("heard"), r=Sum("recorded"), d=Sum("dismissed"))
    return [Share(one["via"], one["h"], one["r"], one["d"]) for one in sums]


def lately(now: datetime, days: int = 28) -> tuple[list[Share], Share]:
    """Returns the figures of the last days, by what they were heard in, and of all together."""
    parts = heard_between((now - timedelta(days=days - 1)).date(), now.date())
    return parts, Share("", *(sum(getattr(one, name) for one in parts) for name in ("heard", "recorded", "dismissed")))
