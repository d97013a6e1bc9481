"""Which promises a person may see: those of the cases they may see, and whatever they own themselves."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from goodword.cases.access import case_for
from goodword.cases.models import Case
from goodword.kit.errors import Malformed, NotFound
from goodword.people.access import desk_of
from goodword.people.models import Agent, Customer
from goodword.promises.models import Heard, Promise, Status
from goodword.promises.queries import WITH

HEARD_WITH = ("kind", "case", "case__customer", "message", "said_by", "said_by__team")


def promise_for(agent: Agent, pk: int) -> Promise:
    """Returns a promise this agent may see; raises NotFound otherwise."""
    desk_of(agent)
    found = Promise.objects.select_related(*WITH).filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such promise.")
    case_for(agent, found.case_id)
    return found


def heard_for(agent: Agent, pk: int) -> Heard:
    """Returns words that were heard as a promise in a case this agent may see; raises NotFound otherwise."""
    desk_of(agent)
    found = Heard.objects.select_related(*HEARD_WITH).filter(pk=pk).first()
    if found is None:
        raise NotFound("There are no such words.")
    case_for(agent, found.case_id)
    return found


def promises_page(
    agent: Agent, *, status: str = "", verdict: str = "", owner: int | None = None, due_before: datetime | None = None,
    before: int | None = None, size: int = 50,
) -> tuple[list[Promise], bool]:  # fmt: skip
    """Returns a page of the promises that this agent may see, newest first by number, and whether there are more.

    Numbers never change, so that none is missed or comes twice while others are made or moved. One query.
    """
    desk_of(agent)
    asked = {
        "status": status or None, "verdict": verdict or None, "owner": owner, "due_at__lt": due_before,
        "id__lt": before,
    }  # fmt: skip
    rows = Promise.objects.select_related(*WITH).order_by("-id")
    found = list(rows.filter(**{name: value for name, value in asked.items() if value is not None})[: size + 1])
    return found[:size], len(found) > size


def promised_to(agent: Agent, customer: Customer, most: int = 50) -> list[Promise]:
    """Returns what a customer was last promised, the newest first. One query."""
    desk_of(agent)
    rows = Promise.objects.filter(case__customer=customer).select_related(*WITH)
    return list(rows.order_by("-id")[:most])


def owed_to(agent: Agent, customer: Customer, most: int = 100) -> list[Promise]:
    """Returns what a customer is owed now, the earliest due first. One query by the indexes of their cases."""
    desk_of(agent)
    rows = Promise.objects.filter(case__customer=customer, status=Status.OWED).select_related(*WITH)
    return list(rows.order_by("due_at", "id")[:most])


def settled_for(
    agent: Agent, customer: Customer, before: int | None = None, size: int = 12
) -> tuple[list[Promise], bool]:
    """Returns a page of what a customer was promised and is no longer owed, newest first, and whether there is more."""
    desk_of(agent)
    rows = Promise.objects.filter(case__customer=customer).exclude(status=Status.OWED).select_related(*WITH)
    rows = rows.filter(pk__lt=before) if before else rows
    found = list(rows.order_by("-id")[: size + 1])
    return found[:size], len(found) > size


def kept_in_case(agent: Agent, case: Case, pks: Collection[int]) -> list[Promise]:
    """Returns these promises of a case, which a message keeps; raises Malformed for one of another. One query."""
    desk_of(agent)
    found = list(Promise.objects.filter(case=case, pk__in=pks).select_related(*WITH).order_by("id")) if pks else []
    if len(found) < len(set(pks)):
        raise Malformed("Such a promise is not in this case.", field="keeps")
    return found
