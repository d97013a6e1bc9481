"""Reading the ledger."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import QuerySet

from goodword.ledger.models import Entry


def of_cases(cases: Collection[int]) -> QuerySet[Entry]:
    """Returns the lines about these cases, oldest first."""
    return Entry.objects.filter(case_id__in=cases).order_by("id")


def of_subject(kind: str, pk: int) -> QuerySet[Entry]:
    """Returns the lines about one row, oldest first."""
    return Entry.objects.filter(subject_type=kind, subject_id=pk).order_by("id")


def after(entry_id: int, most: int = 500) -> QuerySet[Entry]:
    """Returns what was written after `entry_id`, in order, at most `most` lines."""
    return Entry.objects.filter(id__gt=entry_id).order_by("id")[:most]
