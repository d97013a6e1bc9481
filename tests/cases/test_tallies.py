"""The counts of the inbox: a heap of changes whose sum is what is really there, folded or not."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from goodword.cases import changes
from goodword.cases.actions import receive
from goodword.cases.models import Case, Tally
from goodword.cases.queries import tallies
from goodword.cases.tasks import FOLD_FROM, fold_tallies
from goodword.people.models import Agent
from tests.conftest import mail

VIEWS = ("open", "unowned", "waiting", "checking", "closed")


def test_the_sum_of_changes_is_what_is_there(db: None, ada: Agent, at: datetime) -> None:
    cases = [receive(mail(f"{number}@home.example", text=str(number)), at).case for number in range(5)]
    changes.assign(cases[0], ada, at, ada)
    changes.assign(cases[1], ada, at, ada)
    changes.snooze(cases[1], at + timedelta(hours=1), at, ada)
    assert tallies((*VIEWS, f"mine:{ada.pk}")) == {
        "open": 4, "unowned": 3, "waiting": 1, "checking": 0, "closed": 0, f"mine:{ada.pk}": 1,
    }  # fmt: skip
    assert Case.objects.filter(status="open").count() == 4


@pytest.mark.django_db
def test_folding_changes_no_count_and_leaves_a_row_per_view() -> None:
    Tally.objects.bulk_create(
        Tally(view=VIEWS[number % 5], change=1 if number % 3 else -1) for number in range(FOLD_FROM)
    )
    before = tallies(VIEWS)
    fold_tallies()
    assert tallies(VIEWS) == before
    assert Tally.objects.count() == len(VIEWS)


@pytest.mark.django_db
def test_a_small_heap_is_left_alone() -> None:
    Tally.objects.bulk_create(Tally(view="open", change=1) for _ in range(FOLD_FROM - 1))
    fold_tallies()
    assert Tally.objects.count() == FOLD_FROM - 1
