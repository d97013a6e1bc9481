"""One row per person and cause."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from goodword.people.models import Agent


class Notice(models.Model):
    """Something a person must know, told once: the unique key refuses a second row for the same cause."""

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(Agent, models.CASCADE, related_name="notices")
    cause = models.CharField(max_length=80)
    verb = models.CharField(max_length=60)
    case_id = models.BigIntegerField(null=True)
    promise_id = models.BigIntegerField(null=True)
    ask_id = models.BigIntegerField(null=True)
    words = models.CharField(max_length=300)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)
    wakes_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["person", "cause"], name="notice_once_per_person_and_cause"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["person", "-id"], name="notice_of_person"),
            models.Index(fields=["person"], condition=Q(read_at__isnull=True), name="notice_unread"),
            models.Index(fields=["wakes_at"], condition=Q(wakes_at__isnull=False), name="notice_wakes"),
            models.Index(fields=["promise_id"], condition=Q(promise_id__isnull=False), name="notice_of_promise"),
        ]

    def __str__(self) -> str:
        return self.words
