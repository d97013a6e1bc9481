"""One line for each thing that happened."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models


class Entry(models.Model):
    """What happened, to what, by whom, and when it became true (`at`) beside when it was noticed (`noted_at`).

    The lowest room knows no other: the case, the subject and the person are kept as numbers. A database
    trigger refuses every change and every removal.
    """

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    noted_at = models.DateTimeField()
    verb = models.CharField(max_length=60)
    case_id = models.BigIntegerField(null=True)
    subject_type = models.CharField(max_length=40, blank=True)
    subject_id = models.BigIntegerField(null=True)
    by_type = models.CharField(max_length=20, blank=True)
    by_id = models.BigIntegerField(null=True)
    data = models.JSONField(default=dict)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["case_id", "id"], name="entry_of_case"),
            models.Index(fields=["subject_type", "subject_id", "id"], name="entry_of_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.verb} #{self.pk}"

    @property
    def row(self) -> int:
        """Returns the number of the row it happened to; raises LookupError for a line about no row."""
        if self.subject_id is None:
            raise LookupError(f"{self.verb} happened to no row.")
        return self.subject_id

    def get(self, key: str, default: Any = None) -> Any:
        """Returns one detail of the line."""
        return self.data.get(key, default)
