"""Kinds of remedies, who may grant how much, and what was given."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from goodword.asks.models import Ask
from goodword.cases.models import Case
from goodword.people.models import Agent, Role
from goodword.policies.models import Version
from goodword.promises.models import Kind, Promise


class RemedyKind(models.Model):
    """Refund, credit, replacement, discount, repair: with the kind of promise by which it is carried out."""

    slug = models.SlugField(max_length=30, unique=True)
    name = models.CharField(max_length=60)
    has_amount = models.BooleanField(default=True)
    currency = models.CharField(max_length=3, default="EUR")
    promise_kind = models.ForeignKey(Kind, models.PROTECT, related_name="+")
    is_active = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=100)

    class Meta:
        ordering: ClassVar[list[str]] = ["position", "name"]

    def __str__(self) -> str:
        return self.name


class Authority(models.Model):
    """How much of a kind a role may grant on the spot, in cents; without a row: nothing."""

    role = models.CharField(max_length=12, choices=Role)
    kind = models.ForeignKey(RemedyKind, models.CASCADE, related_name="authorities")
    limit = models.PositiveIntegerField()

    class Meta:
        verbose_name_plural = "authorities"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["role", "kind"], name="authority_once_per_role_and_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.role}: {self.kind} up to {self.limit}"


class RemedyState(models.TextChoices):
    """Where a remedy stands."""

    GRANTED = "granted", "Granted"
    AWAITING = "awaiting", "Waiting for approval"
    DECLINED = "declined", "Declined"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Remedy(models.Model):
    """Something of value for one customer; amounts in cents. Within authority granted at once, beyond it asked for."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="remedies")
    kind = models.ForeignKey(RemedyKind, models.PROTECT, related_name="+")
    amount = models.PositiveIntegerField(default=0)
    currency = models.CharField(max_length=3)
    reason = models.CharField(max_length=500)
    policy = models.ForeignKey(Version, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=9, choices=RemedyState)
    flag = models.CharField(max_length=10, blank=True)
    by = models.ForeignKey(Agent, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ask = models.OneToOneField(Ask, models.PROTECT, null=True, related_name="remedy")
    decided_by = models.ForeignKey(Agent, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    promise = models.OneToOneField(Promise, models.PROTECT, null=True, related_name="remedy")
    overruled_by = models.ForeignKey(Agent, models.PROTECT, null=True, related_name="+")
    overruled_why = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name_plural = "remedies"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=~Q(reason=""), name="remedy_has_a_reason"),
            models.CheckConstraint(
                condition=~Q(state="granted") | Q(decided_by__isnull=False, decided_at__isnull=False),
                name="remedy_granted_says_by_whom",
            ),
            models.CheckConstraint(condition=~Q(state="awaiting") | Q(ask__isnull=False), name="remedy_awaits_an_ask"),
            models.CheckConstraint(
                condition=Q(overruled_by__isnull=True) | ~Q(overruled_why=""), name="remedy_overruled_says_why"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["case", "id"], name="remedy_of_case"),
            models.Index(fields=["kind", "-id"], condition=Q(state="granted"), name="remedy_granted_of_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.amount / 100:.2f} {self.currency}" if self.amount else str(self.kind)
