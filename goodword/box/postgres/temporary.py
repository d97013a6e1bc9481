"""A throw-away server for tests and measurements: fast, forgetful, and gone with the process that asked for it."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from goodword.box.postgres.account import account, system_folder
from goodword.box.postgres.cluster import Cluster, Urls
from goodword.box.postgres.server import Server


@contextmanager
def temporary_server() -> Iterator[Urls]:
    """Gives (owner_url, app_url) of a new server; folder and processes are gone afterwards, also after kill -9."""
    who = account()
    usual = Path(tempfile.gettempdir())
    place = usual if who.can_enter(usual) else system_folder()
    folder = who.own(Path(tempfile.mkdtemp(prefix="goodword-", dir=place)).resolve())
    cluster = Cluster(folder, who, secrets.token_urlsafe(24), secrets.token_urlsafe(24))
    server = Server(cluster, temporary=True)
    try:
        cluster.ensure(for_tests=True)
        yield server.start()
    finally:
        server.stop()
