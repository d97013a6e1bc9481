"""Cases: begun, read, closed and opened again."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Query, Router

from goodword.api.beginning import begin
from goodword.api.door import reader, reads, token_of, undoes, writer, writes
from goodword.api.fields import Moment, Number
from goodword.api.given import Closing, NewCase, WhichCases
from goodword.api.pages import case_whole, promises_out
from goodword.api.shown import Begun, CaseOut, Cases, CaseWhole
from goodword.cases.access import case_for, cases_page
from goodword.closing import actions as closing
from goodword.kit import clock
from goodword.kit.errors import Conflict
from goodword.people.tokens import may_use
from goodword.promises.queries import owed_in

router = Router(tags=["cases"])


@router.post("", **writes(Begun))
def begin_case(request: HttpRequest, given: NewCase) -> Begun:
    """Begins a case, from the customer's words or from ours."""
    return begin(writer(request), given, clock.now())


@router.get("", **reads(Cases))
def list_cases(request: HttpRequest, asked: Query[WhichCases]) -> Cases:
    """The newest cases first."""
    rows, more = cases_page(
        reader(request), status=asked.status or "", owner=asked.owner, customer=asked.customer, before=asked.cursor,
        size=asked.limit,
    )  # fmt: skip
    return Cases(items=[CaseOut.model_validate(row) for row in rows], next=rows[-1].pk if more else None)


@router.get("/{pk}", **reads(CaseWhole))
def read_case(request: HttpRequest, pk: Number, before: Moment | None = None) -> CaseWhole:
    """A case with its promises and its timeline."""
    return case_whole(case_for(reader(request), pk), before)


@router.post("/{pk}/closure", **writes(CaseOut))
def close_case(request: HttpRequest, pk: Number, given: Closing) -> CaseOut:
    """Closes a case, or names every promise that stands in the way. An override takes the scope admin and a lead."""
    agent = writer(request)
    case = case_for(agent, pk)
    if given.how == "override":
        may_use(token_of(request), "admin")
    try:
        closing.close(case, given.how, clock.now(), agent, said_done=given.how == "word", reason=given.reason)
    except Conflict as refusal:
        if "promises" in refusal.details:
            refusal.details["promises"] = [row.model_dump() for row in promises_out(owed_in(case))]
        raise
    return CaseOut.model_validate(case_for(agent, pk))


@router.delete("/{pk}/closure", **undoes(CaseOut))
def open_case(request: HttpRequest, pk: Number) -> CaseOut:
    """Opens a case again."""
    agent = writer(request)
    closing.reopen(case_for(agent, pk), clock.now(), agent, f"{agent.name} opened it")
    return CaseOut.model_validate(case_for(agent, pk))
