"""The desk of the measurements: who works there, who writes, and each case from its first mail to its last line.

Of a desk's cases few are alive, however many there have been: some forty open ones per agent, the rest is history.
Times are whole minutes; a case that came later has a higher number.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import people
from tables import Table

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
YEARS = 3
SAID_EVERY = 20_000
CASES_PER_AGENT, FEWEST_AGENTS, MOST_AGENTS = 2000, 5, 300
OPEN, WAITING, CHECKING = 40, 20, 12  # per agent
FEWEST_UNOWNED = 60  # on every desk more than a page of the inbox shows
LONG_CASES = 0.002
NEVER = r"\N"


class World:
    """Makes the rows of a desk with so many cases, the same for the same seed."""

    def __init__(self, cases: int, seed: int, now: datetime, *, all_owed: bool = False) -> None:
        self.rng = random.Random(seed)
        self.cases, self.all_owed = cases, all_owed
        self.agents = min(max(cases // CASES_PER_AGENT, FEWEST_AGENTS), MOST_AGENTS)
        self.unowned = max(0.05, FEWEST_UNOWNED / (self.agents * OPEN))
        self.customers = max(cases * 6 // 10, 1)
        self.subjects = people.subjects(self.rng, 5000)
        self.letters = people.letters(self.rng, 2000)
        self.now = int(now.timestamp() // 60)
        first = datetime.fromtimestamp(self.now * 60, UTC) - timedelta(days=366 * YEARS)
        self.first = int(first.timestamp() // 60)
        self._days = {day: f"{EPOCH + timedelta(days=day):%Y-%m-%d }" for day in range(30_000)}
        self._clocks = [f"{minute // 60:02d}:{minute % 60:02d}:00+00" for minute in range(1440)]
        self._models()

    def _models(self) -> None:
        from goodword.cases.models import Attachment, Case, Message, Note
        from goodword.channels.email.models import Arrival, Outgoing
        from goodword.closing.models import Check
        from goodword.ledger.models import Entry
        from goodword.people.models import Agent, Customer, Identity, Team
        from goodword.promises.models import Due, Evidence, Kind, Link, Promise

        self.kinds = dict(Kind.objects.values_list("slug", "pk"))
        self.team = Table(Team, "id name lead_id")
        self.agent = Table(Agent, "id password email name role team_id joined_at")
        self.customer = Table(Customer, "id name time_zone created_at")
        self.identity = Table(Identity, "id customer_id kind address health created_at")
        self.case = Table(
            Case,
            "id subject customer_id identity_id inbox owner_id status wakes_at last_words last_at last_message "
            "awaits_reply owed next_due_at closed_how closed_at created_at",
        )
        self.message = Table(
            Message,
            "id case_id channel is_ours author_id identity_id from_name from_address to subject text reply_text "
            "message_id in_reply_to references at delivery delivery_at",
        )
        self.attachment = Table(Attachment, "message_id key filename content_type size")
        self.note = Table(Note, "case_id author_id text at")
        self.promise = Table(
            Promise,
            "id case_id kind_id words owner_id made_by_id made_at told_by_id status verdict verdict_at due_at "
            "due_zone first_due_at renegotiated at_risk_at due_soon_at stage escalations delivered_at "
            "confirmed_at wakes_at",
        )
        self.due = Table(Due, "promise_id due_at words set_by_id set_at told_by_id told_at state")
        self.evidence = Table(Evidence, "promise_id type message_id by_id at")
        self.link = Table(Link, "case_id created_at expires_at")
        self.check = Table(Check, "case_id state created_at attempts asked_at answer answered_at wakes_at")
        self.entry = Table(Entry, "at noted_at verb case_id subject_type subject_id by_type by_id data")
        self.arrival = Table(Arrival, "key fingerprint size door arrived_at outcome case_id message_id")
        self.outgoing = Table(Outgoing, "message_id cause recipients mail_id key state queued_at sent_at")
        self.tables = [table for table in vars(self).values() if isinstance(table, Table)]

    def at(self, minute: int) -> str:
        """A minute as PostgreSQL reads it."""
        return self._days[minute // 1440] + self._clocks[minute % 1440]

    def fill(self) -> Iterator[int]:
        """Makes everything; says now and then how many cases there are."""
        import histories

        self._people()
        made = histories.Histories(self)
        lively = self.agents * (OPEN + WAITING + CHECKING)
        begins = max(self.cases - lively * 2, 0)
        for number in range(1, self.cases + 1):
            left, room = lively, self.cases - number + 1
            alive = self.all_owed or (number > begins and self.rng.random() < left / room)
            lively -= alive
            made.case(number, alive=alive)
            if number % SAID_EVERY == 0:
                yield number

    def _people(self) -> None:
        joined = self.at(self.first)
        for team in range(1, self.agents // 10 + 2):
            self.team.add(f"{team}\tTeam {team}\t{min(team * 10 - 9, self.agents)}")
        for agent in range(1, self.agents + 1):
            name = f"{self.rng.choice(people.FIRST)} {self.rng.choice(people.LAST)}"
            role = "admin" if agent == 2 else "lead" if agent % 10 == 1 else "agent"
            team = (agent - 1) // 10 + 1
            self.agent.add(f"{agent}\t!\tagent{agent}@larch.example\t{name}\t{role}\t{team}\t{joined}")
        for number in range(1, self.customers + 1):
            first, last = self.rng.choice(people.FIRST), self.rng.choice(people.LAST)
            zone = people.ZONES[number % len(people.ZONES)] if number % 3 else "Europe/Berlin"
            self.customer.add(f"{number}\t{first} {last}\t{zone}\t{joined}")
            address = f"{first}.{last}{number}@post{number % 50}.example".lower()
            self.identity.add(f"{number}\t{number}\temail\t{address}\tgood\t{joined}")
            if number % 5 == 0:
                phone = f"{self.customers + number}\t{number}\tphone\t49{number:09d}\tunverified\t{joined}"
                self.identity.add(phone)

    def address_of(self, customer: int) -> str:
        """One address of a customer for the rows of messages."""
        return f"c{customer}@post{customer % 50}.example"
