"""Figures: one's own, the team's, the company's, one measure, the forecast, and what each of them means."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goodword.insight.access import measure_for, scope_of, wanted_for
from goodword.insight.definitions import MEASURES
from goodword.insight.queries import rows_for_csv
from goodword.kit import clock
from goodword.people.access import desk_of
from goodword.people.models import Agent
from goodword.web.doors import at_desk
from goodword.web.pages import insight as pages
from goodword.web.paging import place_of, read_place
from goodword.web.templatetags.insight import number


@require_safe
@at_desk
def mine(request: HttpRequest, agent: Agent) -> HttpResponse:
    """One's own figures."""
    return render(request, "screens/insight/mine.html", pages.mine(scope_of(agent), request.GET.dict(), clock.now()))


@require_safe
@at_desk
def team(request: HttpRequest, agent: Agent) -> HttpResponse:
    """The team's figures; for its lead also what is at risk."""
    return render(request, "screens/insight/team.html", pages.team(scope_of(agent), request.GET.dict(), clock.now()))


@require_safe
@at_desk
def company(request: HttpRequest, agent: Agent) -> HttpResponse:
    """What breaks promises."""
    context = pages.company(scope_of(agent), request.GET.dict(), clock.now())
    return render(request, "screens/insight/company.html", context)


@require_safe
@at_desk
def forecast(request: HttpRequest, agent: Agent) -> HttpResponse:
    """How honest the forecast was."""
    return render(request, "screens/insight/forecast.html", pages.forecast(scope_of(agent)))


@require_safe
@at_desk
def measures(request: HttpRequest, agent: Agent) -> HttpResponse:
    """What each figure means."""
    context = {"tab": "measures", "measures": MEASURES, "agent": desk_of(agent)}
    return render(request, "screens/insight/measures.html", context)


@require_safe
@at_desk
def measure(request: HttpRequest, agent: Agent, key: str) -> HttpResponse:
    """One figure with the things behind it."""
    given = request.GET.dict()
    context = pages.one_measure(scope_of(agent), key, given, read_place(given.get("before", "")), clock.now())
    if context["more"]:
        last = context["counted"][-1].fact
        older = request.GET.copy()
        older["before"] = place_of(last.at, last.pk)
        context["older"] = f"?{older.urlencode()}"
    return render(request, "screens/insight/measure.html", context)


@require_safe
@at_desk
def measure_csv(request: HttpRequest, agent: Agent, key: str) -> HttpResponse:
    """The things behind a figure as a table, without names of people."""
    scope, mine_only = scope_of(agent), request.GET.get("who") == "me"
    found = measure_for(scope, key, mine=mine_only)
    wanted = wanted_for(scope, request.GET.dict(), clock.now(), mine=mine_only or not scope.leads)
    return _table(f"{key}.csv", rows_for_csv(wanted, found))


@require_safe
@at_desk
def figures_csv(request: HttpRequest, agent: Agent) -> HttpResponse:
    """The figures of a team as a table."""
    context = pages.team(scope_of(agent), request.GET.dict(), clock.now())
    return _table("figures.csv", _figures(context, context["rows"]))


@require_safe
@at_desk
def waits_csv(request: HttpRequest, agent: Agent) -> HttpResponse:
    """What cases wait for as a table."""
    context = pages.company(scope_of(agent), request.GET.dict(), clock.now())
    return _table("waits.csv", _figures(context, [*context["waits"], *context["steps"]]))


def _figures(context: dict[str, Any], shown: Iterable[pages.Row]) -> Iterable[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [("figure", "value", "low", "high", "unit", "n", "from", "to")]
    for row in shown:
        one, wanted = row.figure, context["wanted"]
        values = [number(one, value) if value is not None else "" for value in (one.value, one.low, one.high)]
        rows.append((row.name, *values, one.measure.unit, f"{one.n}", f"{wanted.first}", f"{wanted.last}"))
    return rows


def _table(name: str, rows: Iterable[tuple[str, ...]]) -> HttpResponse:
    """A table as CSV; a cell that a spreadsheet would take for a formula is made plain text."""
    out = io.StringIO()
    writer = csv.writer(out)
    for row in rows:
        writer.writerow([f"'{cell}" if cell[:1] in ("=", "@", "\t") else cell for cell in row])
    response = HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
