"""Cases and what was said in them."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from goodword.cases import ties, unwanted  # noqa: F401 (rows of this room as well)
from goodword.cases.labels import CONSTRAINTS, INDEXES, Labelled
from goodword.people.models import Agent, Customer, Identity, Team


class Status(models.TextChoices):
    """Whose move it is."""

    OPEN = "open", "Open"
    WAITING = "waiting", "Waiting"
    CHECKING = "checking", "Checking"
    CLOSED = "closed", "Closed"


class Closed(models.TextChoices):
    """How a case ended; word and silence are never confused."""

    WORD = "word", "By the customer's word"
    SILENCE = "silence", "By silence"
    NO_MATTER = "no_matter", "Nothing was asked"
    OVERRIDE = "override", "By a lead, with a reason"
    MERGED = "merged", "Merged into another case"
    SPAM = "spam", "Marked as spam"


class Feasibility(models.TextChoices):
    """What policy lets us do in matters of a kind, whoever has the case."""

    FEASIBLE = "feasible", "Usually possible as asked"
    LIMITED = "limited", "Possible within limits"
    INFEASIBLE = "infeasible", "Rarely possible as asked"


class Category(models.Model):
    """What a matter is about, with the questions of its short diagnosis, asked before anything is proposed."""

    slug = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=80)
    questions = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    feasibility = models.CharField(max_length=10, choices=Feasibility, default=Feasibility.FEASIBLE)
    is_active = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=100)

    class Meta:
        verbose_name_plural = "categories"
        ordering: ClassVar[list[str]] = ["position", "name"]

    def __str__(self) -> str:
        return self.name


class Case(Labelled):
    """One matter of one customer, across all channels."""

    id = models.BigAutoField(primary_key=True)
    subject = models.CharField(max_length=250, blank=True)
    customer = models.ForeignKey(Customer, models.PROTECT, related_name="cases")
    identity = models.ForeignKey(Identity, models.PROTECT, null=True, related_name="+")
    inbox = models.CharField(max_length=320, blank=True)
    owner = models.ForeignKey(Agent, models.PROTECT, null=True, blank=True, related_name="cases")
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="cases")
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)
    category = models.ForeignKey(Category, models.PROTECT, null=True, blank=True, related_name="cases")
    wanted_outcome = models.TextField(blank=True, max_length=2000)
    wakes_at = models.DateTimeField(null=True)
    last_words = models.CharField(max_length=200, blank=True)
    last_at = models.DateTimeField()
    last_message = models.BigIntegerField(default=0)
    awaits_reply = models.BooleanField(default=True)
    owed = models.PositiveIntegerField(default=0)
    next_due_at = models.DateTimeField(null=True)
    perhaps_of = models.ForeignKey("self", models.SET_NULL, null=True, related_name="perhaps")
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="merged")
    closed_how = models.CharField(max_length=10, choices=Closed, blank=True)
    closed_at = models.DateTimeField(null=True)
    override_by = models.ForeignKey(Agent, models.PROTECT, null=True, related_name="+")
    override_reason = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(status="closed", closed_at__isnull=False) & ~Q(closed_how="")
                | ~Q(status="closed") & Q(closed_at__isnull=True, closed_how=""),
                name="case_closed_says_how",
            ),
            models.CheckConstraint(
                condition=~Q(closed_how="override") | Q(override_by__isnull=False) & ~Q(override_reason=""),
                name="case_override_has_right_and_reason",
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | Q(status="closed", closed_how="merged"),
                name="case_merged_is_closed",
            ),
            *CONSTRAINTS,
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["status", "-last_at", "-id"], name="case_by_status"),
            models.Index(
                fields=["-last_at", "-id"], condition=Q(status="open", owner__isnull=True), name="case_unowned"
            ),
            models.Index(fields=["owner", "status", "-last_at", "-id"], name="case_of_owner"),
            models.Index(fields=["customer", "-last_at"], name="case_of_customer"),
            models.Index(fields=["wakes_at"], condition=Q(wakes_at__isnull=False), name="case_wakes"),
            models.Index(fields=["merged_into"], condition=Q(merged_into__isnull=False), name="case_merged"),
            *INDEXES,
        ]

    def __str__(self) -> str:
        return self.subject or f"Case {self.pk}"


class Channel(models.TextChoices):
    """How a message travelled."""

    EMAIL = "email", "E-mail"
    PHONE = "phone", "Phone"
    CHAT = "chat", "Chat"
    FORM = "form", "Form"
    PAGE = "page", "Promise page"
    CONSOLE = "console", "Console"


class Delivery(models.TextChoices):
    """What became of an outgoing message."""

    RECEIVED = "received", "Received"
    QUEUED = "queued", "Queued"
    HANDED_OVER = "handed_over", "Handed over"
    DELIVERED = "delivered", "Delivered"
    DELAYED = "delayed", "Delayed, trying again"
    FAILED = "failed", "Not sent"
    DOUBTFUL = "doubtful", "Perhaps sent"
    BOUNCED = "bounced", "Bounced"
    COMPLAINED = "complained", "Marked as unwanted"


class Outcome(models.TextChoices):
    """How a phone call ended."""

    REACHED = "reached", "Reached the customer"
    VOICEMAIL = "voicemail", "Left a voicemail"
    NO_ANSWER = "no_answer", "No answer"
    WRONG_NUMBER = "wrong_number", "Wrong number"


class Message(models.Model):
    """What passed between customer and us: an e-mail, a chat line, a form, a logged call."""

    id = models.BigAutoField(primary_key=True)
    case = models.ForeignKey(Case, models.PROTECT, related_name="messages")
    channel = models.CharField(max_length=8, choices=Channel, default=Channel.EMAIL)
    is_ours = models.BooleanField(default=False)
    author = models.ForeignKey(Agent, models.PROTECT, null=True, related_name="+")
    identity = models.ForeignKey(Identity, models.SET_NULL, null=True, related_name="+")
    from_name = models.CharField(max_length=200, blank=True)
    from_address = models.CharField(max_length=320, blank=True)
    to = ArrayField(models.CharField(max_length=320), default=list)
    cc = ArrayField(models.CharField(max_length=320), default=list)
    bcc = ArrayField(models.CharField(max_length=320), default=list, db_default=[])
    subject = models.CharField(max_length=998, blank=True)
    text = models.TextField(blank=True)
    reply_text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    message_id = models.CharField(max_length=998, blank=True)
    in_reply_to = models.CharField(max_length=998, blank=True)
    references = ArrayField(models.TextField(), default=list)
    at = models.DateTimeField()
    delivery = models.CharField(max_length=12, choices=Delivery, default=Delivery.RECEIVED)
    delivery_words = models.CharField(max_length=500, blank=True)
    delivery_at = models.DateTimeField(null=True)
    call_outcome = models.CharField(max_length=12, choices=Outcome, blank=True)
    from_stranger = models.BooleanField(default=False)
    is_automatic = models.BooleanField(default=False)
    sender_check = models.CharField(max_length=6, blank=True, default="", db_default="")
    sender_words = models.CharField(max_length=200, blank=True, default="", db_default="")

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["case", "at", "id"], name="message_of_case"),
            models.Index(fields=["message_id"], condition=~Q(message_id=""), name="message_by_its_id"),
            models.Index(
                fields=["case", "-id"],
                condition=Q(delivery__in=["bounced", "failed", "doubtful"]),
                name="message_in_trouble",
            ),
        ]

    def __str__(self) -> str:
        return self.subject or f"Message {self.pk}"


class Attachment(models.Model):
    """A file of a message; its bytes lie in the file storage under `key`, never in the database."""

    message = models.ForeignKey(Message, models.PROTECT, related_name="attachments")
    key = models.CharField(max_length=200)
    filename = models.CharField(max_length=200)
    content_type = models.CharField(max_length=120)
    size = models.BigIntegerField()
    content_id = models.CharField(max_length=250, blank=True)
    is_inline = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.filename


class Note(models.Model):
    """Internal words, never shown to the customer."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="notes")
    author = models.ForeignKey(Agent, models.PROTECT, null=True, related_name="+")
    text = models.TextField(max_length=20_000)
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["case", "at"], name="note_of_case")]

    def __str__(self) -> str:
        return self.text[:60]


class Diagnosis(models.Model):
    """One question of the diagnosis, answered or skipped with a reason; a later answer replaces an earlier one."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="diagnoses")
    question = models.CharField(max_length=200)
    answer = models.CharField(max_length=1000, blank=True)
    skipped_why = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Agent, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "diagnoses"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "question"], name="diagnosis_once_per_question"),
            models.CheckConstraint(condition=Q(answer="") ^ Q(skipped_why=""), name="diagnosis_is_answered_or_skipped"),
        ]

    def __str__(self) -> str:
        return self.question


class Resolution(models.Model):
    """The proposed and agreed course: the issue restated, what we will do, by when, who follows up; then their word.

    Accepted (`agreed_at`), delivered and confirmed solved are three different facts; the other two are of promises.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="resolutions")
    issue = models.CharField(max_length=1000)
    course = models.CharField(max_length=2000)
    by_when = models.CharField(max_length=200)
    follows_up = models.ForeignKey(Agent, models.PROTECT, related_name="+")
    proposed_by = models.ForeignKey(Agent, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True)
    agreed_words = models.CharField(max_length=500, blank=True)
    declined_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(agreed_at__isnull=True) | Q(declined_at__isnull=True) & ~Q(agreed_words=""),
                name="resolution_agreed_has_their_words",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["case", "-id"], name="resolution_of_case")]

    def __str__(self) -> str:
        return self.course[:80]


class Tally(models.Model):
    """Counts of the inbox as a heap of changes: triggers add rows, a sweep folds them, a reader sums them.

    No counter row is ever updated in a request, so two cases that arrive at once never wait for each other.
    """

    id = models.BigAutoField(primary_key=True)
    view = models.CharField(max_length=40)
    change = models.IntegerField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["view"], include=["change"], name="tally_by_view"),
        ]

    def __str__(self) -> str:
        return f"{self.view} {self.change:+d}"
