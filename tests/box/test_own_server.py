"""The same code on a PostgreSQL of one's own, of the oldest version that the machine has."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from goodword.box.postgres.account import account
from tests.installed import desk

INSTALLED = sorted(Path("/usr/lib/postgresql").glob("1[5-9]/bin/initdb"))

pytestmark = pytest.mark.skipif(not INSTALLED, reason="no PostgreSQL of the system is installed")


@pytest.fixture(scope="module")
def socket() -> Iterator[Path]:
    """The socket folder of the system's PostgreSQL on a new cluster with the two roles and two databases."""
    who, programs = account(), INSTALLED[0].parent
    place = who.own(Path(tempfile.mkdtemp(prefix="goodword-test-", dir="/tmp")))
    data = place / "data"
    log = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **who.options()}
    subprocess.run(
        [programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N"], check=True, **log
    )
    control = [str(programs / "pg_ctl"), "-D", str(data), "-w", "-s"]
    subprocess.run([*control, "-o", f"-k {place} -h '' -F", "start"], check=True, **log)
    try:
        with psycopg.connect(f"postgresql://postgres@/postgres?host={place}", autocommit=True) as connection:
            for statement in (
                "CREATE ROLE desk_owner LOGIN", "CREATE ROLE desk_app LOGIN",
                "CREATE DATABASE desk OWNER desk_owner", "CREATE DATABASE other OWNER desk_owner",
            ):  # fmt: skip
                connection.execute(statement)
        yield place
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=False, **log)
        subprocess.run(["rm", "-rf", str(place)], check=True)


def _urls(socket: Path, name: str) -> dict[str, str]:
    return {
        "GOODWORD_OWNER_URL": f"postgresql://desk_owner@/{name}?host={socket}",
        "DATABASE_URL": f"postgresql://desk_app@/{name}?host={socket}",
    }


def test_a_desk_runs_on_it_and_moves_to_another_database(socket: Path) -> None:
    with desk(**_urls(socket, "desk")) as one, desk(**_urls(socket, "other")) as other:
        added = one.run("migrate")
        assert added.returncode == 0, added.stderr
        added = one.run("user", "add", "ada@desk.example", "--name", "Ada", "--generate")
        assert added.returncode == 0, added.stderr
        one.up()
        assert one.get("/accounts/login/") == 200
        assert not (one.data / "postgres").exists()
        assert one.run("backup", str(one.data.parent / "desk.tar")).returncode == 0
        restored = other.run("restore", str(one.data.parent / "desk.tar"))
        assert restored.returncode == 0, restored.stderr
    with psycopg.connect(_urls(socket, "other")["DATABASE_URL"]) as connection:
        assert connection.execute("SELECT email FROM people_agent").fetchall() == [("ada@desk.example",)]
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("TRUNCATE people_agent")
