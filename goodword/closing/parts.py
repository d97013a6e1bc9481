"""What follows for the check where cases are merged, or a part that was split off comes back."""

from __future__ import annotations

from datetime import datetime

from goodword.cases.models import Case
from goodword.cases.queries import root
from goodword.closing import checks
from goodword.ledger.models import Entry


def check_goes_along(entry: Entry, now: datetime) -> None:
    """A case became a part of another one: it is asked about there, once nothing is owed. Heard late, it may stand
    by itself again."""
    case = Case.objects.select_related("merged_into").get(pk=entry.case_id or 0)
    if case.merged_into_id:
        checks.withdraw(case, now)
        checks.consider(root(case), now)
