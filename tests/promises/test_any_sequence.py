"""Whatever happens in whatever order: promises stay, have one active owner and a due, and broken stays broken.

Runs as the application's own database role. Some hundred random sequences by default; `bench/sequences` runs 10,000.
"""

from __future__ import annotations

import os
from datetime import datetime

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import F, Q
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from goodword.box.prepare import let_use
from goodword.cases.models import Case
from goodword.ledger.models import Entry
from goodword.people.models import Role
from goodword.promises.models import Due, Evidence, Promise
from tests.promises.anything import PICK, Anything, application_role
from tests.promises.raw_sql import ATTEMPTS

SEQUENCES = int(os.environ.get("GOODWORD_SEQUENCES", "80"))
STEPS = int(os.environ.get("GOODWORD_SEQUENCE_STEPS", "25"))
WORSE = {"pending": 0, "kept": 1, "kept_renegotiated": 2, "broken": 3}


class Desk(Anything):
    """What must be true after every step."""

    def __init__(self) -> None:
        super().__init__()
        self.verdicts: dict[int, str] = {}
        self.dues: dict[int, set[datetime]] = {}
        self.lines = 0

    @rule(attempt=st.sampled_from(ATTEMPTS), pick=PICK, agent=PICK)
    def raw_sql(self, attempt: str, pick: int, agent: int) -> None:
        promise = self.one(Promise.objects.all(), pick)
        rows = {
            "promise": promise.pk if promise else 0, "case": promise.case_id if promise else self.case(pick).pk,
            "agent": self.agent(agent).pk,
        }  # fmt: skip
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(attempt, rows)
                self.meet_constraints()
        except DatabaseError:
            return

    @invariant()
    def every_promise_is_present_owned_due_and_watched(self) -> None:
        rows = {row.pk: row for row in Promise.objects.select_related("owner", "case", "case__override_by")}
        assert set(self.verdicts) <= set(rows), "a promise has vanished"
        told: dict[int, set[datetime]] = {pk: set() for pk in rows}
        for promise, due in Due.objects.values_list("promise_id", "due_at"):
            told[promise].add(due)
        for row in rows.values():
            if row.status == "owed":
                assert row.owner.is_active
                assert row.owner.role != Role.AUDITOR
                assert row.wakes_at or row.acknowledged_at
                assert row.case.status != "closed" or row.case.closed_how == "override", "closed over an owed promise"
                assert row.case.override_by is None or row.case.override_by.is_lead
            before = self.verdicts.get(row.pk, "pending")
            assert WORSE[row.verdict] >= WORSE[before], f"{before} became {row.verdict}"
            assert row.due_at in told[row.pk]
            assert self.dues.get(row.pk, set()) <= told[row.pk], "a due has vanished"
            self.verdicts[row.pk], self.dues[row.pk] = row.verdict, told[row.pk]
        owed = dict(Case.objects.values_list("pk", "owed"))
        assert owed == {pk: sum(r.case_id == pk and r.status == "owed" for r in rows.values()) for pk in owed}

    @invariant()
    def a_due_that_passed_was_broken_and_what_was_kept_was_in_time(self) -> None:
        assert not Promise.objects.filter(status="owed", due_at__lte=self.now).exclude(verdict="broken").exists()
        late = Promise.objects.filter(verdict__in=["kept", "kept_renegotiated"], delivered_at__gt=F("due_at"))
        assert not late.exists()
        proven = Evidence.objects.filter(state="standing").values("promise_id")
        unproven = Promise.objects.filter(status__in=["delivered", "confirmed"]).exclude(pk__in=proven)
        assert not unproven.exists()

    @invariant()
    def the_ledger_only_grows(self) -> None:
        lines = Entry.objects.count()
        assert lines >= self.lines
        self.lines = lines

    @invariant()
    def no_closed_case_hides_what_was_merged_into_it(self) -> None:
        astray = Promise.objects.filter(~Q(case__merged_into=None), status="owed")
        assert not astray.exists()


@pytest.mark.timeout(600 + 6 * SEQUENCES)
@pytest.mark.django_db
def test_no_sequence_of_events_loses_or_whitewashes_a_promise() -> None:
    if application_role():
        let_use(application_role())
    run_state_machine_as_test(
        Desk,
        settings=settings(
            max_examples=SEQUENCES, stateful_step_count=STEPS, deadline=None, print_blob=True,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("attempt", [one for one in ATTEMPTS if one.split()[0] not in ("UPDATE", "WITH", "DELETE")])
def test_the_application_cannot_step_behind_the_guards(attempt: str, promised: object) -> None:
    if not application_role():
        pytest.skip("This database has one role only.")
    let_use(application_role())
    promise = promised()  # type: ignore[operator]
    with connection.cursor() as cursor:
        cursor.execute(f'SET LOCAL ROLE "{application_role()}"')
        with pytest.raises(DatabaseError), transaction.atomic():
            cursor.execute(attempt, {"promise": promise.pk, "case": promise.case_id, "agent": promise.owner_id})
