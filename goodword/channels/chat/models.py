"""Who is in the chat: one row per visit, which ends when nothing is heard of the customer's browser any more."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from goodword.cases.models import Case
from goodword.people.models import Identity


class Visit(models.Model):
    """One customer in the chat. The key to it is known to their browser alone; stored is its digest.

    `seen_at` is when their browser last asked for news, `wakes_at` when it counts as gone.
    """

    id = models.BigAutoField(primary_key=True)
    digest = models.CharField(max_length=64, unique=True)
    case = models.ForeignKey(Case, models.PROTECT, related_name="visits")
    identity = models.ForeignKey(Identity, models.CASCADE, related_name="+")
    language = models.CharField(max_length=12, blank=True)
    page = models.CharField(max_length=300, blank=True)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    wakes_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["wakes_at"], condition=Q(wakes_at__isnull=False), name="visit_wakes"),
            models.Index(fields=["case", "-id"], name="visit_of_case"),
        ]

    def __str__(self) -> str:
        return f"visit {self.pk}"
