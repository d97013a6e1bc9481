"""What the measures keep: one row per thing that was counted, and their sums by day and by month."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q


class Fact(models.Model):
    """One promise, closed case, lost mail, ask or rating, with its value for each measure (see `coding`).

    Numbers instead of keys: facts follow the ledger, which knows no rows either. `team`, `channel` and `segment` are
    those of the day when it was first counted. `persons` are those whose own figures it may be in. A promise is counted
    only where it stands for its matter (see `matters`): `counts` names the people for each measure; null is everybody.
    """

    id = models.BigAutoField(primary_key=True)
    what = models.CharField(max_length=8)
    subject = models.BigIntegerField()
    case = models.BigIntegerField()
    customer = models.BigIntegerField(default=0)
    at = models.DateTimeField()
    day = models.DateField()
    team = models.BigIntegerField(default=0)
    kind = models.BigIntegerField(default=0)
    channel = models.CharField(max_length=8, blank=True)
    partner = models.BigIntegerField(default=0)
    segment = models.CharField(max_length=10, blank=True)
    policy = models.BigIntegerField(default=0)
    persons = ArrayField(models.BigIntegerField(), default=list)
    values = models.JSONField(default=dict)
    counts = models.JSONField(null=True)
    wakes_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["what", "subject"], name="fact_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["what", "-at", "-id"], name="fact_by_time"),
            models.Index(fields=["what", "team", "-at", "-id"], name="fact_of_team"),
            models.Index(fields=["-at", "-id"], condition=Q(values__broken=1), name="fact_broken"),
            models.Index(fields=["case"], name="fact_of_case"),
            models.Index(fields=["customer", "at"], condition=Q(what="case"), name="fact_of_customer"),
            models.Index(fields=["wakes_at"], condition=Q(wakes_at__isnull=False), name="fact_wakes"),
            GinIndex(fields=["persons"], name="fact_of_persons"),
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.subject}"


class Cell(models.Model):
    """The sums of one measure for one day (`grain` d) or month (m) and one mix; `person` 0 is everybody."""

    id = models.BigAutoField(primary_key=True)
    grain = models.CharField(max_length=1)
    person = models.BigIntegerField()
    day = models.DateField()
    measure = models.CharField(max_length=14)
    team = models.BigIntegerField()
    kind = models.BigIntegerField()
    channel = models.CharField(max_length=8, blank=True)
    partner = models.BigIntegerField()
    segment = models.CharField(max_length=10, blank=True)
    policy = models.BigIntegerField(default=0)
    n = models.BigIntegerField(default=0)
    total = models.BigIntegerField(default=0)
    squares = models.BigIntegerField(default=0)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["grain", "person", "day", "measure", "team", "kind", "channel", "partner", "segment", "policy"],
                name="cell_once",
                include=["n", "total", "squares"],
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["grain", "measure", "person", "day"], name="cell_of_measure"),
            models.Index(fields=["grain", "team", "person", "day"], name="cell_of_team"),
        ]

    def __str__(self) -> str:
        return f"{self.measure} of {self.day}"


class Place(models.Model):
    """How far the ledger has been counted: moved in the transaction that counts."""

    name = models.CharField(max_length=20, unique=True)
    entry = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.name} at {self.entry}"


class Kudos(models.Model):
    """Thanks of a colleague for a promise that was kept; seen by the whole team."""

    promise = models.BigIntegerField()
    case = models.BigIntegerField()
    to = models.ForeignKey("people.Agent", models.PROTECT, related_name="kudos")
    by = models.ForeignKey("people.Agent", models.PROTECT, related_name="kudos_given")
    words = models.CharField(max_length=280)
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "kudos"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["promise", "by"], name="kudos_once"),
            models.CheckConstraint(condition=~Q(to=models.F("by")), name="kudos_is_for_others"),
            models.CheckConstraint(condition=~Q(words=""), name="kudos_has_words"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["to", "-id"], name="kudos_of_agent"),
        ]

    def __str__(self) -> str:
        return self.words
