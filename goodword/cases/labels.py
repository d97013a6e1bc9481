"""What a case carries so that people find and sort it: tags and a priority, both on the case's own row.

Lists show and find them without a join. Neither moves a case or a promise, or changes the order of any list.
"""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from goodword.cases.fields import FILLED_CONSTRAINTS, FILLED_INDEXES, Filled

MOST_TAGS, LONGEST_TAG = 20, 30


class Priority(models.TextChoices):
    """How much a case presses, as a person judged it."""

    LOW = "low", "Low"
    NORMAL = "normal", "Normal"
    HIGH = "high", "High"
    URGENT = "urgent", "Urgent"


class Tag(models.Model):
    """A word by which cases are found again. Out of use, it stays where it is and is offered no more."""

    name = models.CharField(max_length=LONGEST_TAG, unique=True)
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(name__regex=r"^[^\s:\",]+$"), name="tag_is_one_word"),
        ]

    def __str__(self) -> str:
        return self.name


class Labelled(Filled):
    """The labels of a case. The tags are names in the order of the alphabet."""

    tags = ArrayField(models.CharField(max_length=LONGEST_TAG), default=list, db_default=[], blank=True)
    priority = models.CharField(max_length=6, choices=Priority, default=Priority.NORMAL, db_default=Priority.NORMAL)

    class Meta:
        abstract = True


CONSTRAINTS: list[models.BaseConstraint] = [
    *FILLED_CONSTRAINTS,
    models.CheckConstraint(condition=Q(tags__len__lte=MOST_TAGS), name="case_tags_are_few"),
    models.CheckConstraint(condition=Q(priority__in=["low", "normal", "high", "urgent"]), name="case_priority_known"),
]
INDEXES: list[models.Index] = [
    *FILLED_INDEXES,
    # of the few cases that have any, so that mail coming in keeps no index more
    GinIndex(fields=["tags"], condition=~Q(tags=[]), name="case_by_tag"),
    models.Index(fields=["priority", "-last_at", "-id"], condition=~Q(priority="normal"), name="case_by_priority"),
    models.Index(fields=["-last_at", "-id"], condition=Q(closed_how="spam"), name="case_spam"),
]
