"""What stands in the monthly report of a team: on its page, in its PDF and in the mail that brings it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext

from goodword.hours.queries import remembered, working_time
from goodword.insight import kudos, queries
from goodword.insight.access import Scope, may_see_people, wanted_for
from goodword.insight.definitions import BY_KEY, MEASURES
from goodword.insight.figures import Figure, Sums, figure
from goodword.insight.kudos import Thanks
from goodword.insight.queries import Names, Wanted
from goodword.people.models import Agent
from goodword.web import times
from goodword.web.templatetags.insight import between, said

NOTHING = Sums()
MOST_MONTHS = 12
DAYS = 31


@dataclass(frozen=True)
class Line:
    """One figure of the month beside that of the month before."""

    name: str
    now: Figure
    before: Figure


@dataclass(frozen=True)
class Report:
    """One month of one team, or of all teams that somebody answers for."""

    name: str
    month: date
    lines: list[Line]
    kinds: list[Line]
    thanks: list[Thanks]
    teams: tuple[int, ...] | None

    @property
    def title(self) -> str:
        """Returns whose month it is: "Front desk, October 2026"."""
        return f"{self.name}, {times.month(self.month)}"

    @property
    def says(self) -> str:
        """Returns the first sentence: how the word was kept."""
        kept = next(line.now for line in self.lines if line.now.measure.key == "kept")
        if not kept.is_enough:
            return gettext("%(n)s matters had a promise due: too few to say how the word was kept.") % {"n": kept.n}
        return gettext("Of %(n)s matters with a promise due, %(said)s were kept on time; likely %(between)s.") % {
            "n": kept.n,
            "said": said(kept),
            "between": between(kept),
        }

    @property
    def slug(self) -> str:
        """Returns the month as it stands in an address: 2026-10."""
        return f"{self.month:%Y-%m}"


@remembered()
def report(scope: Scope, given: Mapping[str, str], now: datetime) -> Report:
    """Returns the report of a month, the last whole one unless told otherwise. Raises NotFound. Nine queries."""
    may_see_people(scope)
    wanted = wanted_for(scope, {"team": given.get("team", "")}, now, mine=False)
    today = queries.today(now)
    month = _month(given.get("month", ""), today)
    this, before = (_of_month(wanted, one) for one in (month, _earlier(month)))
    names, sums, earlier = Names(), queries.sums(this), queries.sums(before)
    lines = [
        Line(one.name, figure(one, sums.get(one.key, NOTHING)), figure(one, earlier.get(one.key, NOTHING)))
        for one in MEASURES
    ]
    called = [name for pk, name in names.teams.items() if wanted.teams is None or pk in wanted.teams]
    zone = ZoneInfo(working_time().zone)
    told = [(one, one.at.astimezone(zone).date()) for one in kudos.thanks(wanted.teams)]
    thanks = [one for one, day in told if month <= day < _later(month)]
    return Report(
        called[0] if len(called) == 1 else gettext("All teams"), month,
        [line for line in lines if line.now.n or line.now.measure.key == "kept"], _kinds(this, before, names), thanks,
        wanted.teams,
    )  # fmt: skip


def readers(report: Report) -> list[Agent]:
    """Returns who is in the teams of a report. One query."""
    return queries.members(report.teams)


def _kinds(this: Wanted, before: Wanted, names: Names) -> list[Line]:
    broken = BY_KEY["broken"]
    now, then = (queries.sums_by(one, broken.key, "kind") for one in (this, before))
    return [
        Line(name, figure(broken, now[pk]), figure(broken, then.get(pk, NOTHING)))
        for pk, name in names.kinds.items()
        if pk in now
    ]


def months(now: datetime) -> list[tuple[str, str]]:
    """Returns the months that can be chosen, the latest first."""
    found: list[tuple[str, str]] = []
    month = _earlier(queries.today(now).replace(day=1))
    while len(found) < MOST_MONTHS:
        found.append((f"{month:%Y-%m}", times.month(month)))
        month = _earlier(month)
    return found


def _month(words: str, today: date) -> date:
    last = _earlier(today.replace(day=1))
    try:
        asked = date.fromisoformat(f"{words}-01")
    except ValueError:
        return last
    return min(asked, last)


def _of_month(wanted: Wanted, month: date) -> Wanted:
    return replace(wanted, days=DAYS, first=month, last=_later(month) - timedelta(days=1))


def _earlier(month: date) -> date:
    return (month - timedelta(days=1)).replace(day=1)


def _later(month: date) -> date:
    return (month + timedelta(days=DAYS)).replace(day=1)
