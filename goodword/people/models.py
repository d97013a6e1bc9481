"""People on both sides of the desk."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower


class Role(models.TextChoices):
    """What a person may do; a colleague owns promises and answers asks without a desk."""

    AGENT = "agent", "Agent"
    LEAD = "lead", "Lead"
    ADMIN = "admin", "Admin"
    COLLEAGUE = "colleague", "Colleague"
    AUDITOR = "auditor", "Auditor"


class Organisation(models.Model):
    """Who we are to customers: one row, absent until an admin has given the name."""

    singleton = models.BooleanField(primary_key=True, default=True)
    name = models.CharField(max_length=120)
    reach = models.CharField(max_length=300, blank=True)
    largest_mail_mb = models.PositiveSmallIntegerField(default=15, db_default=15)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(singleton=True), name="organisation_is_one_row"),
            models.CheckConstraint(condition=~Q(name=""), name="organisation_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """Agents who work together, with one lead and the hours they keep."""

    name = models.CharField(max_length=80, unique=True)
    lead = models.ForeignKey("people.Agent", models.PROTECT, null=True, blank=True, related_name="leads")
    calendar = models.ForeignKey("hours.Calendar", models.PROTECT, null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class AgentManager(BaseUserManager["Agent"]):
    """Finds agents by the address they sign in with."""

    def get_by_natural_key(self, username: str | None) -> Agent:
        """Returns the agent with this address, in any capitals."""
        return self.get(email__iexact=username)


class Agent(AbstractBaseUser):
    """Anybody who works here: agent, lead, admin, colleague or auditor."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=12, choices=Role, default=Role.AGENT)
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="members")
    stand_in = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="stands_in_for")
    time_zone = models.CharField(max_length=60, default="UTC")
    language = models.CharField(max_length=12, default="", db_default="", blank=True)
    signature = models.TextField(blank=True, max_length=2000)
    undo_seconds = models.PositiveSmallIntegerField(default=8, db_default=8)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[AgentManager] = AgentManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(email=Lower("email")), name="agent_email_is_lower_case"),
            models.CheckConstraint(condition=~Q(stand_in=F("id")), name="agent_is_not_own_stand_in"),
            models.CheckConstraint(condition=Q(undo_seconds__lte=60), name="agent_undoes_within_a_minute"),
            models.CheckConstraint(
                condition=Q(language__in=["", "en", "de", "fr", "es"]), name="agent_language_is_ours"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def works_at_desk(self) -> bool:
        """Says whether this person has the desk's screens at all."""
        return self.is_active and self.role != Role.COLLEAGUE

    @property
    def only_reads(self) -> bool:
        """Says whether this person sees the desk and changes nothing in it."""
        return self.role == Role.AUDITOR

    @property
    def is_lead(self) -> bool:
        """Says whether this person decides for others (leads and admins)."""
        return self.role in (Role.LEAD, Role.ADMIN)

    @property
    def is_admin(self) -> bool:
        """Says whether this person changes settings."""
        return self.role == Role.ADMIN


class Absence(models.Model):
    """When a person is away, and who stands in; `wakes_at` is its start until it has been handed over."""

    agent = models.ForeignKey(Agent, models.CASCADE, related_name="absences")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    stand_in = models.ForeignKey(Agent, models.PROTECT, null=True, blank=True, related_name="covers")
    wakes_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="absence_ends_after_it_starts"),
            models.CheckConstraint(condition=~Q(stand_in=F("agent")), name="absence_has_another_stand_in"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["wakes_at"], condition=Q(wakes_at__isnull=False), name="absence_wakes"),
            models.Index(fields=["agent", "ends_at"], name="absence_of_agent"),
        ]

    def __str__(self) -> str:
        return f"{self.agent} away"


class Partner(models.Model):
    """A third party on whom an outcome depends: supplier, carrier, workshop. It answers by mail, without account."""

    name = models.CharField(max_length=160, unique=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    about = models.CharField(max_length=500, blank=True)
    language = models.CharField(max_length=12, db_default="", default="", blank=True)
    calendar = models.ForeignKey("hours.Calendar", models.PROTECT, null=True, blank=True, related_name="+")
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name


class Skill(models.Model):
    """What a person knows about: said, learnt from matters that ended well, or both. One taken away stays hidden."""

    agent = models.ForeignKey(Agent, models.PROTECT, related_name="skills")
    topic = models.CharField(max_length=80)
    is_said = models.BooleanField(default=False)
    learnt = models.PositiveIntegerField(default=0)
    is_hidden = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint("agent", Lower("topic"), name="skill_once_per_person"),
            models.CheckConstraint(condition=~Q(topic=""), name="skill_has_a_topic"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            GinIndex(fields=["topic"], name="skill_by_part_of_topic", opclasses=["gin_trgm_ops"]),
        ]

    def __str__(self) -> str:
        return self.topic


class Company(models.Model):
    """A customer's organisation."""

    name = models.CharField(max_length=160, unique=True)

    def __str__(self) -> str:
        return self.name


class Customer(models.Model):
    """A person whom we serve."""

    name = models.CharField(max_length=160, blank=True)
    company = models.ForeignKey(Company, models.SET_NULL, null=True, blank=True)
    language = models.CharField(max_length=12, default="", blank=True)
    time_zone = models.CharField(max_length=60, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            GinIndex(fields=["name"], name="customer_by_part_of_name", opclasses=["gin_trgm_ops"]),
        ]

    def __str__(self) -> str:
        return self.name or "Unknown customer"


class Purchase(models.Model):
    """What a customer has bought, as the shop's own system tells it; amounts in cents. Never edited here."""

    customer = models.ForeignKey(Customer, models.CASCADE, related_name="purchases")
    number = models.CharField(max_length=60)
    product = models.CharField(max_length=160)
    options = models.JSONField(default=dict)
    amount = models.PositiveIntegerField(default=0)
    currency = models.CharField(max_length=3, default="EUR")
    bought_on = models.DateField()
    delivered_on = models.DateField(null=True)
    paid_on = models.DateField(null=True)
    payment_due_on = models.DateField(null=True)
    warranty_until = models.DateField(null=True)
    state = models.CharField(max_length=40, blank=True)
    updated_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["number", "product"], name="purchase_line_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["customer", "-bought_on"], name="purchase_of_customer"),
            models.Index(fields=["bought_on"], name="purchase_bought_on"),
            *(
                models.Index(fields=[day], condition=Q(**{f"{day}__isnull": False}), name=f"purchase_{day}")
                for day in ("delivered_on", "warranty_until")
            ),
            GinIndex(fields=["product"], name="purchase_by_part_of_product", opclasses=["gin_trgm_ops"]),
        ]

    def __str__(self) -> str:
        return f"{self.product} ({self.number})"


class IdentityKind(models.TextChoices):
    """The ways to reach a customer."""

    EMAIL = "email", "E-mail"
    PHONE = "phone", "Phone"
    CHAT = "chat", "Chat"


class Health(models.TextChoices):
    """Whether messages to an address arrive."""

    GOOD = "good", "Good"
    UNVERIFIED = "unverified", "Unverified"
    BOUNCING = "bouncing", "Bouncing"


class Identity(models.Model):
    """One address of a customer, with its own health."""

    customer = models.ForeignKey(Customer, models.CASCADE, related_name="identities")
    kind = models.CharField(max_length=8, choices=IdentityKind, default=IdentityKind.EMAIL)
    address = models.CharField(max_length=320)
    health = models.CharField(max_length=12, choices=Health, default=Health.UNVERIFIED)
    soft_bounces = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "identities"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["kind", "address"], name="identity_is_one_customers"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["customer"], name="identity_of_customer"),
            GinIndex(fields=["address"], name="identity_by_part", opclasses=["gin_trgm_ops"]),
        ]

    def __str__(self) -> str:
        return self.address


class Token(models.Model):
    """A key to the API that belongs to one person; only its digest is stored. `uses` counts within one minute."""

    agent = models.ForeignKey(Agent, models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    scopes = ArrayField(models.CharField(max_length=10))
    created_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    uses = models.PositiveIntegerField(default=0)
    last_used_at = models.DateTimeField(null=True)  # to the minute: when the minute in which `uses` counts began

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(scopes__len__gt=0), name="token_opens_something"),
        ]

    def __str__(self) -> str:
        return self.name
