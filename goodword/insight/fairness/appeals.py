"""Appeals against how a case was coded. Somebody else decides, with words; the next fit reads what was decided."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from goodword.cases.models import Feasibility
from goodword.insight.access import scope_of
from goodword.insight.models import Appeal, RatedCase
from goodword.kit.errors import Conflict, Malformed, NotAllowed, NotFound
from goodword.ledger.actions import record
from goodword.people.access import may_lead, may_write
from goodword.people.models import Agent

LONGEST = 500


def appeal(case_id: int, feasibility: str, reason: str, at: datetime, by: Agent) -> Appeal:
    """Asks for another coding of a case that one had a part in. Raises NotFound, Malformed, Conflict."""
    may_write(by)
    reason = reason.strip()[:LONGEST]
    if not reason:
        raise Malformed("Say why the coding is wrong.", field="reason")
    rated = RatedCase.objects.filter(pk=case_id).first()
    if rated is None or by.pk not in (rated.first_id, *rated.agents):
        raise NotFound("There is no such case among yours.")
    if feasibility not in Feasibility.values or feasibility == rated.feasibility:
        raise Malformed("Choose what it should have been.", field="feasibility")
    with transaction.atomic():
        try:
            with transaction.atomic():
                made = Appeal.objects.create(rated=rated, by=by, at=at, feasibility=feasibility, reason=reason)
        except IntegrityError:
            raise Conflict("An appeal on this case waits for a decision already.", code="under_appeal") from None
        record("appeal.made", at=at, about=rated.pk, subject=made, by=by, touch=("insight",), wanted=feasibility)
    return made


def decide(pk: int, why: str, at: datetime, by: Agent, *, upheld: bool) -> Appeal:
    """The lead of whoever appealed, or an admin, decides with words. Raises NotFound, NotAllowed, Malformed."""
    teams = scope_of(may_lead(by)).teams
    why = why.strip()[:LONGEST]
    if not why:
        raise Malformed("Say why: the one who appealed reads it.", field="why")
    with transaction.atomic():
        row = Appeal.objects.select_for_update(of=("self",)).select_related("by").filter(pk=pk).first()
        if row is None or (teams is not None and row.by.team_id not in teams):
            raise NotFound("There is no such appeal.")
        if row.by_id == by.pk:
            raise NotAllowed("Somebody else decides your appeal.")
        if row.upheld is not None:
            raise Conflict("This appeal is decided already.", code="decided")
        row.upheld, row.decided_by, row.decided_at, row.decided_why = upheld, by, at, why
        row.save(update_fields=["upheld", "decided_by", "decided_at", "decided_why"])
        record("appeal.decided", at=at, about=row.rated_id, subject=row, by=by, touch=("insight",), upheld=upheld)
    return row
