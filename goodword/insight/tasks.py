"""What time brings: what was learnt is learnt again every night, and what happens is counted as it happens."""

from __future__ import annotations

from datetime import datetime, timedelta

from goodword.insight import folding, forecasts, lookback
from goodword.insight.models import Fit
from goodword.kit.sweep import Swept, sweep

AGAIN_AFTER = timedelta(hours=24)
MOST_LINES = 100_000  # in one sweep; a desk that has never counted goes on with the next


def sweep_fits(now: datetime) -> Swept:
    """Learns anew from what has happened since; a desk that has never learnt does so at once."""
    forecasts.expect_a_fit(now)
    return sweep(Fit.objects.only("id", "name", "wakes_at").filter(name=forecasts.FORECAST), _learn, now)


def _learn(row: Fit, now: datetime) -> None:
    forecasts.learn(now)
    lookback.learn(now)
    row.wakes_at = now + AGAIN_AFTER
    row.save(update_fields=["wakes_at"])


def sweep_measures(now: datetime) -> Swept:
    """Counts what the ledger has told since, to its end; one worker counts at a time."""
    done = 0
    while done < MOST_LINES and (counted := folding.count_on(now)):
        done += counted
    return Swept(done, 0)
