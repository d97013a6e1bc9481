"""Linear models on coded columns: every block of X'WX is one count, so a million cases cost seconds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from goodword.insight.ratings.facts import NOBODY, Cases

# How far each start fact may move a rating (prior standard deviations, in rating points).
START = {
    "kind": 0.35, "feasibility": 1.0, "channel": 0.3, "partner": 0.35, "anger": 0.4, "history": 0.25,
    "late payer": 0.25, "month": 0.15, "promised": 0.3,
}  # fmt: skip


@dataclass(frozen=True)
class Column:
    """One coded column; several may share the coefficients of one `block` (a case belongs to several people)."""

    block: str
    codes: np.ndarray
    values: np.ndarray | None = None


@dataclass(frozen=True)
class Block:
    """A run of coefficients with their prior means and standard deviations."""

    name: str
    size: int
    sd: float
    mean: float = 0.0


@dataclass
class Design:
    """Columns and blocks of one linear model."""

    columns: list[Column] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def add(self, block: Block, *columns: Column) -> None:
        """Adds a run of coefficients and the columns that use it."""
        self.blocks.append(block)
        self.columns.extend(columns)

    @property
    def offsets(self) -> dict[str, int]:
        """Where each block begins in the vector of coefficients."""
        found, place = {}, 0
        for block in self.blocks:
            found[block.name], place = place, place + block.size
        return found

    def part(self, name: str) -> slice:
        """The place of one block in the vector of coefficients."""
        start = self.offsets[name]
        return slice(start, start + next(block.size for block in self.blocks if block.name == name))

    def prior(self) -> tuple[np.ndarray, np.ndarray]:
        """Prior means and precisions of all coefficients."""
        means = np.concatenate([np.full(block.size, block.mean) for block in self.blocks])
        precision = np.concatenate([np.full(block.size, block.sd**-2.0) for block in self.blocks])
        return means, precision

    def predict(self, beta: np.ndarray, names: Sequence[str] | None = None) -> np.ndarray:
        """The linear predictor of each row, of some blocks or of all."""
        offsets = self.offsets
        total = np.zeros(len(self.columns[0].codes))
        for column in self.columns:
            if names is None or column.block in names:
                said = column.codes != NOBODY
                part = beta[offsets[column.block] + column.codes[said]]
                total[said] += part if column.values is None else part * column.values[said]
        return total

    def right(self, weighted: np.ndarray) -> np.ndarray:
        """X'y for y already weighted."""
        offsets, sizes = self.offsets, {block.name: block.size for block in self.blocks}
        total = np.zeros(sum(sizes.values()))
        for column in self.columns:
            said = column.codes != NOBODY
            value = weighted[said] if column.values is None else weighted[said] * column.values[said]
            start, size = offsets[column.block], sizes[column.block]
            total[start : start + size] += np.bincount(column.codes[said], value, size)
        return total

    def gram(self, weight: np.ndarray) -> np.ndarray:
        """X'WX."""
        offsets, sizes = self.offsets, {block.name: block.size for block in self.blocks}
        total = np.zeros((sum(sizes.values()),) * 2)
        for number, a in enumerate(self.columns):
            for b in self.columns[: number + 1]:
                said = (a.codes != NOBODY) & (b.codes != NOBODY)
                value = weight[said]
                for column in (a, b):
                    value = value if column.values is None else value * column.values[said]
                rows, columns = sizes[a.block], sizes[b.block]
                found = np.bincount(a.codes[said] * columns + b.codes[said], value, rows * columns).reshape(
                    rows, columns
                )
                i, j = offsets[a.block], offsets[b.block]
                total[i : i + rows, j : j + columns] += found
                if a is not b:
                    total[j : j + columns, i : i + rows] += found.T
        return total


def against_the_mean(effect: np.ndarray, covariance: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Returns effects against their mean, and the variances of that: their common level is known from nowhere."""
    rows = covariance.mean(axis=1)
    return effect - effect.mean(), np.diag(covariance) - 2 * rows + covariance.mean()


def start_facts(cases: Cases, rows: np.ndarray, scale: float = 1.0) -> Design:
    """The model of what was there at the start; `scale` widens the priors for outcomes of another size."""
    design = Design()
    zero = np.zeros(len(rows), dtype=int)
    design.add(Block("level", 1, 10.0), Column("level", zero))
    for name, sd in START.items():
        design.add(Block(name, cases.sizes[name], sd * scale), Column(name, cases.start[name][rows]))
    return design
