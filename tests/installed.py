"""An installation of its own for tests: a data folder, commands run in it, and everything gone afterwards."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE_SECONDS = 90


def environment(data: Path, **more: str) -> dict[str, str]:
    """The environment without what the test run has put there for itself."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GOODWORD_", "DATABASE_URL"))}
    return {**kept, "GOODWORD_DATA": str(data), "GOODWORD_LOG": "warning", **more}


def until(true: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> None:
    """Waits for something to become true; fails when it does not."""
    give_up = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < give_up, "waited in vain"
        time.sleep(0.05)


def processes_of(data: Path) -> set[int]:
    """The processes that work on a data folder: they name it, in their arguments or in their environment."""
    found = set()
    for place in Path("/proc").glob("[0-9]*"):
        try:
            text = (place / "cmdline").read_bytes() + b"\0" + (place / "environ").read_bytes()
        except OSError:
            continue
        if os.fsencode(str(data)) in text and int(place.name) != os.getpid():
            found.add(int(place.name))
    return found


@contextmanager
def folder() -> Iterator[Path]:
    """An empty folder through which PostgreSQL's user may pass, as people's folders mostly are."""
    made = Path(tempfile.mkdtemp(prefix="goodword-test-")).resolve()
    made.chmod(0o711)
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


class Desk:
    """An installation and its `goodword` command."""

    def __init__(self, data: Path, **more: str) -> None:
        self.data = data
        self.more = more
        self.process: subprocess.Popen[str] | None = None
        self.address = ""
        self.said = ""

    def run(self, *words: str, given: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        """Runs a command to its end."""
        return subprocess.run(
            self._command(*words), input=given, capture_output=True, text=True, timeout=PATIENCE_SECONDS,
            env=environment(self.data, **self.more, **more), check=False,
        )  # fmt: skip

    def up(self, *words: str) -> None:
        """Starts `goodword up` and waits for its address."""
        log = tempfile.TemporaryFile("w+")  # noqa: SIM115
        self.process = subprocess.Popen(
            self._command("up", "--port", "0", *words), stdout=log, stderr=subprocess.STDOUT, text=True,
            env=environment(self.data, **self.more),
        )  # fmt: skip

        def spoke() -> bool:
            log.seek(0)
            self.said = log.read()
            assert self.process is not None
            assert self.process.poll() is None or "running" in self.said, self.said
            return "Ctrl-C stops it" in self.said

        until(spoke)
        found = re.search(r"running: (http://\S+)", self.said)
        assert found
        self.address = found[1]

    def get(self, path: str) -> int:
        """The status of a page; 0 when nothing answers."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=10) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return int(error.code)
        except OSError:
            return 0

    def down(self, how: signal.Signals = signal.SIGINT) -> int:
        """Stops it as Ctrl-C does, and returns its exit code."""
        assert self.process is not None
        if self.process.poll() is None:
            self.process.send_signal(how)
        return self.process.wait(PATIENCE_SECONDS)

    def _command(self, *words: str) -> list[str]:
        return [sys.executable, "-P", "-m", "goodword", *words]


@contextmanager
def desk(template: Path | None = None, **more: str) -> Iterator[Desk]:
    """A desk in a folder of its own, empty or as a copy of another; whatever still runs on it is ended."""
    with folder() as place:
        data = place / "data"
        if template is not None:
            subprocess.run(["cp", "-a", str(template), str(data)], check=True)
        made = Desk(data, **more)
        try:
            yield made
        finally:
            if made.process is not None and made.process.poll() is None:
                made.down(signal.SIGTERM)
            until(lambda: not processes_of(data), 30)


def prepared_once() -> Path:
    """The data folder of a desk that has been started and stopped, made by whichever worker of the test run asks first.

    It is there to be copied: most of a first start is bringing the database to this version.
    """
    place = Path(os.environ["GOODWORD_TEST_SHARED"])
    with (place / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (place / "data").exists():
            with desk() as first:
                first.up()
                assert first.down() == 0
                first.data.rename(place / "data")
    return place / "data"
