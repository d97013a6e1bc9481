"""Linking two cases, with the kind of relation, and reading the links of one. A link moves and closes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from goodword.cases import queries
from goodword.cases.models import Case
from goodword.cases.ties import MOST_LINKS, Relation, Tie
from goodword.kit.errors import Conflict, Malformed
from goodword.ledger.actions import record
from goodword.people.models import Agent

CAUSES, BLOCKS, HAS_DUPLICATE = "causes", "blocks", "has_duplicate"
TURNED = {Relation.CAUSED: CAUSES, Relation.BLOCKED: BLOCKS, Relation.DUPLICATE: HAS_DUPLICATE}
BACK = {turned: relation for relation, turned in TURNED.items()}
WORDS = {
    Relation.RELATED: "related to", Relation.DUPLICATE: "duplicate of", HAS_DUPLICATE: "has the duplicate",
    Relation.CAUSED: "caused by", CAUSES: "cause of", Relation.BLOCKED: "blocked by", BLOCKS: "blocks",
}  # fmt: skip


@dataclass(frozen=True)
class Linked:
    """A link as one of its cases sees it: what it is to the other one."""

    tie: Tie
    relation: str
    other: Case


def links_of(case: Case) -> list[Linked]:
    """Returns the links of a case and of those merged into it, the newest first. Two queries."""
    cases = queries.family(case)
    rows = Tie.objects.filter(Q(case_id__in=cases) | Q(other_id__in=cases)).order_by("-id")
    found = []
    for tie in rows.select_related("case__customer", "other__customer")[: 2 * MOST_LINKS]:
        is_ours = tie.case_id in cases
        relation = tie.relation if is_ours else TURNED.get(Relation(tie.relation), tie.relation)
        found.append(Linked(tie, relation, tie.other if is_ours else tie.case))
    return found


def link(case: Case, other: Case, relation: str, at: datetime, by: Agent) -> Tie:
    """Links a case to another one. Raises Conflict for a case and itself, for two linked already, and above a bound."""
    if relation not in WORDS:
        raise Malformed("Choose how the two cases belong together.", field="relation")
    first, second = (other, case) if relation in BACK else (case, other)
    with transaction.atomic():
        rows = Case.objects.select_for_update(of=("self",)).filter(pk__in=[case.pk, other.pk]).order_by("pk")
        if len(list(rows)) != 2:
            raise Conflict("A case cannot be linked to itself.", code="same_case")
        for one in (case, other):
            if len(Tie.objects.filter(Q(case=one) | Q(other=one)).values_list("pk")[:MOST_LINKS]) == MOST_LINKS:
                raise Conflict(
                    "Case #%(pk)s has %(most_links)s links already.",
                    values={"pk": one.pk, "most_links": MOST_LINKS},
                    code="too_many",
                )
        if Tie.objects.filter(Q(case=case, other=other) | Q(case=other, other=case)).exists():
            raise Conflict("These two are linked already. Remove that link first.", code="linked")
        tie = Tie.objects.create(case=first, other=second, relation=BACK.get(relation, relation), by=by, at=at)
        _record("case.linked", tie, at, by)
    return tie


def unlink(tie: Tie, at: datetime, by: Agent) -> None:
    """Removes a link; both cases keep a line about it."""
    with transaction.atomic():
        _record("case.unlinked", tie, at, by)
        tie.delete()


def _record(verb: str, tie: Tie, at: datetime, by: Agent) -> None:
    relation = Relation(tie.relation)
    turned = WORDS[TURNED.get(relation, relation)]
    record(verb, at=at, about=tie.case_id, subject=tie.case, by=by, words=WORDS[relation], other=tie.other_id)
    record(verb, at=at, about=tie.other_id, subject=tie.other, by=by, words=turned, other=tie.case_id)
