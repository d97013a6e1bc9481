"""What time brings to the web form: what was counted is forgotten."""

from __future__ import annotations

from datetime import datetime

from goodword.channels.form import guard
from goodword.kit.sweep import Swept


def sweep_knocks(now: datetime) -> Swept:
    """Forgets who knocked."""
    return guard.sweep_knocks(now)
