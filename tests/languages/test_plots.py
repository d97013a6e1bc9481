"""A plot's places are numbers for the browser, not for readers: no language writes them with a comma."""

from __future__ import annotations

import pytest
from django.template.loader import get_template
from django.utils.translation import override

PLACES = {
    "bar": {"bar": {"middle": 80.5, "x": 20.25, "wide": 60.25}},
    "stack": {"stack": [{"number": 1, "words": "", "x": 0.5, "wide": 40.25, "middle": 20.5}], "says": ""},
    "whisker": {"whisker": {"low": 10.5, "high": 40.25, "x": 20.75}, "words": ""},
    "score": {
        "whisker": {"low": 10.5, "high": 40.25, "x": 20.75},
        "value": 0.5,
        "low": 0.25,
        "high": 0.75,
        "ticks": [],
    },
    "plot": {"plot": {"wide": 640, "high": 220, "dots": [{"x": 44.5, "y": 20.25, "low": 18.5, "high": 30.5}]}},
}


@pytest.mark.parametrize("name", PLACES)
def test_a_plot_is_drawn_alike_in_every_language(name: str) -> None:
    with override("de"):
        drawn = get_template(f"components/plots/{name}.html").render(PLACES[name])
    assert ".25" in drawn
    assert ",25" not in drawn
