"""What stands on the pages of figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.utils.formats import date_format
from django.utils.translation import gettext

from goodword.insight import kudos, lookback, queries
from goodword.insight.access import Scope, may_see_people, measure_for, wanted_for
from goodword.insight.definitions import MEASURES, PERSONAL
from goodword.insight.figures import Figure, Sums, figure
from goodword.insight.measure import ASK, CASE, PROMISE, Measure
from goodword.insight.queries import Names, Wanted
from goodword.insight.waits import WAIT_KEYS, WAITS
from goodword.kit.tongues import later as _
from goodword.web import plots, times

KEPT, BROKEN = "kept", "broken"
NOBODY = Sums()


@dataclass(frozen=True)
class Row:
    """One line of a table of figures: what it is about, its figure, and the one to read it beside."""

    name: str
    figure: Figure
    beside: Figure | None = None
    address: str = ""


def _figures(keys: Sequence[str], sums: Mapping[str, Sums], beside: Mapping[str, Sums] | None, where: str) -> list[Row]:
    chosen = [measure for measure in MEASURES if measure.key in keys]
    return [
        Row(
            gettext(measure.name), figure(measure, sums.get(measure.key, NOBODY)),
            figure(measure, beside.get(measure.key, NOBODY)) if beside is not None else None,
            f"/insight/measures/{measure.key}?{where}",
        )
        for measure in chosen
    ]  # fmt: skip


def _split(names: Names, wanted: Wanted, measure: Measure, dimension: str) -> list[Row]:
    """One measure for each kind, partner, ...: in the order of their names, only those that have something."""
    return _rows(names, measure, dimension, queries.sums_by(wanted, measure.key, dimension))


def _rows(names: Names, measure: Measure, dimension: str, found: Mapping[Any, Sums]) -> list[Row]:
    known = names.of(dimension)
    unnamed = {
        "partner": gettext("No partner"),
        "team": gettext("No team"),
        "kind": gettext("Other"),
        "policy": gettext("No policy"),
    }.get(dimension, gettext("Other"))
    order = {key: place for place, key in enumerate(known)}
    keys = sorted(found, key=lambda key: order.get(key, len(order)))
    return [Row(known.get(key, unnamed), figure(measure, found[key])) for key in keys if found[key].n]


def _trend(wanted: Wanted, measure: Measure, whose: str) -> dict[str, Any]:
    found, monthly = queries.trend(wanted, measure)
    points = [(at, figure(measure, sums)) for at, sums in found]
    words = (
        gettext("%(name)s, %(whose)s, month by month; the table beneath says the same.")
        if monthly
        else gettext("%(name)s, %(whose)s, week by week; the table beneath says the same.")
    )
    says = words % {"name": gettext(measure.name), "whose": whose}
    return {"trend": plots.over_time(points, monthly=monthly, says=says), "trend_rows": _shown(points, monthly)}


def _shown(points: Sequence[tuple[date, Figure]], monthly: bool) -> list[Row]:
    return [
        Row(
            times.month(at)
            if monthly
            else gettext("Week of %(day)s") % {"day": date_format(at, times.forms().long_day)},
            one,
        )
        for at, one in points
        if one.n
    ]


def _filters(
    scope: Scope, names: Names, wanted: Wanted, given: Mapping[str, str], shown: Sequence[str]
) -> dict[str, Any]:
    """The filters of a page: each with its choices and what is chosen, and the address of the same choice."""
    chosen = {"days": wanted.days, "kind": wanted.kind, "channel": wanted.channel, "partner": wanted.partner,
              "segment": wanted.segment, "policy": wanted.policy, "team": given.get("team", "")}  # fmt: skip
    asked = {name: value for name, value in chosen.items() if value and (name in shown or name == "days")}
    choices = []
    for name in shown:
        known = names.of(name)
        if name == "team" and scope.teams is not None:
            known = {pk: words for pk, words in known.items() if pk in scope.teams}
        if len(known) > 1 or chosen[name]:
            choices.append((name, _ALL[name], [(f"{key}", words) for key, words in known.items()], f"{chosen[name]}"))
    periods = [(f"{days}", words) for days, words in queries.PERIODS.items()]
    return {
        "periods": periods,
        "days": f"{wanted.days}",
        "filters": choices,
        "where": urlencode(asked),
        "wanted": wanted,
    }


_ALL = {"team": _("All teams"), "kind": _("All kinds"), "channel": _("All channels"), "partner": _("All partners"),
        "segment": _("All customers"), "policy": _("All policies")}  # fmt: skip


_SHOWN: dict[str, Sequence[str]] = {
    PROMISE: queries.DIMENSIONS, CASE: ("kind", "channel", "segment"), ASK: ("partner", "policy", "segment"),
}  # fmt: skip


def mine(scope: Scope, given: Mapping[str, str], now: datetime) -> dict[str, Any]:
    """One's own figures, what others thanked for, and what can be learnt."""
    names, wanted = Names(), wanted_for(scope, given, now, mine=True)
    ours = wanted_for(scope, {name: value for name, value in given.items() if name != "team"}, now, mine=False)
    own = queries.sums(wanted)
    filters = _filters(scope, names, wanted, given, ("kind",))
    kept = next(one for one in MEASURES if one.key == KEPT)
    lost = [one for one in queries.counted(wanted, _named(BROKEN), hits=True, before=None, size=4)[0] if one.promise]
    return {
        "tab": "mine", "rows": _figures(PERSONAL, own, queries.sums(ours), f"{filters['where']}&who=me"),
        "beside": gettext("Your team") if scope.teams is not None else gettext("Everybody"),
        "kept": figure(kept, own.get(KEPT, NOBODY)), "strip": kudos.latest_of(scope.agent.pk),
        "thanks": kudos.thanks(None, scope.agent.pk), "by_kind": _split(names, wanted, kept, "kind"), "lost": lost,
        **filters,
    }  # fmt: skip


def _named(key: str) -> Measure:
    return next(measure for measure in MEASURES if measure.key == key)


def team(scope: Scope, given: Mapping[str, str], now: datetime) -> dict[str, Any]:
    """The sums of a team for everybody in it; for its lead also what is at risk, and what is more than chance."""
    names, wanted = Names(), wanted_for(scope, given, now, mine=False)
    filters = _filters(scope, names, wanted, given, ("team", "kind"))
    keys = [measure.key for measure in MEASURES if measure not in WAITS]
    found = {
        "tab": "team", "rows": _figures(keys, queries.sums(wanted), None, filters["where"]),
        "thanks": kudos.thanks(wanted.teams), "leads": scope.leads, **filters,
        **_trend(wanted, _named(KEPT), gettext("the team")),
    }  # fmt: skip
    if scope.leads:
        found |= {"danger": queries.in_danger(wanted.teams), **_funnel(wanted)}
    return found


def _funnel(wanted: Wanted) -> dict[str, Any]:
    """People of the chosen teams by name, never by figure; broken promises against what chance alone does."""
    people = queries.members(wanted.teams)
    found = queries.sums_of_people(wanted, BROKEN, [person.pk for person in people])
    rows = [(person.name, found.get(person.pk, NOBODY)) for person in people]
    says = gettext("Broken promises of each colleague by the number of their matters, with the limits of chance.")
    broken = _named(BROKEN)
    return {
        "funnel": plots.funnel([(name, one.n, one.total) for name, one in rows], says),
        "funnel_rows": [Row(name, figure(broken, one)) for name, one in rows if one.n],
    }


def company(scope: Scope, given: Mapping[str, str], now: datetime) -> dict[str, Any]:
    """What breaks promises, for those who answer for a team; raises NotFound for others."""
    may_see_people(scope)
    names, wanted = Names(), wanted_for(scope, given, now, mine=False)
    filters, sums = _filters(scope, names, wanted, given, ("team", "kind")), queries.sums(wanted)
    splits = (
        ("kind", gettext("By kind")),
        ("partner", gettext("By partner it waited for")),
        ("policy", gettext("By the policy of the remedy")),
        ("channel", gettext("By channel")),
        ("segment", gettext("By customer")),
        ("team", gettext("By team")),
    )
    keys = ("broken", "chased", "approval_wait", "ask_kept", "ask_wait", "bounce", "recontact", "hollow", "by_silence")
    by = queries.splits(wanted, BROKEN, [dimension for dimension, _title in splits])
    return {
        "tab": "company", "rows": _figures(keys, sums, None, filters["where"]), **_waits(sums, filters["where"]),
        "splits": [(title, _rows(names, _named(BROKEN), dimension, by[dimension])) for dimension, title in splits],
        **filters,
    }  # fmt: skip


def _waits(sums: Mapping[str, Sums], where: str) -> dict[str, Any]:
    """What cases wait for: shares of their working time, which together are the whole, and the steps in between."""
    rows = _figures(WAIT_KEYS, sums, None, where)
    shares = [(row.name, row.figure.value or 0.0) for row in rows]
    return {"waits": rows, "steps": _figures(("steps",), sums, None, where), "stack": plots.stack(shares)}


def one_measure(
    scope: Scope, key: str, given: Mapping[str, str], before: tuple[datetime, int] | None, now: datetime
) -> dict[str, Any]:
    """One measure: its figure, how it went, how it splits, and the things behind it."""
    mine_only = given.get("who") == "me"
    measure, names = measure_for(scope, key, mine=mine_only), Names()
    wanted = wanted_for(scope, given, now, mine=mine_only)
    shown = ("kind", "channel", "segment") if mine_only else _SHOWN.get(measure.of, ("channel", "segment"))
    filters = _filters(scope, names, wanted, given, shown)
    may_list = mine_only or scope.leads
    hits = measure.is_share and given.get("only") != "all"
    rows, more = queries.counted(wanted, measure, hits=hits, before=before) if may_list else ([], False)
    split = "kind" if measure.of == "promise" or measure in WAITS else "partner" if measure.of == "ask" else "channel"
    found = queries.sums_by(wanted, key, split)
    return {
        "tab": "", "measure": measure, "figure": figure(measure, sum(found.values(), NOBODY)),
        "split": _rows(names, measure, split, found), "split_by": split, "counted": rows, "more": more, "hits": hits,
        "who": "me" if mine_only else "", "may_list": may_list, "kind_names": names.kinds,
        **filters, **_trend(wanted, measure, "you" if mine_only else "everybody"),
    }  # fmt: skip


def forecast(scope: Scope) -> dict[str, Any]:
    """What was forecast, what was said and what came."""
    found = lookback.latest()
    groups = [(one.n, one.forecast, one.came, one.low, one.high) for one in found.groups] if found else []
    says = gettext(
        "Each dot is a group of promises: what was forecast across, what came upward. On the line it was honest."
    )
    return {"tab": "forecast", "found": found, "plot": plots.calibration(groups, says), "leads": scope.leads}
