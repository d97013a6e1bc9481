"""What is kept beside promises: words heard in what we wrote, habits of the desk, and sources of provider events."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q


class Habits(models.Model):
    """How this desk keeps its word: one row, absent while nothing differs from the first values."""

    WARN, REQUIRE = "warn", "require"

    singleton = models.BooleanField(primary_key=True, default=True)
    hearing = models.CharField(max_length=7, choices=[(WARN, "Warn"), (REQUIRE, "Require")], default=WARN)
    apology_minutes = models.PositiveIntegerField(default=240)

    class Meta:
        verbose_name_plural = "habits"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(singleton=True), name="habits_are_one_row"),
        ]

    def __str__(self) -> str:
        return f"{self.hearing}, apologies within {self.apology_minutes} minutes"


class HeardState(models.TextChoices):
    """What became of words that were heard as a promise."""

    OPEN = "open", "Undecided"
    RECORDED = "recorded", "Recorded"
    DISMISSED = "dismissed", "Not a promise"


class Heard(models.Model):
    """Words of ours that were heard as a promise, in what has gone out; each once."""

    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="+")
    message = models.ForeignKey("cases.Message", models.CASCADE, related_name="+")
    said_by = models.ForeignKey("people.Agent", models.PROTECT, null=True, related_name="+")
    words = models.CharField(max_length=1000)
    kind = models.ForeignKey("promises.Kind", models.PROTECT, related_name="+")
    due_at = models.DateTimeField(null=True)
    due_is_day = models.BooleanField(default=False)
    due_words = models.CharField(max_length=200, blank=True)
    via = models.CharField(max_length=10)
    at = models.DateTimeField()
    state = models.CharField(max_length=9, choices=HeardState, default=HeardState.OPEN)
    promise = models.ForeignKey("promises.Promise", models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "heard"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["message", "words"], name="heard_once"),
            models.CheckConstraint(
                condition=Q(state="open") | Q(decided_at__isnull=False), name="heard_decided_has_time"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["case"], condition=Q(state="open"), name="heard_open_in_case"),
            models.Index(fields=["said_by"], condition=Q(state="open"), name="heard_open_by_writer"),
        ]

    def __str__(self) -> str:
        return self.words


class HeardDay(models.Model):
    """How many promises were heard on a day (UTC), in what, and what became of them; kept with each of them."""

    day = models.DateField()
    via = models.CharField(max_length=10)
    heard = models.PositiveIntegerField(default=0)
    recorded = models.PositiveIntegerField(default=0)
    dismissed = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["day", "via"], name="heard_day_once"),
            models.CheckConstraint(
                condition=Q(heard__gte=models.F("recorded") + models.F("dismissed")), name="heard_day_adds_up"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.via}: {self.recorded} of {self.heard}"


class Source(models.Model):
    """A provider that reports by signed webhook: payments or parcels. Its secret is kept encrypted."""

    PAYMENT, CARRIER = "payment", "carrier"

    name = models.CharField(max_length=80, unique=True)
    kind = models.CharField(max_length=8, choices=[(PAYMENT, "Payments"), (CARRIER, "Parcels")])
    key = models.CharField(max_length=40, unique=True)
    secret = models.CharField(max_length=400)
    is_active = models.BooleanField(default=True)
    made_by = models.ForeignKey("people.Agent", models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class Reported(models.Model):
    """One event of a provider, as it was told; the same number of the same source is taken once."""

    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="events")
    number = models.CharField(max_length=120)
    what = models.CharField(max_length=24)
    reference = models.CharField(max_length=120, blank=True)
    words = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    taken_at = models.DateTimeField()
    by = models.ForeignKey("people.Agent", models.PROTECT, null=True, related_name="+")
    promise = models.ForeignKey("promises.Promise", models.PROTECT, null=True, related_name="reported")
    evidence = models.ForeignKey("promises.Evidence", models.PROTECT, null=True, related_name="reported")
    outcome = models.CharField(max_length=12)

    class Meta:
        verbose_name_plural = "reported"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["source", "number"], nulls_distinct=False, name="reported_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["reference"], condition=~Q(reference=""), name="reported_by_reference"),
            models.Index(fields=["promise"], condition=Q(promise__isnull=False), name="reported_of_promise"),
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.reference}"
