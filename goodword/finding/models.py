"""What finding keeps: the words that were ever said here, how far it has read, and the views that people saved."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from goodword.people.models import Agent


class Term(models.Model):
    """A word that stands in messages, and in about how many: so that a search knows what a word costs beforehand.

    Beginnings of words and slips of the pen are looked up here, among some hundred thousand words, never among
    millions of messages. Words with digits in them are not kept.
    """

    word = models.CharField(primary_key=True, max_length=30)
    seen = models.BigIntegerField(default=0)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            GinIndex(fields=["word"], name="term_by_likeness", opclasses=["gin_trgm_ops"]),
        ]

    def __str__(self) -> str:
        return self.word


class Reading(models.Model):
    """How far the messages have been read for their words; one row."""

    name = models.CharField(primary_key=True, max_length=20)
    last = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.name} up to {self.last}"


class View(models.Model):
    """A list of cases that somebody saved: conditions in the language of search, for its author or for everybody.

    `count` is kept by a sweep and bounded; None where it depends on who looks.
    """

    name = models.CharField(max_length=40)
    text = models.CharField(max_length=200)
    author = models.ForeignKey(Agent, models.PROTECT, related_name="+")
    is_shared = models.BooleanField(default=False)
    count = models.PositiveIntegerField(null=True)
    created_at = models.DateTimeField()
    wakes_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=~Q(name="") & ~Q(text=""), name="view_has_name_and_conditions"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["author"], name="view_of_author"),
            models.Index(fields=["is_shared"], condition=Q(is_shared=True), name="view_shared"),
            models.Index(fields=["wakes_at"], condition=Q(wakes_at__isnull=False), name="view_wakes"),
        ]

    def __str__(self) -> str:
        return self.name
