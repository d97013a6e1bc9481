"""What a case carries so that it is found again: tags, priority, fields; and whether it is spam."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from goodword.api.door import reader, reads, undoes, writer, writes
from goodword.api.fields import Number
from goodword.api.given import NewPriority, NewTags, NewValues, NoWords
from goodword.api.shown import CaseOut, FieldOut, Fields
from goodword.cases.access import case_for
from goodword.cases.filling import fields, fill
from goodword.cases.labelling import prioritise, tag
from goodword.closing import spam
from goodword.kit import clock

router, known = Router(tags=["cases"]), Router(tags=["cases"])


@known.get("", **reads(Fields))
def list_fields(request: HttpRequest) -> Fields:
    """The fields of cases that are in use, in order."""
    reader(request)
    return Fields(items=[FieldOut.model_validate(row) for row in fields()])


@router.post("/{pk}/tags", **writes(CaseOut))
def set_tags(request: HttpRequest, pk: Number, given: NewTags) -> CaseOut:
    """Puts tags on a case and takes others off."""
    agent = writer(request)
    tag(case_for(agent, pk), given.add, given.remove, clock.now(), agent)
    return CaseOut.model_validate(case_for(agent, pk))


@router.post("/{pk}/priority", **writes(CaseOut))
def set_priority(request: HttpRequest, pk: Number, given: NewPriority) -> CaseOut:
    """Says how much a case presses."""
    agent = writer(request)
    prioritise(case_for(agent, pk), given.priority, clock.now(), agent)
    return CaseOut.model_validate(case_for(agent, pk))


@router.post("/{pk}/fields", **writes(CaseOut))
def fill_in(request: HttpRequest, pk: Number, given: NewValues) -> CaseOut:
    """Writes values into fields of a case; null empties one, what is not named stays."""
    agent = writer(request)
    fill(case_for(agent, pk), given.values, clock.now(), agent)
    return CaseOut.model_validate(case_for(agent, pk))


@router.post("/{pk}/spam", **writes(CaseOut))
def mark_as_spam(request: HttpRequest, pk: Number, given: NoWords) -> CaseOut:
    """Marks a case as spam, and its sender; refused while a promise in it is owed, and once one was made."""
    agent = writer(request)
    spam.mark(case_for(agent, pk), clock.now(), agent)
    return CaseOut.model_validate(case_for(agent, pk))


@router.delete("/{pk}/spam", **undoes(CaseOut))
def is_no_spam(request: HttpRequest, pk: Number) -> CaseOut:
    """Puts a case back as it stood, and forgets its sender; of one that is no spam nothing changes."""
    agent = writer(request)
    case = case_for(agent, pk)
    if case.closed_how == "spam":
        spam.unmark(case, clock.now(), agent)
    return CaseOut.model_validate(case_for(agent, pk))
