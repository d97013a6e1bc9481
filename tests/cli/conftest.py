"""A desk that has been prepared once, and copies of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.installed import Desk, desk


@pytest.fixture(scope="session")
def prepared() -> Iterator[Path]:
    """The data folder of a desk that has been started and stopped once."""
    with desk() as first:
        first.up()
        assert first.down() == 0
        yield first.data


@pytest.fixture
def installed(prepared: Path) -> Iterator[Desk]:
    """A desk that has run before, not running."""
    with desk(prepared) as copy:
        yield copy
