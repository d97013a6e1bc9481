"""What was learnt from the past, kept between fits."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from goodword.cases.models import Case, Category, Feasibility
from goodword.people.models import Agent, Customer


class Fit(models.Model):
    """The latest fit of one model, replaced by the next: what it keeps of itself, and on how many cases."""

    name = models.CharField(max_length=20, unique=True)
    content = models.BinaryField(default=b"")
    size = models.PositiveIntegerField(default=0)
    at = models.DateTimeField(null=True)
    wakes_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["wakes_at"], condition=Q(wakes_at__isnull=False), name="fit_wakes"),
        ]

    def __str__(self) -> str:
        return f"{self.name} of {self.at:%Y-%m-%d}" if self.at else self.name


class Routed(models.TextChoices):
    """How a case came to the person who had it first."""

    MATCHED = "matched", "Taken or given by somebody"
    RANDOM = "random", "By chance, inside the fair slice"


class Slice(models.Model):
    """The fair slice: how many of a hundred new cases are given by chance. One row; none means off."""

    singleton = models.BooleanField(primary_key=True, default=True)
    percent = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(singleton=True, percent__lte=30), name="slice_is_one_row_and_small"),
        ]

    def __str__(self) -> str:
        return f"{self.percent} %"


class RatedCase(models.Model):
    """One case as fair ratings read it: what it began with, frozen at first touch, and what became of it.

    A database trigger refuses every change of the first half. The second half is gathered when the case has ended,
    and again whenever something about it changes (`wakes_at`).
    """

    case = models.OneToOneField(Case, models.PROTECT, primary_key=True, related_name="rated")
    at = models.DateTimeField()
    first = models.ForeignKey(Agent, models.PROTECT, related_name="+")
    customer = models.ForeignKey(Customer, models.PROTECT, related_name="+")
    category = models.ForeignKey(Category, models.PROTECT, null=True, related_name="+")
    feasibility = models.CharField(max_length=10, choices=Feasibility)
    channel = models.CharField(max_length=8)
    anger = models.PositiveSmallIntegerField(default=0)
    complaints = models.PositiveSmallIntegerField(default=0)
    routed = models.CharField(max_length=7, choices=Routed, default=Routed.MATCHED)

    wakes_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    agents = ArrayField(models.BigIntegerField(), default=list)
    shares = ArrayField(models.FloatField(), default=list)
    needless = ArrayField(models.BooleanField(), default=list)
    needed = ArrayField(models.BooleanField(), default=list)
    stated = models.FloatField(null=True)
    outcome = models.FloatField(null=True)
    promise = models.PositiveSmallIntegerField(default=0)
    reopened = models.BooleanField(default=False)
    asked = models.BooleanField(default=False)
    answer = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(anger__lte=3), name="rated_case_anger_is_up_to_three"),
            models.CheckConstraint(
                condition=Q(answer__isnull=True) | Q(answer__range=(1, 5), asked=True),
                name="rated_case_answer_was_asked",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["wakes_at"], condition=Q(wakes_at__isnull=False), name="rated_case_wakes"),
            models.Index(fields=["ended_at"], condition=Q(ended_at__isnull=False), name="rated_case_ended"),
        ]

    def __str__(self) -> str:
        return f"rated case {self.pk}"


class Appeal(models.Model):
    """Somebody says that a case was coded wrongly as feasible or not; somebody else decides, with words."""

    rated = models.ForeignKey(RatedCase, models.PROTECT, related_name="appeals")
    by = models.ForeignKey(Agent, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    feasibility = models.CharField(max_length=10, choices=Feasibility)
    reason = models.CharField(max_length=500)
    upheld = models.BooleanField(null=True)
    decided_by = models.ForeignKey(Agent, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decided_why = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=~Q(reason=""), name="appeal_has_a_reason"),
            models.CheckConstraint(condition=~Q(decided_by=F("by")), name="appeal_is_decided_by_somebody_else"),
            models.CheckConstraint(
                condition=Q(upheld__isnull=True)
                | Q(decided_by__isnull=False, decided_at__isnull=False) & ~Q(decided_why=""),
                name="appeal_decided_says_why",
            ),
            models.UniqueConstraint(fields=["rated"], condition=Q(upheld__isnull=True), name="appeal_open_is_one"),
        ]

    def __str__(self) -> str:
        return f"appeal on {self.rated_id}"


class RatingRun(models.Model):
    """One nightly fit of all people at once."""

    at = models.DateTimeField()
    cases = models.PositiveIntegerField()
    answers = models.PositiveIntegerField()
    people = models.PositiveIntegerField()
    has_slice = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"ratings of {self.at:%Y-%m-%d}"


class AgentRating(models.Model):
    """What one fit says of one person, in rating points against the average colleague on the same mix of cases."""

    run = models.ForeignKey(RatingRun, models.CASCADE, related_name="ratings")
    agent = models.ForeignKey(Agent, models.PROTECT, related_name="ratings")
    score = models.FloatField()
    low = models.FloatField()
    high = models.FloatField()
    expectation = models.FloatField()
    status = models.CharField(max_length=16)
    reliability = models.FloatField()
    answers = models.FloatField()
    raw = models.FloatField()
    error = models.FloatField()
    parts = models.JSONField(default=dict)
    words = models.JSONField(default=list)
    drivers = models.JSONField(default=list)
    seen = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["run", "agent"], name="rating_once_per_run"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["agent", "-run"], name="rating_of_agent")]

    def __str__(self) -> str:
        return f"rating of {self.agent_id}"


class Question(models.Model):
    """One question of the score sheet: answered yes, no, or as not asked by this case."""

    words = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField(default=0)
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["position", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["words"], name="question_is_asked_once"),
            models.CheckConstraint(condition=~Q(words=""), name="question_has_words"),
        ]

    def __str__(self) -> str:
        return self.words


class Sheet(models.Model):
    """One rater's score sheet of one case: `answers` by the number of the question, and a word for whoever had it."""

    rated = models.ForeignKey(RatedCase, models.PROTECT, related_name="sheets")
    by = models.ForeignKey(Agent, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    answers = models.JSONField(default=dict)
    words = models.CharField(max_length=1000, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["rated", "by"], name="sheet_once_per_rater"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["-at"], name="sheet_at")]

    def __str__(self) -> str:
        return f"sheet on {self.rated_id}"
