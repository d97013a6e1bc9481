"""What stands beside a case of its own kind: the cases to which it belongs. A part that loads by itself."""

from __future__ import annotations

from typing import Any

from goodword.cases import linking, splitting
from goodword.cases.models import Case
from goodword.web.sheets.relations import RELATIONS


def beside(case: Case) -> dict[str, Any]:
    """Returns the links of a case, of what it was a part, and its parts. Three to six queries."""
    split = splitting.split_of(case)
    return {
        "case": case,
        "links": [(one, RELATIONS[one.relation]) for one in linking.links_of(case)],
        "split": split,
        "may_go_back": bool(split) and splitting.may_be_undone(case),
        "parts": splitting.splits_of(case),
    }
