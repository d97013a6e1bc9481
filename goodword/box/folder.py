"""The data folder: private, with the secret key, and held by one `goodword up` at a time."""

from __future__ import annotations

import fcntl
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from goodword.box.postgres import CannotRun

SECRET = "secret.key"  # noqa: S105  the name of the file


def make_folder(data: Path) -> Path:
    """Makes the data folder unless it is there. As root others may pass through it, for PostgreSQL's own user,
    but not look around; what lies in it is closed by its own mode. A folder that exists is left as it is."""
    try:
        if not data.exists():
            data.parent.mkdir(parents=True, exist_ok=True)
            data.mkdir(mode=0o711 if os.geteuid() == 0 else 0o700)
        (data / "files").mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise CannotRun(
            f"The data folder {data} cannot be used ({error.strerror}). Choose another with --data or GOODWORD_DATA."
        ) from error
    return data


def write_private(file: Path, text: str) -> None:
    """Writes a file that only its owner reads, whole or not at all."""
    rough = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(rough, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    rough.replace(file)


def secret_key(data: Path) -> str:
    """The key of this folder, made on the first call."""
    file = data / SECRET
    if not file.exists():
        write_private(file, secrets.token_urlsafe(64))
    try:
        return file.read_text().strip()
    except PermissionError as error:
        raise CannotRun(f"The data folder {data} belongs to another user of this machine.") from error


@contextmanager
def held(data: Path, *, wait: float = 0) -> Iterator[None]:
    """Holds the folder for this process; raises CannotRun when another one has it. The lock ends with the process."""
    number = os.open(data / "lock", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        give_up = time.monotonic() + wait
        while not _locked(number):
            if time.monotonic() >= give_up:
                holder = os.pread(number, 20, 0).decode(errors="replace").strip() or "?"
                raise CannotRun(f"Another Goodword (process {holder}) uses the data folder {data}.")
            time.sleep(0.1)
        os.ftruncate(number, 0)
        os.pwrite(number, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(number)


def _locked(number: int) -> bool:
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
