"""What time brings to cases: the end of a snooze, and the folding of counts."""

from __future__ import annotations

from datetime import datetime

from django.db import connection

from goodword.cases.changes import open_again
from goodword.cases.models import Case
from goodword.kit.sweep import Swept, sweep

FOLD_FROM = 1000


def sweep_cases(now: datetime) -> Swept:
    """Brings snoozed cases back, and folds the heap of counts when it has grown."""
    fold_tallies()
    return sweep(Case.objects.all(), _wake, now)


def _wake(case: Case, now: datetime) -> None:
    open_again(case, case.wakes_at or now, None, "the snooze has ended", noted=now)


def fold_tallies() -> int:
    """Replaces the changes of a view by their sum; readers see the same number before and after.

    Rows that another worker holds are skipped, so two folds never wait for each other.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            """
            WITH taken AS (
                DELETE FROM cases_tally WHERE id IN (
                    SELECT id FROM cases_tally ORDER BY id DESC LIMIT 5000 FOR UPDATE SKIP LOCKED
                ) AND (SELECT count(*) FROM (SELECT 1 FROM cases_tally LIMIT %s) AS heap) >= %s
                RETURNING view, change
            )
            INSERT INTO cases_tally (view, change) SELECT view, sum(change) FROM taken GROUP BY view
            """,
            [FOLD_FROM, FOLD_FROM],
        )
        return int(cursor.rowcount)
