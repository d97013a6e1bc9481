"""What the API says of itself is what it does."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from django.test import Client

from goodword.api.describe import description
from goodword.api.given import WhichCases, WhichPromises
from goodword.cases.models import Status as CaseStatus
from goodword.promises.models import Status, Verdict
from goodword.web.sheets.promises import SHEETS

KEPT = Path(__file__).resolve().parents[2] / "docs" / "openapi.json"


def test_the_description_in_the_repository_is_that_of_the_code() -> None:
    assert KEPT.read_text(encoding="utf-8") == description(), "Run bin/openapi and commit what it wrote."


@pytest.mark.django_db
def test_the_description_is_public_and_its_address_stable() -> None:
    shown = Client().get("/api/v1/openapi.json")
    assert shown.status_code == 200
    assert shown.json()["openapi"].startswith("3.1")


def test_every_move_of_a_promise_in_the_desk_is_one_here() -> None:
    text = KEPT.read_text(encoding="utf-8")
    missing = [name for name in SHEETS if f'"/api/v1/promises/{{pk}}/{name}"' not in text]
    assert not missing


def _choices(schema: type, name: str) -> set[str]:
    literal, _ = get_args(schema.model_fields[name].annotation)
    return set(get_args(literal))


def test_lists_can_be_asked_for_every_status_and_verdict_there_is() -> None:
    assert _choices(WhichCases, "status") == set(CaseStatus.values)
    assert _choices(WhichPromises, "status") == set(Status.values) - {"draft"}
    assert _choices(WhichPromises, "verdict") == set(Verdict.values)
