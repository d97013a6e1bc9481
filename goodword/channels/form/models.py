"""What customers find without a link of their own: form, help centre and chat, and who knocks there how often."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from goodword.hours.models import Calendar


class Website(models.Model):
    """One row, absent until an admin has opened something: without it nothing of this is public."""

    singleton = models.BooleanField(primary_key=True, default=True)
    sites = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    inbox = models.CharField(max_length=320, blank=True)
    form_is_on = models.BooleanField(default=False)
    help_is_on = models.BooleanField(default=False)
    help_is_found = models.BooleanField(default=False)
    help_intro = models.CharField(max_length=300, blank=True)
    chat_is_on = models.BooleanField(default=False)
    chat_greeting = models.CharField(max_length=300, blank=True)
    chat_colour = models.CharField(max_length=7, default="#1f5f8b")
    chat_hours = models.ForeignKey(Calendar, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(singleton=True), name="website_is_one_row"),
            models.CheckConstraint(condition=Q(chat_colour__regex=r"^#[0-9a-f]{6}$"), name="website_colour_is_one"),
        ]

    def __str__(self) -> str:
        return "Website"


class Knock(models.Model):
    """How often somebody did one thing lately: `who` is a digest from which no address can be read back."""

    who = models.CharField(max_length=64, primary_key=True)
    uses = models.PositiveIntegerField(default=1)
    since = models.DateTimeField()
    wakes_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["wakes_at"], name="knock_wakes")]

    def __str__(self) -> str:
        return f"{self.uses} since {self.since}"
