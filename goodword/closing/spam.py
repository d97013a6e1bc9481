"""Saying that a case is spam, and that it is none. What was promised, or has ended as a matter, never is."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from goodword.cases import unwanted
from goodword.cases.models import Case, Closed
from goodword.closing import checks
from goodword.kit.errors import Conflict
from goodword.people.models import Agent
from goodword.promises.models import Promise
from goodword.promises.queries import owed_in

ENDED = (Closed.WORD, Closed.SILENCE, Closed.OVERRIDE)


def mark(case: Case, at: datetime, by: Agent) -> Case:
    """Marks a case as spam: it leaves the open views, and new mails of its sender go where it lies.

    Raises Conflict while a promise in it is owed, once something was promised, and for a matter that has ended:
    nobody gets rid of a figure that way. Already spam: nothing happens.
    """
    with transaction.atomic():
        case = Case.objects.select_for_update(of=("self",)).select_related("identity").get(pk=case.pk)
        if case.closed_how == Closed.SPAM:
            return case
        owed = owed_in(case)
        if owed:
            raise Conflict(
                "A promise in this case is still owed, so it is no spam. Keep it, or let the customer let you off.",
                code="promises_owed", promises=[one.pk for one in owed],
            )  # fmt: skip
        if Promise.objects.filter(case=case).exists():
            raise Conflict("Something was promised here, so this was a matter.", code="promises_made")
        if case.closed_how in ENDED:
            raise Conflict("This matter has ended. Spam is what never was one.", code="was_a_matter")
        checks.withdraw(case, at)
        unwanted.write(case, at, by)
    return case


def unmark(case: Case, at: datetime, by: Agent) -> Case:
    """Says that a case is no spam: it stands as before, and its sender is forgotten."""
    found: Case = unwanted.take_back(case, at, by)
    return found
