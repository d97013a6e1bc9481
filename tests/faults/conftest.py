"""The post office of the channels' tests serves here as well, and desks begin as copies of one that is empty."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import installed
from tests.channels.conftest import fetched_box, help_box, imap, imap_server, sink

__all__ = ["fetched_box", "help_box", "imap", "imap_server", "sink"]

MAKES_WITHIN_SECONDS = 300  # on a machine that has other work


@pytest.fixture(scope="session")
def empty() -> Iterator[Path]:
    """The data folder of a desk that is ready and has nothing in it."""
    with installed.desk() as desk:
        command = [sys.executable, "-P", "-m", "goodword", "migrate"]
        subprocess.run(command, env=installed.environment(desk.data), timeout=MAKES_WITHIN_SECONDS, check=True)
        yield desk.data
