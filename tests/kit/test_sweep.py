"""Sweeps: every row that is due, once, whatever becomes of its neighbours; jobs only for what was done."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import connection, transaction

from goodword.cases.actions import receive
from goodword.cases.changes import snooze
from goodword.cases.models import Case
from goodword.kit.queue import defer, gathered
from goodword.kit.sweep import BATCH, SET_ASIDE, sweep
from goodword.people.models import Agent
from tests.conftest import mail

HOUR = timedelta(hours=1)


def jobs(name: str) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT args->>'row' FROM procrastinate_jobs WHERE task_name = %s ORDER BY 1", [name])
        return sorted(int(row[0]) for row in cursor.fetchall())


@pytest.fixture
def sleeping(ada: Agent, at: datetime) -> list[Case]:
    """More cases than one batch, all of which wake within the hour."""
    cases = [receive(mail(f"{number}@home.example", text=str(number)), at).case for number in range(BATCH + 3)]
    return [snooze(case, at + HOUR / 2, at, ada) for case in cases]


def wake(case: Case, now: datetime) -> None:
    defer("woken", [{"row": case.pk}])
    case.wakes_at = None
    case.save(update_fields=["wakes_at"])


def test_everything_that_is_due_is_handled_once_with_its_job(sleeping: list[Case], at: datetime) -> None:
    done = sweep(Case.objects.all(), wake, at + HOUR)
    assert (done.handled, done.set_aside) == (len(sleeping), 0)
    assert jobs("woken") == sorted(case.pk for case in sleeping)
    assert sweep(Case.objects.all(), wake, at + HOUR).handled == 0


def test_a_row_that_raises_is_set_aside_and_holds_up_nobody(sleeping: list[Case], at: datetime) -> None:
    broken = sleeping[0].pk

    def wake_or_raise(case: Case, now: datetime) -> None:
        wake(case, now)
        if case.pk == broken:
            raise RuntimeError("This one is broken.")

    done = sweep(Case.objects.all(), wake_or_raise, at + HOUR)
    assert (done.handled, done.set_aside) == (len(sleeping) - 1, 1)
    assert Case.objects.get(pk=broken).wakes_at == at + HOUR + SET_ASIDE
    assert Case.objects.exclude(pk=broken).filter(wakes_at__isnull=False).count() == 0
    assert jobs("woken") == sorted(case.pk for case in sleeping[1:]), "what was undone left no job"


def test_a_row_that_breaks_its_transaction_holds_up_nobody(sleeping: list[Case], at: datetime) -> None:
    def wake_or_break(case: Case, now: datetime) -> None:
        wake(case, now)
        if case.pk == sleeping[1].pk:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1 / 0")

    assert sweep(Case.objects.all(), wake_or_break, at + HOUR).set_aside == 1


@pytest.mark.django_db
def test_gathered_jobs_are_queued_at_the_end_and_not_after_an_error() -> None:
    with gathered():
        defer("woken", [{"row": 1}])
        defer("woken", [{"row": 2}])
        assert jobs("woken") == []
    assert jobs("woken") == [1, 2]
    with pytest.raises(RuntimeError), transaction.atomic(), gathered():
        defer("woken", [{"row": 3}])
        raise RuntimeError
    assert jobs("woken") == [1, 2]
