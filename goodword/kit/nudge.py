"""Tells open screens that something changed: names only, never contents, once per transaction."""

from __future__ import annotations

import json

from django.db import connection, transaction

CHANNEL = "goodword_live"
LARGEST_PAYLOAD = 7000  # PostgreSQL refuses 8000 bytes and more


class _Nudges:
    """The names gathered in one transaction, sent when it has committed.

    The notification goes out after the commit, not within it: `pg_notify` inside a transaction takes a
    lock on the whole database at commit, which would make busy desks queue up behind each other.
    """

    def __init__(self) -> None:
        self.names: set[str] = set()

    def __call__(self) -> None:
        payload = json.dumps(sorted(self.names))
        if len(payload) > LARGEST_PAYLOAD:
            payload = json.dumps(["everything"])
        with connection.cursor() as cursor:
            # A transaction of its own, in which nothing is worth waiting for the disk.
            hurried = "SELECT set_config('synchronous_commit', 'off', true), pg_notify(%s, %s)"
            cursor.execute(hurried, [CHANNEL, payload])


def nudge(*names: str) -> None:
    """Sends `names` to all open screens after the commit; a rolled-back transaction sends nothing."""
    gathered = next((waiting[1] for waiting in connection.run_on_commit if isinstance(waiting[1], _Nudges)), None)
    if gathered is not None:
        gathered.names.update(names)
        return
    gathered = _Nudges()
    gathered.names.update(names)
    transaction.on_commit(gathered, robust=True)
