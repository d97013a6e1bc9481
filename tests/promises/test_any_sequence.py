"""Whatever happens in whatever order: promises stay, have one active owner and a due, and broken stays broken.

Runs some hundred random sequences by default; GOODWORD_SEQUENCES=10000 runs the thorough trial.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from goodword.cases import actions as messages
from goodword.cases import changes as cases
from goodword.cases import delivery
from goodword.cases.models import Case, Message
from goodword.closing import actions as closing
from goodword.closing import tasks as checks
from goodword.kit.errors import DeskError
from goodword.ledger.models import Entry
from goodword.people import actions as people
from goodword.people.models import Agent, Role, Team
from goodword.promises import actions, dues, owners, tasks
from goodword.promises.actions import Told
from goodword.promises.models import Due, EvidenceType, Kind, Promise
from tests.conftest import mail

SEQUENCES = int(os.environ.get("GOODWORD_SEQUENCES", "150"))
START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
WORSE = {"pending": 0, "kept": 1, "kept_renegotiated": 2, "broken": 3}
PICK = st.integers(0, 1000)


class Desk(RuleBasedStateMachine):
    """A small desk to which anything may happen; refusals are fine, lies are not."""

    def __init__(self) -> None:
        super().__init__()
        self.outer = transaction.atomic()
        self.outer.__enter__()
        self.now = START
        lena = Agent.objects.create(email="lena@desk.example", name="Lena", role=Role.ADMIN)
        self.team = Team.objects.create(name="Front", lead=lena)
        for name in ("Ada", "Ben"):
            Agent.objects.create(email=f"{name}@desk.example".lower(), name=name, team=self.team)
        for number in range(2):
            messages.receive(mail(subject=f"Matter {number}", text=f"Matter {number}"), self.now)
        self.verdicts: dict[int, str] = {}
        self.dues: dict[int, set[datetime]] = {}
        self.sent = 0

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.outer.__exit__(None, None, None)

    def one(self, rows: Any, pick: int) -> Any:
        found = list(rows.order_by("pk"))
        return found[pick % len(found)] if found else None

    def agent(self, pick: int) -> Agent:
        return self.one(Agent.objects.filter(is_active=True), pick)

    def attempt(self, action: Any, *arguments: Any, **named: Any) -> Any:
        """Does something; what the desk refuses leaves everything as it was."""
        try:
            with transaction.atomic():
                done = action(*arguments, **named)
                self.meet_constraints()
                return done
        except DeskError:
            return None

    def meet_constraints(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")

    @rule(minutes=st.sampled_from([5, 45, 180, 1440, 4 * 1440]))
    def time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)
        tasks.sweep_promises(self.now)
        tasks.sweep_absences(self.now)
        checks.sweep_checks(self.now)

    @rule(pick=PICK, kind=PICK, hours=st.sampled_from([1, 5, 30, 200]), by=PICK)
    def promise(self, pick: int, kind: int, hours: int, by: int) -> None:
        told = Told(self.one(Kind.objects.all(), kind), "We will", self.now + timedelta(hours=hours))
        self.attempt(
            actions.make, self.one(Case.objects.filter(merged_into=None), pick), told, self.agent(by), self.now
        )

    @rule(pick=PICK, thanks=st.booleans())
    def customer_writes(self, pick: int, thanks: bool) -> None:
        case = self.one(Case.objects.all(), pick)
        said = mail(text="thanks" if thanks else "And now?", subject=f"[#{case.pk}]", is_thanks=thanks, message_id="")
        self.attempt(messages.receive, said, self.now)

    @rule(pick=PICK, by=PICK)
    def agent_replies(self, pick: int, by: int) -> None:
        message = self.attempt(
            messages.reply, self.one(Case.objects.all(), pick), self.agent(by), messages.Draft("Hello"), self.now
        )
        if message:
            delivery.mark(message, "handed_over", self.now)
            tasks.message_is_out(Entry.objects.filter(verb="message.handed_over").latest("id"), self.now)

    @rule(pick=PICK)
    def mail_bounces(self, pick: int) -> None:
        message = self.one(Message.objects.filter(is_ours=True, channel="email"), pick)
        entry = message and self.attempt(delivery.bounced, message, (), self.now)
        if entry:
            tasks.message_did_not_arrive(entry, self.now)

    @rule(pick=PICK, type_=st.sampled_from(EvidenceType.values), proof=PICK, by=PICK)
    def deliver(self, pick: int, type_: str, proof: int, by: int) -> None:
        promise = self.one(Promise.objects.all(), pick)
        if promise:
            message = self.one(Message.objects.filter(case=promise.case, is_ours=True), proof)
            self.attempt(actions.deliver, promise, type_, self.now, by=self.agent(by), message=message)

    @rule(pick=PICK, what=st.sampled_from(["confirm", "dispute", "release", "acknowledge"]), by=PICK)
    def move(self, pick: int, what: str, by: int) -> None:
        promise = self.one(Promise.objects.all(), pick)
        if promise:
            more = {"words": "so they said"} if what == "release" else {}
            self.attempt(getattr(actions, what), promise, self.now, self.agent(by), **more)

    @rule(pick=PICK, hours=st.sampled_from([2, 50]), by=PICK, out=st.booleans())
    def re_date(self, pick: int, hours: int, by: int, out: bool) -> None:
        promise = self.one(Promise.objects.all(), pick)
        draft = messages.Draft("It will be later.")
        due = promise and self.attempt(
            dues.renegotiate_by_mail,
            promise,
            self.now + timedelta(hours=hours),
            "later",
            draft,
            self.now,
            self.agent(by),
        )
        if due and out:
            delivery.mark(due.told_by, "handed_over", self.now)
            tasks.message_is_out(Entry.objects.filter(verb="message.handed_over").latest("id"), self.now)

    @rule(pick=PICK, by=PICK, hours=st.sampled_from([1, 100]))
    def snooze(self, pick: int, by: int, hours: int) -> None:
        self.attempt(
            cases.snooze,
            self.one(Case.objects.all(), pick),
            self.now + timedelta(hours=hours),
            self.now,
            self.agent(by),
        )

    @rule(pick=PICK, into=PICK, by=PICK)
    def merge(self, pick: int, into: int, by: int) -> None:
        first, second = self.one(Case.objects.all(), pick), self.one(Case.objects.all(), into)
        if first != second:
            self.attempt(owners.merge, first, second, self.now, self.agent(by))

    @rule(pick=PICK, owner=PICK, by=PICK)
    def reassign(self, pick: int, owner: int, by: int) -> None:
        self.attempt(cases.assign, self.one(Case.objects.all(), pick), self.agent(owner), self.now, self.agent(by))
        promise = self.one(Promise.objects.all(), pick)
        if promise:
            self.attempt(owners.hand_to, promise, self.agent(owner), self.now, self.agent(by))

    @rule(pick=PICK, hours=st.sampled_from([3, 60]), by=PICK)
    def absence(self, pick: int, hours: int, by: int) -> None:
        self.attempt(
            people.plan_absence,
            self.agent(pick),
            self.now,
            self.now + timedelta(hours=hours),
            None,
            self.now,
            self.agent(by),
        )

    @precondition(lambda self: Agent.objects.filter(is_active=True).count() > 1)
    @rule(pick=PICK)
    def deactivation(self, pick: int) -> None:
        self.attempt(owners.leave, self.agent(pick), self.now, None)

    @rule(pick=PICK, how=st.sampled_from(["word", "silence", "no_matter"]), by=PICK)
    def close(self, pick: int, how: str, by: int) -> None:
        self.attempt(closing.close, self.one(Case.objects.all(), pick), how, self.now, self.agent(by), said_done=True)

    @rule(pick=PICK)
    def customer_is_done(self, pick: int) -> None:
        self.attempt(closing.customer_is_done, self.one(Case.objects.all(), pick), self.now, "nothing more, thanks")

    @rule(how=st.sampled_from(["word", "silence", "no_matter"]))
    def raw_close(self, how: str) -> None:
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(
                    "UPDATE cases_case SET status='closed', closed_how=%s, closed_at=now() WHERE owed > 0", [how]
                )
                self.meet_constraints()
        except DatabaseError:
            return

    @invariant()
    def every_promise_is_present_owned_due_and_watched(self) -> None:
        rows = {row.pk: row for row in Promise.objects.select_related("owner", "case")}
        assert set(self.verdicts) <= set(rows), "a promise has vanished"
        for row in rows.values():
            if row.status == "owed":
                assert row.owner.is_active
                assert row.case.status != "closed", "a case is closed over an owed promise"
                assert row.wakes_at or row.acknowledged_at
            before = self.verdicts.get(row.pk, "pending")
            assert WORSE[row.verdict] >= WORSE[before], f"{before} became {row.verdict}"
            told = set(Due.objects.filter(promise=row).values_list("due_at", flat=True))
            assert row.due_at in told
            assert self.dues.get(row.pk, set()) <= told, "a due has vanished"
            self.verdicts[row.pk], self.dues[row.pk] = row.verdict, told
        owed = {case.pk: case.owed for case in Case.objects.all()}
        assert owed == {pk: sum(r.case_id == pk and r.status == "owed" for r in rows.values()) for pk in owed}


@pytest.mark.django_db
def test_no_sequence_of_events_loses_or_whitewashes_a_promise() -> None:
    run_state_machine_as_test(
        Desk,
        settings=settings(
            max_examples=SEQUENCES, stateful_step_count=25, deadline=None, print_blob=True,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
