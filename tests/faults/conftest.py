"""The post office of the channels' tests serves here as well, and desks begin as copies of one that is empty."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.channels.conftest import fetched_box, help_box, imap, imap_server, sink
from tests.installed import prepared_once

__all__ = ["fetched_box", "help_box", "imap", "imap_server", "sink"]


@pytest.fixture(scope="session")
def empty() -> Path:
    """The data folder of a desk that is ready and has nothing in it."""
    return prepared_once()
