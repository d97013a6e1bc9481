"""What one figure is made of. Pure."""

from __future__ import annotations

from dataclasses import dataclass

SHARE, MEAN, PART = "share", "mean", "part"
UP, DOWN, NEITHER = "up", "down", "neither"  # the better way; neither: it describes, it does not praise
PROMISE, CASE, MAIL, ASK, RATING = "promise", "case", "mail", "ask", "rating"


@dataclass(frozen=True)
class Measure:
    """One figure. `of` is what is counted, `least` the smallest number of them below which nothing is shown.

    A mean is counted in whole parts of its `unit`: `parts` of them are one (1440 minutes are a day). A part is a mean
    of shares, each of one thing.
    """

    key: str
    name: str
    of: str
    plain: str
    definition: str
    unit: str
    trick: str
    why_not: str
    kind: str = SHARE
    better: str = NEITHER
    least: int = 20
    parts: int = 1
    personal: bool = False
    things: str = "promises"

    @property
    def is_share(self) -> bool:
        """Says whether things are counted that are so or are not."""
        return self.kind == SHARE

    @property
    def is_of_hundred(self) -> bool:
        """Says whether the figure is so many of a hundred."""
        return self.kind in (SHARE, PART)
