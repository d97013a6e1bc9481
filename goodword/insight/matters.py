"""Which promise stands for its matter: a matter counts once for each person, by what went least well in it. Pure.

Who promises many small things besides a large one has the same figures as who promises the large one alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from goodword.insight.definitions import BY_KEY

EVERYBODY = 0
Values = Mapping[str, int]
Standing = dict[str, list[int]]


@dataclass(frozen=True)
class Promised:
    """A promise with a verdict: its number, the moment of the verdict, its values and whose it is."""

    number: int
    at: datetime
    values: Values
    persons: Collection[int]


def _verdict(values: Values) -> int:
    return 2 * values.get("broken", 0) + values.get("renegotiated", 0)


# How badly a promise went, as each measure sees it: the one for which this is highest stands for the matter.
LEAST_WELL: dict[str, Callable[[Values], int]] = {
    "kept": _verdict,
    "renegotiated": _verdict,
    "broken": _verdict,
    "chased": lambda values: values["chased"],
    "proven": lambda values: -values["proven"],
    "error": lambda values: abs(values["error"]),
}


def standing(promises: Collection[Promised]) -> dict[int, Standing]:
    """Returns for each promise of one matter the measures in which it stands for it, and for whom (0: everybody)."""
    found: dict[int, Standing] = {one.number: {} for one in promises}
    people = sorted({person for one in promises for person in one.persons})
    for person in (EVERYBODY, *people):
        own = [one for one in promises if person == EVERYBODY or person in one.persons]
        for measure, badness in LEAST_WELL.items():
            having = [one for one in own if measure in one.values]
            if having and (person == EVERYBODY or BY_KEY[measure].personal):
                chosen = min(having, key=lambda one: (-badness(one.values), one.at, one.number))
                found[chosen.number].setdefault(measure, []).append(person)
    return found


def people_of(measure: str, persons: Collection[int], counts: Standing | None) -> Collection[int]:
    """Returns for whom a fact counts: who it stands for, or else everybody and, for what is personal, its persons."""
    if counts is not None:
        return counts.get(measure, ())
    known = BY_KEY.get(measure)
    return (EVERYBODY, *(persons if known and known.personal else ()))
