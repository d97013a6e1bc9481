"""The tables of the kit: how far the clock of a demo desk stands from the real one, and answers kept for a while."""

from datetime import timedelta

from django.db import models


class ClockShift(models.Model):
    """One row, present only on demo and test desks; a real desk has none, so its clock cannot be moved."""

    singleton = models.BooleanField(primary_key=True, default=True)
    shift = models.DurationField(default=timedelta(0))

    def __str__(self) -> str:
        return str(self.shift)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(singleton=True), name="clock_shift_is_one_row")]


class KeptAnswer(models.Model):
    """The answer to a request that its sender named by a key of their own, so that a repeated one does nothing."""

    who = models.CharField(max_length=40)
    key = models.CharField(max_length=200)
    request = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    body = models.TextField()
    at = models.DateTimeField()
    wakes_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.key} of {self.who}"

    class Meta:
        constraints = [models.UniqueConstraint(fields=["who", "key"], name="answer_once_per_key")]
        indexes = [models.Index(fields=["wakes_at"], name="answer_wakes")]
