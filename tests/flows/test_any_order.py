"""Asks, checks, surveys, plans and notices to many in every order: what follows a promise keeps its own rules.

Everything that may happen to a small desk (tests/promises) happens here as well, and all that must hold there is asked
after each step. `GOODWORD_FOLLOWED` sequences.
"""

from __future__ import annotations

import os
from datetime import timedelta

import pytest
from django.db.models import Q
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from goodword.asks import actions as asks
from goodword.asks.actions import Question
from goodword.asks.models import Ask
from goodword.asks.tasks import sweep_asks
from goodword.box.prepare import let_use
from goodword.cases.models import Message
from goodword.closing import surveys
from goodword.closing.models import Check, Contact, Survey, SurveyAnswer
from goodword.closing.queries import care
from goodword.closing.rules import AFTER_RECEIPT, MONTH
from goodword.closing.tasks import sweep_checks, sweep_surveys
from goodword.ledger.models import Entry
from goodword.outreach.plans import set_plan
from goodword.outreach.tasks import sweep_planned, sweep_plans
from goodword.people.models import Agent
from goodword.people.purchases import take
from goodword.promises import tasks
from goodword.promises.models import Evidence, Promise
from tests.promises.anything import PICK, application_role
from tests.promises.test_any_sequence import Desk

SEQUENCES = int(os.environ.get("GOODWORD_FOLLOWED", "12"))
STEPS = 20
SWEEPS = (
    tasks.sweep_promises, tasks.sweep_absences, sweep_asks, sweep_checks, sweep_surveys, sweep_plans, sweep_planned,
)  # fmt: skip
RECEIPTS = ("customer_word", "provider_event")


class Followed(Desk):
    """The desk, with everything that follows."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = Entry.objects.order_by("-id").values_list("id", flat=True).first() or 0
        ada = Agent.objects.get(name="Ada")
        lena = Agent.objects.get(name="Lena")
        given = {"milestone": "delivered_on", "product": "", "does": "letter", "subject": "It", "text": "Well?"}
        for number in range(6):  # more than the cap allows
            set_plan(None, self.now, lena, name=f"Plan {number}", days=number, owner=ada, is_active=True, **given)
        row = {"email": "kim@home.example", "number": "1", "product": "Lamp", "bought_on": "2026-03-01"}
        take([row | {"delivered_on": "2026-03-02"}], self.now, None)

    @rule(minutes=st.sampled_from([45, 180, 1440, 4 * 1440, 10 * 1440]))
    def time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)
        for sweep in SWEEPS:
            assert sweep(self.now).set_aside == 0

    @rule(pick=PICK, by=PICK, to=PICK, hours=st.sampled_from([1, 30]))
    def ask(self, pick: int, by: int, to: int, hours: int) -> None:
        question = Question("Is it there?", self.agent(to), self.now + timedelta(hours=hours))
        self.attempt(asks.make, self.case(pick), question, self.agent(by), self.now)

    @rule(pick=PICK, takes_back=st.booleans())
    def ask_ends(self, pick: int, takes_back: bool) -> None:
        ask = self.one(Ask.objects.filter(state="open"), pick)
        if ask and takes_back:
            self.attempt(asks.withdraw, ask, self.now, ask.by)
        elif ask:
            self.attempt(asks.answer, ask, "Yes, it is.", self.now, ask.holder)

    @rule(pick=PICK, score=st.integers(1, 5))
    def survey_is_answered(self, pick: int, score: int) -> None:
        survey = self.one(Survey.objects.all(), pick)
        if survey:
            self.attempt(surveys.answer, surveys.token_of(survey), score, "So it was", self.now)

    @invariant()
    def nobody_gets_more_letters_than_the_cap(self) -> None:
        cap, moments = care().contacts_per_month, {}
        for customer, at in Contact.objects.order_by("at").values_list("customer_id", "at"):
            moments.setdefault(customer, []).append(at)
        for times in moments.values():
            assert all(last - first >= MONTH for first, last in zip(times, times[cap:], strict=False))
        counted = set(Contact.objects.values_list("message_id", flat=True))
        ours = set(Message.objects.filter(is_ours=True, is_automatic=True).values_list("id", flat=True))
        assert ours <= counted, "a letter of the desk's own that nobody counted"

    @invariant()
    def what_was_just_asked_was_asked_in_its_time(self) -> None:
        for line in Entry.objects.filter(id__gt=self.seen).order_by("id"):
            self.seen = line.pk
            if line.verb == "survey.sent":
                assert Survey.objects.get(pk=line.row).case.status == "closed"
            if line.verb == "check.asked" and line.get("channel") == "email":
                goods = Promise.objects.filter(
                    case=line.case_id, kind__check_rule=AFTER_RECEIPT, status__in=["delivered", "confirmed"]
                )
                known = Evidence.objects.filter(state="standing", type__in=RECEIPTS).values("promise_id")
                assert not goods.exclude(pk__in=known).exists(), "asked before it was known to have arrived"
        assert not SurveyAnswer.objects.filter(~Q(survey__state="answered"), counts=True).exists()
        assert not Check.objects.filter(attempts__gt=2).exists()

    @invariant()
    def no_ask_escalates_twice_or_has_nobody(self) -> None:
        levels = list(
            Entry.objects.filter(verb="ask.escalated").values_list("subject_id", "data__escalations").order_by()
        )
        assert len(levels) == len(set(levels))
        assert not Ask.objects.filter(state="open", holder=None, to_partner=None, to_team=None).exists()
        assert not Ask.objects.filter(state="open", holder__is_active=False).exists()


@pytest.mark.timeout(600)
@pytest.mark.django_db
def test_no_order_of_events_asks_too_early_too_often_or_twice() -> None:
    if application_role():
        let_use(application_role())
    run_state_machine_as_test(
        Followed,
        settings=settings(
            max_examples=SEQUENCES, stateful_step_count=STEPS, deadline=None, print_blob=True,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
