"""The one table of the kit: how far the clock of a demo or test desk stands from the real one."""

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
