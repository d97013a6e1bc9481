"""What stands beside a case for deciding: what comes before proposing, remedies, and what is on file."""

from __future__ import annotations

from typing import Any

from goodword.cases.models import Case
from goodword.cases.queries import diagnoses_of, family, resolutions_of
from goodword.people.purchases import of_customer as bought_by
from goodword.remedies import queries as remedies


def beside(case: Case) -> dict[str, Any]:
    """Returns what the second half of the panel shows. Seven queries."""
    answered = diagnoses_of(case)
    asked = case.category.questions if case.category else []
    questions = [(number, words, answered.get(words)) for number, words in enumerate(asked)]
    cases = family(case)
    given = remedies.of_case(cases)
    earlier = [one for one in remedies.of_customer(case.customer_id) if one.case_id not in cases]
    return {
        "case": case,
        "questions": questions,
        "is_ready": bool(case.wanted_outcome) and all(row for _, _, row in questions),
        "resolutions": resolutions_of(case),
        "remedies": given,
        "given_before": earlier[:5],
        "purchases": bought_by(case.customer)[:5],
    }
