"""Reading the ledger."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import QuerySet

from goodword.ledger.models import Entry

LONGEST_TRANSACTION = timedelta(minutes=10)  # what is older and missing was rolled back


def of_cases(cases: Collection[int]) -> QuerySet[Entry]:
    """Returns the lines about these cases, oldest first."""
    return Entry.objects.filter(case_id__in=cases).order_by("id")


def of_subject(kind: str, pk: int) -> QuerySet[Entry]:
    """Returns the lines about one row, oldest first."""
    return Entry.objects.filter(subject_type=kind, subject_id=pk).order_by("id")


def after(entry_id: int, most: int = 500) -> QuerySet[Entry]:
    """Returns what was written after `entry_id`, in order, at most `most` lines."""
    return Entry.objects.filter(id__gt=entry_id).order_by("id")[:most]


def settled_after(entry_id: int, now: datetime, most: int = 100) -> tuple[list[Entry], bool]:
    """Returns what was written after `entry_id`, in order, and whether there is more: whoever goes on from the last
    line misses none.

    Numbers are given out before transactions commit, so a line may still come before one that is there already.
    Where a number is missing and somebody is writing, what lies behind it waits for the next call. At most three
    queries.
    """
    found = _after(entry_id, most)
    gap = _gap(found, entry_id, now)
    if gap is not None and not _somebody_writes():
        last = found[-1].pk  # whoever was writing up to here has finished: what is missing now was rolled back
        found = [entry for entry in _after(entry_id, most) if entry.pk <= last]
        gap = None
    if gap is not None:
        found = found[:gap]
    return found[:most], gap is None and len(found) > most


def _after(entry_id: int, most: int) -> list[Entry]:
    return list(Entry.objects.filter(id__gt=entry_id).order_by("id")[: most + 1])


def _gap(found: list[Entry], before: int, now: datetime) -> int | None:
    """The place of the first line before which a number is missing, unless that was long ago."""
    for place, entry in enumerate(found):
        if entry.pk != before + 1 and entry.noted_at > now - LONGEST_TRANSACTION:
            return place
        before = entry.pk
    return None


def _somebody_writes() -> bool:
    """Says whether another transaction holds what it takes to write lines."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE relation = %s::regclass AND mode = 'RowExclusiveLock' "
            "AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) "
            "AND pid <> pg_backend_pid())",
            [Entry._meta.db_table],
        )
        return bool(cursor.fetchone()[0])
