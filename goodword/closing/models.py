"""The check after delivery ("did this really solve it?"), the survey after its answer, and what is learnt from both."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from goodword.cases.models import Case, Message
from goodword.people.models import Agent, Customer


class CheckState(models.TextChoices):
    """Where a check stands."""

    RECEIPT = "receipt", "Waiting for receipt"
    SCHEDULED = "scheduled", "Scheduled"
    ASKED = "asked", "Asked"
    ANSWERED = "answered", "Answered"
    SILENT = "silent", "No answer"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Answer(models.TextChoices):
    """What the customer said to "is there anything more?"."""

    DONE = "done", "Nothing more"
    MORE = "more", "Something more"
    NEW = "new", "A new matter"
    UNSURE = "unsure", "A person must read it"


class Check(models.Model):
    """One follow-up after the last promise of a case was delivered; at most one is running per case."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="checks")
    state = models.CharField(max_length=10, choices=CheckState)
    created_at = models.DateTimeField()
    wakes_at = models.DateTimeField(null=True)
    needs_person = models.BooleanField(default=False)
    attempts = models.PositiveSmallIntegerField(default=0)
    asked_at = models.DateTimeField(null=True)
    asked_by = models.ForeignKey(Message, models.PROTECT, null=True, related_name="+")
    answer = models.CharField(max_length=8, choices=Answer, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(state__in=["receipt", "scheduled", "asked"]),
                name="check_is_one_per_case",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["wakes_at"], condition=Q(wakes_at__isnull=False), name="check_wakes"),
            models.Index(fields=["case"], condition=Q(needs_person=True), name="check_needs_person"),
        ]

    def __str__(self) -> str:
        return f"check {self.state}"


class Care(models.Model):
    """How often we write to a customer by ourselves, and whether we ask how it was: one row, absent until it is set."""

    singleton = models.BooleanField(primary_key=True, default=True)
    contacts_per_month = models.PositiveSmallIntegerField(default=4, db_default=4)
    asks_survey = models.BooleanField(default=True, db_default=True)
    survey_after_hours = models.PositiveSmallIntegerField(default=24, db_default=24)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(singleton=True), name="care_is_one_row"),
            models.CheckConstraint(condition=Q(contacts_per_month__range=(1, 30)), name="care_has_a_cap"),
        ]

    def __str__(self) -> str:
        return f"at most {self.contacts_per_month} a month"


class ContactKind(models.TextChoices):
    """Why the desk wrote by itself."""

    CHECK = "check", "A check"
    SURVEY = "survey", "A survey"
    PLAN = "plan", "A planned contact"
    ROUND = "round", "A notice to many"


class Contact(models.Model):
    """One letter that the desk wrote by itself. A trigger refuses one above the customer's cap of the last 30 days."""

    customer = models.ForeignKey(Customer, models.CASCADE, related_name="contacts")
    kind = models.CharField(max_length=8, choices=ContactKind)
    message = models.OneToOneField(Message, models.PROTECT, null=True, related_name="contact")
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["customer", "-at"], name="contact_of_customer")]

    def __str__(self) -> str:
        return f"{self.kind} to customer {self.customer_id}"


class Quiet(models.Model):
    """A customer wants no letters that the desk writes by itself; answers, promises and checks still reach them.

    A trigger refuses any other contact.
    """

    customer = models.OneToOneField(Customer, models.CASCADE, related_name="quiet")
    since = models.DateTimeField()

    class Meta:
        verbose_name_plural = "quiet customers"

    def __str__(self) -> str:
        return f"customer {self.customer_id} since {self.since:%Y-%m-%d}"


class SurveyState(models.TextChoices):
    """Where a survey stands."""

    OFFERED = "offered", "Not sent yet"
    SENT = "sent", "Sent"
    ANSWERED = "answered", "Answered"
    LAPSED = "lapsed", "Not answered"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Survey(models.Model):
    """The question how we did, once per case and only after its end; its letter goes out once, whatever happens later.

    A trigger refuses to send one while its case is not closed.
    """

    case = models.OneToOneField(Case, models.PROTECT, related_name="survey")
    state = models.CharField(max_length=10, choices=SurveyState, default=SurveyState.OFFERED)
    offered_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    wakes_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    sent_by = models.ForeignKey(Message, models.PROTECT, null=True, related_name="+")
    uses = models.PositiveIntegerField(default=0)
    uses_since = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["wakes_at"], condition=Q(wakes_at__isnull=False), name="survey_wakes"),
        ]

    def __str__(self) -> str:
        return f"survey {self.state}"


class SurveyAnswer(models.Model):
    """What a customer said: a score from 1 (bad) to 5 (very good) and words. `counts` until the case is open again.

    Only what was said while the case was closed is taken at all (a trigger); figures read the rows that count.
    `owner` is who had the case at its end.
    """

    survey = models.ForeignKey(Survey, models.PROTECT, related_name="answers")
    case = models.ForeignKey(Case, models.PROTECT, related_name="survey_answers")
    owner = models.ForeignKey(Agent, models.PROTECT, null=True, related_name="+")
    score = models.PositiveSmallIntegerField()
    words = models.TextField(max_length=4000, blank=True)
    at = models.DateTimeField()
    counts = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["survey"], condition=Q(counts=True), name="survey_answer_counts_once"),
            models.CheckConstraint(condition=Q(score__range=(1, 5)), name="survey_answer_is_one_to_five"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["-at", "-id"], condition=Q(counts=True), name="survey_answer_counts"),
            models.Index(fields=["-at", "-id"], condition=~Q(words=""), name="survey_answer_words"),
        ]

    def __str__(self) -> str:
        return f"{self.score} of 5"


class Improvement(models.Model):
    """Something that customers suggest, followed until it is done or until it is said why not."""

    class State(models.TextChoices):
        """How far it is."""

        OPEN = "open", "To do"
        DOING = "doing", "Being done"
        DONE = "done", "Done"
        DROPPED = "dropped", "Not done"

    title = models.CharField(max_length=200)
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    owner = models.ForeignKey(Agent, models.PROTECT, related_name="improvements")
    answer = models.ForeignKey(SurveyAnswer, models.PROTECT, null=True, related_name="improvements")
    outcome = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=~Q(title=""), name="improvement_has_a_title"),
            models.CheckConstraint(
                condition=Q(state__in=["done", "dropped"], ended_at__isnull=False) & ~Q(outcome="")
                | Q(state__in=["open", "doing"], ended_at__isnull=True),
                name="improvement_ends_with_its_outcome",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["-id"], condition=Q(state__in=["open", "doing"]), name="improvement_under_way"),
        ]

    def __str__(self) -> str:
        return self.title
