"""Mailboxes, mails that arrived, and mails on their way out."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from goodword.asks.models import Ask
from goodword.cases.models import Message
from goodword.people.models import Agent


class Security(models.TextChoices):
    """How the connection to a mail server is protected."""

    TLS = "tls", "TLS"
    STARTTLS = "starttls", "STARTTLS"
    NONE = "none", "None (only on this machine or a private network)"


class Mailbox(models.Model):
    """One address of ours: where its mail is fetched and through which server its replies go."""

    address = models.CharField(max_length=320, unique=True)
    name = models.CharField(max_length=120, blank=True)
    is_default = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    imap_host = models.CharField(max_length=250, blank=True)
    imap_port = models.PositiveIntegerField(default=993)
    imap_security = models.CharField(max_length=8, choices=Security, default=Security.TLS)
    imap_user = models.CharField(max_length=320, blank=True)
    imap_secret = models.TextField(blank=True)
    imap_folder = models.CharField(max_length=250, default="INBOX")
    smtp_host = models.CharField(max_length=250, blank=True)
    smtp_port = models.PositiveIntegerField(default=587)
    smtp_security = models.CharField(max_length=8, choices=Security, default=Security.STARTTLS)
    smtp_user = models.CharField(max_length=320, blank=True)
    smtp_secret = models.TextField(blank=True)
    plus_addresses = models.BooleanField(default=False)
    sends_receipts = models.BooleanField(default=False, db_default=False)
    uid_validity = models.BigIntegerField(null=True)
    last_uid = models.BigIntegerField(default=0)
    sent_folder = models.CharField(max_length=250, blank=True, default="", db_default="")
    sent_uid_validity = models.BigIntegerField(null=True)
    sent_last_uid = models.BigIntegerField(default=0, db_default=0)
    wakes_at = models.DateTimeField(null=True)
    lease_until = models.DateTimeField(null=True)
    last_checked_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=500, blank=True)
    sending_trouble = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name_plural = "mailboxes"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["is_default"], condition=Q(is_default=True), name="mailbox_default_is_one"),
        ]

    def __str__(self) -> str:
        return self.address


class Issuer(models.TextChoices):
    """Who signs people in to their mailboxes without a password."""

    GOOGLE = "google", "Google"
    MICROSOFT = "microsoft", "Microsoft"


class SignIn(models.Model):
    """This desk as Google or Microsoft know it: registered there once, by an admin. The secret is hidden."""

    issuer = models.CharField(max_length=10, choices=Issuer, unique=True)
    client_id = models.CharField(max_length=250)
    client_secret = models.TextField(blank=True)
    authorize_url = models.URLField(max_length=500)
    token_url = models.URLField(max_length=500)

    def __str__(self) -> str:
        return self.get_issuer_display()


class Permission(models.Model):
    """The permission to use a mailbox, given by whoever it belongs to (OAuth2). Both tokens are hidden."""

    mailbox = models.OneToOneField(Mailbox, models.CASCADE, related_name="permission")
    sign_in = models.ForeignKey(SignIn, models.PROTECT, related_name="+")
    refresh_token = models.TextField()
    access_token = models.TextField(blank=True)
    expires_at = models.DateTimeField(null=True)
    given_at = models.DateTimeField()
    trouble = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.sign_in} for {self.mailbox}"


class Arrival(models.Model):
    """A mail as it came: its raw bytes lie in the file storage under `key` before this row exists.

    `fingerprint` tells the same mail delivered twice (a hash of Message-ID, sender, date, subject and body);
    `place` tells where it was fetched (mailbox, UIDVALIDITY, UID), so that a fetch can be repeated. `sender` and
    `subject` are written with the outcome, for the mail log: not every mail becomes a message.
    """

    id = models.BigAutoField(primary_key=True)
    key = models.CharField(max_length=200)
    fingerprint = models.CharField(max_length=64, unique=True)
    size = models.BigIntegerField()
    door = models.CharField(max_length=12)
    place = models.CharField(max_length=400, blank=True)
    inbox = models.CharField(max_length=320, blank=True)
    return_path = models.CharField(max_length=320, null=True)  # noqa: DJ001  None: unknown, empty: the null path
    arrived_at = models.DateTimeField()
    sender = models.CharField(max_length=320, blank=True, default="", db_default="")
    subject = models.CharField(max_length=250, blank=True, default="", db_default="")
    outcome = models.CharField(max_length=12, blank=True)
    trouble = models.TextField(blank=True)
    case_id = models.BigIntegerField(null=True)
    message = models.ForeignKey(Message, models.PROTECT, null=True, related_name="arrivals")
    wakes_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["wakes_at"], condition=Q(wakes_at__isnull=False), name="arrival_wakes"),
            models.Index(fields=["message"], condition=Q(message__isnull=False), name="arrival_of_message"),
            models.Index(fields=["place"], condition=~Q(place=""), name="arrival_by_place"),
            models.Index(fields=["outcome", "-id"], name="arrival_by_outcome"),
            models.Index(fields=["sender", "-id"], name="arrival_by_sender"),
        ]

    def __str__(self) -> str:
        return f"arrival {self.pk} {self.outcome}"


class ProviderEvent(models.Model):
    """What a provider has said about a mail of ours, by a key made of all that tells two events apart."""

    id = models.BigAutoField(primary_key=True)
    key = models.CharField(max_length=64, unique=True)
    provider = models.CharField(max_length=20)
    kind = models.CharField(max_length=12)
    message = models.ForeignKey(Message, models.PROTECT, db_index=False, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.provider}: {self.kind}"


class AutomaticMail(models.Model):
    """A mail that the desk wrote by itself, to one address, from one of our mailboxes: what the breaker counts."""

    id = models.BigAutoField(primary_key=True)
    address = models.CharField(max_length=320)
    mailbox = models.CharField(max_length=320, blank=True)
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["address", "-id"], name="automatic_mail_by_address")
        ]

    def __str__(self) -> str:
        return f"automatic mail to {self.address}"


class Breaker(models.Model):
    """Automatic mail to an address is stopped, until somebody lets it go on. `mailbox` empty: from all of ours."""

    id = models.BigAutoField(primary_key=True)
    address = models.CharField(max_length=320)
    mailbox = models.CharField(max_length=320, blank=True)
    words = models.CharField(max_length=300)
    case_id = models.BigIntegerField(null=True)
    stopped_at = models.DateTimeField()
    released_at = models.DateTimeField(null=True)
    released_by = models.ForeignKey(Agent, models.PROTECT, null=True, db_index=False, related_name="+")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["address", "mailbox"], condition=Q(released_at__isnull=True), name="breaker_open_once"
            ),
            models.CheckConstraint(
                condition=Q(released_at__isnull=True, released_by__isnull=True)
                | Q(released_at__isnull=False, released_by__isnull=False),
                name="breaker_release_has_a_person",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["address", "-id"], name="breaker_by_address")]

    def __str__(self) -> str:
        return self.words


class OutgoingState(models.TextChoices):
    """How far a mail has come on its way to the mail server."""

    QUEUED = "queued", "Queued"
    CLAIMED = "claimed", "Being sent"
    HANDING = "handing", "Handing over"
    SENT = "sent", "Handed over"
    FAILED = "failed", "Refused for good"
    DOUBTFUL = "doubtful", "Perhaps sent"
    CANCELLED = "cancelled", "Cancelled"


class Outgoing(models.Model):
    """A mail on its way out. Its bytes, with their Message-ID, are fixed before the first attempt.

    `handing` is committed before the server gets the data. A worker that dies after that leaves a doubt,
    which a person sees and decides; it is never sent again by itself. `done` are the recipients for whom
    the server has taken it: an attempt that follows leaves them out.
    """

    id = models.BigAutoField(primary_key=True)
    message = models.OneToOneField(Message, models.PROTECT, null=True, related_name="outgoing")
    ask = models.ForeignKey(Ask, models.PROTECT, null=True, db_index=False, related_name="mails")
    cause = models.CharField(max_length=120, unique=True)
    mailbox = models.ForeignKey(Mailbox, models.PROTECT, null=True)
    sender = models.CharField(max_length=320, blank=True)
    recipients = ArrayField(models.CharField(max_length=320))
    done = ArrayField(models.CharField(max_length=320), default=list)
    mail_id = models.CharField(max_length=250, unique=True)
    key = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=OutgoingState, default=OutgoingState.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    queued_at = models.DateTimeField()
    wakes_at = models.DateTimeField(null=True)
    lease = models.UUIDField(null=True)
    server_words = models.CharField(max_length=500, blank=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["wakes_at"], condition=Q(wakes_at__isnull=False), name="outgoing_wakes"),
            models.Index(fields=["ask"], condition=Q(ask__isnull=False), name="outgoing_of_ask"),
            models.Index(fields=["state", "-id"], name="outgoing_by_state"),
            GinIndex(fields=["recipients"], name="outgoing_by_recipient"),
        ]

    def __str__(self) -> str:
        return f"outgoing {self.mail_id} {self.state}"
