"""Hears promises in what an agent writes: clause, kind, who, due. Pure and local, for each pause of typing.

How it is decided, and its limits: docs/hearing.md. The words of each language stand in words/.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from goodword.hours.rules import WorkingTime
from goodword.promises.words import foreign, judging
from goodword.promises.words.almanac import Almanac
from goodword.promises.words.clauses import Stretch
from goodword.promises.words.english import ASKS_WHEN, COUNTED_BACK, LENGTH_NEXT, THIRD_PARTY
from goodword.promises.words.heads import DROPPED, SELF, Claim
from goodword.promises.words.kinds import kind_of
from goodword.promises.words.moments import Moment, due_of, moments_in

AGENT, COMPANY, THIRD = "agent", "company", "third_party"
MOST_WORDS_OF_A_TIME = 8
LOOKED_BACK = 400


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
    spoken = foreign.language_of(text, language)
    ear = _Ear(text, context, Almanac(now, hours, zone), spoken)
    setting = judging.setting_of(text, channel, context, ear.has_due)
    claims = judging.claims_in(setting) if spoken == "en" else foreign.claims_in(setting, spoken)
    return [ear.heard(claim) for claim in claims] or ear.bare_time()


@dataclass
class _Ear:
    """One listening: the text, its almanac, and the times of its clauses, each looked for once."""

    text: str
    context: str
    almanac: Almanac
    language: str
    found: dict[tuple[int, int], list[Moment]] = field(default_factory=dict)

    def moments(self, clause: Stretch) -> list[Moment]:
        place = (clause.start, clause.end)
        if place not in self.found:
            found = moments_in(clause.text, self.almanac, self.language)
            if found and COUNTED_BACK.search(clause.text) and (named := self._day_before(clause)):
                found = moments_in(clause.text, self.almanac, self.language, named)
            self.found[place] = found
        return self.found[place]

    def _day_before(self, clause: Stretch) -> date | None:
        """The day named last before a clause: from it "a couple of days before" is counted."""
        earlier = self.text[max(0, clause.start - LOOKED_BACK) : clause.start]
        days = [moment.at.date() for moment in moments_in(earlier, self.almanac, self.language) if moment.at]
        return days[-1] if days else None

    def has_due(self, clause: Stretch) -> bool:
        return any(moment.at for moment in self.moments(clause))

    def heard(self, claim: Claim) -> Heard:
        due = self._due(claim)
        clause = claim.clause
        return Heard(
            span=clause.text,
            start=clause.start,
            end=clause.end,
            kind=claim.kind
            or kind_of(
                claim.subject_words, claim.said, f"{self.context} {self.text[: clause.start]}", negated=claim.negated
            ),
            who=_who(claim),
            due=due.at if due else None,
            due_is_day=bool(due and due.at and due.is_day),
            due_text=due.text.strip() if due else "",
        )

    def bare_time(self) -> list[Heard]:
        """A short answer to "when?" that is nothing but a time ("less than a week")."""
        words = self.text.strip(" .!\n")
        if len(words.split()) > MOST_WORDS_OF_A_TIME or not ASKS_WHEN.search(self.context):
            return []
        due = due_of([moment for moment in moments_in(words, self.almanac, self.language) if moment.at])
        if due is None or len(due.text.split()) + 2 < len(words.split()):
            return []
        start = self.text.index(words)
        kind = kind_of("", ASKS_WHEN.sub(" ", self.context), "")
        return [Heard(words, start, start + len(words), kind, COMPANY, due.at, due.is_day, due.text.strip())]

    def _due(self, claim: Claim) -> Moment | None:
        """The time of a promise: its own before one beside it; none while it waits for something to happen."""
        if claim.negated:
            return None
        own = due_of(self.moments(claim.clause))
        if claim.event and not claim.event.startswith("until"):
            return Moment(claim.event, 0, 0, None, is_day=False, weight=1)
        beside = due_of([moment for clause in claim.around for moment in self.moments(clause)])
        due = beside if own is None or (own.at is None and beside and beside.at) else own
        return due if due and due.at else self._said_next(claim) or due

    def _said_next(self, claim: Claim) -> Moment | None:
        """The length that the sentence behind a promise gives it ("Please allow three weeks.")."""
        match = LENGTH_NEXT.match(self.text, claim.clause.end)
        found = moments_in(match["words"], self.almanac, self.language) if match else []
        return due_of([moment for moment in found if moment.at])


def _who(claim: Claim) -> str:
    if claim.subject in (SELF, DROPPED):
        return AGENT
    return THIRD if THIRD_PARTY.search(claim.subject_words) else COMPANY
