"""Holding rows for as long as their worker lives: a lease that is renewed while the work goes on."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import connections

LASTS = timedelta(seconds=60)
RENEWED_EVERY_SECONDS = 20.0


class Passing:
    """The desk's time as it passes while one sweep works: the instant it was given, and what has gone by since."""

    def __init__(self, now: datetime) -> None:
        self._start, self._since = now, time.monotonic()

    def now(self) -> datetime:
        """Returns this instant."""
        return self._start + timedelta(seconds=time.monotonic() - self._since)


@contextmanager
def kept_alive(renew: Callable[[], object]) -> Iterator[None]:
    """Calls `renew` every twenty seconds from a thread of its own until the block ends.

    Most blocks end before the first call, and then no connection is opened for it.
    """
    done = threading.Event()

    def beat() -> None:
        while not done.wait(RENEWED_EVERY_SECONDS):
            try:
                renew()
            finally:
                connections.close_all()

    thread = threading.Thread(target=beat, name="lease", daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
