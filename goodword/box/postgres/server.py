"""Starts and stops the server of a cluster, whatever the last run has left behind."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from goodword.box.postgres import binaries
from goodword.box.postgres.account import CannotRun, system_folder
from goodword.box.postgres.cluster import LONGEST_SOCKET, Cluster, Urls

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "%m [%p] %u ",
    "idle_in_transaction_session_timeout": "5min",
}
LOGS = {  # a week of files, each overwritten after seven days
    "logging_collector": "on",
    "log_directory": "log",
    "log_filename": "postgresql-%a.log",
    "log_truncate_on_rotation": "on",
    "log_rotation_age": "1d",
    "log_rotation_size": "0",
}
FAST_BUT_FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "shared_buffers": "64MB"}
REMAINS_SECONDS, START_SECONDS, STOP_SECONDS = 60, 600, 60

# Ends the server when the process that started it is gone, even by kill -9: the pipe then closes.
WATCH = """cat >/dev/null; pid=$(head -n 1 "$1/postmaster.pid" 2>/dev/null) && kill -INT "$pid" 2>/dev/null
[ -z "$2" ] && exit; while [ -e "$1/postmaster.pid" ] && kill -0 "$pid" 2>/dev/null; do sleep 0.1; done; rm -rf -- "$2"
"""


class Server:
    """A running server, a child of this process."""

    def __init__(self, cluster: Cluster, *, temporary: bool = False) -> None:
        self.cluster = cluster
        self.temporary = temporary
        self.socket = _socket_folder(cluster)
        self._process: subprocess.Popen[str] | None = None
        self._watch: subprocess.Popen[bytes] | None = None
        self._errors = tempfile.TemporaryFile("w+", prefix="goodword-")  # noqa: SIM115  closed in stop()

    @property
    def urls(self) -> Urls:
        """The addresses of its database."""
        return self.cluster.urls(self.socket)

    def start(self) -> Urls:
        """Starts it and waits until it answers. A survivor of an earlier run is asked to end first; what a killed
        server has left holds the shared memory for a moment, so that is waited for."""
        stop_survivor(self.cluster)
        give_up = time.monotonic() + REMAINS_SECONDS
        while not self._try_to_start():
            said = self._said()
            held = "still in use" in said or "postmaster.pid" in said
            if not held or time.monotonic() > give_up:
                raise CannotRun(f"PostgreSQL did not start on {self.cluster.data}:\n{said}")
            time.sleep(0.2)
        return self.urls

    def alive(self) -> bool:
        """Says whether it still runs."""
        return self._process is not None and self._process.poll() is None

    def stop(self) -> None:
        """Ends all connections and stops; what is committed stays."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            try:
                self._process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.send_signal(signal.SIGQUIT)
                self._process.wait()
        self._process = None
        self._end_watch()
        self._errors.close()
        if not self.socket.is_relative_to(self.cluster.folder):
            shutil.rmtree(self.socket, ignore_errors=True)

    def _try_to_start(self) -> bool:
        self._end_watch()
        self._errors.seek(0)
        self._errors.truncate()
        self._process = subprocess.Popen(
            self._command(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=self._errors, text=True,
            start_new_session=True, **self.cluster.account.options(),
        )  # fmt: skip
        gone = str(self.cluster.folder) if self.temporary else ""
        self._watch = subprocess.Popen(
            ["/bin/sh", "-c", WATCH, "watch", str(self.cluster.data), gone],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True, cwd="/",
        )  # fmt: skip
        give_up = time.monotonic() + START_SECONDS
        while self._process.poll() is None:
            if _state(self.cluster) == (self._process.pid, "ready"):
                return True
            if time.monotonic() > give_up:
                self.stop()
                break
            time.sleep(0.01)
        return False

    def _command(self) -> list[str]:
        more = FAST_BUT_FORGETFUL if self.temporary else LOGS
        quoted = str(self.socket).replace('"', '""')
        settings: Mapping[str, str] = {**SETTINGS, **more, "unix_socket_directories": f'"{quoted}"'}
        command = [str(binaries.folder_for(self.cluster.account) / "postgres"), "-D", str(self.cluster.data)]
        return [*command, *(part for name, value in settings.items() for part in ("-c", f"{name}={value}"))]

    def _said(self) -> str:
        self._errors.seek(0)
        return self._errors.read().strip()

    def _end_watch(self) -> None:
        if self._watch is not None and self._watch.stdin is not None:
            self._watch.stdin.close()
            self._watch.wait()
            self._watch = None


def stop_survivor(cluster: Cluster) -> None:
    """Ends a server that a killed run has left, and clears the note of one that is no more."""
    process, _ = _state(cluster)
    if process is None:
        return
    if not _is_server_of(cluster, process):
        with contextlib.suppress(OSError):  # the number now belongs to somebody else, or to nobody
            cluster.pid_file.unlink()
        return
    give_up = time.monotonic() + STOP_SECONDS
    os.kill(process, signal.SIGINT)
    while _is_server_of(cluster, process):
        if time.monotonic() > give_up:
            raise CannotRun(f"A PostgreSQL of an earlier run (process {process}) does not end. End it, then try again.")
        time.sleep(0.02)


def running_socket(cluster: Cluster) -> Path | None:
    """The socket folder of the server that runs on this cluster now, if any."""
    process, state = _state(cluster)
    if process is None or state != "ready" or not _is_server_of(cluster, process):
        return None
    return Path(cluster.pid_file.read_text().splitlines()[4])


def _state(cluster: Cluster) -> tuple[int | None, str]:
    """The process and state that the server has noted."""
    try:
        lines = cluster.pid_file.read_text().splitlines()
        return int(lines[0]), lines[7].strip() if len(lines) > 7 else ""
    except (OSError, ValueError, IndexError):
        return None, ""


def _is_server_of(cluster: Cluster, process: int) -> bool:
    """Says whether this process is a PostgreSQL at work in the cluster's folder; its number alone proves nothing."""
    if Path("/proc/self").exists():
        with contextlib.suppress(OSError):
            return Path(f"/proc/{process}/cwd").readlink() == cluster.data.resolve()
        return False
    shown = subprocess.run(["ps", "-o", "command=", "-p", str(process)], check=False, capture_output=True, text=True)
    return str(cluster.data) in shown.stdout


def _socket_folder(cluster: Cluster) -> Path:
    """A folder that only the server's user can enter, with a path short enough for a socket."""
    beside = cluster.folder / "socket"
    if len(os.fsencode(beside)) <= LONGEST_SOCKET:
        return cluster.account.own(beside)
    short = Path(tempfile.mkdtemp(prefix="goodword-", dir=system_folder() if cluster.account.other else "/tmp"))  # noqa: S108
    return cluster.account.own(short)
