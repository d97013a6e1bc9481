"""Replies that are written, wait or are written often; files that go as a link; and who is here."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from goodword.cases.labels import LONGEST_TAG, Priority
from goodword.cases.models import Attachment, Case, Category, Message
from goodword.people.models import Agent, Team
from goodword.promises.models import Kind


class State(models.TextChoices):
    """What became of a reply that waits; every end is for ever."""

    WAITING = "waiting", "Waiting"
    SENT = "sent", "Sent"
    WITHDRAWN = "withdrawn", "Taken back"
    ANSWERED = "answered", "The customer wrote first"
    HELD = "held", "Could not go out"


class Reply(models.Model):
    """A reply that is written and goes out at `goes_at`, unless it is taken back or the customer writes first.

    Until then nothing of it counts: `promises` holds what it will promise, move and keep (see `packing`), and
    all of it is recorded when it goes. `source` is its text as it was typed, where that says more; `seen` is the
    newest message that its writer had read. The trigger of migration 0002 stands behind its life.
    """

    id = models.BigAutoField(primary_key=True)
    case = models.ForeignKey(Case, models.PROTECT, related_name="waiting_replies")
    by = models.ForeignKey(Agent, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    goes_at = models.DateTimeField()
    is_scheduled = models.BooleanField(default=False)
    state = models.CharField(max_length=9, choices=State, default=State.WAITING)
    seen = models.BigIntegerField(default=0)
    text = models.TextField()
    html = models.TextField(blank=True)
    source = models.TextField(blank=True, db_default="")
    to = ArrayField(models.CharField(max_length=320), default=list)
    cc = ArrayField(models.CharField(max_length=320), default=list)
    bcc = ArrayField(models.CharField(max_length=320), default=list)
    sender = models.CharField(max_length=320, blank=True)
    files = models.JSONField(default=list)
    promises = models.JSONField(default=dict)
    message = models.OneToOneField(Message, models.PROTECT, null=True, related_name="waited_as")
    ended_at = models.DateTimeField(null=True)
    why = models.CharField(max_length=300, blank=True)
    put_away_at = models.DateTimeField(null=True)
    wakes_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "replies"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(state="waiting", ended_at__isnull=True, wakes_at__isnull=False)
                | ~Q(state="waiting") & Q(ended_at__isnull=False, wakes_at__isnull=True),
                name="reply_waits_or_has_ended",
            ),
            models.CheckConstraint(
                condition=~Q(state="sent") | Q(message__isnull=False, ended_at__gte=F("goes_at")),
                name="reply_is_never_sent_early",
            ),
            models.CheckConstraint(
                condition=Q(state="sent") | Q(message__isnull=True), name="reply_unsent_has_no_message"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["wakes_at"], condition=Q(wakes_at__isnull=False), name="reply_wakes"),
            models.Index(
                fields=["case", "-id"],
                condition=Q(state__in=["waiting", "answered", "held"], put_away_at__isnull=True),
                name="reply_of_case",
            ),
        ]

    def __str__(self) -> str:
        return f"reply {self.pk} {self.state}"


class FileLink(models.Model):
    """A customer's way to one file that was too large for its mail: signed, expiring, revocable. No token is stored."""

    file = models.OneToOneField(Attachment, models.PROTECT, related_name="link")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    uses = models.PositiveIntegerField(db_default=0)
    uses_since = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(expires_at__gt=F("created_at")), name="file_link_expires"),
        ]

    def __str__(self) -> str:
        return f"file link {self.pk}"


class KeptDraft(models.Model):
    """A reply that somebody is writing, kept as its form says it: one per writer and case, seen by nobody else.

    `version` counts its savings, so that two screens of one writer never overwrite each other unseen. `files` are
    kept as facts of what lies in the storage, since the tokens of a form expire.
    """

    agent = models.ForeignKey(Agent, models.CASCADE, related_name="+")
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)
    form = models.JSONField(default=dict)
    files = models.JSONField(default=list)
    saved_at = models.DateTimeField()
    wakes_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["agent", "case"], name="draft_one_per_writer_and_case"),
            models.CheckConstraint(condition=Q(wakes_at__gt=F("saved_at")), name="draft_is_forgotten_later"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["wakes_at"], name="draft_wakes")]

    def __str__(self) -> str:
        return f"draft {self.pk} version {self.version}"


class Presence(models.Model):
    """Somebody has a case open (`seen_at`: when their page last said so), and perhaps writes in it (`writes_at`).

    It never blocks anybody and is no fact about the case: it runs out by itself when a page says no more.
    """

    agent = models.ForeignKey(Agent, models.CASCADE, related_name="+")
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    seen_at = models.DateTimeField()
    writes_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["agent", "case"], name="presence_one_per_person_and_case"),
        ]

    def __str__(self) -> str:
        return f"{self.agent_id} in case {self.case_id}"


class Macro(models.Model):
    """Words that are written often, with names in them that are filled in, and what is done along with them.

    `texts` holds the words by language. One without a `team` is everybody's. `kind` says how far `{{promise.due}}`
    lies ahead, unless `lead_minutes` of working time say so. `closes` asks to close the case once the reply is sent:
    the close gate still decides.
    """

    name = models.CharField(max_length=80)
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="+")
    texts = models.JSONField(default=dict)
    assigns = models.BooleanField(default=False)
    category = models.ForeignKey(Category, models.PROTECT, null=True, blank=True, related_name="+")
    snooze_days = models.PositiveSmallIntegerField(null=True, blank=True)
    tags = ArrayField(models.CharField(max_length=LONGEST_TAG), default=list, db_default=[], blank=True)
    priority = models.CharField(max_length=6, choices=Priority, blank=True, db_default="")
    closes = models.BooleanField(default=False, db_default=False)
    kind = models.ForeignKey(Kind, models.PROTECT, null=True, blank=True, related_name="+")
    lead_minutes = models.PositiveIntegerField(null=True, blank=True)
    is_active = models.BooleanField(default=True)
    uses = models.PositiveIntegerField(db_default=0)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["team", "name"], condition=Q(is_active=True), nulls_distinct=False, name="macro_name_once"
            ),
            models.CheckConstraint(
                condition=Q(snooze_days__isnull=True) | Q(snooze_days__range=(1, 366)), name="macro_snoozes_a_while"
            ),
            models.CheckConstraint(
                condition=~Q(
                    texts={}, assigns=False, category=None, snooze_days=None, tags=[], priority="", closes=False
                ),
                name="macro_does_something",
            ),
        ]

    def __str__(self) -> str:
        return self.name
