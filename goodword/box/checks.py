"""What `goodword doctor` looks at, besides what the desk says of itself (kit/health.py)."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from goodword.config.env import Env, WrongSetting, read, unknown

GIGABYTE = 1024**3
LEAST_FREE = GIGABYTE
LARGEST_DRIFT_SECONDS = 2


class Answer(NamedTuple):
    """One line of the doctor."""

    name: str
    well: bool
    words: str
    remedy: str


def answer(name: str, well: bool, words: str, remedy: str = "") -> Answer:
    """A line whose remedy is said only when it is needed."""
    return Answer(name, well, words, "" if well else remedy)


def of_settings(environ: Mapping[str, str]) -> tuple[Env | None, list[Answer]]:
    """Looks at the environment; without usable settings nothing else can be looked at."""
    try:
        env = read(environ)
    except WrongSetting as wrong:
        return None, [answer("settings", False, str(wrong), "Correct what is named.")]
    strange = unknown(environ)
    words = f"not known: {', '.join(strange)}" if strange else "all usable"
    return env, [
        answer("settings", not strange, words, "A name may be mistyped; see goodword doctor --settings."),
        _address(env),
    ]


def of_machine(env: Env) -> Iterator[Answer]:
    """Looks at the data folder and its disk."""
    data = env.data
    if not data.exists():
        yield answer("data folder", False, f"{data} does not exist", "Start the desk once: goodword up.")
        return
    mode = stat.S_IMODE(data.stat().st_mode)
    usable = os.access(data, os.W_OK | os.X_OK)
    yield answer("data folder", usable and not mode & 0o066, f"{data}, mode {mode:04o}", f"chmod go-rw {data}")
    free = shutil.disk_usage(data).free
    yield answer("disk", free >= LEAST_FREE, f"{free / GIGABYTE:.1f} GB free", "Make room, or move the data folder.")


def of_desk() -> Iterator[Answer]:
    """Looks at database, worker, files and mail; Django must be set up."""
    from goodword.kit import clock, health

    found = health.findings(clock.now)
    for finding in found:
        yield answer(finding.name, finding.well, finding.words, finding.remedy)
    if any(not finding.well for finding in found[:2]):
        return
    yield _guarded("machine's clock", _drift, "Let the machine keep its time (systemd-timesyncd, chrony).")
    yield _guarded("files", _files, "Let this user write to the data folder, or correct GOODWORD_STORAGE_URL.")
    yield from _mailboxes()


def _address(env: Env) -> Answer:
    local = any(part in env.base_url for part in ("//127.0.0.1", "//localhost", "//[::1]"))
    return answer(
        "address", env.is_https or local, env.base_url,
        "Put a proxy with HTTPS before it (docs/admin.md): without it, passwords travel open.",
    )  # fmt: skip


def _guarded(name: str, look: Callable[[], tuple[bool, str]], remedy: str) -> Answer:
    try:
        well, words = look()
    except Exception as error:
        well, words = False, f"{type(error).__name__}: {error}"
    return answer(name, well, words, remedy)


def _drift() -> tuple[bool, str]:
    from django.db import connection

    from goodword.kit import clock

    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        drift = abs((clock.now() - clock.shift() - cursor.fetchone()[0]).total_seconds())
    return drift < LARGEST_DRIFT_SECONDS, f"{drift:.1f} s from the database's"


def _files() -> tuple[bool, str]:
    from goodword.kit.files import fetch, keep

    content = b"goodword doctor\n"
    kept = fetch(keep(content, "doctor"))
    return kept == content, "written and read"


def _mailboxes() -> Iterator[Answer]:
    from goodword.channels.email.queries import active_mailboxes

    boxes = active_mailboxes()
    if not boxes:
        yield answer("mailbox", False, "none is set up", "Add one in the desk: Settings, Mailboxes.")
    for box in boxes:
        words = " · ".join(part for part in (box.trouble, box.sending_trouble) if part) or "no trouble"
        yield answer(f"mailbox {box.address}", words == "no trouble", words, "Correct it in Settings, Mailboxes.")
