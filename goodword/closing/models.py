"""The check after delivery: "did this really solve it?"."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from goodword.cases.models import Case, Message


class CheckState(models.TextChoices):
    """Where a check stands."""

    RECEIPT = "receipt", "Waiting for receipt"
    SCHEDULED = "scheduled", "Scheduled"
    ASKED = "asked", "Asked"
    ANSWERED = "answered", "Answered"
    SILENT = "silent", "No answer"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Answer(models.TextChoices):
    """What the customer said to "is there anything more?"."""

    DONE = "done", "Nothing more"
    MORE = "more", "Something more"
    NEW = "new", "A new matter"
    UNSURE = "unsure", "A person must read it"


class Check(models.Model):
    """One follow-up after the last promise of a case was delivered; at most one is running per case."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="checks")
    state = models.CharField(max_length=10, choices=CheckState)
    created_at = models.DateTimeField()
    wakes_at = models.DateTimeField(null=True)
    needs_person = models.BooleanField(default=False)
    attempts = models.PositiveSmallIntegerField(default=0)
    asked_at = models.DateTimeField(null=True)
    asked_by = models.ForeignKey(Message, models.PROTECT, null=True, related_name="+")
    answer = models.CharField(max_length=8, choices=Answer, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(state__in=["receipt", "scheduled", "asked"]),
                name="check_is_one_per_case",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["wakes_at"], condition=Q(wakes_at__isnull=False), name="check_wakes"),
            models.Index(fields=["case"], condition=Q(needs_person=True), name="check_needs_person"),
        ]

    def __str__(self) -> str:
        return f"check {self.state}"
