"""Keeps processes running: one that dies is started again, after growing pauses; all end together."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import click

PAUSES = (0.5, 1, 2, 5, 10, 20, 30)
STEADY_SECONDS = 60
STOP_SECONDS = 15


def goodword(*words: str) -> list[str]:
    """The command line of another `goodword`, by the same Python and without the current folder on its path."""
    return [sys.executable, "-P", "-m", "goodword", *words]


@dataclass
class Child:
    """A process and how often it has died lately."""

    name: str
    command: list[str]
    pass_on: tuple[int, ...] = ()
    deaths: int = 0
    started_at: float = 0
    starts_at: float = 0
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def start(self) -> None:
        """Starts it, in a session of its own: a Ctrl-C reaches us alone, and we end everything in order."""
        self.started_at = time.monotonic()
        self.process = subprocess.Popen(
            self.command, stdin=subprocess.PIPE, pass_fds=self.pass_on, start_new_session=True
        )

    def look(self) -> None:
        """Notices its death and starts it again when its pause is over."""
        now = time.monotonic()
        if self.process is not None and self.process.poll() is not None:
            self._close()
            self.deaths = 0 if now - self.started_at > STEADY_SECONDS else self.deaths + 1
            pause = PAUSES[min(self.deaths, len(PAUSES)) - 1] if self.deaths else 0
            self.starts_at = now + pause
            click.echo(f"The {self.name} ended (exit {self.process.returncode}); starting it again.", err=True)
            self.process = None
        if self.process is None and now >= self.starts_at:
            self.start()

    def end(self) -> None:
        """Asks it to end."""
        if self.process is not None and self.process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                self.process.send_signal(signal.SIGTERM)

    def wait(self, until: float) -> None:
        """Waits for its end, and makes it when it does not come."""
        if self.process is None:
            return
        try:
            self.process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self._close()

    def _close(self) -> None:
        if self.process is not None and self.process.stdin is not None:
            self.process.stdin.close()


def keep_running(children: Iterable[Child], stop: Callable[[float], bool], look: Callable[[], None]) -> None:
    """Watches the children until `stop(seconds)` says so, calling `look` each time."""
    while not stop(0.2):
        look()
        for child in children:
            child.look()


def end_all(children: Iterable[Child]) -> None:
    """Ends them together."""
    several = list(children)
    for child in several:
        child.end()
    until = time.monotonic() + STOP_SECONDS
    for child in several:
        child.wait(until)
