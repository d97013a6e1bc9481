"""Houses rot in their tails: no file over 300 lines, no function over 40, templates mostly under 40."""

from __future__ import annotations

import ast

from tests.architecture.source import HOUSE, ROOT, modules, named, tree_of

LONGEST_FILE, LONGEST_FUNCTION, LONG_TEMPLATE = 300, 40, 40


def test_no_file_is_longer_than_300_lines() -> None:
    files = [*modules(), *sorted((ROOT / "tests").rglob("*.py")), *sorted((ROOT / "bench").rglob("*.py"))]
    long = [named(path) for path in files if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST_FILE]
    assert not long


def test_no_function_is_longer_than_40_lines() -> None:
    long = [
        f"{named(path)}:{node.lineno} {node.name}"
        for path in [*modules(), *sorted((ROOT / "tests").rglob("*.py")), *sorted((ROOT / "bench").rglob("*.py"))]
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert not long


def test_nine_templates_of_ten_have_under_40_lines() -> None:
    lengths = sorted(len(path.read_text(encoding="utf-8").splitlines()) for path in HOUSE.rglob("templates/**/*.html"))
    assert lengths[int(len(lengths) * 0.9)] < LONG_TEMPLATE
