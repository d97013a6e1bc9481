"""The fair slice: a share of new cases is given by chance inside the team, so that skill can be told from luck.

Where whoever is best gets what is hardest, nothing in the answers tells skill from difficulty that nobody wrote down.
One case in ten given by chance does (METHOD: the term for unrecorded difficulty is known from these cases alone).
"""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.conf import settings
from django.db import transaction

from goodword.cases.changes import assign
from goodword.cases.models import Case, Status
from goodword.insight.models import Slice
from goodword.kit.errors import DeskError, Malformed
from goodword.ledger.actions import record
from goodword.people.access import may_administer
from goodword.people.models import Agent, Role
from goodword.people.queries import able_to_own, away_now

MOST_PERCENT = 30


def slice_now() -> int:
    """Returns how many of a hundred new cases are given by chance; 0 when the fair slice is off."""
    row = Slice.objects.first()
    return row.percent if row else 0


def set_slice(percent: int, at: datetime, by: Agent) -> None:
    """Turns the fair slice on (a share of 1 to 30 %) or off (0). Admins only."""
    may_administer(by)
    if not 0 <= percent <= MOST_PERCENT:
        raise Malformed(
            "A share from 0 to %(most_percent)s %%.", values={"most_percent": MOST_PERCENT}, field="percent"
        )
    with transaction.atomic():
        Slice.objects.update_or_create(pk=True, defaults={"percent": percent})
        record("slice.set", at=at, by=by, percent=percent)


def give(case_id: int, at: datetime) -> Agent | None:
    """Gives a new case that nobody has yet to somebody who is there, by chance, if it falls into the slice."""
    percent = slice_now()
    if not percent or _draw(case_id, "slice") * 100 >= percent:
        return None
    case = Case.objects.filter(pk=case_id, owner=None, status=Status.OPEN).first()
    if case is None:
        return None
    here = able_to_own().filter(role=Role.AGENT).exclude(pk__in=away_now(at)).order_by("pk")
    people = list(here.filter(team=case.team_id) if case.team_id else here)
    if len(people) < 2:
        return None
    chosen = people[int(_draw(case_id, "person") * len(people))]
    try:
        assign(case, chosen, at, None, by_chance=True)
    except DeskError:
        return None
    return chosen


def _draw(case_id: int, what: str) -> float:
    """The same chance for the same case, so that a repeated job gives it to the same person; nobody can guess it."""
    seed = hashlib.sha256(f"{settings.SECRET_KEY}:{what}:{case_id}".encode()).digest()
    return int.from_bytes(seed[:6], "big") / 2**48
