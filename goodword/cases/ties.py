"""How cases belong together: one was split off another, or two were linked by a person, with the kind of relation."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least

from goodword.people.models import Agent

MOST_LINKS = 20


class Split(models.Model):
    """A case that began as a part of another one. `moved` says of each message where it lay before."""

    case = models.OneToOneField("cases.Case", models.PROTECT, primary_key=True, related_name="split")
    origin = models.ForeignKey("cases.Case", models.PROTECT, related_name="splits")
    moved = models.JSONField(default=list)
    by = models.ForeignKey(Agent, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=~Q(case=F("origin")), name="split_is_of_another"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} of {self.origin_id}"


class Relation(models.TextChoices):
    """What a case is to the one beside it."""

    RELATED = "related", "Related"
    DUPLICATE = "duplicate", "Duplicate of"
    CAUSED = "caused", "Caused by"
    BLOCKED = "blocked", "Blocked by"


class Tie(models.Model):
    """Two cases that a person linked: `case` is RELATED to, a DUPLICATE of, CAUSED by or BLOCKED by `other`."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="ties")
    other = models.ForeignKey("cases.Case", models.PROTECT, related_name="ties_to")
    relation = models.CharField(max_length=10, choices=Relation)
    by = models.ForeignKey(Agent, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=~Q(case=F("other")), name="tie_is_of_two"),
            models.UniqueConstraint(Least("case", "other"), Greatest("case", "other"), name="tie_once_for_two"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.relation} {self.other_id}"
