"""What time brings to what was learnt: it is learnt again every night."""

from __future__ import annotations

from datetime import datetime, timedelta

from goodword.insight import forecasts
from goodword.insight.models import Fit
from goodword.kit.sweep import Swept, sweep

AGAIN_AFTER = timedelta(hours=24)


def sweep_fits(now: datetime) -> Swept:
    """Learns anew from what has happened since; a desk that has never learnt does so at once."""
    forecasts.expect_a_fit(now)
    return sweep(Fit.objects.only("id", "name", "wakes_at"), _learn, now)


def _learn(row: Fit, now: datetime) -> None:
    forecasts.learn(now)
    row.wakes_at = now + AGAIN_AFTER
    row.save(update_fields=["wakes_at"])
