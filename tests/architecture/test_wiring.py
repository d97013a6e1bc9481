"""The table of followers is complete: every name exists, and every verb in it is recorded somewhere."""

from __future__ import annotations

import inspect
import re

import pytest

from goodword.kit.work import load
from goodword.wiring import COMPANIONS, FOLLOWS, SWEEPS
from tests.architecture.source import modules

NAMES = sorted({name for names in [*FOLLOWS.values(), *SWEEPS.values(), COMPANIONS] for name in names})


@pytest.mark.parametrize("name", NAMES)
def test_what_the_table_names_exists(name: str) -> None:
    assert inspect.isfunction(load(name))


def test_every_verb_that_is_followed_is_recorded() -> None:
    text = "\n".join(path.read_text() for path in modules() if path.name != "wiring.py")
    spoken = set(re.findall(r'"([a-z]+\.[a-z_]+)"', text))
    assert set(FOLLOWS) <= spoken


def test_no_follower_is_forgotten() -> None:
    """A function in a room's tasks that takes a ledger line is wired, or it would never run."""
    followers = set()
    for path in modules():
        if path.name == "tasks.py":
            dotted = ".".join(
                path.with_suffix("").parts[-len(path.relative_to(path.parents[len(path.parts) - 2]).parts) :]
            )
            for name in re.findall(r"^def ([a-z]\w*)\(entry: Entry, now: datetime\)", path.read_text(), re.MULTILINE):
                followers.add(f"{dotted[dotted.index('goodword.') :]}.{name}")
    assert followers <= set(NAMES)
