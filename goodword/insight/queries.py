"""Reading figures: sums of cells for a period and a mix, and the cases behind them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import F, Q, QuerySet, Sum

from goodword.cases.models import Case
from goodword.hours.queries import working_time
from goodword.insight.definitions import BY_KEY
from goodword.insight.figures import Sums
from goodword.insight.folding import DAY, MONTH
from goodword.insight.matters import EVERYBODY
from goodword.insight.measure import PROMISE, Measure
from goodword.insight.tables import Cell, Fact
from goodword.people.models import Agent, Partner, Team
from goodword.policies.models import Policy
from goodword.promises.models import Kind, Promise, Stage, Status

PAGE = 40
MOST_ROWS = 50_000  # of one CSV
PERIODS = {30: "Last 30 days", 90: "Last 90 days", 365: "Last 12 months", 730: "Last 24 months"}
LONG = 180  # days: from here on whole months are read
SEGMENTS = {"new": "New customers", "returning": "Returning customers", "company": "Companies"}
DIMENSIONS = ("team", "kind", "channel", "partner", "policy", "segment")


@dataclass(frozen=True)
class Wanted:
    """Which period, which mix, whose figures: `person` 0 is everybody, `teams` None all of them."""

    days: int
    first: date
    last: date
    person: int = EVERYBODY
    teams: tuple[int, ...] | None = None
    kind: int = 0
    channel: str = ""
    partner: int = 0
    segment: str = ""
    policy: int = 0

    @property
    def mix(self) -> dict[str, int | str]:
        """Returns the chosen mix, by the columns of cells and facts."""
        names = ("kind", "channel", "partner", "segment", "policy")
        return {name: getattr(self, name) for name in names if getattr(self, name)}

    @property
    def grain(self) -> str:
        """Returns whether days or whole months are summed."""
        return MONTH if self.days >= LONG else DAY

    def before(self) -> Wanted:
        """Returns the period of the same length before this one."""
        first, last = period(self.days, self.first - timedelta(days=1))
        return replace(self, first=first, last=last)


def period(days: int, last: date) -> tuple[date, date]:
    """Returns the first and the last day of a period that ends on `last`; a long one begins with a month."""
    if days < LONG:
        return last - timedelta(days=days - 1), last
    back = last.year * 12 + last.month - 1 - (days // 30 - 1 if days < 366 else 23)
    return date(back // 12, back % 12 + 1, 1), last


def today(now: datetime) -> date:
    """Returns the day on the desk's own calendar."""
    return now.astimezone(ZoneInfo(working_time().zone)).date()


def _cells(wanted: Wanted, people: list[int] | None = None) -> QuerySet[Cell]:
    who = [wanted.person] if people is None else people
    rows = Cell.objects.filter(grain=wanted.grain, person__in=who, day__gte=wanted.first, day__lte=wanted.last)
    if wanted.teams is not None:
        rows = rows.filter(team__in=wanted.teams)
    return rows.filter(**wanted.mix)


def sums(wanted: Wanted) -> dict[str, Sums]:
    """Returns the sums of every measure. One query."""
    rows = _cells(wanted).values("measure").annotate(a=Sum("n"), b=Sum("total"), c=Sum("squares"))
    return {row["measure"]: Sums(int(row["a"]), int(row["b"]), int(row["c"])) for row in rows}


def sums_by(wanted: Wanted, measure: str, dimension: str) -> dict[Any, Sums]:
    """Returns the sums of one measure for each team, kind, channel, partner, policy or segment. One query."""
    rows = _cells(wanted).filter(measure=measure).values(which=F(dimension))
    found = rows.annotate(a=Sum("n"), b=Sum("total"), c=Sum("squares"))
    return {row["which"]: Sums(int(row["a"]), int(row["b"]), int(row["c"])) for row in found}


def splits(wanted: Wanted, measure: str, dimensions: Sequence[str]) -> dict[str, dict[Any, Sums]]:
    """Returns the sums of one measure by each of these dimensions, all from one reading of the cells. One query."""
    cells = _cells(wanted).filter(measure=measure).values(*dimensions, "n", "total", "squares")
    inner, params = cells.query.sql_with_params()
    sets = ", ".join(f"({dimension})" for dimension in dimensions)
    statement = f"""SELECT {", ".join(f"GROUPING({dimension})" for dimension in dimensions)}, {", ".join(dimensions)},
        sum(n), sum(total), sum(squares) FROM ({inner}) AS cells GROUP BY GROUPING SETS ({sets})"""  # noqa: S608 (names of columns, all of them ours)
    found: dict[str, dict[Any, Sums]] = {dimension: {} for dimension in dimensions}
    many = len(dimensions)
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        for row in cursor:
            place = row.index(0)  # GROUPING is 0 for the one by which this line is grouped
            found[dimensions[place]][row[many + place]] = Sums(*(int(one) for one in row[2 * many :]))
    return found


def sums_of_people(wanted: Wanted, measure: str, people: Collection[int]) -> dict[int, Sums]:
    """Returns the sums of one measure for each of these people. One query."""
    rows = _cells(wanted, list(people)).filter(measure=measure)
    found = rows.values("person").annotate(a=Sum("n"), b=Sum("total"), c=Sum("squares"))
    return {row["person"]: Sums(int(row["a"]), int(row["b"]), int(row["c"])) for row in found}


def trend(wanted: Wanted, measure: Measure) -> tuple[list[tuple[date, Sums]], bool]:
    """Returns one measure week by week without gaps, and False; month by month, and True, where a week holds too little
    to say anything. One query."""
    rows = _cells(wanted).filter(measure=measure.key)
    found = [
        (row["day"], Sums(int(row["a"]), int(row["b"]), int(row["c"])))
        for row in rows.values("day").annotate(a=Sum("n"), b=Sum("total"), c=Sum("squares"))
    ]
    weeks = list(_starts(wanted, monthly=False))
    monthly = wanted.grain == MONTH or sum(one.n for _, one in found) < measure.least * len(weeks)
    summed: dict[date, Sums] = {}
    for day, one in found:
        at = day.replace(day=1) if monthly else day - timedelta(days=day.weekday())
        summed[at] = summed.get(at, Sums()) + one
    return [(at, summed.get(at, Sums())) for at in _starts(wanted, monthly=monthly)], monthly


def _starts(wanted: Wanted, *, monthly: bool) -> Iterator[date]:
    if monthly:
        at = wanted.first.replace(day=1)
        while at <= wanted.last:
            yield at
            at = (at + timedelta(days=32)).replace(day=1)
        return
    at = wanted.first - timedelta(days=wanted.first.weekday())
    while at <= wanted.last:
        yield at
        at += timedelta(days=7)


def facts(wanted: Wanted, measure: Measure, *, hits: bool = False) -> QuerySet[Fact]:
    """Returns what a figure counts, newest first; with `hits` only what counts as one."""
    rows = Fact.objects.filter(
        what=measure.of, values__has_key=measure.key, day__gte=wanted.first, day__lte=wanted.last
    )  # fmt: skip
    if wanted.person:
        rows = rows.filter(persons__contains=[wanted.person])
    if wanted.teams is not None:
        rows = rows.filter(team__in=wanted.teams)
    if hits:
        rows = rows.filter(**{f"values__{measure.key}": 1})
    if measure.of == PROMISE:
        rows = rows.filter(
            Q(counts__isnull=True) | Q(**{f"counts__{measure.key}__contains": [wanted.person or EVERYBODY]})
        )
    return rows.filter(**wanted.mix).order_by("-at", "-id")


@dataclass(frozen=True)
class Counted:
    """One thing behind a figure: its case, the promise where it is one, and its value in the measure's unit."""

    fact: Fact
    case: Case | None
    promise: Promise | None
    value: float


def counted(
    wanted: Wanted, measure: Measure, *, hits: bool, before: tuple[datetime, int] | None, size: int = PAGE
) -> tuple[list[Counted], bool]:
    """Returns one page of the things behind a figure, newest first, and whether there are more. Three queries."""
    rows = facts(wanted, measure, hits=hits)
    if before:
        at, pk = before
        rows = rows.filter(at__lte=at).exclude(at=at, id__gte=pk)
    found = list(rows[: size + 1])
    shown = found[:size]
    cases = Case.objects.select_related("customer").in_bulk({fact.case for fact in shown})
    promised = {fact.subject for fact in shown} if measure.of == "promise" else set()
    promises = Promise.objects.select_related("kind").in_bulk(promised) if promised else {}
    return [
        Counted(fact, cases.get(fact.case), promises.get(fact.subject), fact.values[measure.key] / measure.parts)
        for fact in shown
    ], len(found) > size


def rows_for_csv(wanted: Wanted, measure: Measure) -> Iterator[tuple[str, ...]]:
    """Yields the things behind a figure as rows of a table, without names of people; a head first."""
    names = Names()
    yield ("day", "case", "what", "number", "kind", "channel", "team", "partner", "segment", measure.key)
    for fact in facts(wanted, measure)[:MOST_ROWS].iterator(chunk_size=2000):
        yield (
            f"{fact.day}", f"{fact.case}", fact.what, f"{fact.subject}", names.kinds.get(fact.kind, ""), fact.channel,
            names.teams.get(fact.team, ""), names.partners.get(fact.partner, ""), fact.segment,
            f"{fact.values[measure.key] / measure.parts:g}",
        )  # fmt: skip


class Names:
    """The names of teams, kinds, partners and policies. One query for each that is asked for."""

    @cached_property
    def teams(self) -> dict[int, str]:
        """Returns all teams."""
        return dict(Team.objects.order_by("name").values_list("pk", "name"))

    @cached_property
    def kinds(self) -> dict[int, str]:
        """Returns all kinds of promises, in their order."""
        return dict(Kind.objects.order_by("position", "name").values_list("pk", "name"))

    @cached_property
    def partners(self) -> dict[int, str]:
        """Returns the partners, at most five hundred."""
        return dict(Partner.objects.order_by("name").values_list("pk", "name")[:500])

    @cached_property
    def policies(self) -> dict[int, str]:
        """Returns the policies as they are called now, at most five hundred."""
        return dict(Policy.objects.order_by("current__title", "pk").values_list("pk", "current__title")[:500])

    def of(self, dimension: str) -> Mapping[Any, str]:
        """Returns the names of one dimension."""
        if dimension in FIXED:
            return FIXED[dimension]
        found: Mapping[Any, str] = getattr(self, "policies" if dimension == "policy" else f"{dimension}s")
        return found


CHANNELS = {"email": "E-mail", "phone": "Phone", "chat": "Chat", "form": "Form", "page": "Promise page"}
FIXED: dict[str, Mapping[Any, str]] = {"channel": CHANNELS, "segment": SEGMENTS}


def members(teams: Collection[int] | None) -> list[Agent]:
    """Returns who works in these teams, by name. One query."""
    rows = Agent.objects.filter(is_active=True, team__isnull=False)
    return list((rows if teams is None else rows.filter(team__in=teams)).order_by("name", "id")[:200])


def measure_named(key: str) -> Measure | None:
    """Returns a measure by its key."""
    return BY_KEY.get(key)


def in_danger(teams: Collection[int] | None, most: int = 12) -> list[Promise]:
    """Returns the owed promises of these teams that are at risk or overdue, the earliest due first. One query."""
    rows = Promise.objects.filter(status=Status.OWED).exclude(stage=Stage.CALM)
    rows = rows if teams is None else rows.filter(owner__team__in=teams)
    return list(rows.select_related("owner", "kind", "case__customer").order_by("due_at", "id")[:most])
