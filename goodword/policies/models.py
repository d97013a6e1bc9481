"""Policies and their versions."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q

from goodword.people.models import Agent


class Policy(models.Model):
    """One article under one address, for ever; what it says stands in its versions.

    `public_search` holds the words of the part for customers alone: what is internal can not even be guessed at by
    searching the help centre.
    """

    slug = models.SlugField(max_length=80, unique=True)
    current = models.OneToOneField("Version", models.PROTECT, null=True, related_name="+")
    is_active = models.BooleanField(default=True)
    search = SearchVectorField(null=True)
    in_help_centre = models.BooleanField(default=False, db_default=False)
    help_topic = models.CharField(max_length=60, blank=True, default="", db_default="")
    language = models.CharField(max_length=12, blank=True, default="", db_default="")
    public_search = SearchVectorField(null=True)
    helped = models.PositiveIntegerField(default=0, db_default=0)
    not_helped = models.PositiveIntegerField(default=0, db_default=0)

    class Meta:
        verbose_name_plural = "policies"
        indexes: ClassVar[list[models.Index]] = [
            GinIndex(fields=["search"], name="policy_search"),
            GinIndex(fields=["public_search"], name="policy_public_search"),
            models.Index(fields=["id"], condition=Q(in_help_centre=True, is_active=True), name="policy_in_help_centre"),
        ]

    def __str__(self) -> str:
        return self.slug


class Version(models.Model):
    """What a policy said from one moment on. Written once: whoever decided by it must be able to show it."""

    policy = models.ForeignKey(Policy, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=160)
    body = models.TextField(max_length=50_000)
    public_part = models.TextField(blank=True, max_length=20_000)
    what_changed = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Agent, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["policy", "number"], name="version_number_once"),
            models.CheckConstraint(condition=~Q(title="") & ~Q(body=""), name="version_has_words"),
        ]

    def __str__(self) -> str:
        return f"{self.title} (version {self.number})"


class Wording(models.Model):
    """What the house says about one wording hint: another reason, better words, switched off; or a hint of its own.

    One with `phrases` is the house's own; one without speaks of the shipped hint of that code.
    """

    language = models.CharField(max_length=2)
    code = models.CharField(max_length=40)
    phrases = models.TextField(max_length=2000, blank=True)
    why = models.CharField(max_length=300, blank=True)
    better = models.CharField(max_length=300, blank=True)
    is_active = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["language", "code"], name="wording_once_per_language"),
            models.CheckConstraint(
                condition=Q(phrases="") | ~Q(why="") & ~Q(better=""), name="wording_of_our_own_has_better_words"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} ({self.language})"
