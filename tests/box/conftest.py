"""Desks that begin as copies of one that has been prepared once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.installed import Desk, desk, prepared_once


@pytest.fixture(scope="session")
def prepared() -> Path:
    """The data folder of a desk that has been started and stopped once."""
    return prepared_once()


@pytest.fixture
def installed(prepared: Path) -> Iterator[Desk]:
    """A desk that has run before, not running."""
    with desk(prepared) as copy:
        yield copy
