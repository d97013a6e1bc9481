"""Which cases a person may see: everybody with a desk sees the cases of the organisation, others none."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.db.models import Exists, OuterRef, Q, QuerySet

from goodword.cases import queries
from goodword.cases.fields import Field
from goodword.cases.labels import Tag
from goodword.cases.models import Attachment, Case, Category, Message, Resolution
from goodword.cases.ties import Tie
from goodword.kit.errors import NotFound
from goodword.people.access import desk_of, may_administer
from goodword.people.models import Agent


def case_for(agent: Agent, pk: int) -> Case:
    """Returns a case this agent may see; raises NotFound otherwise, also for what does not exist."""
    desk_of(agent)
    found = (
        Case.objects.select_related(
            "customer", "customer__company", "owner", "team", "identity", "perhaps_of", "merged_into"
        )
        .annotate(took_others_in=Exists(Case.objects.filter(merged_into=OuterRef("pk"), split__undone_at=None)))
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotFound("There is no such case.")
    return found


def cases_for(agent: Agent, pks: Collection[int]) -> list[Case]:
    """Returns those of these cases that this agent may see, at most fifty, in the order of their numbers. One query."""
    desk_of(agent)
    return list(Case.objects.filter(pk__in=list(pks)[: queries.PAGE]).order_by("pk"))


def cases_for_export(agent: Agent, pks: Sequence[int]) -> list[Case]:
    """Returns those of these cases that this agent may see, in the given order, with what a list tells. One query."""
    desk_of(agent)
    rows = Case.objects.select_related("customer", "identity", "owner", "category").in_bulk(pks)
    return [rows[pk] for pk in pks if pk in rows]


def cases_page(
    agent: Agent, *, status: str = "", owner: int | None = None, customer: int | None = None, before: int | None = None,
    size: int = queries.PAGE,
) -> tuple[list[Case], bool]:  # fmt: skip
    """Returns a page of the cases that this agent may see, newest first by number, and whether there are older ones.

    Numbers never change, so that no case is missed or comes twice while others are added or change. One query.
    """
    desk_of(agent)
    asked = {"status": status or None, "owner": owner, "customer": customer, "id__lt": before}
    rows = Case.objects.select_related("customer", "owner", "identity").order_by("-id")
    found = list(rows.filter(**{name: value for name, value in asked.items() if value is not None})[: size + 1])
    return found[:size], len(found) > size


def inbox_for(agent: Agent, view: str) -> QuerySet[Case]:
    """Returns one view of the inbox; raises NotFound for a view that does not exist."""
    try:
        return queries.view_of_inbox(view, desk_of(agent))
    except KeyError:
        raise NotFound("There is no such view.") from None


def attachment_for(agent: Agent, pk: int) -> Attachment:
    """Returns a file this agent may see; raises NotFound otherwise."""
    desk_of(agent)
    found = Attachment.objects.select_related("message").filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such file.")
    return found


def message_for(agent: Agent, pk: int) -> Message:
    """Returns a message this agent may see; raises NotFound otherwise."""
    desk_of(agent)
    found = Message.objects.select_related("case").filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such message.")
    return found


def resolution_for(agent: Agent, pk: int) -> Resolution:
    """Returns a proposed course this agent may see; raises NotFound otherwise."""
    desk_of(agent)
    found = Resolution.objects.select_related("case", "follows_up").filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such proposal.")
    return found


def tie_for(agent: Agent, case: Case, pk: int) -> Tie:
    """Returns a link of this case to another one that this agent may see as well; raises NotFound otherwise."""
    desk_of(agent)
    rows = Tie.objects.select_related("case", "other")
    found = rows.filter(Q(case_id__in=queries.family(case)) | Q(other_id__in=queries.family(case)), pk=pk).first()
    if found is None:
        raise NotFound("There is no such link.")
    return found


def field_for(agent: Agent, pk: int) -> Field:
    """Returns a field of cases, for an admin; raises NotFound for none."""
    may_administer(agent)
    found = Field.objects.filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such field.")
    return found


def tag_for(agent: Agent, pk: int) -> Tag:
    """Returns a tag, for an admin; raises NotFound for none."""
    may_administer(agent)
    found = Tag.objects.filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such tag.")
    return found


def category_for(agent: Agent, pk: int) -> Category:
    """Returns a category, for an admin; raises NotFound for none."""
    may_administer(agent)
    found = Category.objects.filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such category.")
    return found
