"""Policies and their versions."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q

from goodword.people.models import Agent


class Policy(models.Model):
    """One article under one address, for ever; what it says stands in its versions."""

    slug = models.SlugField(max_length=80, unique=True)
    current = models.OneToOneField("Version", models.PROTECT, null=True, related_name="+")
    is_active = models.BooleanField(default=True)
    search = SearchVectorField(null=True)

    class Meta:
        verbose_name_plural = "policies"
        indexes: ClassVar[list[models.Index]] = [GinIndex(fields=["search"], name="policy_search")]

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
