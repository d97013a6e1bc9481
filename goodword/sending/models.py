"""Replies that wait for their moment, and files that go as a link."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from goodword.cases.models import Attachment, Case, Message
from goodword.people.models import Agent


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
    all of it is recorded when it goes. `seen` is the newest message that its writer had read. The trigger of
    migration 0002 stands behind its life.
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
