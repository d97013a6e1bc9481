"""The working days around the demo's today, so that a story can say "three working days ago at ten"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from goodword.hours.rules import WorkingTime

OPENS_AT = time(11, 20)  # when a visitor finds the desk: some things are just broken, others about to fall due
DAYS_BACK, DAYS_AHEAD = 220, 30
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Almanac:
    """Days by their distance from today: 0 is today, -1 the working day before, 1 the next one."""

    hours: WorkingTime
    today: date

    @classmethod
    def around(cls, now: datetime, hours: WorkingTime) -> Almanac:
        """Returns the almanac whose today is the day of `now`, or the next working day when that one is off."""
        here = now.astimezone(ZoneInfo(hours.zone)).date()
        while not hours.is_open(datetime.combine(here, OPENS_AT, ZoneInfo(hours.zone))):
            here += _ONE_DAY
        return cls(hours, here)

    def day(self, distance: int) -> date:
        """Returns the working day at this distance from today."""
        return self._days[self._days.index(self.today) + distance]

    def at(self, distance: int, clock: str, zone: str = "") -> datetime:
        """Returns a time of day ("14:30") on that working day, by the shop's clock or by that of `zone`."""
        return datetime.combine(self.day(distance), time.fromisoformat(clock), ZoneInfo(zone or self.hours.zone))

    @property
    def opening(self) -> datetime:
        """When the demo begins."""
        return datetime.combine(self.today, OPENS_AT, ZoneInfo(self.hours.zone))

    @cached_property
    def _days(self) -> list[date]:
        noon = time(12, 0, tzinfo=ZoneInfo(self.hours.zone))
        around = (self.today + timedelta(days=days) for days in range(-DAYS_BACK, DAYS_AHEAD))
        return [day for day in around if self.hours.is_open(datetime.combine(day, noon))]
