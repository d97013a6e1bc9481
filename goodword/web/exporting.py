"""A list of cases as a CSV file, written as it is read: a few hundred cases are in memory at a time."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from datetime import datetime

from asgiref.sync import sync_to_async
from django.http import StreamingHttpResponse
from django.utils.text import slugify

from goodword.cases.access import cases_for_export
from goodword.cases.fields import Field
from goodword.cases.filling import fields, shown
from goodword.cases.models import Case
from goodword.finding.access import listed
from goodword.kit.tables import line
from goodword.people.models import Agent

MOST, AT_ONCE = 10_000, 500
HEAD = (
    "number", "subject", "customer", "address", "status", "closed", "priority", "tags", "owner", "category", "began",
    "last words at", "owed promises", "next due",
)  # fmt: skip


def exported(agent: Agent, text: str, name: str, now: datetime) -> StreamingHttpResponse:
    """Returns the newest ten thousand cases that meet conditions; a file that is not all of them says so by its name.

    Which cases is settled at once, so that none is missed or comes twice while others change.
    """
    numbers = listed(agent, text, now, MOST + 1)
    cut = f"-newest-{MOST}" if len(numbers) > MOST else ""
    response = StreamingHttpResponse(_lines(agent, numbers[:MOST], fields()), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slugify(name) or "cases"}{cut}.csv"'
    response["Cache-Control"] = "no-store"
    return response


async def _lines(agent: Agent, numbers: Sequence[int], own: Sequence[Field]) -> AsyncIterator[str]:
    yield "\ufeff" + line((*HEAD, *(field.name for field in own)))
    for start in range(0, len(numbers), AT_ONCE):
        yield await sync_to_async(_part)(agent, numbers[start : start + AT_ONCE], own)


def _part(agent: Agent, numbers: Sequence[int], own: Sequence[Field]) -> str:
    return "".join(line(_values(case, own)) for case in cases_for_export(agent, numbers))


def _values(case: Case, own: Sequence[Field]) -> tuple[object, ...]:
    return (
        case.pk, case.subject, case.customer, case.identity.address if case.identity else "", case.status,
        case.closed_how, case.priority, " ".join(case.tags), case.owner or "", case.category or "",
        _at(case.created_at), _at(case.last_at), case.owed, _at(case.next_due_at),
        *(shown(case.fields[field.key]) if field.key in case.fields else "" for field in own),
    )  # fmt: skip


def _at(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}" if moment else ""
