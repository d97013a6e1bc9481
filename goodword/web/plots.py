"""Plots as plain numbers for small SVG templates: no library, no script, fit for print. Each stands above its table."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext

from goodword.insight.figures import Z95, Z998, Figure, limits
from goodword.web import times

WIDE, HIGH = 640, 220
LEFT, RIGHT, TOP, BOTTOM = 44, 28, 12, 28
SHORT = 160

Place = Callable[[float], float]


@dataclass(frozen=True)
class Tick:
    """A mark on an axis."""

    at: float
    words: str


@dataclass(frozen=True)
class Dot:
    """A point of a plot with what it says."""

    x: float
    y: float
    words: str
    low: float = 0.0
    high: float = 0.0
    tone: str = ""


@dataclass(frozen=True)
class Plot:
    """Everything a template needs; `lines` and `bands` are lists of points as SVG takes them."""

    says: str
    dots: list[Dot]
    lines: list[tuple[str, str]]
    bands: list[str]
    across: list[Tick]
    up: list[Tick]
    wide: int = WIDE
    high: int = HIGH
    left: int = LEFT
    right: int = WIDE - RIGHT
    bottom: int = HIGH - BOTTOM


def _x(share: float) -> float:
    return round(LEFT + share * (WIDE - LEFT - RIGHT), 1)


def _y(share: float) -> float:
    return round(TOP + (1 - share) * (HIGH - TOP - BOTTOM), 1)


def _points(pairs: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x},{y}" for x, y in pairs)


def _scale(low: float, high: float) -> tuple[float, float, list[float]]:
    """Returns round ends around these values and some marks between them."""
    span = max(high - low, 1e-9)
    step = 10 ** math.floor(math.log10(span))
    step *= next(times for times in (0.2, 0.25, 0.5, 1, 2) if span / (step * times) <= 5)
    first, last = math.floor(low / step), math.ceil(high / step)
    return first * step, last * step, [number * step for number in range(first, last + 1)]


def over_time(points: Sequence[tuple[date, Figure]], *, monthly: bool, says: str) -> Plot | None:
    """Returns how a figure went: a line with the interval as a band, broken where too little is known."""
    known = [figure for _, figure in points if figure.is_enough]
    if not known:
        return None
    if known[0].measure.is_share:
        low, high, marks = 0.0, 100.0, [0.0, 25.0, 50.0, 75.0, 100.0]
    else:
        low, high, marks = _scale(min(f.low or 0 for f in known), max(f.high or 0 for f in known))
    place: Place = lambda value: _y((value - low) / (high - low or 1))
    last = max(len(points) - 1, 1)
    dots = [_dot(_x(i / last), place, f, _day(at, monthly)) for i, (at, f) in enumerate(points)]
    runs = _runs(dots)
    bands = [
        _points([(d.x, d.high) for d in run] + [(d.x, d.low) for d in reversed(run)]) for run in runs if len(run) > 1
    ]
    every = max(math.ceil(len(points) / 8), 1)
    across = [Tick(_x(i / last), _day(at, monthly)) for i, (at, _) in enumerate(points) if i % every == 0]
    up = [Tick(place(mark), f"{mark:g}") for mark in marks]
    lines = [("line", _points([(d.x, d.y) for d in run])) for run in runs if len(run) > 1]
    return Plot(says, [dot for dot in dots if dot], lines, bands, across, up)


def _dot(x: float, place: Place, one: Figure, when: str) -> Dot | None:
    if one.value is None or one.low is None or one.high is None:
        return None
    return Dot(x, place(one.value), f"{when}: {one.value:.3g} (n = {one.n})", place(one.low), place(one.high))


def _runs(dots: Sequence[Dot | None]) -> list[list[Dot]]:
    runs: list[list[Dot]] = [[]]
    for dot in dots:
        if dot is None:
            runs.append([])
        else:
            runs[-1].append(dot)
    return [run for run in runs if run]


def _day(at: date, monthly: bool) -> str:
    return date_format(at, "M y" if monthly else times.forms().day)


def funnel(groups: Sequence[tuple[str, int, int]], says: str) -> Plot | None:
    """Returns a funnel plot (Spiegelhalter 2005): each group by its number and its share, and what chance alone does.

    Groups of fewer than five are left out. The order of `groups` means nothing.
    """
    shown = [(name, n, hits) for name, n, hits in groups if n >= FEWEST_IN_FUNNEL]
    everything = sum(n for _, n, _ in shown)
    if len(shown) < FEWEST_GROUPS:
        return None
    common = sum(hits for _, _, hits in shown) / everything
    most = max(n for _, n, _ in shown) * 1.1
    highest = max(*(hits / n for _, n, hits in shown), limits(common, FEWEST_IN_FUNNEL, Z95)[1])
    _, top, marks = _scale(0.0, min(highest * 100, 100))
    place: Place = lambda share: _y(min(max(share * 100 / top, 0), 1))
    across: Place = lambda n: _x(n / most)
    dots = [
        Dot(
            across(n),
            place(hits / n),
            gettext("%(name)s: %(hits)s of %(n)s") % {"name": name, "hits": hits, "n": n},
            tone=_tone(hits, n, common),
        )
        for name, n, hits in shown
    ]
    steps = [FEWEST_IN_FUNNEL + (most - FEWEST_IN_FUNNEL) * i / 60 for i in range(61)]
    lines = [("common", _points([(across(FEWEST_IN_FUNNEL), place(common)), (across(most), place(common))]))]
    for z, kind in ((Z95, "alert"), (Z998, "alarm")):
        for side in (0, 1):
            curve = [(across(n), place(limits(common, n, z)[side])) for n in steps]
            lines.append((kind, _points(curve)))
    _, _, numbers = _scale(0.0, most)
    return Plot(
        says, dots, lines, [], [Tick(across(n), f"{n:g}") for n in numbers if n <= most],
        [Tick(place(mark / 100), f"{mark:g}") for mark in marks],
    )  # fmt: skip


FEWEST_IN_FUNNEL, FEWEST_GROUPS = 5, 2


def _tone(hits: int, n: int, common: float) -> str:
    low, high = limits(common, n, Z998)
    return "" if low <= hits / n <= high else "beyond"


def calibration(groups: Sequence[tuple[int, float, float, float, float]], says: str) -> Plot | None:
    """Returns forecast against what came: each group with its number, mean forecast, share that came and interval."""
    if not groups:
        return None
    dots = [
        Dot(_x(said), _y(came), f"forecast {100 * said:.0f}, came {100 * came:.0f} of 100 (n = {n})", _y(low), _y(high))
        for n, said, came, low, high in groups
    ]
    marks = [Tick(_y(mark / 100), f"{mark}") for mark in (0, 25, 50, 75, 100)]
    across = [Tick(_x(mark / 100), f"{mark}") for mark in (0, 25, 50, 75, 100)]
    lines = [("common", _points([(_x(0), _y(0)), (_x(1), _y(1))]))]
    return Plot(says, dots, lines, [], across, marks)


@dataclass(frozen=True)
class Piece:
    """One part of a whole in a bar, with its number in the table beneath and what it says."""

    x: float
    wide: float
    number: int
    words: str

    @property
    def middle(self) -> float:
        """Returns where its number stands."""
        return round(self.x + self.wide / 2, 1)


def stack(shares: Sequence[tuple[str, float]]) -> list[Piece]:
    """Returns parts of a hundred side by side over the whole width; what is nothing is left out."""
    pieces, x = [], 0.0
    for number, (name, share) in enumerate(shares, 1):
        wide = share / 100 * WIDE
        if share > 0:
            pieces.append(Piece(round(x, 1), round(wide, 1), number, f"{name}: {share:.0f}"))
        x += wide
    return pieces


@dataclass(frozen=True)
class Whisker:
    """A share with its interval on a short line from nothing to all."""

    x: float
    low: float
    high: float


def whisker(figure: Figure) -> Whisker | None:
    """Returns the whisker of a share; None for a mean or where nothing may be said."""
    if not figure.measure.is_of_hundred or figure.value is None or figure.low is None or figure.high is None:
        return None
    place: Place = lambda value: round(4 + value / 100 * (SHORT - 8), 1)
    return Whisker(place(figure.value), place(figure.low), place(figure.high))


@dataclass(frozen=True)
class Bar:
    """A part of a rating as a short bar that leaves the middle to the left or to the right."""

    x: float
    wide: float
    middle: float = SHORT / 2


def bars(parts: Sequence[float]) -> list[Bar]:
    """Returns one bar for each part, all on the same scale."""
    most = max((abs(part) for part in parts), default=0.0) or 1.0
    widths = [round(abs(part) / most * (SHORT / 2 - 4), 1) for part in parts]
    return [Bar(SHORT / 2 - wide if part < 0 else SHORT / 2, wide) for part, wide in zip(parts, widths, strict=True)]


def span(value: float, low: float, high: float) -> tuple[Whisker, list[Tick]]:
    """Returns a score with its range on a line whose middle is the average colleague, and the marks of that line."""
    first, last, marks = _scale(-max(abs(low), abs(high)), max(abs(low), abs(high)))
    place: Place = lambda at: _x((at - first) / (last - first))
    ticks = [Tick(place(mark), f"{mark:+.2g}" if mark else "average") for mark in marks]
    return Whisker(place(value), place(low), place(high)), ticks


def rating_funnel(groups: Sequence[tuple[str, float, float, float]], says: str) -> Plot | None:
    """Returns a funnel plot of raw ratings: each person by the number of answers, with what chance alone does.

    `groups` hold name, answers, points against the average, standard error. The limits follow the usual error of one
    answer; a dot is marked by its own error. The order of `groups` means nothing.
    """
    shown = [group for group in groups if group[1] >= FEWEST_IN_FUNNEL and group[3] > 0]
    if len(shown) < FEWEST_GROUPS:
        return None
    one = sorted(error * math.sqrt(n) for _, n, _, error in shown)[len(shown) // 2]
    most = max(n for _, n, _, _ in shown) * 1.1
    least = min(n for _, n, _, _ in shown) * 0.8
    highest = max(*(abs(raw) for _, _, raw, _ in shown), Z998 * one / math.sqrt(least))
    low, high, marks = _scale(-highest, highest)
    place: Place = lambda points: _y((points - low) / (high - low))
    across: Place = lambda n: _x(n / most)
    dots = [
        Dot(
            across(n),
            place(raw),
            gettext("%(name)s: %(raw)s from %(n)s answers") % {"name": name, "raw": f"{raw:+.2f}", "n": f"{n:.0f}"},
            tone="beyond" if abs(raw) > Z998 * error else "",
        )
        for name, n, raw, error in shown
    ]
    steps = [least + (most - least) * i / 60 for i in range(61)]
    lines = [("common", _points([(across(least), place(0)), (across(most), place(0))]))]
    for z, kind in ((-Z95, "alert"), (Z95, "alert"), (-Z998, "alarm"), (Z998, "alarm")):
        lines += [(kind, _points([(across(n), place(z * one / math.sqrt(n))) for n in steps]))]
    numbers = [Tick(across(n), f"{n:g}") for n in _scale(0.0, most)[2] if n <= most]
    return Plot(says, dots, lines, [], numbers, [Tick(place(mark), f"{mark:+g}" if mark else "0") for mark in marks])
