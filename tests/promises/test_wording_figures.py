"""Measured against the labelled set in ../shared: the figures may not fall. Nothing of the set is kept here."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from goodword.hours.rules import ALWAYS_NINE_TO_FIVE
from goodword.promises.wording import hear

SET = Path(__file__).resolve().parents[3] / "shared" / "data" / "promises"
FLOORS = {
    "detection promise F1": 0.89,
    "kind accuracy (pairs)": 0.86,
    "due exact end-to-end": 0.93,
    "no-due correct (pairs, no gold due)": 0.95,
}
PRECISION_ON_RANDOM_TEXTS = 0.85

needs_the_set = pytest.mark.skipif(not SET.exists(), reason="the labelled set in ../shared is not here")


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("promise_score", SET / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def results(scorer: ModuleType) -> list[tuple[dict[str, Any], Counter[str]]]:
    items = [json.loads(line) for line in (SET / "open.jsonl").read_text(encoding="utf-8").splitlines()]
    return [(item, scorer.item(item, predicted(item))) for item in items]


def predicted(item: dict[str, Any]) -> list[dict[str, Any]]:
    zone = item["timezone"]
    found = hear(
        item["text"],
        now=datetime.fromisoformat(item["now"]),
        hours=ALWAYS_NINE_TO_FIVE(zone),
        zone=zone,
        channel=item["channel"],
        context=item["context"] or "",
    )
    return [{"span": one.span, "kind": one.kind, "due": one.due.isoformat() if one.due else None} for one in found]


@needs_the_set
@pytest.mark.parametrize("figure", FLOORS)
def test_a_figure_does_not_fall_below_its_floor(figure: str, scorer: ModuleType, results: list[Any]) -> None:
    assert scorer.figures(scorer.total([one for _, one in results]))[figure] >= FLOORS[figure]


@needs_the_set
def test_on_texts_drawn_at_random_few_false_alarms_ring(scorer: ModuleType, results: list[Any]) -> None:
    drawn = scorer.figures(scorer.total([one for item, one in results if item["sampling"] == "random"]))
    assert drawn["detection promise precision"] >= PRECISION_ON_RANDOM_TEXTS
