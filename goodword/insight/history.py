"""The past of a desk as the forecast reads it: promises with their ends, on the wall clock of the desk."""

from __future__ import annotations

import math
from bisect import bisect_right, insort
from collections import defaultdict
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from goodword.hours.queries import working_time
from goodword.hours.rules import WorkingTime
from goodword.insight.forecast import Asked, BusinessDays, Known
from goodword.promises.models import Promise, Status

MOST = 100_000
AHEAD = timedelta(days=400)
NINE_TO_FIVE = (9 * 60, 17 * 60)


def known_promises(hours: WorkingTime) -> list[Known]:
    """Returns the latest promises, oldest first, each with the load of its owner when it was made. One query."""
    return [known for known, _ in dated_promises(hours)]


def dated_promises(hours: WorkingTime) -> list[tuple[Known, datetime]]:
    """Returns the same, each with the first date that was told (on the desk's wall clock). One query."""
    zone = ZoneInfo(hours.zone)
    rows = (
        Promise.objects.exclude(status=Status.DRAFT)
        .order_by("-id")
        .values_list("made_at", "kind__slug", "owner__team_id", "made_by_id", "delivered_at", "released_at",
                     "first_due_at")[:MOST]
    )  # fmt: skip
    ordered = sorted(rows, key=lambda row: row[0])
    ends: dict[int, list[datetime]] = defaultdict(list)
    made: dict[int, int] = defaultdict(int)
    found = []
    for made_at, kind, team, by, delivered, released, due in ordered:
        still = made[by] - bisect_right(ends[by], made_at)
        asked = Asked(_wall(made_at, zone), kind, None, str(team or ""), backlog=load(still))
        done, gone = (_wall(at, zone) if at else None for at in (delivered, None if delivered else released))
        found.append((Known(asked, done, gone), _wall(due, zone)))
        made[by] += 1
        end = delivered or released
        if end:
            insort(ends[by], end)
    return found


def load(open_promises: int) -> float:
    """Returns the open load as the model takes it: twice as many counts the same wherever one begins."""
    return math.log1p(max(open_promises, 0))


def asked_now(kind: str, team: int | None, open_promises: int, hours: WorkingTime, now: datetime) -> Asked:
    """Returns a promise that is about to be made, as the model asks for it."""
    return Asked(_wall(now, ZoneInfo(hours.zone)), kind, None, str(team or ""), backlog=load(open_promises))


def calendar(hours: WorkingTime, first: date, now: datetime) -> BusinessDays:
    """Returns the desk's business days from `first` to a year ahead; open from first to last minute."""
    week = [day for day in hours.week if day] or [(NINE_TO_FIVE,)]
    opens = min(day[0][0] for day in week)
    closes = max(day[-1][1] for day in week)
    last = now.date() + AHEAD
    return BusinessDays(
        first=min(first, now.date()) - timedelta(days=7),
        last=last,
        weekdays=frozenset(number for number, day in enumerate(hours.week) if day) or frozenset(range(5)),
        holidays=frozenset(day for day in hours.holidays if day <= last),
        opens=_minute(opens),
        closes=_minute(closes),
    )


def desk_hours() -> WorkingTime:
    """Returns the hours by which the forecast counts: the desk's own."""
    return working_time()


def _minute(minutes: int) -> time:
    minutes = min(minutes, 1439)
    return time(minutes // 60, minutes % 60)


def _wall(at: datetime, zone: ZoneInfo) -> datetime:
    return at.astimezone(zone).replace(tzinfo=None)
