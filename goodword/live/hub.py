"""One line to the database per process, and from it to every open browser: names of what changed, nothing else."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any
from weakref import WeakKeyDictionary

import psycopg
import structlog
from django.db import connection

from goodword.kit.nudge import CHANNEL

EVERYTHING = "everything"
MOST_NAMES = 200  # waiting for one browser: beyond that it fetches everything it shows
SHORTEST_PAUSE, LONGEST_PAUSE = 0.5, 15.0
TRAVELS = 10.0  # seconds from the making of a page to its browser's listening
LINGERS = 30.0  # seconds for which the line is held though nobody listens: people go from page to page

log = structlog.get_logger()


class Listener:
    """One browser: the names it has not been told yet."""

    def __init__(self) -> None:
        self._names: set[str] = set()
        self._some = asyncio.Event()
        self.is_over = False

    def tell(self, names: Iterable[str]) -> None:
        """Adds names; a browser that takes none for long holds a bounded number."""
        self._names.update(names)
        if len(self._names) > MOST_NAMES:
            self._names = {EVERYTHING}
        self._some.set()

    def end(self) -> None:
        """Nothing more will come: the server stops, and the browser comes back by itself."""
        self.is_over = True
        self._some.set()

    async def told(self, patience: float) -> list[str]:
        """Returns the names that came, or none after `patience` seconds."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._some.wait(), patience)
        names, self._names = sorted(self._names), set()
        self._some.clear()
        return names


class Hub:
    """Holds the line while anybody listens, opens it again when it breaks, and then says that all may have changed."""

    def __init__(self) -> None:
        self._listeners: set[Listener] = set()
        self._line: asyncio.Task[None] | None = None
        self._recent: deque[tuple[float, list[str]]] = deque(maxlen=MOST_NAMES)

    @contextlib.contextmanager
    def listener(self) -> Iterator[Listener]:
        """Gives a place to listen at, as long as it is held. It hears first what happened while its page travelled."""
        listener = Listener()
        self._listeners.add(listener)
        if self._line is None or self._line.done():
            self._line = asyncio.create_task(self._hold_line())
        since = time.monotonic() - TRAVELS
        for at, names in self._recent:
            if at >= since:
                listener.tell(names)
        try:
            yield listener
        finally:
            self._listeners.discard(listener)

    def close(self) -> None:
        """Ends every stream, so that a server that stops waits for none of them."""
        for listener in self._listeners:
            listener.end()

    async def _hold_line(self) -> None:
        pause = SHORTEST_PAUSE
        while self._listeners:
            try:
                async with await psycopg.AsyncConnection.connect(**_address(), autocommit=True) as line:
                    await line.execute(f"LISTEN {CHANNEL}")
                    self._tell([EVERYTHING])  # what happened before the line stood, nobody was told
                    pause = SHORTEST_PAUSE
                    await self._pass_on(line)
            except psycopg.Error as problem:
                log.warning("live.line_lost", problem=type(problem).__name__, again_in=pause)
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)

    async def _pass_on(self, line: psycopg.AsyncConnection) -> None:
        """Passes names on until the line breaks, or nobody has listened for a while."""
        while True:
            async for notification in line.notifies(timeout=LINGERS):
                self._tell(_names_in(notification.payload))
            if not self._listeners:
                return

    def _tell(self, names: list[str]) -> None:
        self._recent.append((time.monotonic(), names))
        for listener in self._listeners:
            listener.tell(names)


def _names_in(payload: str) -> list[str]:
    """The names of a notification; whatever else may notify on this channel is taken as a change of everything."""
    try:
        names = json.loads(payload)
    except ValueError:
        return [EVERYTHING]
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else [EVERYTHING]


def _address() -> dict[str, Any]:
    """How Django reaches the database, as psycopg takes it; the line is checked often, since nobody talks on it."""
    known = ("dbname", "user", "password", "host", "port", "sslmode", "sslrootcert", "sslcert", "sslkey", "service")
    given = {name: value for name, value in connection.get_connection_params().items() if name in known}
    return given | {"application_name": "goodword live", "keepalives_idle": 15, "keepalives_interval": 5}


_hubs: WeakKeyDictionary[asyncio.AbstractEventLoop, Hub] = WeakKeyDictionary()


def hub() -> Hub:
    """Returns the hub of the loop that runs here: one per web process."""
    return _hubs.setdefault(asyncio.get_running_loop(), Hub())
