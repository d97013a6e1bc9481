"""What the ratings know: cases as columns of numbers. Three kinds of facts, never mixed.

Start facts (kind, feasibility, channel, partner, anger, history, month) are adjusted away. Behaviours (needless
hand-on, statement, promise, reopening, outcome) are never adjusted away but credited to who did them. Minutes and
numbers of contacts are not read at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

TOUCHES = 3
KEPT, BROKEN, RENEGOTIATED = 1, 2, 3
PROMISES = {None: 0, "kept": KEPT, "broken": BROKEN, "renegotiated": RENEGOTIATED}
NOBODY = -1
DAYS_OF_A_MONTH = 30.4375


@dataclass(frozen=True)
class Cases:
    """N cases. `agent`, `share` are N x 3 (NOBODY where there was no further touch); `needless`, `needed` N x 2."""

    case: np.ndarray
    start: dict[str, np.ndarray]
    sizes: dict[str, int]
    customer: np.ndarray
    matched: np.ndarray
    agent: np.ndarray
    share: np.ndarray
    needless: np.ndarray
    needed: np.ndarray
    stated: np.ndarray
    outcome: np.ndarray
    promise: np.ndarray
    reopened: np.ndarray
    asked_after_closing: np.ndarray
    yes_or_no: np.ndarray
    answer: np.ndarray  # NaN where nobody answered

    @property
    def first(self) -> np.ndarray:
        """Who had the case first."""
        return self.agent[:, 0]

    @property
    def last(self) -> np.ndarray:
        """Who had it last."""
        touches = (self.agent != NOBODY).sum(axis=1)
        last: np.ndarray = self.agent[np.arange(len(self.agent)), touches - 1]
        return last

    def __len__(self) -> int:
        return len(self.agent)


@dataclass(frozen=True)
class Named:
    """The cases with the names of their agents, in the order of their numbers."""

    cases: Cases
    agents: list[str]


class _Numbers(dict[Any, int]):
    """Gives each name it meets the next number."""

    def __missing__(self, name: Any) -> int:
        self[name] = len(self)
        return self[name]


def cases_of(rows: Iterable[Mapping[str, Any]]) -> Named:
    """Returns cases given as in the format of `goodword insight ratings`, one mapping a case, as columns."""
    rows = list(rows)
    agents = {name: number for number, name in enumerate(sorted({t["agent"] for row in rows for t in row["touches"]}))}
    numbers = {name: _Numbers() for name in ("kind", "feasibility", "channel", "partner", "customer")}
    codes = {name: np.array([found[row[name]] for row in rows], dtype=int) for name, found in numbers.items()}
    touches = [row["touches"][:TOUCHES] for row in rows]
    start = {name: codes[name] for name in ("kind", "feasibility", "channel", "partner")}
    start["anger"] = np.array([min(int(row["anger_at_start"]), 3) for row in rows], dtype=int)
    start["history"] = np.array([min(int(row["prior_complaints"]), 4) for row in rows], dtype=int)
    start["late payer"] = np.array([int(row["late_payer"]) for row in rows], dtype=int)
    start["month"] = np.array([int(row["day"] // DAYS_OF_A_MONTH) % 12 for row in rows], dtype=int)
    start["promised"] = np.array([int(row["promise"] is not None) for row in rows], dtype=int)
    sizes = {name: len(numbers[name]) for name in numbers if name in start}
    sizes |= {"anger": 4, "history": 5, "late payer": 2, "month": 12, "promised": 2}
    return Named(Cases(
        case=np.array([row["case"] for row in rows]), start=start, sizes=sizes, customer=codes["customer"],
        matched=np.array([row["routed"] != "random" for row in rows], dtype=float),
        agent=np.array([[agents[t["agent"]] for t in some] + [NOBODY] * (TOUCHES - len(some)) for some in touches]),
        share=np.array([[float(t["share"]) for t in some] + [0.0] * (TOUCHES - len(some)) for some in touches]),
        needless=_handed_on(touches, needed=False), needed=_handed_on(touches, needed=True),
        stated=np.array([float(row["stated"]) for row in rows]),
        outcome=np.array([float(row["outcome"]) for row in rows]),
        promise=np.array([PROMISES[row["promise"]] for row in rows], dtype=int),
        reopened=np.array([float(row["reopened"]) for row in rows]),
        asked_after_closing=np.array([row["survey"]["asked_at"] == "close" for row in rows]),
        yes_or_no=np.array([row["survey"]["scale"] == "yn" for row in rows]),
        answer=np.array(
            [np.nan if row["survey"]["answer"] is None else row["survey"]["answer"] for row in rows], dtype=float
        ),
    ), list(agents))  # fmt: skip


def _handed_on(touches: list[list[Mapping[str, Any]]], *, needed: bool) -> np.ndarray:
    """For the first and the second touch: was the case handed on, with need or without?"""

    def one(some: list[Mapping[str, Any]], place: int) -> float:
        on = some[place].get("handed_on") if place < len(some) else None
        return float(on is not None and bool(on["needed"]) == needed)

    return np.array([[one(some, 0), one(some, 1)] for some in touches])
