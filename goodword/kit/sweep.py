"""Takes rows whose moment has come, in batches, skipping what another worker holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from django.db import models, transaction

from goodword.kit.queue import gathered

BATCH = 100
SET_ASIDE = timedelta(hours=1)

Handle = Callable[[Any, datetime], None]

log = structlog.get_logger()


@dataclass(frozen=True)
class Swept:
    """What one sweep did: rows handled and rows set aside because they raised."""

    handled: int
    set_aside: int


def sweep(due: models.QuerySet[Any], handle: Handle, now: datetime, *, most: int = 10_000) -> Swept:
    """Handles every row of `due` with `wakes_at <= now` (no lower bound), each on its own if need be.

    `handle` must move the row's `wakes_at` past `now` or clear it. A row that raises is set aside for an
    hour and reported, so one broken row at the head never stops the others. Cost grows with what is due:
    the partial index on `wakes_at` answers an empty sweep at once.
    """
    handled = set_aside = 0
    while handled + set_aside < most:
        rows, failed = _one_batch(due, handle, now)
        handled += rows - failed
        set_aside += failed
        if rows < BATCH:
            break
    return Swept(handled, set_aside)


def _one_batch(due: models.QuerySet[Any], handle: Handle, now: datetime) -> tuple[int, int]:
    with transaction.atomic():
        waking = due.filter(wakes_at__lte=now).order_by("wakes_at").select_for_update(skip_locked=True, of=("self",))
        batch = list(waking[:BATCH])
        if not batch or _all_at_once(batch, handle, now):
            return len(batch), 0
        batch = list(waking[:BATCH])  # anew: the failed attempt has left its traces on the rows
        return len(batch), sum(not _alone(row, handle, now) for row in batch)


def _all_at_once(batch: list[Any], handle: Handle, now: datetime) -> bool:
    """The usual case: one savepoint for the whole batch; says False, and leaves nothing, when any row raised."""
    try:
        with transaction.atomic(), gathered():
            for row in batch:
                handle(row, now)
    except Exception:
        return False
    return True


def _alone(row: Any, handle: Handle, now: datetime) -> bool:
    """One row in a savepoint of its own; says whether it was handled, else it is set aside."""
    try:
        with transaction.atomic():
            handle(row, now)
    except Exception:
        log.exception("sweep.set_aside", model=row._meta.label, row=row.pk)
        type(row)._base_manager.filter(pk=row.pk).update(wakes_at=now + SET_ASIDE)
        return False
    return True
