"""The clock that visitors move: everything at its own moment, and every rule still holds."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.db.models import Count, F, Q

from goodword.cases.models import Case
from goodword.closing.models import Check
from goodword.demo import passing
from goodword.demo.director import Consequences
from goodword.demo.waking import WATCHED
from goodword.kit import clock
from goodword.kit.errors import Conflict, Malformed
from goodword.ledger.models import Entry
from goodword.people.models import Agent
from goodword.promises.models import Promise
from goodword.wiring import SWEEPS


def pass_by(to: datetime) -> None:
    """Moves the clock, and lets what follows follow, as the worker would."""
    consequences = Consequences()
    passing.move(to, None)
    consequences.follow(clock.now())


def invariants_hold() -> None:
    owed = Promise.objects.filter(status="owed")
    assert not owed.filter(Q(owner__is_active=False) | Q(case__status="closed")).exists()
    assert not owed.filter(wakes_at=None, acknowledged_at=None).exists()
    assert not Promise.objects.filter(verdict="kept", delivered_at__gt=F("due_at")).exists()
    counted = Case.objects.annotate(really=Count("promises", filter=Q(promises__status="owed")))
    assert not counted.exclude(owed=F("really")).exists()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def test_an_hour_later_a_check_has_gone_out_and_the_admin_was_called(demo: datetime) -> None:
    pass_by(passing.moment_after("hour", demo))
    happened = {one.words for one in passing.meanwhile()}
    assert {"check sent", "called out to a lead"} <= happened
    invoice = Promise.objects.get(words__contains="corrected invoice")
    assert invoice.escalations == 2


def test_each_thing_happens_at_its_own_moment_however_far_the_clock_jumps(demo: datetime) -> None:
    passing.move(demo + timedelta(days=1), None)
    asked = Entry.objects.filter(verb="check.asked", at__gt=demo).first()
    assert asked
    assert asked.at < demo + timedelta(hours=1)
    broken = Entry.objects.filter(verb="promise.broken", at__gt=demo).select_related()
    assert broken.count() >= 3
    assert not broken.exclude(noted_at=F("at")).exists()


def test_the_next_morning_wakes_what_slept_and_hands_over_for_who_is_away(demo: datetime) -> None:
    pass_by(passing.moment_after("morning", demo))
    assert Case.objects.get(subject__startswith="Half a size").status == "open"
    assert Promise.objects.get(words__startswith="The rucksacks will").owner.name == "Ada Brandt"
    happened = {one.words for one in passing.meanwhile()}
    assert {"broken", "back on the desk", "handed over"} <= happened


def test_the_next_event_is_never_far(demo: datetime) -> None:
    for _ in range(5):
        before = Entry.objects.count()
        pass_by(passing.moment_after("event", clock.now()))
        assert Entry.objects.count() > before + 1, "only the move itself was recorded"


def test_two_weeks_a_day_at_a_time_break_no_rule(demo: datetime) -> None:
    for _ in range(14):
        pass_by(clock.now() + timedelta(days=1))
        invariants_hold()
    assert not Promise.objects.filter(status="owed", verdict="pending").exists(), "nothing is due that far ahead"
    assert not Check.objects.filter(state="scheduled").exists()


def test_the_clock_moves_only_forward_and_only_as_far_as_anybody_looks(demo: datetime) -> None:
    for to in (demo - timedelta(seconds=1), demo + timedelta(days=40)):
        with pytest.raises(Conflict):
            passing.move(to, None)
    with pytest.raises(Malformed):
        passing.moment_after("yesterday", demo)


def test_the_clock_of_a_real_desk_does_not_move(ada: Agent, at: datetime) -> None:
    with pytest.raises(Conflict):
        passing.move(clock.now() + timedelta(hours=1), ada)
    assert not Entry.objects.filter(verb="clock.moved").exists()


def test_the_clock_button_wakes_all_that_the_worker_wakes() -> None:
    assert set(WATCHED) == {*SWEEPS["clock"], *SWEEPS["outreach"]}
