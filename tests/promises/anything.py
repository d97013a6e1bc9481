"""A small desk to which anything may happen, in any order: what agents, customers, mail servers and time can do.

Refusals are fine, lies are not. What follows from a line of the ledger is done when the machine gets round to it,
as by a worker that is busy: early, late, or not at all.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection, transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule
from psycopg.conninfo import conninfo_to_dict
from psycopg.sql import SQL, Identifier

from goodword.cases import actions as messages
from goodword.cases import changes as cases
from goodword.cases import delivery
from goodword.cases import splitting as splits
from goodword.cases.models import Case, Message
from goodword.closing import actions as closing
from goodword.closing import spam
from goodword.closing import tasks as checks
from goodword.kit.errors import DeskError
from goodword.kit.work import load
from goodword.ledger.models import Entry
from goodword.people import actions as people
from goodword.people.models import Agent, Role, Team
from goodword.promises import actions, dues, owners, splitting, tasks
from goodword.promises.actions import Told
from goodword.promises.models import EvidenceType, Kind, Promise
from goodword.wiring import CLOSING, FOLLOWS, PROMISES
from tests.conftest import mail

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PICK = st.integers(0, 1000)


def application_role() -> str:
    """The name of the role as which web and worker come to the database, or nothing where there is but one."""
    return str(conninfo_to_dict(os.environ.get("GOODWORD_TEST_APP_URL", "")).get("user", ""))


class Anything(RuleBasedStateMachine):
    """The desk, with every move as a rule."""

    def __init__(self) -> None:
        super().__init__()
        self.outer = transaction.atomic()
        self.outer.__enter__()
        if application_role():
            with connection.cursor() as cursor:
                role = SQL("SET LOCAL ROLE {}").format(Identifier(application_role()))
                cursor.execute(role.as_string(cursor.connection))
        self.now = START
        self.followed = Entry.objects.order_by("-id").values_list("id", flat=True).first() or 0
        lena = Agent.objects.create(email="lena@desk.example", name="Lena", role=Role.ADMIN)
        self.team = Team.objects.create(name="Front", lead=lena)
        for name in ("Ada", "Ben"):
            Agent.objects.create(email=f"{name}@desk.example".lower(), name=name, team=self.team)
        for number in range(2):
            messages.receive(mail(subject=f"Matter {number}", text=f"Matter {number}"), self.now)

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.outer.__exit__(None, None, None)

    def one(self, rows: Any, pick: int) -> Any:
        found = list(rows.order_by("pk"))
        return found[pick % len(found)] if found else None

    def agent(self, pick: int) -> Agent:
        """Somebody who works here; when raw SQL has sent everybody away, somebody who did."""
        return self.one(Agent.objects.filter(is_active=True), pick) or self.one(Agent.objects.all(), pick)

    def case(self, pick: int) -> Case:
        return self.one(Case.objects.all(), pick)

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

    @rule(most=st.sampled_from([1, 3, 100]))
    def the_worker_catches_up(self, most: int) -> None:
        for line in Entry.objects.filter(id__gt=self.followed).order_by("id")[:most]:
            for name in FOLLOWS.get(line.verb, ()):
                if name.startswith((PROMISES, CLOSING)):
                    with transaction.atomic():
                        load(name)(line, self.now)
                        self.meet_constraints()
            self.followed = line.pk

    @rule(minutes=st.sampled_from([5, 45, 180, 1440, 4 * 1440]))
    def time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)
        for sweep in (tasks.sweep_promises, tasks.sweep_absences, checks.sweep_checks):
            assert sweep(self.now).set_aside == 0

    @rule(pick=PICK, kind=PICK, hours=st.sampled_from([1, 5, 30, 200]), by=PICK)
    def promise(self, pick: int, kind: int, hours: int, by: int) -> None:
        told = Told(self.one(Kind.objects.all(), kind), "We will", self.now + timedelta(hours=hours))
        self.attempt(actions.make, self.case(pick), told, self.agent(by), self.now)

    @rule(pick=PICK, thanks=st.booleans())
    def customer_writes(self, pick: int, thanks: bool) -> None:
        subject = f"[#{self.case(pick).pk}]"
        said = mail(text="thanks" if thanks else "And now?", subject=subject, is_thanks=thanks, message_id="")
        self.attempt(messages.receive, said, self.now)

    @rule(pick=PICK, by=PICK, is_out=st.booleans())
    def agent_replies(self, pick: int, by: int, is_out: bool) -> None:
        message = self.attempt(messages.reply, self.case(pick), self.agent(by), messages.Draft("Hello"), self.now)
        if message and is_out:
            delivery.mark(message, "handed_over", self.now)

    @rule(pick=PICK, fate=st.sampled_from(["handed_over", "delayed", "failed", "doubtful"]))
    def mail_server_answers(self, pick: int, fate: str) -> None:
        message = self.one(Message.objects.filter(is_ours=True, channel="email"), pick)
        if message:
            delivery.mark(message, fate, self.now)

    @rule(pick=PICK, permanent=st.booleans())
    def mail_bounces(self, pick: int, permanent: bool) -> None:
        message = self.one(Message.objects.filter(is_ours=True, channel="email"), pick)
        if message:
            self.attempt(delivery.bounced, message, (), self.now, permanent=permanent)

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
    def re_date_by_mail(self, pick: int, hours: int, by: int, out: bool) -> None:
        promise = self.one(Promise.objects.all(), pick)
        due, draft = self.now + timedelta(hours=hours), messages.Draft("It will be later.")
        moved = promise and self.attempt(
            dues.renegotiate_by_mail, promise, due, "later", draft, self.now, self.agent(by)
        )  # fmt: skip
        if moved and out:
            delivery.mark(moved.told_by, "handed_over", self.now)

    @rule(pick=PICK, hours=st.sampled_from([2, 50]), by=PICK, outcome=st.sampled_from(["reached", "voicemail"]))
    def re_date_by_call(self, pick: int, hours: int, by: int, outcome: str) -> None:
        promise = self.one(Promise.objects.all(), pick)
        if promise:
            due = self.now + timedelta(hours=hours)
            call = messages.log_call(promise.case, self.agent(by), outcome, "It will be later.", self.now)
            self.attempt(dues.renegotiate_by_call, promise, due, "later", call, self.now, self.agent(by))

    @rule(pick=PICK, by=PICK, hours=st.sampled_from([1, 100]))
    def snooze(self, pick: int, by: int, hours: int) -> None:
        self.attempt(cases.snooze, self.case(pick), self.now + timedelta(hours=hours), self.now, self.agent(by))

    @rule(pick=PICK, into=PICK, by=PICK)
    def merge(self, pick: int, into: int, by: int) -> None:
        first, second = self.case(pick), self.case(into)
        if first != second:
            self.attempt(owners.merge, first, second, self.now, self.agent(by))

    @rule(pick=PICK, by=PICK, also=st.booleans())
    def split(self, pick: int, by: int, also: bool) -> None:
        """The newest message that may go, with all that was promised in it or with nothing."""
        case = self.case(pick)
        newest = [one.pk for one in splits.may_go(case)[-1:]]
        along = [one.pk for one in splitting.told_among(case, newest)] if also else []
        self.attempt(splitting.split, case, newest, self.now, self.agent(by), promises=along)

    @rule(pick=PICK, by=PICK)
    def undo_split(self, pick: int, by: int) -> None:
        self.attempt(splitting.undo, self.case(pick), self.now, self.agent(by))

    @rule(pick=PICK, owner=PICK, by=PICK)
    def reassign(self, pick: int, owner: int, by: int) -> None:
        self.attempt(cases.assign, self.case(pick), self.agent(owner), self.now, self.agent(by))
        promise = self.one(Promise.objects.all(), pick)
        if promise:
            self.attempt(owners.hand_to, promise, self.agent(owner), self.now, self.agent(by))

    @rule(pick=PICK, hours=st.sampled_from([3, 60]), stand_in=PICK, by=PICK)
    def absence(self, pick: int, hours: int, stand_in: int, by: int) -> None:
        end = self.now + timedelta(hours=hours)
        away, instead = self.agent(pick), self.agent(stand_in)
        self.attempt(people.plan_absence, away, self.now, end, instead, self.now, self.agent(by))

    @rule(pick=PICK)
    def comeback(self, pick: int) -> None:
        gone = self.one(Agent.objects.filter(is_active=False), pick)
        if gone:
            self.attempt(people.set_active, gone, active=True, at=self.now, by=None)

    @precondition(lambda self: Agent.objects.filter(is_active=True).count() > 1)
    @rule(pick=PICK)
    def deactivation(self, pick: int) -> None:
        self.attempt(owners.leave, self.agent(pick), self.now, None)

    @rule(pick=PICK, role=st.sampled_from(Role.values), by=PICK)
    def another_role(self, pick: int, role: str, by: int) -> None:
        self.attempt(owners.change_role, self.agent(pick), role, self.now, self.agent(by))

    @rule(pick=PICK, how=st.sampled_from(["word", "silence", "no_matter", "override"]), by=PICK)
    def close(self, pick: int, how: str, by: int) -> None:
        by_whom = self.agent(by)
        self.attempt(closing.close, self.case(pick), how, self.now, by_whom, said_done=True, reason="enough")

    @rule(pick=PICK, by=PICK)
    def reopen(self, pick: int, by: int) -> None:
        self.attempt(closing.reopen, self.case(pick), self.now, self.agent(by))

    @rule(pick=PICK, by=PICK, is_spam=st.booleans())
    def spam(self, pick: int, by: int, is_spam: bool) -> None:
        self.attempt(spam.mark if is_spam else spam.unmark, self.case(pick), self.now, self.agent(by))

    @rule(pick=PICK)
    def customer_is_done(self, pick: int) -> None:
        self.attempt(closing.customer_is_done, self.case(pick), self.now, "nothing more, thanks")
