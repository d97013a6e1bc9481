"""Providers of payments and parcels: each has an address and a secret, and signs what it reports."""

from __future__ import annotations

import hmac
import secrets
from datetime import UTC, datetime, timedelta

from django.db import transaction

from goodword.kit.errors import Conflict, Malformed, NotAllowed, NotFound
from goodword.kit.hidden import hide, reveal
from goodword.ledger.actions import record
from goodword.people.models import Agent
from goodword.promises.models import Reported, Source

WINDOW = timedelta(minutes=5)
PURPOSE = "secrets of provider sources"
LONGEST = 64 * 1024


def add_source(name: str, kind: str, at: datetime, by: Agent) -> tuple[Source, str]:
    """Adds a source; returns it with its secret, which is shown this once."""
    name = name.strip()[:80]
    if not name:
        raise Malformed("Give the source a name.", field="name")
    if kind not in (Source.PAYMENT, Source.CARRIER):
        raise Malformed("Choose payments or parcels.", field="kind")
    if Source.objects.filter(name__iexact=name).exists():
        raise Conflict("Another source has this name.", code="name_taken", field="name")
    secret = secrets.token_urlsafe(32)
    with transaction.atomic():
        row = Source.objects.create(
            name=name, kind=kind, key=secrets.token_hex(12), secret=hide(secret, PURPOSE), made_by=by, made_at=at
        )
        record("source.added", at=at, subject=row, by=by, name=name, kind=kind)
    return row, secret


def switch_source(row: Source, at: datetime, by: Agent, *, on: bool) -> Source:
    """Listens to a source, or no longer; what it reported stays."""
    with transaction.atomic():
        row.is_active = on
        row.save(update_fields=["is_active"])
        record("source.switched_on" if on else "source.switched_off", at=at, subject=row, by=by, name=row.name)
    return row


def signature(secret: str, timestamp: str, body: bytes) -> str:
    """Returns how a source signs: HMAC-SHA256 in hexadecimal over the timestamp, a full stop, and the body."""
    return hmac.new(secret.encode(), timestamp.encode() + b"." + body, "sha256").hexdigest()


def source_that_signed(key: str, timestamp: str, signed: str, body: bytes, now: datetime) -> Source:
    """Returns the source behind an address when its signature fits and is fresh. Raises NotFound or NotAllowed."""
    row = Source.objects.filter(key=key, is_active=True).first()
    if row is None:
        raise NotFound("There is nothing here.")
    fits = hmac.compare_digest(signature(reveal(row.secret, PURPOSE), timestamp, body).encode(), signed.encode())
    if not fits or not _is_fresh(timestamp, now):
        raise NotAllowed("The signature does not fit, or is too old.", code="not_signed")
    return row


def _is_fresh(timestamp: str, now: datetime) -> bool:
    if not timestamp.isascii() or not timestamp.isdigit() or len(timestamp) > 12:
        return False
    return abs(now - datetime.fromtimestamp(int(timestamp), UTC)) <= WINDOW


def every_source() -> list[Source]:
    """Returns all sources by name."""
    return list(Source.objects.select_related("made_by").order_by("name"))


def source_by(pk: int) -> Source:
    """Returns a source by its number; raises NotFound for none."""
    found = Source.objects.filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such source.")
    return found


def lately_reported(most: int = 50) -> list[Reported]:
    """Returns the last events of all sources, the newest first. One query."""
    return list(Reported.objects.select_related("source", "promise", "by").order_by("-id")[:most])
