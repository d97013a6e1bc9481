"""Dangerous habits are fenced: each fence is a line of code here, and says why."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.source import DOORS, HOUSE, ROOMS, calls, modules, named, tree_of

CLOCK_READERS = (
    "web",
    "portal",
    "live",
    "api",
    "cli",
    "box",
    "demo",
    "kit",
    "channels/email/tasks.py",
    "channels/email/listener.py",
)


def test_doors_hold_no_queries() -> None:
    """A door that queries by itself goes round the permission that `access` gives with the row."""
    found = [
        named(path) for path in modules(*DOORS) if re.search(r"\.objects\b|\.save\(|\.delete\(\)", path.read_text())
    ]
    assert not found


def test_only_the_kit_reads_the_clock_of_the_machine() -> None:
    """A second clock would make demo desks and tests lie."""
    clocks = re.compile(r"datetime\.now\(|datetime\.utcnow\(|timezone\.now\(|date\.today\(|\btime\.time\(")
    found = [named(path) for path in modules() if clocks.search(path.read_text()) and path.name != "clock.py"]
    assert not found


def test_rooms_get_the_time_as_an_argument() -> None:
    """Only tasks and doors call `clock.now()`, so that everything below can be told any time."""
    found = [
        named(path)
        for path in modules(*ROOMS)
        if "clock.now()" in path.read_text()
        and path.name not in ("tasks.py", "listener.py")
        and path.relative_to(HOUSE).as_posix() != "hours/queries.py"  # which years of holidays to know
    ]
    assert not found


def test_jobs_are_deferred_in_one_place() -> None:
    """Elsewhere `.defer` would not join the transaction (see kit/queue.py)."""
    found = [named(path) for path in modules() if re.search(r"\.defer\(|\.batch_defer\(", path.read_text())]
    assert found == ["goodword/kit/queue.py"]


def test_saving_names_its_fields() -> None:
    """A bare save writes back columns that somebody else has changed since."""
    bare = []
    for path in modules():
        for call in calls(path):
            if isinstance(call.func, ast.Attribute) and call.func.attr == "save" and not call.args:
                keywords = {keyword.arg for keyword in call.keywords}
                if not keywords & {"update_fields", "force_insert", "commit"}:
                    bare.append(f"{named(path)}:{call.lineno}")
    assert not bare


WRITES = {"create", "bulk_create", "update", "delete", "get_or_create", "update_or_create", "bulk_update"}


def _models_of(room: str) -> set[str]:
    files = [*(HOUSE / room).glob("*models.py"), *(HOUSE / room).glob("tables.py")]
    return {
        node.name
        for path in files
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ClassDef) and any("Model" in ast.unparse(base) for base in node.bases)
    }


def _is_in(room: str, path: Path) -> bool:
    return path.relative_to(HOUSE).as_posix().startswith(f"{room}/")


@pytest.mark.parametrize("room", ROOMS)
def test_a_row_is_written_only_in_its_own_room(room: str) -> None:
    """One writer: other rooms and doors call the room's actions. Two rooms may each have a model of one name."""
    models = _models_of(room)
    found = []
    for path in modules():
        if _is_in(room, path) or "demo" in path.parts:
            continue
        own = {name for other in ROOMS if _is_in(other, path) for name in _models_of(other)}
        for call in calls(path):
            if isinstance(call.func, ast.Attribute) and call.func.attr in WRITES:
                start = ast.unparse(call.func).split(".objects")[0]
                if start in models - own:
                    found.append(f"{named(path)}:{call.lineno} {start}")
    assert not found


def test_get_changes_nothing() -> None:
    """No view that changes something answers to GET: changing views are marked POST (or more)."""
    pattern = re.compile(r"@require_(POST|http_methods)")
    assert any(pattern.search(path.read_text()) for path in modules("web"))
