"""Who runs PostgreSQL: the one who starts the desk or, since it refuses root, a system user of its own."""

from __future__ import annotations

import contextlib
import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SYSTEM_USER = "goodword"
FALLBACK_USER = "nobody"
SYSTEM_FOLDER = Path("/var/lib/goodword")


class CannotRun(Exception):
    """The database cannot be had here; the text says why and what to do."""


@dataclass(frozen=True)
class Account:
    """A user of the machine; `other` says that it is not the one we run as."""

    uid: int
    gid: int
    other: bool

    def options(self) -> dict[str, Any]:
        """What `subprocess` needs to run something as this user, without our groups and our environment."""
        who: dict[str, Any] = {"user": self.uid, "group": self.gid, "extra_groups": []} if self.other else {}
        return {**who, "cwd": "/", "env": {"PATH": "/usr/bin:/bin", "LC_MESSAGES": "C", "TZ": "UTC"}}

    def own(self, folder: Path) -> Path:
        """Makes a folder that only this user (and root) can enter."""
        folder.mkdir(mode=0o700, exist_ok=True)
        if self.other:
            os.chown(folder, self.uid, self.gid)
        folder.chmod(0o700)
        return folder

    def can_run(self, *command: str | Path) -> bool:
        """Says whether this user can do so; an attempt knows more than mode bits, which are not all of the truth."""
        try:
            done = subprocess.run([str(part) for part in command], check=False, capture_output=True, **self.options())
        except OSError as error:
            if isinstance(error, PermissionError) and self.other and not _may_change_user(self):
                raise CannotRun(
                    "PostgreSQL does not run as root, and this process may not become another user. "
                    "Start Goodword as an ordinary user, or name a PostgreSQL of your own in DATABASE_URL."
                ) from error
            return False
        return done.returncode == 0

    def can_enter(self, folder: Path) -> bool:
        """Says whether this user can reach what lies in a folder. No folder is ever opened wider to make it so."""
        return self.can_run("test", "-x", folder)


def account(owner_of: Path | None = None) -> Account:
    """Who runs the server of a cluster: its owner when it exists, else we ourselves or the system user."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid(), other=False)
    if owner_of is not None and owner_of.exists() and (found := owner_of.stat()).st_uid != 0:
        return Account(found.st_uid, found.st_gid, other=True)
    entry = _user(SYSTEM_USER) or _made_user(SYSTEM_USER) or _user(FALLBACK_USER)
    if entry is None:
        raise CannotRun(
            "PostgreSQL does not run as root, and no system user could be made for it. "
            "Start Goodword as an ordinary user, or name a PostgreSQL of your own in DATABASE_URL."
        )
    return Account(entry.pw_uid, entry.pw_gid, other=True)


def system_folder() -> Path:
    """The machine's folder for what must lie outside a closed data folder: anyone may pass, nobody may list."""
    SYSTEM_FOLDER.mkdir(mode=0o711, parents=True, exist_ok=True)
    return SYSTEM_FOLDER


def _user(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def _made_user(name: str) -> pwd.struct_passwd | None:
    """Makes a system user that cannot sign in, by whichever tool this machine has."""
    for command in (
        ["useradd", "--system", "--no-create-home", "--home-dir", str(SYSTEM_FOLDER), "--shell", "/bin/false", name],
        ["adduser", "-S", "-D", "-H", "-h", str(SYSTEM_FOLDER), "-s", "/bin/false", name],
    ):
        with contextlib.suppress(OSError):
            subprocess.run(command, check=False, capture_output=True)
        if found := _user(name):
            return found
    return None


def _may_change_user(who: Account) -> bool:
    with contextlib.suppress(OSError):
        return (
            subprocess.run(["true"], check=False, user=who.uid, group=who.gid, extra_groups=[], cwd="/").returncode == 0
        )
    return False
