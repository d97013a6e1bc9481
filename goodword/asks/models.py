"""Asks and their receivers."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from goodword.asks import rules
from goodword.cases.models import Case
from goodword.hours.rules import WorkingTime
from goodword.people.models import Agent, Partner, Team


class State(models.TextChoices):
    """Whether an answer is still awaited."""

    OPEN = rules.OPEN, "Open"
    ANSWERED = rules.ANSWERED, "Answered"
    WITHDRAWN = rules.WITHDRAWN, "Withdrawn"


class Stage(models.TextChoices):
    """How far the clock has come."""

    CALM = rules.CALM, "Asked"
    REMINDED = rules.REMINDED, "Reminded"
    LATE = rules.LATE, "Late"


class Purpose(models.TextChoices):
    """What an answer decides."""

    QUESTION = "question", "A question"
    APPROVAL = "approval", "An approval"


class Decision(models.TextChoices):
    """The answer to an approval."""

    YES = "yes", "Granted"
    NO = "no", "Declined"


class Ask(models.Model):
    """What we ask of one colleague, one team or one partner, answered by a moment in their working time.

    `holder` is the colleague from whom the answer is expected now; it moves to the stand-in when it is late. A partner
    has none. Exactly one of `to_agent`, `to_team`, `to_partner` is set.
    """

    id = models.BigAutoField(primary_key=True)
    case = models.ForeignKey(Case, models.PROTECT, related_name="asks")
    by = models.ForeignKey(Agent, models.PROTECT, related_name="asked")
    to_agent = models.ForeignKey(Agent, models.PROTECT, null=True, related_name="asked_of")
    to_team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="asks")
    to_partner = models.ForeignKey(Partner, models.PROTECT, null=True, related_name="asks")
    holder = models.ForeignKey(Agent, models.PROTECT, null=True, related_name="asks_held")
    purpose = models.CharField(max_length=8, choices=Purpose, default=Purpose.QUESTION)
    question = models.TextField(max_length=4000)
    asked_at = models.DateTimeField()
    asked_from = models.DateTimeField()
    answer_by = models.DateTimeField()
    first_answer_by = models.DateTimeField()
    state = models.CharField(max_length=9, choices=State, default=State.OPEN)
    stage = models.CharField(max_length=8, choices=Stage, default=Stage.CALM)
    escalations = models.PositiveSmallIntegerField(default=0)
    wakes_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True, max_length=8000)
    decision = models.CharField(max_length=3, choices=Decision, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Agent, models.PROTECT, null=True, related_name="answers")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(to_agent__isnull=False, to_team__isnull=True, to_partner__isnull=True)
                | Q(to_agent__isnull=True, to_team__isnull=False, to_partner__isnull=True)
                | Q(to_agent__isnull=True, to_team__isnull=True, to_partner__isnull=False),
                name="ask_has_one_receiver",
            ),
            models.CheckConstraint(
                condition=Q(to_partner__isnull=False) | Q(holder__isnull=False), name="ask_has_a_holder"
            ),
            models.CheckConstraint(condition=Q(answer_by__gt=F("asked_from")), name="ask_answer_by_lies_ahead"),
            models.CheckConstraint(
                condition=~Q(state="answered") | Q(answered_at__isnull=False), name="ask_answered_has_time"
            ),
            models.CheckConstraint(
                condition=Q(decision="") | Q(purpose="approval", state="answered"), name="ask_decision_is_of_approval"
            ),
            models.CheckConstraint(condition=~Q(question=""), name="ask_has_words"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["wakes_at"], condition=Q(wakes_at__isnull=False), name="ask_wakes"),
            models.Index(fields=["case", "id"], name="ask_of_case"),
            models.Index(fields=["holder", "answer_by"], condition=Q(state="open"), name="ask_open_of_holder"),
            models.Index(fields=["by", "answer_by"], condition=Q(state="open"), name="ask_open_by"),
            models.Index(fields=["to_partner", "-id"], condition=Q(to_partner__isnull=False), name="ask_of_partner"),
            models.Index(
                fields=["to_partner", "answer_by"],
                condition=Q(to_partner__isnull=False, state="open"),
                name="ask_open_of_partner",
            ),
        ]

    def __str__(self) -> str:
        return self.question[:80]

    @property
    def receiver(self) -> Agent | Team | Partner:
        """Returns whom we asked at first."""
        found = self.to_agent or self.to_team or self.to_partner
        if found is None:
            raise LookupError(f"Ask {self.pk} has no receiver.")
        return found

    def facts(self, hours: WorkingTime) -> rules.Facts:
        """Returns what the rules know of this ask; `hours` are the receiver's."""
        return rules.Facts(
            state=self.state, asked_at=self.asked_from, answer_by=self.answer_by, hours=hours, stage=self.stage,
            escalations=self.escalations,
        )  # fmt: skip


class File(models.Model):
    """What came along with an answer; its bytes lie in the file storage under `key`."""

    ask = models.ForeignKey(Ask, models.PROTECT, related_name="files")
    key = models.CharField(max_length=200)
    filename = models.CharField(max_length=200)
    content_type = models.CharField(max_length=120)
    size = models.BigIntegerField()

    def __str__(self) -> str:
        return self.filename


class Link(models.Model):
    """The way of one who was asked (`agent`; None: the partner) to the page of an ask. Tokens are not stored."""

    ask = models.ForeignKey(Ask, models.PROTECT, related_name="links")
    agent = models.ForeignKey(Agent, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    uses = models.PositiveIntegerField(db_default=0)
    uses_since = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"link {self.pk}"
