"""What an organisation notes of its cases beyond what every desk has: fields that admins define, and their values.

The values lie on the case's own row, typed. Beside them lie their terms (`size=42`, and `size` alone for any value),
so that one index finds every value of every field.
"""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

MOST_FIELDS, MOST_CHOICES, LONGEST_TEXT, LONGEST_CHOICE = 30, 30, 200, 60


class FieldKind(models.TextChoices):
    """What a field holds."""

    TEXT = "text", "Text"
    NUMBER = "number", "Number"
    DATE = "date", "Date"
    CHOICE = "choice", "One of several"
    YES_NO = "yes_no", "Yes or no"


class Field(models.Model):
    """One field of cases. Its key and kind never change; out of use it is offered no more; cases keep its values."""

    key = models.SlugField(max_length=30, unique=True)
    name = models.CharField(max_length=60)
    kind = models.CharField(max_length=6, choices=FieldKind)
    choices = ArrayField(models.CharField(max_length=LONGEST_CHOICE), default=list, blank=True)
    is_required = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=100)

    class Meta:
        ordering: ClassVar[list[str]] = ["position", "name", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=~Q(name=""), name="field_has_name"),
            models.CheckConstraint(
                condition=Q(kind="choice", choices__len__gt=0) | ~Q(kind="choice") & Q(choices=[]),
                name="field_has_choices_where_it_should",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Filled(models.Model):
    """The values of a case, by the keys of their fields, and the terms by which they are found."""

    fields = models.JSONField(default=dict, db_default={}, blank=True)
    field_terms = ArrayField(models.CharField(max_length=240), default=list, db_default=[], blank=True)

    class Meta:
        abstract = True


FILLED_CONSTRAINTS: list[models.BaseConstraint] = [
    models.CheckConstraint(condition=Q(field_terms__len__lte=4 * MOST_FIELDS), name="case_field_terms_are_few"),
]
FILLED_INDEXES: list[models.Index] = [
    GinIndex(fields=["field_terms"], condition=~Q(field_terms=[]), name="case_by_field"),
]
