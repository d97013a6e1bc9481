"""Taking a mail: its bytes are on disk, then its arrival is on record, then it is read. The same mail twice is one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import F

from goodword.channels.email import receiving
from goodword.channels.email.fingerprint import fingerprint
from goodword.channels.email.models import Arrival
from goodword.channels.email.ours import Ours
from goodword.channels.email.receiving import Envelope, Taken
from goodword.kit import files

SHELF = "mail"
SEEN = "seen"

# Durable without waiting for the disk: whatever acknowledges a mail comes after a later commit that does wait.
_ENTER = """
    WITH hurried AS (SELECT set_config('synchronous_commit', 'off', true))
    INSERT INTO email_arrival
        (key, fingerprint, size, door, place, inbox, return_path, arrived_at, outcome, trouble, wakes_at, tries)
    SELECT %s, %s, %s, %s, %s, %s, %s, %s, '', '', %s, 1 FROM hurried
    ON CONFLICT (fingerprint) DO NOTHING RETURNING id
"""


def take(raw: bytes, envelope: Envelope, ours: Ours, at: datetime) -> Taken:
    """Takes one mail in. Raises only when the bytes or the arrival could not be stored: then it is not ours yet."""
    key = files.keep(raw, SHELF)
    arrival = _enter(raw, key, envelope, at)
    if arrival is None:
        return _seen(fingerprint(raw))
    return receiving.settle(arrival, raw, ours, at)


def _enter(raw: bytes, key: str, envelope: Envelope, at: datetime) -> Arrival | None:
    lease = at + receiving.PATIENCE
    known: dict[str, Any] = {
        "key": key, "fingerprint": fingerprint(raw), "size": len(raw), "door": envelope.door,
        "place": envelope.place[:400], "inbox": envelope.inbox[:320],
        "return_path": None if envelope.return_path is None else envelope.return_path[:320], "arrived_at": at,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_ENTER, [*known.values(), lease])
        row = cursor.fetchone()
    return Arrival(id=row[0], wakes_at=lease, tries=1, **known) if row else None


def _seen(known: str) -> Taken:
    arrival = Arrival.objects.filter(fingerprint=known).only("case_id", "message_id", "outcome").first()
    if arrival is None:
        return Taken(SEEN)
    if not arrival.outcome:  # another worker has it in hand: what it entered is on the disk before we say so
        Arrival.objects.filter(pk=arrival.pk).update(door=F("door"))
    return Taken(SEEN, arrival.case_id, arrival.message_id)
