"""Where a promise stands in a day, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.people.models import Agent
from goodword.promises.lists import called_out, owed_page
from goodword.promises.tasks import sweep_promises
from goodword.promises.today import BROKEN, LATER, NEXT, TITLES, TODAY, grouped, next_step, part_of_day
from tests.conftest import MakePromise

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ZONES = ("UTC", "Pacific/Auckland", "America/Los_Angeles", "Asia/Kathmandu")


@dataclass(frozen=True)
class Owed:
    """As much of a promise as a day needs."""

    due_at: datetime


@pytest.mark.parametrize(
    ("due", "zone", "part"),
    [
        (timedelta(minutes=-1), "UTC", BROKEN),
        (timedelta(0), "UTC", BROKEN),
        (timedelta(minutes=1), "UTC", NEXT),
        (timedelta(hours=2), "UTC", NEXT),
        (timedelta(hours=2, minutes=1), "UTC", TODAY),
        (timedelta(hours=14, minutes=59), "UTC", TODAY),
        (timedelta(hours=15), "UTC", LATER),
        (timedelta(hours=3), "Pacific/Auckland", LATER),  # 22:00 there: in three hours it is tomorrow
        (timedelta(hours=20), "America/Los_Angeles", TODAY),  # one in the morning there
    ],
)
def test_a_due_belongs_to_one_part_of_the_readers_day(due: timedelta, zone: str, part: str) -> None:
    assert part_of_day(NOW + due, NOW, zone) == part


@given(st.lists(st.timedeltas(timedelta(days=-400), timedelta(days=400)), max_size=30), st.sampled_from(ZONES))
def test_nothing_owed_is_left_out_or_shown_twice(dues: list[timedelta], zone: str) -> None:
    rows = [Owed(NOW + due) for due in dues]
    groups = grouped(rows, NOW, zone)
    shown = [row for group in groups for row in group.rows]
    assert shown == sorted(rows, key=lambda row: row.due_at)
    assert [group.key for group in groups] == [key for key in TITLES if key in {group.key for group in groups}]


@pytest.mark.parametrize(
    ("kind", "stage", "missed", "do"),
    [
        ("callback", "calm", False, "call"),
        ("callback", "overdue", True, "call"),
        ("email", "at_risk", False, "reply"),
        ("document", "overdue", True, "renegotiate"),
        ("refund", "calm", False, "evidence"),
        ("refund", "due_soon", False, "renegotiate"),
        ("shipment", "overdue", True, "renegotiate"),
    ],
)
def test_the_next_step_is_the_likely_one(kind: str, stage: str, missed: bool, do: str) -> None:
    assert next_step(kind, stage, missed=missed).do == do


def test_what_is_owed_comes_by_pages_in_the_order_of_its_dues(promised: MakePromise, ada: Agent, at: datetime) -> None:
    owed = [promised(due=at + timedelta(hours=hours)) for hours in (5, 2, 5, 9)]
    in_order = [owed[1], owed[0], owed[2], owed[3]]
    first, more = owed_page(ada, None, size=2)
    assert (first, more) == (in_order[:2], True)
    assert owed_page(ada, (first[-1].due_at, first[-1].pk), size=2) == (in_order[2:], False)


def test_a_missed_promise_is_called_out_to_the_lead_until_somebody_takes_note(
    promised: MakePromise, ada: Agent, ben: Agent, lena: Agent, mara: Agent, at: datetime
) -> None:
    from goodword.promises.actions import acknowledge

    promise = promised(due=at + timedelta(hours=1))
    assert called_out(lena) == []
    late = at + timedelta(hours=2)
    sweep_promises(late)
    assert called_out(lena) == called_out(mara) == [promise]
    assert called_out(ben) == called_out(ada) == []
    acknowledge(promise, late, lena)
    assert called_out(lena) == called_out(mara) == []
