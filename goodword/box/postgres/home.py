"""Where a data folder keeps its cluster: inside or, when that is closed to the server's user, beside the system's."""

from __future__ import annotations

import json
import os
import secrets
from pathlib import Path

from goodword.box.postgres.account import CannotRun, account, system_folder
from goodword.box.postgres.cluster import Cluster, Urls
from goodword.box.postgres.server import running_socket

NOTE = "postgres.json"


def cluster_in(data: Path) -> Cluster:
    """The cluster of a data folder; its place and passwords are noted on the first call."""
    note = data / NOTE
    if not note.exists():
        _write_note(data, note)
    try:
        known = json.loads(note.read_text())
    except PermissionError as error:
        raise CannotRun(f"The data folder {data} belongs to another user of this machine.") from error
    folder = (data / known["folder"]).resolve()
    return Cluster(folder, account(folder / "data"), known["owner"], known["app"])


def running_urls(data: Path) -> Urls | None:
    """The addresses of the data folder's database while it runs, else None."""
    if not (data / NOTE).exists():
        return None
    cluster = cluster_in(data)
    socket = running_socket(cluster)
    return cluster.urls(socket) if socket else None


def _write_note(data: Path, note: Path) -> None:
    known = {
        "folder": _folder_for(data),
        "owner": secrets.token_urlsafe(24),
        "app": secrets.token_urlsafe(24),
    }
    rough = note.with_suffix(".part")
    with os.fdopen(os.open(rough, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w") as out:
        json.dump(known, out)
        out.flush()
        os.fsync(out.fileno())
    rough.replace(note)


def _folder_for(data: Path) -> str:
    """`postgres` in the data folder, so that it moves along; elsewhere only if the server's user cannot get there."""
    if account().can_enter(data):
        return "postgres"
    return str(system_folder() / secrets.token_hex(8))
