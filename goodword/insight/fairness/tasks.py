"""What time brings to fair ratings: the ledger is read on, ends are gathered, and each night everybody is fitted."""

from __future__ import annotations

from datetime import datetime, timedelta

from goodword.insight.fairness import endings, following, runs
from goodword.insight.models import Fit, RatedCase
from goodword.kit.sweep import Swept, sweep

AGAIN_AFTER = timedelta(hours=24)
MOST_LINES = 20_000  # in one sweep; a desk that has never read goes on with the next


def sweep_ratings(now: datetime) -> Swept:
    """Reads the ledger to its end, gathers the ends of cases that have changed, and fits when the night has come."""
    done = 0
    while done < MOST_LINES and (read := following.read_on(now)):
        done += read
    gathered = sweep(RatedCase.objects.select_related("category"), endings.gather, now)
    runs.expect_a_run(now)
    fitted = sweep(Fit.objects.only("id", "name", "wakes_at").filter(name=runs.RATINGS), _fit, now)
    return Swept(done + gathered.handled + fitted.handled, gathered.set_aside + fitted.set_aside)


def _fit(row: Fit, now: datetime) -> None:
    runs.run(now)
    row.wakes_at = now + AGAIN_AFTER
    row.save(update_fields=["wakes_at"])
