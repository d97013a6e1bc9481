"""The embedded PostgreSQL: private, and safe after whatever has happened to it."""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from goodword.box.postgres import CannotRun, Cluster, Server, cluster_in
from goodword.box.postgres.binaries import wheel_folder
from goodword.box.postgres.server import running_socket
from tests.installed import folder, until

STRANGER = 61234  # a user of the machine who is neither root nor PostgreSQL's
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")


@pytest.fixture
def data() -> Iterator[Path]:
    """An empty data folder."""
    with folder() as place:
        yield place


@pytest.fixture
def server(data: Path) -> Iterator[Server]:
    """A running server of a new cluster."""
    cluster = cluster_in(data)
    cluster.ensure()
    running = Server(cluster)
    running.start()
    yield running
    running.stop()


def _write(url: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS kept (word text)")
        connection.execute("INSERT INTO kept VALUES ('kept')")


def _read(url: str) -> list[str]:
    with psycopg.connect(url) as connection:
        return [word for (word,) in connection.execute("SELECT word FROM kept")]


def _modes(*starts: Path) -> dict[Path, int]:
    places = {place for start in starts for place in (start, *start.parents)}
    return {place: place.stat().st_mode for place in places}


def test_no_folder_is_opened_wider(data: Path) -> None:
    closed = data / "closed"
    closed.mkdir(mode=0o700)
    mine = closed / "data"
    mine.mkdir(mode=0o700)
    before = _modes(mine, wheel_folder() / "bin" / "postgres", wheel_folder() / "lib")
    cluster = cluster_in(mine)
    cluster.ensure()
    running = Server(cluster)
    try:
        running.start()
        assert _modes(mine, wheel_folder() / "bin" / "postgres", wheel_folder() / "lib") == before
        assert cluster.data.stat().st_mode & 0o777 == 0o700
        assert running.socket.stat().st_mode & 0o777 == 0o700
    finally:
        running.stop()
        if not cluster.folder.is_relative_to(data):
            subprocess.run(["rm", "-rf", str(cluster.folder)], check=True)


def test_nobody_is_let_in_without_a_password(server: Server) -> None:
    for url in (server.urls.owner, server.urls.app):
        stripped = url.replace(url.split(":")[2].split("@")[0], "wrong")
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(stripped)
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(f"postgresql://postgres@/postgres?host={server.socket}")


def test_it_listens_on_no_network(server: Server) -> None:
    with psycopg.connect(server.urls.app) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)


@as_root
def test_another_user_of_the_machine_does_not_even_reach_the_socket(server: Server) -> None:
    program = f"import socket; socket.socket(socket.AF_UNIX).connect({str(server.socket / '.s.PGSQL.5432')!r})"
    done = subprocess.run(
        ["/usr/bin/env", "python3", "-c", program], user=STRANGER, group=STRANGER, extra_groups=[], cwd="/",
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "PermissionError" in done.stderr


@as_root
def test_what_lies_in_the_data_folder_is_closed_to_others(server: Server, data: Path) -> None:
    assert (data / "postgres.json").stat().st_mode & 0o077 == 0
    assert (data / "postgres").stat().st_mode & 0o077 == 0


def test_a_folder_of_another_version_is_refused_in_clear_words(data: Path) -> None:
    cluster = cluster_in(data)
    cluster.data.mkdir(parents=True)
    (cluster.data / "PG_VERSION").write_text("17\n")
    with pytest.raises(CannotRun, match=r"PostgreSQL 17.*goodword backup"):
        cluster.ensure()


def test_what_is_committed_outlives_kill_9_of_the_server(server: Server) -> None:
    _write(server.urls.owner)
    process, _ = server.cluster.pid_file.read_text().split("\n", 1)
    os.kill(int(process), signal.SIGKILL)
    until(lambda: not server.alive(), 10)
    server.start()
    assert _read(server.urls.owner) == ["kept"]


def test_a_note_of_a_process_that_is_somebody_elses_does_not_hinder(server: Server) -> None:
    _write(server.urls.owner)
    server.stop()
    server.cluster.pid_file.write_text(f"{os.getpid()}\n{server.cluster.data}\n1\n5432\n/nowhere\n\n\nready\n")
    again = Server(server.cluster)
    try:
        again.start()
        assert _read(again.urls.owner) == ["kept"]
    finally:
        again.stop()


OWNER_THAT_DIES = """
import os, pathlib, sys
from goodword.box.postgres import Server, cluster_in
cluster = cluster_in(pathlib.Path(sys.argv[1]))
cluster.ensure()
server = Server(cluster)
server.start()
if sys.argv[2] == "alone":  # the watch is gone as well, so that the server survives
    server._watch.kill()
os.kill(os.getpid(), 9)
"""


@pytest.mark.parametrize("watch", ["alone", "watched"])
def test_a_server_whose_owner_was_killed_is_ended_before_the_next_starts(data: Path, watch: str) -> None:
    subprocess.run([sys.executable, "-c", OWNER_THAT_DIES, str(data), watch], check=False)
    cluster = cluster_in(data)
    if watch == "alone":
        assert running_socket(cluster)
    else:
        until(lambda: not cluster.pid_file.exists(), 10)
    server = Server(cluster)
    try:
        server.start()
        _write(server.urls.owner)
        assert _read(server.urls.owner) == ["kept"]
    finally:
        server.stop()


def test_a_start_that_was_cut_off_while_making_the_cluster_is_begun_anew(data: Path) -> None:
    cluster = cluster_in(data)
    cluster.account.own(cluster.folder)
    (cluster.folder / "new-half" / "base").mkdir(parents=True)
    cluster.ensure()
    assert (cluster.data / "PG_VERSION").exists()
    assert [path.name for path in cluster.folder.glob("new-*")] == []


def test_a_long_path_does_not_hinder_the_socket(data: Path) -> None:
    deep = data / ("d" * 100)
    deep.mkdir(mode=0o711)
    deep.chmod(0o711)
    cluster = cluster_in(deep)
    cluster.ensure()
    server = Server(cluster)
    try:
        server.start()
        _write(server.urls.owner)
        socket = server.socket
        assert not socket.is_relative_to(deep)
        assert socket.stat().st_mode & 0o777 == 0o700
    finally:
        server.stop()
    assert not socket.exists()


TESTS_THAT_DIE = """
import os, sys
from goodword.box.postgres import temporary_server
with temporary_server() as urls:
    print(urls.owner, flush=True)
    os.kill(os.getpid(), 9)
"""


def test_a_temporary_server_goes_with_the_process_that_asked_for_it() -> None:
    done = subprocess.run([sys.executable, "-c", TESTS_THAT_DIE], capture_output=True, text=True, check=False)
    socket = Path(psycopg.conninfo.conninfo_to_dict(done.stdout.strip())["host"])
    until(lambda: not socket.parent.exists(), 15)


def test_the_letters_of_all_languages_are_letters(server: Server) -> None:
    with psycopg.connect(server.urls.owner) as connection:
        connection.execute("CREATE EXTENSION pg_trgm")
        assert connection.execute("SELECT similarity('Käse', 'KÄSE'), lower('ÄŐ')").fetchone() == (1.0, "äő")


def test_passwords_are_new_for_each_folder(data: Path) -> None:
    with folder() as other:
        assert cluster_in(data).app_password != cluster_in(other).app_password
        assert secrets.compare_digest(cluster_in(data).app_password, cluster_in(data).app_password)


def test_a_cluster_is_where_its_note_says(data: Path) -> None:
    assert isinstance(cluster_in(data), Cluster)
    assert cluster_in(data).folder == data / "postgres"
