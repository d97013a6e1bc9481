"""Whether two people who look at the same thing see the same: Cohen's kappa with its interval. Pure."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from goodword.insight.figures import Z95

FEWEST = 20


@dataclass(frozen=True)
class Agreement:
    """How far two raters agree beyond chance: 1 always, 0 as chance would; None below twenty pairs of answers."""

    n: int
    same: int
    kappa: float | None = None
    low: float = 0.0
    high: float = 0.0

    @property
    def missing(self) -> int:
        """Returns how many pairs are needed until anything may be said."""
        return max(FEWEST - self.n, 0)


def agreement(pairs: Sequence[tuple[str, str]]) -> Agreement:
    """Returns the agreement of pairs of answers (Cohen 1960, with his own standard error).

    Where both always say the one same word, chance agrees as well, and nothing can be said.
    """
    n, same = len(pairs), sum(one == other for one, other in pairs)
    if n < FEWEST:
        return Agreement(n, same)
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = sum(first[word] * second[word] for word in first) / n**2
    if by_chance >= 1:
        return Agreement(n, same)
    kappa = (same / n - by_chance) / (1 - by_chance)
    error = math.sqrt(same / n * (1 - same / n) / n) / (1 - by_chance)
    return Agreement(n, same, kappa, max(kappa - Z95 * error, -1.0), min(kappa + Z95 * error, 1.0))
