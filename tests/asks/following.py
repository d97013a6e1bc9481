"""Runs what follows from the ledger in a test, as the worker would; each twice, for a job may run more than once."""

from __future__ import annotations

from datetime import datetime

from goodword.kit.work import load
from goodword.ledger.models import Entry
from goodword.wiring import FOLLOWS


def follow(at: datetime, *kinds: str, after: int = 0) -> int:
    """Runs the followers of every line with a verb of these kinds ("ask") behind `after`; returns the last line."""
    while True:
        lines = [one for one in Entry.objects.filter(id__gt=after).order_by("id") if one.verb.split(".")[0] in kinds]
        if not lines:
            return after
        for line in lines:
            after = line.pk
            for name in FOLLOWS.get(line.verb, ()):
                for _ in range(2):
                    load(name)(line, at)
