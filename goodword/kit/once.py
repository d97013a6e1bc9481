"""Doing a thing once however often it is asked for: the asker names it by a key, and its answer is kept two days."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import connection, transaction

from goodword.kit.errors import Conflict, Malformed
from goodword.kit.models import KeptAnswer
from goodword.kit.sweep import Swept, sweep

KEPT_FOR = timedelta(hours=48)
LONGEST_KEY = 200
Answer = tuple[int, str]


def once(who: str, key: str, request: str, at: datetime, do: Callable[[], Answer]) -> Answer:
    """Returns the answer of `do`, or the one that was given under this key before.

    What is done and its answer commit together, so a crash leaves both or neither. What `do` refuses by raising is
    not kept: nothing was done. Raises Conflict while another request with this key is at work (it waits for
    nothing), Malformed when the key was used for another `request` (its digest).
    """
    if not key.isprintable() or len(key) > LONGEST_KEY:
        raise Malformed(
            "An Idempotency-Key has at most %(longest_key)s printable letters.",
            values={"longest_key": LONGEST_KEY},
            field="Idempotency-Key",
        )
    with transaction.atomic():
        if not _mine_alone(who, key):
            raise Conflict("A request with this key is at work.", code="in_progress", seconds=1)
        known = KeptAnswer.objects.filter(who=who, key=key).first()
        if known and known.request != request:
            raise Malformed(
                "This key was used for another request.", field="Idempotency-Key", code="key_of_another_request"
            )
        if known:
            return known.status, known.body
        status, body = do()
        KeptAnswer.objects.create(
            who=who, key=key, request=request, status=status, body=body, at=at, wakes_at=at + KEPT_FOR
        )
        return status, body


def _mine_alone(who: str, key: str) -> bool:
    """Takes a lock of this transaction on the key, without waiting for it."""
    digest = hashlib.sha256(f"{who}\0{key}".encode()).digest()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [int.from_bytes(digest[:8], "big", signed=True)])
        return bool(cursor.fetchone()[0])


def sweep_answers(now: datetime) -> Swept:
    """Forgets answers that were kept long enough."""
    return sweep(KeptAnswer.objects.only("id", "wakes_at"), _forget, now)


def _forget(row: KeptAnswer, now: datetime) -> None:
    row.delete()
