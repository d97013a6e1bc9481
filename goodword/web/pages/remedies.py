"""What is seen before a remedy is decided: one's limit, what others got, and the cases that say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from goodword.cases.models import Case
from goodword.kit.errors import Malformed
from goodword.people.models import Agent, Role
from goodword.remedies import queries, rules
from goodword.remedies.models import Remedy, RemedyKind

MOST_CASES = 5


@dataclass(frozen=True)
class Outlook:
    """What is known of one kind and amount; amounts in cents."""

    kind: RemedyKind
    limit: int | None
    is_within: bool
    spread: rules.Spread | None
    count: int
    flag: str
    precedents: list[Remedy]


def outlook(case: Case, agent: Agent, kind: RemedyKind, cents: int | None) -> Outlook:
    """Returns what is known before deciding. Two queries."""
    limit, found = queries.limit_for(agent, kind), queries.precedents(kind, case)
    flag = rules.outlier(cents, found.spread) if cents and kind.has_amount else ""
    return Outlook(
        kind, limit, rules.within_authority(cents or 0, limit), found.spread, len(found.remedies), flag,
        found.remedies[:MOST_CASES],
    )  # fmt: skip


def cents_of(value: Any) -> int | None:
    """Returns an amount as it was typed in cents; None when it is none."""
    try:
        cents = round(Decimal(str(value).replace(",", ".")) * 100)
    except (InvalidOperation, ValueError, OverflowError):
        return None
    return cents if 0 <= cents <= 10**9 else None


def typed_limits(given: Mapping[str, str]) -> Iterator[tuple[str, int | None]]:
    """Returns the limits of a form by role, read before the first is set; raises Malformed for no amount."""
    found = []
    for role in (Role.AGENT, Role.LEAD):
        typed = given.get(role, "").strip()
        cents = cents_of(typed) if typed else None
        if typed and cents is None:
            raise Malformed("“%(typed)s” is no amount.", values={"typed": typed[:20]}, field=role)
        found.append((role.value, cents))
    yield from found
