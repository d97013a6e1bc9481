"""Calendars: the hours that a team keeps, and the extra days on which it does not."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q


class Calendar(models.Model):
    """A week of opening hours in one zone, with the public holidays of one country and region.

    `week` is Monday to Sunday, each day a list of [start, end) in minutes from local midnight. `country` is
    an ISO 3166 code of two letters as the `holidays` library knows it ('' for none), `region` its
    subdivision. `version` is new at every change and never comes back, not even when a change is rolled
    back, so that processes may keep what they read under it.
    """

    name = models.CharField(max_length=80, unique=True)
    zone = models.CharField(max_length=60)
    week = models.JSONField()
    country = models.CharField(max_length=2, blank=True)
    region = models.CharField(max_length=40, blank=True)
    is_default = models.BooleanField(default=False)
    version = models.UUIDField(default=uuid.uuid4)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["is_default"], condition=Q(is_default=True), name="one_default_calendar"),
            models.CheckConstraint(condition=~Q(name=""), name="calendar_has_a_name"),
            models.CheckConstraint(condition=~Q(zone=""), name="calendar_has_a_zone"),
            models.CheckConstraint(condition=Q(region="") | ~Q(country=""), name="region_needs_its_country"),
        ]

    def __str__(self) -> str:
        return self.name


class Holiday(models.Model):
    """One extra day off: a company's own, or one that the library does not know."""

    calendar = models.ForeignKey(Calendar, models.CASCADE, related_name="extra_holidays")
    day = models.DateField()
    name = models.CharField(max_length=80)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["calendar", "day"], name="holiday_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.day.isoformat()} {self.name}"
