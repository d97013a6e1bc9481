"""The house as text and as syntax, for the tests of its shape."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ROOT / "goodword"
ROOMS = (
    "ledger", "hours", "people", "policies", "cases", "asks", "promises", "remedies", "closing", "outreach",
    "handovers", "insight", "finding", "sending", "notices", "channels/email", "channels/form", "channels/chat",
)  # fmt: skip
DOORS = ("web", "portal", "live", "api")


def modules(*places: str) -> Iterator[Path]:
    """Every Python file of these folders of the house (all of it without any), without migrations."""
    for place in places or ("",):
        yield from (path for path in sorted((HOUSE / place).rglob("*.py")) if "migrations" not in path.parts)


def tree_of(path: Path) -> ast.Module:
    """The syntax of one file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def named(path: Path) -> str:
    """A path as people say it."""
    return str(path.relative_to(ROOT))


def calls(path: Path) -> Iterator[ast.Call]:
    """Every call in a file."""
    return (node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call))
