"""What finding keeps: the words that were ever said here, and how far it has read."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.db import models


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
