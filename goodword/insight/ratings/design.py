"""Linear models on coded columns: every block of X'WX is one count, so a million cases cost seconds.

Columns with few codes are counted together: nine facts of the start become two or three groups, whose combinations are
the cells that are counted; from the cells come the blocks of all their columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from goodword.insight.ratings.facts import NOBODY, Cases

# How far each start fact may move a rating (prior standard deviations, in rating points).
START = {
    "kind": 0.35, "feasibility": 1.0, "channel": 0.3, "partner": 0.35, "anger": 0.4, "history": 0.25,
    "late payer": 0.25, "month": 0.15, "promised": 0.3,
}  # fmt: skip
MOST_CELLS = 512  # of one group


@dataclass(frozen=True, eq=False)
class Part:
    """Codes of some rows (None: of all), each with a value or 1; a code stands for one row of `shown`, which says by
    how much each of the coefficients `at` counts there (None: the code is the coefficient itself)."""

    codes: np.ndarray
    cells: int
    at: np.ndarray
    shown: np.ndarray | None = None
    rows: np.ndarray | None = None
    values: np.ndarray | None = None

    def sums(self, weighted: np.ndarray) -> np.ndarray:
        """Returns the sum of what is given for all rows, for each coefficient."""
        chosen = weighted if self.rows is None else weighted[self.rows]
        chosen = chosen if self.values is None else chosen * self.values
        cells = np.bincount(self.codes, chosen, self.cells)
        return cells if self.shown is None else np.asarray(self.shown.T @ cells)

    def square(self, weight: np.ndarray) -> np.ndarray:
        """Returns the block of X'WX with itself."""
        chosen = weight if self.rows is None else weight[self.rows]
        chosen = chosen if self.values is None else chosen * self.values**2
        cells = np.bincount(self.codes, chosen, self.cells)
        return np.diag(cells) if self.shown is None else self.shown.T @ (cells[:, None] * self.shown)

    def with_other(self, other: Part, weight: np.ndarray) -> np.ndarray:
        """Returns the block of X'WX with another part."""
        rows = self.rows if other.rows is None else other.rows
        if self.rows is not None and other.rows is not None:
            rows = np.intersect1d(self.rows, other.rows, assume_unique=True)
        value = weight if rows is None else weight[rows]
        joint = self._of(self.codes, rows) * other.cells + other._of(other.codes, rows)
        for part in (self, other):
            value = value if part.values is None else value * part._of(part.values, rows)
        cells = np.bincount(joint, value, self.cells * other.cells).reshape(self.cells, other.cells)
        cells = cells if self.shown is None else self.shown.T @ cells
        return cells if other.shown is None else cells @ other.shown

    def _of(self, values: np.ndarray, rows: np.ndarray | None) -> np.ndarray:
        if rows is None or rows is self.rows:
            return values
        found: np.ndarray = values[rows if self.rows is None else np.searchsorted(self.rows, rows)]
        return found

    def add(self, total: np.ndarray, beta: np.ndarray) -> None:
        """Adds what each row owes to these coefficients."""
        cells = beta[self.at] if self.shown is None else self.shown @ beta[self.at]
        said = cells[self.codes]
        said = said if self.values is None else said * self.values
        if self.rows is None:
            total += said
        else:
            total[self.rows] += said


@dataclass(frozen=True)
class Block:
    """A run of coefficients with their prior means and standard deviations."""

    name: str
    size: int
    sd: float
    mean: float = 0.0


@dataclass
class Design:
    """Parts, plain columns and blocks of one linear model over `count` rows."""

    count: int
    parts: list[Part] = field(default_factory=list)
    plain: list[np.ndarray] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def add(self, block: Block, values: np.ndarray) -> None:
        """Adds one coefficient with a value for each row."""
        self.blocks.append(block)
        self.plain.append(values)

    def add_people(self, block: Block, touches: Sequence[tuple[np.ndarray, np.ndarray | None]]) -> None:
        """Adds one coefficient for each person; a case belongs to several, to each by a share (None: whole)."""
        start = sum(one.size for one in self.blocks)
        self.blocks.append(block)
        at = np.arange(start, start + block.size)
        for codes, values in touches:
            rows = np.flatnonzero(codes != NOBODY)
            if len(rows) == self.count:
                self.parts.append(Part(np.ascontiguousarray(codes), block.size, at, values=values))
            elif len(rows):
                share = None if values is None else values[rows]
                self.parts.append(Part(codes[rows], block.size, at, rows=rows, values=share))

    @cached_property
    def _columns(self) -> tuple[np.ndarray, np.ndarray]:
        """The plain columns as one matrix, and their places in the vector of coefficients."""
        taken = np.concatenate([part.at for part in self.parts]) if self.parts else np.zeros(0, int)
        at = np.setdiff1d(np.arange(sum(block.size for block in self.blocks)), taken)
        return (np.array(self.plain) if self.plain else np.zeros((0, self.count))), at

    def part(self, name: str) -> slice:
        """The place of one block in the vector of coefficients."""
        names = [block.name for block in self.blocks]
        start = sum(block.size for block in self.blocks[: names.index(name)])
        return slice(start, start + self.blocks[names.index(name)].size)

    def prior(self) -> tuple[np.ndarray, np.ndarray]:
        """Prior means and precisions of all coefficients."""
        means = np.concatenate([np.full(block.size, block.mean) for block in self.blocks])
        precision = np.concatenate([np.full(block.size, block.sd**-2.0) for block in self.blocks])
        return means, precision

    def predict(self, beta: np.ndarray, names: Sequence[str] | None = None) -> np.ndarray:
        """The linear predictor of each row, of some blocks or of all."""
        if names is not None:
            kept = np.zeros(len(beta))
            for name in names:
                kept[self.part(name)] = beta[self.part(name)]
            beta = kept
        columns, at = self._columns
        total = beta[at] @ columns
        for part in self.parts:
            if beta[part.at].any():
                part.add(total, beta)
        return np.asarray(total)

    def right(self, weighted: np.ndarray) -> np.ndarray:
        """X'y for y already weighted."""
        columns, at = self._columns
        total = np.zeros(sum(block.size for block in self.blocks))
        total[at] = columns @ weighted
        for part in self.parts:
            total[part.at] += part.sums(weighted)
        return total

    def gram(self, weight: np.ndarray) -> np.ndarray:
        """X'WX."""
        size = sum(block.size for block in self.blocks)
        total = np.zeros((size, size))
        columns, at = self._columns
        weighted = columns * weight
        total[np.ix_(at, at)] = weighted @ columns.T
        for number, part in enumerate(self.parts):
            total[np.ix_(part.at, part.at)] += part.square(weight)
            for place, values in zip(at, weighted, strict=True):
                sums = part.sums(values)
                total[part.at, place] += sums
                total[place, part.at] += sums
            for other in self.parts[:number]:
                found = part.with_other(other, weight)
                total[np.ix_(part.at, other.at)] += found
                total[np.ix_(other.at, part.at)] += found.T
        return total


@dataclass(frozen=True)
class Groups:
    """The start facts of all cases as a few groups: their codes, and which coefficients each code stands for."""

    blocks: list[Block]
    parts: list[Part]


def groups_of(cases: Cases) -> Groups:
    """Returns the start facts grouped, the largest first, each group with as many facts as it can take."""
    blocks = [Block("level", 1, 10.0), *(Block(name, cases.sizes[name], sd) for name, sd in START.items())]
    starts = dict(zip((block.name for block in blocks), np.cumsum([0, *(b.size for b in blocks)]), strict=False))
    taken: list[list[str]] = []
    for name in sorted(START, key=lambda one: -cases.sizes[one]):
        place = next((one for one in taken if _cells(cases, one) * cases.sizes[name] <= MOST_CELLS), None)
        if place is None:
            taken.append([name])
        else:
            place.append(name)
    return Groups(blocks, [_group(cases, names, starts, level=names is taken[0]) for names in taken])


def _cells(cases: Cases, names: Sequence[str]) -> int:
    return int(np.prod([cases.sizes[name] for name in names]))


def _group(cases: Cases, names: Sequence[str], starts: dict[str, int], *, level: bool) -> Part:
    codes = np.zeros(len(cases), dtype=np.intp)
    sizes = [cases.sizes[name] for name in names]
    for name, size in zip(names, sizes, strict=True):
        codes *= size
        codes += cases.start[name]
    shown = [np.ones((_cells(cases, names), 1))] if level else []
    at = [np.array([starts["level"]])] if level else []
    every = np.indices(sizes).reshape(len(sizes), -1)
    for name, size, here in zip(names, sizes, every, strict=True):
        shown.append(np.eye(size)[here])
        at.append(starts[name] + np.arange(size))
    return Part(codes, _cells(cases, names), np.concatenate(at), np.concatenate(shown, axis=1))


def against_the_mean(effect: np.ndarray, covariance: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Returns effects against their mean, and the variances of that: their common level is known from nowhere."""
    rows = covariance.mean(axis=1)
    return effect - effect.mean(), np.diag(covariance) - 2 * rows + covariance.mean()


def start_facts(groups: Groups, rows: np.ndarray | None = None) -> Design:
    """The model of what was there at the start, of some cases or of all."""
    parts = [part if rows is None else Part(part.codes[rows], part.cells, part.at, part.shown) for part in groups.parts]
    return Design(len(parts[0].codes), parts, [], list(groups.blocks))
