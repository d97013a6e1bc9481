"""What the desk counts as it goes along equals what a slow recount finds, whatever happened and in whatever order."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goodword.asks import actions as asks
from goodword.cases import changes, delivery
from goodword.cases.actions import Draft, log_call, note, receive, reply
from goodword.cases.models import Case, Message
from goodword.insight.folding import count_all, count_on
from goodword.insight.tables import Fact, Place
from goodword.kit.errors import DeskError
from goodword.ledger.models import Entry
from goodword.people.models import Agent, Partner
from goodword.promises import actions as promises
from goodword.promises import dependencies, dues, owners, wishes
from goodword.promises.models import Promise
from goodword.promises.tasks import message_did_not_arrive, sweep_promises
from tests.conftest import mail
from tests.insight.recount import kept_sums, recounted

LATER = timedelta(days=40)


class Play:
    """Chance plays with a small desk; what a rule refuses does not happen."""

    def __init__(self, people: list[Agent], partner: Partner, at: datetime, seed: int) -> None:
        self.people, self.partner, self.now, self.rng = people, partner, at, random.Random(seed)
        self.step(self.mail)

    def step(self, move: Callable[[], object] | None = None) -> None:
        moves = (
            self.mail, self.promise, self.promise, self.deliver, self.deliver, self.confirm, self.dispute, self.release,
            self.chase, self.hand_on, self.write, self.close, self.close, self.merge, self.ask, self.answer,
            self.bounce, self.renegotiate, self.reopen, self.count,
        )  # fmt: skip
        self.now += timedelta(minutes=self.rng.choice((3, 50, 400, 3000)))
        sweep_promises(self.now)
        try:
            with transaction.atomic():
                (move or self.rng.choice(moves))()
        except (DeskError, IndexError):
            pass

    def one(self, rows: object) -> object:
        return self.rng.choice(list(rows))  # type: ignore[call-overload]

    @property
    def who(self) -> Agent:
        return self.rng.choice(self.people)

    def case(self) -> Case:
        return self.one(Case.objects.select_related("customer"))  # type: ignore[return-value]

    def a_promise(self, **wanted: object) -> Promise:
        return self.one(Promise.objects.filter(**wanted).select_related("case__customer"))  # type: ignore[return-value]

    def mail(self) -> None:
        guest = self.rng.choice(("kim", "sam"))
        number = Message.objects.count()
        receive(mail(f"{guest}@home.example", f"Words {number}", subject=f"Matter {number}"), self.now)

    def promise(self) -> None:
        due = self.now + timedelta(hours=self.rng.choice((1, 5, 60)))
        kind = promises.queries.kind_named(self.rng.choice(("callback", "refund", "other")))
        promises.make(self.case(), promises.Told(kind, "It will be done", due), self.who, self.now)

    def deliver(self) -> None:
        proof = self.rng.choice(("provider_event", "agent_statement", "partner_answer"))
        promises.deliver(self.a_promise(status="owed"), proof, self.now, by=self.who)

    def confirm(self) -> None:
        promise = self.a_promise(status__in=["owed", "delivered"])
        promises.confirm(promise, self.now, promise.case.customer)

    def dispute(self) -> None:
        promise = self.a_promise(status="delivered")
        promises.dispute(promise, self.now, promise.case.customer)

    def release(self) -> None:
        promises.release(self.a_promise(status="owed"), self.now, self.who, "never mind")

    def chase(self) -> None:
        promise = self.a_promise(status="owed")
        wishes.chase(promise, self.now, promise.case.customer)

    def hand_on(self) -> None:
        owners.hand_to(self.a_promise(status="owed"), self.who, self.now, self.who)

    def renegotiate(self) -> None:
        promise = self.a_promise(status="owed")
        call = log_call(promise.case, self.who, "reached", "Later, sorry.", self.now)
        dues.renegotiate_by_call(promise, self.now + timedelta(hours=30), "later", call, self.now, self.who)

    def write(self) -> None:
        if self.rng.random() < 0.3:
            note(self.case(), self.who, "Between us.", self.now)
        else:
            reply(self.case(), self.who, Draft(text="Hello."), self.now)

    def close(self) -> None:
        changes.close(self.case(), self.rng.choice(("word", "silence", "no_matter")), self.now, None)  # type: ignore[arg-type]

    def reopen(self) -> None:
        changes.open_again(self.case(), self.now, None, "it is not over")

    def merge(self) -> None:
        owners.merge(self.case(), self.case(), self.now, self.who)

    def ask(self) -> None:
        question = asks.Question("When?", self.partner, self.now + timedelta(hours=9))
        promise = self.a_promise(status="owed")
        made = asks.make(promise.case, question, promise.owner, self.now)
        dependencies.depend(promise, made, self.now, promise.owner)

    def answer(self) -> None:
        asks.answer(self.one(asks.Ask.objects.filter(state="open")), "Tomorrow.", self.now)  # type: ignore[arg-type]

    def bounce(self) -> None:
        message = self.one(Message.objects.filter(is_ours=True).exclude(to=[]))
        entry = delivery.bounced(message, (), self.now)  # type: ignore[arg-type]
        if entry:
            message_did_not_arrive(entry, self.now)

    def count(self) -> None:
        count_on(self.now, most=self.rng.choice((3, 40)))


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 10**9))
def test_what_is_counted_along_the_way_equals_a_recount(seed: int, ada: Agent, ben: Agent, at: datetime) -> None:
    with transaction.atomic():
        partner = Partner.objects.create(name="Parcel Post", email="ask@parcels.example")
        play = Play([ada, ben], partner, at, seed)
        for _ in range(60):
            play.step()
        for end in (play.now, play.now + LATER):
            sweep_promises(end)
            count_all(end)
            count_all(end)
            assert kept_sums() == recounted(end)
        transaction.set_rollback(True)


def test_a_proof_that_falls_corrects_the_day_on_which_it_had_counted(
    promised: Callable[..., Promise], at: datetime, ada: Agent
) -> None:
    promise = promised("refund")
    promises.deliver(promise, "provider_event", at + timedelta(hours=1), by=ada)
    count_all(at + timedelta(hours=2))
    day = Fact.objects.get(what="promise").day
    assert sum(value for key, value in kept_sums().items() if key[3:] == ("kept", promise.kind_id, 0, "total")) == 4
    promises.dispute(promise, at + timedelta(days=3), promise.case.customer)
    count_all(at + timedelta(days=3))
    after = kept_sums()
    assert after["d", 0, day, "broken", promise.kind_id, 0, "total"] == 1
    assert after["d", 0, day, "kept", promise.kind_id, 0, "total"] == 0
    assert after["d", ada.pk, day, "broken", promise.kind_id, 0, "total"] == 1


def test_counting_the_ledger_twice_counts_everything_once(
    promised: Callable[..., Promise], at: datetime, ada: Agent
) -> None:
    promises.deliver(promised("refund"), "provider_event", at + timedelta(hours=1), by=ada)
    count_all(at + timedelta(hours=2))
    once = kept_sums()
    Place.objects.update(entry=0)
    assert count_all(at + timedelta(hours=2)) == Entry.objects.count()
    assert kept_sums() == once


@pytest.mark.django_db(transaction=True)
def test_a_count_that_fails_leaves_the_place_where_it_was(
    promised: Callable[..., Promise], at: datetime, ada: Agent, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sums and the place move together or not at all."""
    promises.deliver(promised("refund"), "provider_event", at + timedelta(hours=1), by=ada)
    Fact.objects.create(what="promise", subject=10**15, case=0, at=at, day=at.date(), values={"kept": "broken row"})
    Entry.objects.create(at=at, noted_at=at, verb="promise.made", subject_type="promise", subject_id=10**15)
    with pytest.raises(TypeError):
        count_all(at + timedelta(hours=2))
    assert Place.objects.get().entry == 0
    assert not kept_sums()
