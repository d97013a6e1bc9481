"""Promises, the dues they ever had, and the evidence for them."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from goodword.asks.models import Ask
from goodword.cases.models import Case, Message
from goodword.hours.rules import WorkingTime
from goodword.people.models import Agent
from goodword.promises import rules
from goodword.promises.records import Habits, Heard, HeardDay, HeardState, Reported, Source

__all__ = [
    "CheckRule", "Dependency", "Due", "DueState", "Evidence", "EvidenceState", "EvidenceType", "Habits", "Heard",
    "HeardDay", "HeardState", "Kind", "Link", "Promise", "Reported", "Source", "Stage", "Status", "Verdict", "Way",
]  # fmt: skip


class EvidenceType(models.TextChoices):
    """What can prove that a promise was carried out. "We wrote that it is coming" is not among them."""

    CUSTOMER_WORD = "customer_word", "The customer's word"
    PROVIDER_EVENT = "provider_event", "A provider's event"
    MESSAGE_SENT = "message_sent", "A message that reached them"
    CALL_REACHED = "call_reached", "A call that reached them"
    PARTNER_ANSWER = "partner_answer", "A partner's answer"
    AGENT_STATEMENT = "agent_statement", "An agent's statement"


class CheckRule(models.TextChoices):
    """When the customer may be asked whether it really solved the matter."""

    AFTER_A_DAY = "after_a_day", "A day after delivery"
    AFTER_RECEIPT = "after_receipt", "Once receipt is known"


class Kind(models.Model):
    """A kind of promise, with its defaults."""

    slug = models.SlugField(max_length=30, unique=True)
    name = models.CharField(max_length=60)
    accepts = ArrayField(models.CharField(max_length=20, choices=EvidenceType))
    lead_minutes = models.PositiveIntegerField(default=120)
    check_rule = models.CharField(max_length=14, choices=CheckRule, default=CheckRule.AFTER_A_DAY)
    is_active = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=100)

    class Meta:
        ordering: ClassVar[list[str]] = ["position", "name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(accepts__len__gt=0), name="kind_accepts_some_evidence"),
        ]

    def __str__(self) -> str:
        return self.name


class Status(models.TextChoices):
    """What is owed."""

    DRAFT = rules.DRAFT, "Draft"
    OWED = rules.OWED, "Owed"
    DELIVERED = rules.DELIVERED, "Delivered"
    CONFIRMED = rules.CONFIRMED, "Confirmed"
    RELEASED = rules.RELEASED, "Released"


class Verdict(models.TextChoices):
    """Whether we kept our word."""

    PENDING = rules.PENDING, "Pending"
    KEPT = rules.KEPT, "Kept"
    KEPT_RENEGOTIATED = rules.KEPT_RENEGOTIATED, "Kept, renegotiated"
    BROKEN = rules.BROKEN, "Broken"


class Stage(models.TextChoices):
    """How far the clock has come towards the present due."""

    CALM = rules.CALM, "On course"
    AT_RISK = rules.AT_RISK, "At risk"
    DUE_SOON = rules.DUE_SOON, "Due soon"
    OVERDUE = rules.OVERDUE, "Overdue"


class Way(models.TextChoices):
    """What was chosen when the date first named was unlikely."""

    ANYWAY = "anyway", "Promised all the same"
    COUNTER = "counter", "A likelier date was offered"


class Promise(models.Model):
    """What we told the customer we will do, by when; always one owner.

    Only `promises.actions` writes these rows; the triggers of migration 0002 stand behind it.
    """

    id = models.BigAutoField(primary_key=True)
    case = models.ForeignKey(Case, models.PROTECT, related_name="promises")
    kind = models.ForeignKey(Kind, models.PROTECT, related_name="+")
    words = models.CharField(max_length=1000)
    owner = models.ForeignKey(Agent, models.PROTECT, related_name="promises")
    made_by = models.ForeignKey(Agent, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    told_by = models.ForeignKey(Message, models.PROTECT, null=True, related_name="promises_told")
    status = models.CharField(max_length=10, choices=Status)
    verdict = models.CharField(max_length=18, choices=Verdict, default=Verdict.PENDING)
    verdict_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField()
    due_is_day = models.BooleanField(default=False)
    due_words = models.CharField(max_length=200, blank=True)
    due_zone = models.CharField(max_length=60)
    first_due_at = models.DateTimeField()
    asked_due_at = models.DateTimeField(null=True)
    offered_due_at = models.DateTimeField(null=True)
    way = models.CharField(max_length=8, choices=Way, blank=True, default="", db_default="")
    renegotiated = models.BooleanField(default=False)
    at_risk_at = models.DateTimeField()
    due_soon_at = models.DateTimeField()
    stage = models.CharField(max_length=8, choices=Stage, default=Stage.CALM)
    escalations = models.PositiveSmallIntegerField(default=0)
    apologise_by = models.DateTimeField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_by = models.ForeignKey(Agent, models.PROTECT, null=True, related_name="+")
    delivered_at = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    released_at = models.DateTimeField(null=True)
    wakes_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~Q(status="owed")
                | Q(wakes_at__isnull=False)
                | Q(stage="overdue", acknowledged_at__isnull=False),
                name="promise_owed_is_watched",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["delivered", "confirmed"]) | Q(delivered_at__isnull=False),
                name="promise_delivered_has_time",
            ),
            models.CheckConstraint(
                condition=Q(verdict="pending") | Q(verdict_at__isnull=False), name="promise_verdict_has_time"
            ),
            models.CheckConstraint(condition=~Q(words=""), name="promise_has_words"),
            models.CheckConstraint(condition=Q(due_at__gt=F("made_at")), name="promise_due_lies_ahead"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["wakes_at"], condition=Q(wakes_at__isnull=False), name="promise_wakes"),
            models.Index(fields=["owner", "due_at"], condition=Q(status="owed"), name="promise_owed_by_owner"),
            models.Index(fields=["case"], name="promise_of_case"),
            models.Index(fields=["due_at"], condition=Q(status="owed", stage="overdue"), name="promise_overdue"),
        ]

    def __str__(self) -> str:
        return self.words

    def facts(self, hours: WorkingTime) -> rules.Facts:
        """Returns what the rules know of this promise; `hours` are those of its owner's team."""
        return rules.Facts(
            status=self.status,
            verdict=self.verdict,
            due_at=self.due_at,
            made_at=self.made_at,
            at_risk_at=self.at_risk_at,
            due_soon_at=self.due_soon_at,
            hours=hours,
            stage=self.stage,
            renegotiated=self.renegotiated,
            escalations=self.escalations,
            acknowledged_at=self.acknowledged_at,
            apologise_by=self.apologise_by,
            delivered_at=self.delivered_at,
            accepts=frozenset(self.kind.accepts),
        )


class DueState(models.TextChoices):
    """Whether the customer has been told of a due."""

    PROPOSED = "proposed", "Message on its way"
    TOLD = "told", "Told"
    VOID = "void", "Never reached the customer"


class Due(models.Model):
    """Every due that a promise ever had, in order; a row is never removed and its instant never changes."""

    promise = models.ForeignKey(Promise, models.PROTECT, related_name="dues")
    due_at = models.DateTimeField()
    is_day = models.BooleanField(default=False)
    words = models.CharField(max_length=200, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    set_by = models.ForeignKey(Agent, models.PROTECT, null=True, related_name="+")
    set_at = models.DateTimeField()
    told_by = models.ForeignKey(Message, models.PROTECT, null=True, related_name="dues_told")
    told_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=8, choices=DueState, default=DueState.PROPOSED)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=~Q(state="told") | Q(told_at__isnull=False), name="due_told_has_time"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["promise", "id"], name="due_of_promise"),
            models.Index(fields=["told_by"], condition=Q(told_by__isnull=False), name="due_told_by_message"),
        ]

    def __str__(self) -> str:
        return f"due {self.due_at:%Y-%m-%d %H:%M}"


class EvidenceState(models.TextChoices):
    """Whether a proof counts."""

    PENDING = "pending", "On its way"
    STANDING = "standing", "Stands"
    FALLEN = "fallen", "Fallen"


class Evidence(models.Model):
    """Typed proof that a promise was carried out; it may fall, and is never removed."""

    promise = models.ForeignKey(Promise, models.PROTECT, related_name="evidence")
    type = models.CharField(max_length=16, choices=EvidenceType)
    state = models.CharField(max_length=8, choices=EvidenceState, default=EvidenceState.STANDING)
    words = models.CharField(max_length=500, blank=True)
    message = models.ForeignKey(Message, models.PROTECT, null=True, related_name="evidence")
    by = models.ForeignKey(Agent, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    fell_at = models.DateTimeField(null=True)
    fell_why = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["promise"], name="evidence_of_promise"),
            models.Index(fields=["message"], condition=Q(message__isnull=False), name="evidence_by_message"),
        ]

    def __str__(self) -> str:
        return f"{self.get_type_display()} ({self.state})"


class Dependency(models.Model):
    """A promise waits for the answer to an ask; it stays on record when it does so no more."""

    promise = models.ForeignKey(Promise, models.PROTECT, related_name="waits_for")
    ask = models.ForeignKey(Ask, models.PROTECT, related_name="waited_for_by")
    by = models.ForeignKey(Agent, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "dependencies"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["promise", "ask"], condition=Q(ended_at__isnull=True), name="dependency_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.promise_id} waits for {self.ask_id}"


class Link(models.Model):
    """A customer's way to the page of their case: signed, expiring, revocable. Tokens are never stored."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="links")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    uses = models.PositiveIntegerField(db_default=0)
    uses_since = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"link {self.pk}"
