"""Contacts by plan, and notices to many."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from goodword.cases.models import Case, Message
from goodword.people.models import Agent, Customer, Purchase
from goodword.promises.models import Kind, Promise


class Milestone(models.TextChoices):
    """From which day of a purchase a plan counts; each value is the column of that day."""

    BOUGHT = "bought_on", "It was bought"
    DELIVERED = "delivered_on", "It was delivered"
    WARRANTY = "warranty_until", "Its warranty ends"


class Does(models.TextChoices):
    """What a plan does when its day has come."""

    LETTER = "letter", "Write this letter"
    TASK = "task", "Give this task to a colleague"


class Plan(models.Model):
    """So many days after (or before) a milestone of a purchase, a letter or a task; nothing about what lay before.

    `texts` are the subject and the text by language; who reads none of them gets `subject` and `text`.
    """

    name = models.CharField(max_length=120, unique=True)
    milestone = models.CharField(max_length=20, choices=Milestone)
    days = models.SmallIntegerField(default=0)
    product = models.CharField(max_length=160, blank=True)
    does = models.CharField(max_length=8, choices=Does, default=Does.LETTER)
    subject = models.CharField(max_length=200)
    text = models.TextField(max_length=5000)
    texts = models.JSONField(default=dict)
    owner = models.ForeignKey(Agent, models.PROTECT, related_name="+")
    since = models.DateField()
    is_active = models.BooleanField(default=True)
    wakes_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(days__range=(-400, 4000)), name="plan_within_years"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["wakes_at"], condition=Q(wakes_at__isnull=False), name="plan_wakes"),
        ]

    def __str__(self) -> str:
        return self.name


class PlacedState(models.TextChoices):
    """What became of one customer's letter."""

    WAITING = "waiting", "Waiting"
    SENT = "sent", "Sent"
    DONE = "done", "Done"
    LEFT_OUT = "left_out", "Left out"
    CANCELLED = "cancelled", "Cancelled"


class Planned(models.Model):
    """One contact of a plan about one purchase: made once, whatever happens to plan or purchase later."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="contacts")
    purchase = models.ForeignKey(Purchase, models.CASCADE, related_name="planned")
    milestone_on = models.DateField()
    due_on = models.DateField()
    state = models.CharField(max_length=10, choices=PlacedState, default=PlacedState.WAITING)
    why = models.CharField(max_length=200, blank=True)
    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="+")
    message = models.ForeignKey(Message, models.PROTECT, null=True, related_name="+")
    wakes_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["plan", "purchase"], name="planned_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["wakes_at"], condition=Q(wakes_at__isnull=False), name="planned_wakes"),
            models.Index(fields=["plan", "-id"], name="planned_of_plan"),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} about {self.purchase_id}"


class RoundState(models.TextChoices):
    """How far a notice to many is."""

    DRAFT = "draft", "Not sent"
    RUNNING = "running", "Going out"
    DONE = "done", "Sent"
    CANCELLED = "cancelled", "Stopped"


class Round(models.Model):
    """One notice to many customers, before they ask; with a promise to each where one is made.

    `texts` are subject, text and promise by language; who reads none of them gets those for all.
    """

    title = models.CharField(max_length=120)
    subject = models.CharField(max_length=200)
    text = models.TextField(max_length=8000)
    texts = models.JSONField(default=dict)
    kind = models.ForeignKey(Kind, models.PROTECT, null=True, related_name="+")
    promise_words = models.CharField(max_length=500, blank=True)
    due_at = models.DateTimeField(null=True)
    owners = ArrayField(models.BigIntegerField())
    chosen = models.CharField(max_length=300)
    state = models.CharField(max_length=10, choices=RoundState, default=RoundState.DRAFT)
    made_by = models.ForeignKey(Agent, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(promise_words="", kind__isnull=True, due_at__isnull=True)
                | ~Q(promise_words="") & Q(kind__isnull=False, due_at__isnull=False),
                name="round_promises_wholly_or_not",
            ),
            models.CheckConstraint(condition=Q(owners__len__gt=0), name="round_has_an_owner"),
        ]

    def __str__(self) -> str:
        return self.title


class Place(models.Model):
    """One customer in a notice to many: one letter, one case, at most one promise."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="places")
    customer = models.ForeignKey(Customer, models.PROTECT, related_name="+")
    purchase = models.ForeignKey(Purchase, models.SET_NULL, null=True, related_name="+")
    known_case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="+")
    owner = models.ForeignKey(Agent, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=PlacedState, default=PlacedState.WAITING)
    why = models.CharField(max_length=200, blank=True)
    message = models.ForeignKey(Message, models.PROTECT, null=True, related_name="+")
    promise = models.ForeignKey(Promise, models.PROTECT, null=True, related_name="+")
    wakes_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["round", "customer"], name="place_once_per_customer"),
            models.CheckConstraint(
                condition=~Q(state="sent") | Q(message__isnull=False), name="place_sent_has_message"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["wakes_at"], condition=Q(wakes_at__isnull=False), name="place_wakes"),
            models.Index(fields=["round", "state", "id"], name="place_of_round"),
        ]

    def __str__(self) -> str:
        return f"customer {self.customer_id}: {self.state}"
