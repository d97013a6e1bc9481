"""What was learnt from the past, kept between fits."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q


class Fit(models.Model):
    """The latest fit of one model, replaced by the next: what it keeps of itself, and on how many cases."""

    name = models.CharField(max_length=20, unique=True)
    content = models.BinaryField(default=b"")
    size = models.PositiveIntegerField(default=0)
    at = models.DateTimeField(null=True)
    wakes_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["wakes_at"], condition=Q(wakes_at__isnull=False), name="fit_wakes"),
        ]

    def __str__(self) -> str:
        return f"{self.name} of {self.at:%Y-%m-%d}" if self.at else self.name
