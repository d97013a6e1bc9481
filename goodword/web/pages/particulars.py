"""What stands beside a case: its fields, and the cases to which it belongs. A part that loads by itself."""

from __future__ import annotations

from typing import Any

from goodword.cases import linking, splitting
from goodword.cases.fields import Field
from goodword.cases.filling import fields, shown
from goodword.cases.models import Case
from goodword.web.sheets.relations import RELATIONS


def beside(case: Case) -> dict[str, Any]:
    """Returns the fields of a case, its links, of what it was a part, and its parts. Four to seven queries."""
    split = splitting.split_of(case)
    return {
        "case": case,
        "fields": [(field, _said(case, field)) for field in fields()],
        "links": [(one, RELATIONS[one.relation]) for one in linking.links_of(case)],
        "split": split,
        "may_go_back": bool(split) and splitting.may_be_undone(case),
        "parts": splitting.splits_of(case),
    }


def _said(case: Case, field: Field) -> dict[str, str] | None:
    """A value in words, and the question that finds all cases with it; None for an empty field."""
    if field.key not in case.fields:
        return None
    words = shown(case.fields[field.key])
    return {"words": words, "asked": f'field.{field.key}:"{words}"'}
