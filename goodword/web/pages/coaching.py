"""What stands on the page of coaching."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from goodword.insight.access import Scope
from goodword.insight.fairness import coaching
from goodword.insight.models import Sheet
from goodword.kit.tongues import labelled, later


def page(scope: Scope, now: datetime) -> dict[str, Any]:
    """For everybody what was read in their cases; for leads the next case to read, and how far readers agree."""
    asked = coaching.questions()
    words = {f"{question.pk}": question.words for question in asked}
    found = {
        "tab": "coaching", "leads": scope.leads, "questions": asked, "choices": labelled(coaching.ANSWERS.items()),
        "sheets": [(sheet, _answers(sheet, words)) for sheet in coaching.about(scope.agent, now)],
    }  # fmt: skip
    if not scope.leads:
        return found
    return found | {"drawn": coaching.drawn(scope, now), "agreements": coaching.agreements(scope, asked, now)}


def _answers(sheet: Sheet, words: dict[str, str]) -> list[tuple[str, str]]:
    return [(words[key], later(coaching.ANSWERS.get(said, "–"))) for key, said in sheet.answers.items() if key in words]
