"""A cluster: its folder, its two roles, and how it is made, whole or not at all."""

from __future__ import annotations

import contextlib
import locale
import re
import secrets
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from goodword.box.postgres import binaries
from goodword.box.postgres.account import Account, CannotRun

DATABASE = "goodword"
OWNER, APP = "goodword_owner", "goodword_app"
# Tests step into the application's role, and delete what they wrote past the triggers that forbid it.
FOR_TESTS = (f"GRANT {APP} TO {OWNER}", f"GRANT SET ON PARAMETER session_replication_role TO {OWNER}")
LONGEST_SOCKET = 107 - len("/.s.PGSQL.5432")
UTF8_LOCALES = ("C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8")


class Urls(NamedTuple):
    """Two ways into one database: as the owner of the tables, for migrations, and as the application."""

    owner: str
    app: str


@dataclass(frozen=True)
class Cluster:
    """Where a cluster lies, who runs it and the passwords of its roles."""

    folder: Path
    account: Account
    owner_password: str
    app_password: str

    @property
    def data(self) -> Path:
        """PostgreSQL's own folder."""
        return self.folder / "data"

    @property
    def pid_file(self) -> Path:
        """Where the running server notes its process, its socket and its state."""
        return self.data / "postmaster.pid"

    def urls(self, socket: Path) -> Urls:
        """The addresses of the database behind a socket folder."""
        where = f"/{DATABASE}?host={quote(str(socket), safe='')}"
        return Urls(
            f"postgresql://{OWNER}:{self.owner_password}@{where}", f"postgresql://{APP}:{self.app_password}@{where}"
        )

    def ensure(self, *, for_tests: bool = False) -> None:
        """Makes the cluster unless it is there; raises CannotRun when it is one of another major version."""
        note = self.data / "PG_VERSION"
        if note.exists():
            found = note.read_text().strip()
            if found != binaries.major():
                raise CannotRun(
                    f"The database in {self.data} is of PostgreSQL {found}, and this Goodword brings PostgreSQL "
                    f"{binaries.major()}. Make a backup with the Goodword that wrote it (goodword backup FILE), then "
                    "restore that file into an empty data folder with this one."
                )
            return
        self.account.own(self.folder)
        rough = self.folder / f"new-{secrets.token_hex(4)}"
        for left in self.folder.glob("new-*"):
            shutil.rmtree(left)
        try:
            self._make(rough, for_tests=for_tests)
            rough.rename(self.data)
        finally:
            shutil.rmtree(rough, ignore_errors=True)

    def _make(self, rough: Path, *, for_tests: bool) -> None:
        bin_folder = binaries.folder_for(self.account)
        more = ["--no-sync"] if for_tests else []
        command = [
            bin_folder / "initdb", "-D", rough, "--username=postgres", "--encoding=UTF8", "--locale=C",
            f"--lc-ctype={_utf8_locale()}", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
            "--auth=scram-sha-256", "--pwfile", self._nobodys_password(), "--no-instructions", *more,
        ]  # fmt: skip
        self._run([str(part) for part in command])
        rights = "CREATEDB" if for_tests else "NOCREATEDB"
        self._run(
            [str(bin_folder / "postgres"), "--single", "-j", "-D", str(rough), "postgres"],
            _sentences(
                f"CREATE ROLE {OWNER} LOGIN {rights} PASSWORD '{self.owner_password}'",
                f"CREATE ROLE {APP} LOGIN PASSWORD '{self.app_password}'",
                f"CREATE DATABASE {DATABASE} OWNER {OWNER}",
                f"REVOKE ALL ON DATABASE {DATABASE} FROM PUBLIC",
                f"GRANT CONNECT, TEMPORARY ON DATABASE {DATABASE} TO {APP}",
                *(FOR_TESTS if for_tests else ()),
            ),
        )

    def _nobodys_password(self) -> Path:
        """A password for the superuser that nobody keeps: the desk never signs in as one."""
        file = self.folder / "new-password"
        file.write_text(secrets.token_urlsafe(32) + "\n")
        file.chmod(0o600)
        if self.account.other:
            shutil.chown(file, self.account.uid, self.account.gid)
        return file

    def _run(self, command: list[str], given: str = "") -> None:
        done = subprocess.run(
            command, input=given, check=False, capture_output=True, text=True, **self.account.options()
        )
        (self.folder / "new-password").unlink(missing_ok=True)
        if done.returncode or re.search(r"\b(ERROR|FATAL|PANIC):", done.stderr):
            raise CannotRun(f"PostgreSQL could not make its data folder {self.folder}:\n{done.stderr.strip()}")


def _sentences(*statements: str) -> str:
    """For the single-user mode with -j, a statement ends with a semicolon and an empty line."""
    return "".join(f"{statement};\n\n" for statement in statements)


def _utf8_locale() -> str:
    """A locale in which letters beyond ASCII are letters, as the search by parts of words needs."""
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        for name in UTF8_LOCALES:
            with contextlib.suppress(locale.Error):
                locale.setlocale(locale.LC_CTYPE, name)
                return name
        return "C"
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
