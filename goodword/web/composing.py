"""What the composer holds: read from a form on its way in, and made ready for a template on its way out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.http import QueryDict

from goodword.cases.models import Case, Message
from goodword.hours import choices
from goodword.hours.rules import WorkingTime
from goodword.kit import dates
from goodword.kit.rich import plain
from goodword.people.models import Agent, Health, Identity
from goodword.promises import hearing, queries, ways
from goodword.promises.actions import Told
from goodword.promises.drafts import NewDate
from goodword.promises.hearing import Decision
from goodword.promises.models import Kind, Promise, Status
from goodword.promises.replies import Dismissed, Moved
from goodword.web.forms.composer import REASONS, ChipSet
from goodword.web.forms.due import due_of, initial_of
from goodword.web.outlook import outlook_of
from goodword.web.uploads import Kept

NO_DATE = "no date was given, sent all the same"
CHANNELS = {"reply": "email", "call": "phone"}


@dataclass
class Composed:
    """One draft as it is being written: for a `case` (None: a new one), in the tab `part` (reply or call)."""

    part: str
    case: Case | None
    agent: Agent
    now: datetime
    promises: Sequence[Promise] = ()
    identities: Sequence[Identity] = ()
    form: Any = None
    decisions: list[Decision] = field(default_factory=list)
    ticked: frozenset[int] = frozenset()
    files: Sequence[Kept] = ()
    unseen: Sequence[Message] = ()
    asks: str = ""
    sends_anyway: bool = False
    gainsays: bool = False
    version: int = 0

    @cached_property
    def hours(self) -> WorkingTime:
        """Returns the writer's working hours."""
        return queries.hours_of(self.agent)

    @cached_property
    def zone(self) -> str:
        """Returns the zone in which dues are spoken of; asks the hours only where the customer's is not known."""
        known = self.case.customer.time_zone if self.case else ""
        return known or self.hours.zone

    @cached_property
    def kinds(self) -> dict[str, Kind]:
        """Returns the kinds that can be promised, by their slug."""
        return {kind.slug: kind for kind in queries.kinds()}

    @property
    def seen(self) -> int:
        """Returns the newest message on the writer's screen: what is shown beneath the draft counts as seen."""
        return max([one.pk for one in self.unseen], default=int(self.form["seen"].value() or 0))

    @property
    def to_is_bouncing(self) -> bool:
        """Says whether the address that is chosen is one from which mail comes back."""
        chosen = self.form["to"].value()
        return any(one.address == chosen and one.health == Health.BOUNCING for one in self.identities)

    @property
    def owed(self) -> list[Promise]:
        """Returns what is owed in the case, which a draft may move or keep."""
        return [promise for promise in self.promises if promise.status == Status.OWED]

    @property
    def keepable(self) -> list[Promise]:
        """Returns the owed promises that this kind of message may prove."""
        proof = "message_sent" if self.part == "reply" else "call_reached"
        return hearing.kept_by(self.owed, proof)

    def hear(self, typed: str) -> bool:
        """Brings the decisions up to date with what was typed; says whether something in it is new to the writer."""
        text = plain(typed) if self.part == "reply" else typed
        heard = hearing.chips_for(self.case, self.agent, text, self.now, CHANNELS[self.part])
        is_new = bool(hearing.undecided(heard, self.decisions))
        if not text.strip():
            self.decisions = [one for one in self.decisions if one.pinned]
        self.decisions = [ways.chosen(one, self._safe(one)) for one in hearing.reconcile(heard, self.decisions)]
        self.gainsays = ways.still_said(heard, self.decisions)
        return is_new

    def _safe(self, one: Decision) -> date | None:
        """The first day that is likely enough, where another date is to be offered."""
        if one.way != ways.COUNTER or one.asked is not None:
            return None
        found = outlook_of(self.agent, one, self.now)
        return found.safe if found else None

    def chips(self) -> Any:
        """Returns the chips as a set of forms."""
        kinds = list(self.kinds.values()) if self.decisions else []
        chips = ChipSet(
            initial=[_initial(one, self.zone) for one in self.decisions],
            prefix=f"{self.part}-chips",
            form_kwargs={"kinds": kinds, "owed": self.owed},
        )
        for form, one in zip(chips.forms, self.decisions, strict=False):
            form.outlook = outlook_of(self.agent, one, self.now)
            form.drafted = self._drafted(one)
        return chips

    def _drafted(self, one: Decision) -> str:
        """The words for another date or an honest no, in the customer's language."""
        customer = self.case.customer if self.case else None
        language = customer.language if customer else ""
        reader = dates.Reader(language or "en", self.zone, is_theirs=bool(customer and customer.time_zone))
        return ways.drafted(one, reader, language or "en", self.now)

    def quick_dues(self) -> list[choices.Choice]:
        """Returns dues to offer where one is missing."""
        return choices.dues(self.hours, self.zone, self.now) if self.decisions else []

    @property
    def sendings(self) -> list[choices.Choice]:
        """Returns moments to offer for sending later, on the customer's clock where it is known. No query."""
        return choices.sendings(self.later_zone, self.now)

    @property
    def later_zone(self) -> str:
        """Returns the clock on which those moments are named."""
        return (self.case.customer.time_zone if self.case else "") or self.agent.time_zone

    @property
    def has_copies(self) -> bool:
        """Says whether the fields of copies and sender must be seen: something stands in them, or is wrong."""
        return any(self.form[name].value() or self.form[name].errors for name in ("cc", "bcc", "sender"))

    def makes(self) -> list[Told]:
        """Returns the promises that the draft makes."""
        return [
            self._told(one, one.due)
            for one in self.decisions
            if one.record and one.due is not None and one.moves is None
        ]

    def _told(self, one: Decision, due: datetime | date) -> Told:
        kind = self.kinds.get(one.kind) or queries.kind_named(one.kind)
        due_words = "" if one.way == ways.COUNTER else one.due_words
        return Told(kind, one.words, due, due_words, one.asked, one.way)

    def moves(self) -> list[Moved]:
        """Returns the owed promises to which the draft gives a new date."""
        owed = {promise.pk: promise for promise in self.owed}
        return [
            Moved(owed[one.moves], one.due, one.due_words, one.why, one.asked, one.way)
            for one in self.decisions
            if one.record and one.due is not None and one.moves in owed
        ]

    def dismissed(self) -> list[Dismissed]:
        """Returns what was heard and is not recorded, each with its reason; an honest no with what is possible."""
        reasons = dict(REASONS)
        dropped = [
            Dismissed(one.words, one.why, one.asked, one.instead)
            if one.way == ways.CANNOT
            else Dismissed(one.words, reasons.get(one.reason, REASONS[0][1]))
            for one in self.decisions
            if not one.record
        ]
        return dropped + [Dismissed(one.words, NO_DATE) for one in self.decisions if one.record and one.due is None]

    def keeps(self) -> list[Promise]:
        """Returns the promises that the writer says this message keeps."""
        return [promise for promise in self.keepable if promise.pk in self.ticked]

    def is_undated(self) -> bool:
        """Says whether a promise is to be recorded without a date: the writer is asked once."""
        return any(one.record and one.due is None for one in self.decisions)

    def pin(self, promise: Promise, letter: NewDate, why: str) -> None:
        """Begins a draft that tells the new date of a promise."""
        pinned = Decision(
            promise.words, promise.kind.slug, letter.due, letter.due_words, moves=promise.pk, touched=True, pinned=True,
            why=why,
        )  # fmt: skip
        self.decisions = [pinned]


def read_chips(composed: Composed, given: QueryDict) -> bool:
    """Takes from a form what was decided about its chips; says whether all of it could be understood."""
    data = given.copy()
    prefix = f"{composed.part}-chips"
    _without_management(data, prefix)
    composed.ticked = frozenset(int(pk) for pk in given.getlist("keeps")[:100] if pk.isdigit())
    if data[f"{prefix}-TOTAL_FORMS"] == "0":
        return True
    offers = {"kinds": list(composed.kinds.values()), "owed": composed.owed}
    chips = ChipSet(data, prefix=prefix, form_kwargs=offers)
    good = chips.is_valid()
    composed.decisions = [
        _decision(form.cleaned_data, composed.zone) for form in chips.forms if form.cleaned_data.get("words")
    ]
    return good


def _without_management(data: QueryDict, prefix: str) -> None:
    """A form that brings no chips at all has none."""
    for name in ("TOTAL_FORMS", "INITIAL_FORMS"):
        if not data.get(f"{prefix}-{name}", "").isdigit():
            data[f"{prefix}-{name}"] = "0"


def _decision(given: dict[str, Any], zone: str) -> Decision:
    return Decision(
        words=given["words"],
        kind=given.get("kind") or "other",
        due=due_of(given.get("day"), given.get("time"), zone),
        due_words=given.get("due_words", ""),
        record=bool(given.get("record")),
        moves=given.get("moves"),
        reason=given.get("reason", ""),
        touched=bool(given.get("touched")),
        pinned=bool(given.get("pinned")),
        why=given.get("why", ""),
        way=given.get("way", ""),
        asked=moment_in(given.get("asked", "")),
        instead=given.get("instead", ""),
    )


def moment_in(words: str) -> datetime | date | None:
    """The instant or the day that a hidden field brings back; None for none, or for what is neither."""
    try:
        return date.fromisoformat(words) if len(words) == len("2026-11-26") else datetime.fromisoformat(words)
    except ValueError:
        return None


def _initial(one: Decision, zone: str) -> dict[str, Any]:
    when = initial_of(one.due, zone) if isinstance(one.due, datetime) else {"day": one.due, "time": None}
    return {
        "record": one.record, "words": one.words, "due_words": one.due_words, "kind": one.kind, "moves": one.moves,
        "reason": one.reason, "touched": one.touched, "pinned": one.pinned, "why": one.why, "way": one.way,
        "asked": one.asked.isoformat() if one.asked else "", "instead": one.instead, **when,
    }  # fmt: skip
