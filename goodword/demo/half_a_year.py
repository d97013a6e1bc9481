"""The half year before the stories: small matters by form and phone, for the figures and the forecast to learn from.

They are written in bulk, row by row as the actions would have written them and under the same triggers, since playing
some three hundred of them would take a minute. Their truth: what waits for the carrier breaks most, lately more often;
who answered makes no difference.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import connection

from goodword.asks.models import Ask
from goodword.cases.models import Case, Message
from goodword.closing.models import Survey, SurveyAnswer
from goodword.demo.people import INBOX, ZONE
from goodword.demo.stage import Stage
from goodword.ledger.models import Entry
from goodword.people.models import Agent, Customer, Identity, Partner
from goodword.promises.models import Dependency, Due, Evidence, Kind, Promise

MATTERS, FIRST_DAY, LAST_DAY = 300, -130, -23
WORSE_SINCE = -50
FIRST = ("Ana", "Bruno", "Carla", "Dario", "Elin", "Femke", "Greta", "Hugo", "Iris", "Jonas", "Klara", "Leon")
LAST = (
    "Almeida", "Bauer", "Costa", "Dubois", "Eriksen", "Fischer", "Greco", "Hofer", "Ivanov", "Jensen", "Keller",
    "Lindt", "Moreau", "Novak", "Olsen", "Peeters",
)  # fmt: skip
CARRIER = "Nordbahn Parcels"


@dataclass(frozen=True)
class Sort:
    """One sort of matter: its kind of promise, how often it comes, breaks and moves, and the words."""

    kind: str
    often: int
    breaks: float
    moves: float
    subject: str
    asks: str
    promise: str
    proof: str


SORTS = (
    Sort("callback", 24, 0.05, 0.02, "Which size fits?", "Could somebody call me about the sizes?",
         "I will call you about the size", "call_reached"),
    Sort("document", 20, 0.04, 0.03, "A copy of my invoice", "I need the invoice once more, please.",
         "You will have the invoice", "provider_event"),
    Sort("refund", 20, 0.11, 0.05, "Where is my refund?", "I sent the jacket back two weeks ago.",
         "Your refund will be with you", "provider_event"),
    Sort("shipment", 22, 0.22, 0.08, "When will it come?", "The rucksack was to come last week.",
         "The rucksack will be with you", "provider_event"),
    Sort("replacement", 14, 0.12, 0.08, "The zip is broken", "The zip of my new jacket broke on day two.",
         "A new jacket will be with you", "provider_event"),
)  # fmt: skip


@dataclass(frozen=True)
class End:
    """How a promise went: its verdict and when, when it was done, and the later date where it moved."""

    promise: Promise
    verdict: str
    judged: datetime
    done: datetime
    moved: datetime | None


@dataclass
class Rows:
    """Everything that is written, by table; keys are given beforehand, so that each table is one statement."""

    messages: list[Message] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    ends: list[End] = field(default_factory=list)
    dues: list[Due] = field(default_factory=list)
    proofs: list[Evidence] = field(default_factory=list)
    asks: list[Ask] = field(default_factory=list)
    waits: list[Dependency] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)


FINAL = """
    UPDATE promises_promise AS p SET status = 'confirmed', verdict = f.verdict, verdict_at = f.judged,
        delivered_at = f.done, confirmed_at = f.done, stage = 'calm', wakes_at = NULL
    FROM unnest(%s::bigint[], %s::text[], %s::timestamptz[], %s::timestamptz[]) AS f(id, verdict, judged, done)
    WHERE p.id = f.id
"""
OWED = "UPDATE promises_promise SET status = 'owed', wakes_at = due_at WHERE id = ANY(%s)"
MOVED = "UPDATE promises_promise SET due_at = %s, renegotiated = true WHERE id = %s"


class HalfYear:
    """Makes the matters with a die of its own: the same every time."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.rng, self.rows = stage, random.Random(20), Rows()  # noqa: S311
        self.agents = [stage.agents[name] for name in ("ada", "ada", "ada", "ben", "ben", "lena")]
        self.kinds = {kind.slug: kind for kind in Kind.objects.all()}
        self.carrier = Partner.objects.create(
            name=CARRIER, email="desk@nordbahn.example", about="Carries the larger parcels"
        )
        self.people = self._customers()

    def _customers(self) -> list[tuple[Customer, Identity]]:
        since = self.stage.at(FIRST_DAY, "09:00") - timedelta(days=30)
        names = [f"{first} {last}" for last in LAST for first in FIRST]
        made = Customer.objects.bulk_create(
            Customer(name=name, language="en", time_zone=ZONE, created_at=since + timedelta(days=number))
            for number, name in enumerate(names)
        )
        ways = Identity.objects.bulk_create(
            Identity(
                customer=one, address=f"{one.name.lower().replace(' ', '.')}@post.example", health="good",
                created_at=one.created_at,
            )
            for one in made
        )  # fmt: skip
        return list(zip(made, ways, strict=True))

    def write(self) -> None:
        """Writes everything: cases first as they ended, promises through their life. Some seconds at most."""
        days = sorted(self.rng.randint(FIRST_DAY, LAST_DAY) for _ in range(MATTERS))
        cases = Case.objects.bulk_create([self._case(day) for day in days])
        for case, day in zip(cases, days, strict=True):
            self._matter(case, day)
        rows = self.rows
        Message.objects.bulk_create(rows.messages)
        Promise.objects.bulk_create(rows.promises)
        Due.objects.bulk_create(rows.dues)
        Ask.objects.bulk_create(rows.asks)
        Dependency.objects.bulk_create(rows.waits)
        self._live()
        for entry in rows.entries:
            self._number(entry)
        Entry.objects.bulk_create(rows.entries)
        self._surveys(cases)

    def _case(self, day: int) -> Case:
        at = self.stage.at(day, f"{self.rng.randint(9, 12):02d}:{self.rng.randint(0, 59):02d}")
        known = [pair for pair in self.people if pair[0].created_at <= at]
        customer, way = self.rng.choice(known)
        sort = self.rng.choices(SORTS, [one.often for one in SORTS])[0]
        agent = self.rng.choice(self.agents)
        how = "word" if self.rng.random() < 0.8 else "silence"
        return Case(
            subject=sort.subject, customer=customer, identity=way, inbox=INBOX, owner=agent, status="closed",
            last_words=sort.asks, last_at=at, awaits_reply=False, closed_how=how, closed_at=at, created_at=at,
        )  # fmt: skip

    def _matter(self, case: Case, day: int) -> None:
        sort = next(one for one in SORTS if one.subject == case.subject)
        at, agent = case.created_at, case.owner or self.agents[0]
        form = Message(case=case, channel="form", identity=case.identity, from_name=case.customer.name,
                       from_address=case.identity.address if case.identity else "", subject=case.subject,
                       text=sort.asks, reply_text=sort.asks, at=at)  # fmt: skip
        answered = at + timedelta(minutes=self.rng.randint(20, 180))
        call = Message(case=case, channel="phone", is_ours=True, author=agent, at=answered, delivery="handed_over",
                       text=f"{sort.promise}, I said.", call_outcome="reached")  # fmt: skip
        self.rows.messages += [form, call]
        self._line("case.started", at, case, case, case.customer, channel="form")
        self._line("message.received", at, case, form, case.customer, thanks=False, automatic=False, stranger=False)
        self._line("case.assigned", answered, case, case, agent, owner=agent.pk, owner_name=agent.name)
        self._line("call.logged", answered, case, call, agent, outcome="reached")
        ended = self._promise(case, sort, call, agent, day)
        case.closed_at = case.last_at = ended + timedelta(days=2)
        self._line("case.closed", case.closed_at, case, case, case.customer, how=case.closed_how, reason="")

    def _promise(self, case: Case, sort: Sort, call: Message, agent: Agent, day: int) -> datetime:
        """One promise from its word to its end; returns when it was done."""
        span = self.rng.randint(1, 2) if sort.kind in ("callback", "document") else self.rng.randint(2, 5)
        due = self.stage.at(day + span, "17:00")
        by_carrier = sort.kind == "shipment"
        odds = sort.breaks * (2.4 if by_carrier and day > WORSE_SINCE else 1)
        broken = self.rng.random() < odds
        moved = not broken and self.rng.random() < sort.moves
        final = self.stage.at(day + span + 2, "17:00") if moved else due
        done = (
            self.stage.at(day + span + self.rng.randint(1, 4), "11:00")
            if broken
            else self.stage.at(day + span + (1 if moved else -self.rng.randint(0, span - 1)), "15:30")
        )
        words = f"{sort.promise} by {due:%A}"
        promise = Promise(
            case=case, kind=self.kinds[sort.kind], words=words, owner=agent, made_by=agent, made_at=call.at,
            told_by=call, status="draft", due_at=due, due_is_day=True, due_words=f"by {due:%A}", due_zone=ZONE,
            first_due_at=due, at_risk_at=due - timedelta(hours=3), due_soon_at=due - timedelta(hours=1),
        )  # fmt: skip
        self.rows.promises.append(promise)
        told = {"status": "owed", "verdict": "pending", "owner": agent.pk}
        self._line("promise.made", call.at, case, promise, agent, due=due.isoformat(), words=words, **told)
        self._due(promise, due, call, agent, call.at)
        if by_carrier:
            self._ask(case, promise, agent, call.at, late=broken)
        if moved:
            before = self.stage.at(day + span, "10:00")
            self._due(promise, final, call, agent, before)
            self._line("promise.renegotiated", before, case, promise, agent, due=final.isoformat(), **told)
        self._end(case, promise, sort, (due if broken else done, done), final, broken=broken, moved=moved)
        return done

    def _end(
        self, case: Case, promise: Promise, sort: Sort, when: tuple[datetime, datetime], final: datetime, *,
        broken: bool, moved: bool,
    ) -> None:  # fmt: skip
        (judged, done), owner = when, promise.owner_id
        verdict = "broken" if broken else "kept_renegotiated" if moved else "kept"
        if broken:
            self._line("promise.broken", judged, case, promise, None, status="owed", verdict="broken", owner=owner)
        if broken and self.rng.random() < 0.4 and done > judged + timedelta(hours=20):
            self._line("promise.chased", judged + timedelta(hours=18), case, promise, case.customer, was_late=True)
        self.rows.proofs.append(Evidence(promise=promise, type=sort.proof, at=done, by=promise.owner))
        self.rows.proofs.append(Evidence(promise=promise, type="customer_word", at=done, words=""))
        told = {"verdict": verdict, "owner": owner}
        self._line(
            "promise.delivered", done, case, promise, promise.owner, status="delivered", evidence=sort.proof, **told
        )
        self._line("promise.confirmed", done, case, promise, case.customer, status="confirmed", **told)
        self.rows.ends.append(End(promise, verdict, judged, done, final if moved else None))

    def _due(self, promise: Promise, due: datetime, call: Message, agent: Agent, at: datetime) -> None:
        self.rows.dues.append(
            Due(promise=promise, due_at=due, is_day=True, words=f"by {due:%A}", set_by=agent, set_at=at, told_by=call,
                told_at=at, state="told")
        )  # fmt: skip

    def _ask(self, case: Case, promise: Promise, agent: Agent, at: datetime, *, late: bool) -> None:
        by, came = at + timedelta(hours=8), at + timedelta(hours=30 if late else self.rng.randint(1, 7))
        ask = Ask(case=case, by=agent, to_partner=self.carrier, question="When will it be there?", asked_at=at,
                  asked_from=at, answer_by=by, first_answer_by=by, state="answered", answered_at=came,
                  answer="On its way.")  # fmt: skip
        self.rows.asks.append(ask)
        self.rows.waits.append(Dependency(promise=promise, ask=ask, by=agent, at=at, ended_at=came))
        self._line("ask.made", at, case, ask, agent, answer_by=by.isoformat(), purpose="question", words=ask.question)
        self._line("promise.waits_for", at, case, promise, agent, ask=ask, to=CARRIER)
        if late:
            self._line("ask.late", by, case, ask, None)
        self._line("ask.answered", came, case, ask, None, words=ask.answer)

    def _live(self) -> None:
        """The promises go their way: owed, moved where they were, proven, done."""
        ends = self.rows.ends
        with connection.cursor() as cursor:
            cursor.execute(OWED, [[one.pk for one in self.rows.promises]])
            for end in ends:
                if end.moved:
                    cursor.execute(MOVED, [end.moved, end.promise.pk])
            Evidence.objects.bulk_create(self.rows.proofs)
            columns = zip(*((end.promise.pk, end.verdict, end.judged, end.done) for end in ends), strict=True)
            cursor.execute(FINAL, [list(column) for column in columns])

    def _line(self, verb: str, at: datetime, case: Case, subject: object, by: object, **data: object) -> None:
        entry = Entry(at=at, noted_at=at, verb=verb, data=data)
        entry.parts = (case, subject, by)  # type: ignore[attr-defined]
        self.rows.entries.append(entry)

    @staticmethod
    def _number(entry: Entry) -> None:
        """Puts in the numbers that the rows have got since."""
        case, subject, by = entry.parts  # type: ignore[attr-defined]
        entry.case_id, entry.subject_id, entry.subject_type = case.pk, subject.pk, subject._meta.model_name
        if by is not None:
            entry.by_type, entry.by_id = by._meta.model_name, by.pk
        if isinstance(entry.data.get("ask"), Ask):
            entry.data["ask"] = entry.data["ask"].pk

    def _surveys(self, cases: Sequence[Case]) -> None:
        """Some of those who gave their word also said how it was; charm does not hide what broke."""
        Case.objects.bulk_update(cases, ["closed_at", "last_at"], batch_size=100)
        broken = {end.promise.case_id for end in self.rows.ends if end.verdict == "broken"}
        asked = [case for case in cases if case.closed_how == "word" and self.rng.random() < 0.5]
        surveys = Survey.objects.bulk_create(
            Survey(case=case, state="answered", offered_at=at, sent_at=at, ends_at=at + timedelta(days=60))
            for case in asked
            if (at := case.closed_at)
        )
        given = []
        for survey in surveys:
            scores = (5, 4, 3, 2) if survey.case_id in broken else (5, 5, 4, 3)
            at = survey.offered_at + timedelta(days=1)
            given.append(
                SurveyAnswer(survey=survey, case=survey.case, owner=survey.case.owner, at=at,
                             score=self.rng.choice(scores))
            )  # fmt: skip
        SurveyAnswer.objects.bulk_create(given)
        lines = len(self.rows.entries)
        for one in given:
            self._line("survey.answered", one.at, one.case, one, one.case.customer, score=one.score, words="")
        for entry in self.rows.entries[lines:]:
            self._number(entry)
        Entry.objects.bulk_create(self.rows.entries[lines:])
