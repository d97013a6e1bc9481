"""Writing to the ledger; with it go the jobs of the followers and the nudges for open screens."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import connection, models

from goodword.kit.nudge import nudge
from goodword.kit.queue import defer
from goodword.kit.rows import insert
from goodword.ledger import followers
from goodword.ledger.models import Entry


def record(
    verb: str,
    *,
    at: datetime,
    about: models.Model | int | None = None,
    subject: models.Model | None = None,
    by: models.Model | None = None,
    noted: datetime | None = None,
    touch: tuple[str, ...] = (),
    **data: Any,
) -> Entry:
    """Writes one line and queues its followers, in the caller's transaction.

    `about` is the case, `subject` the row it happened to, `by` the person (None: the desk itself), `at`
    when it became true, `noted` when it was noticed (default: the same). `touch` names further screens
    to nudge beside those of the case and the subject. Raises RuntimeError outside a transaction.
    """
    if not connection.in_atomic_block:
        raise RuntimeError(f"{verb} must be recorded in the transaction of what it tells.")
    entry = insert(
        Entry(
            at=at,
            noted_at=noted or at,
            verb=verb,
            case_id=about.pk if isinstance(about, models.Model) else about,
            subject_type=_word_for(subject),
            subject_id=subject.pk if subject else None,
            by_type=_word_for(by),
            by_id=by.pk if by else None,
            data=data,
        )
    )
    defer(followers.JOB, [{"follower": name, "entry": entry.pk} for name in followers.of(verb)])
    nudge(*_screens(entry), *touch)
    return entry


def _word_for(row: models.Model | None) -> str:
    return row._meta.model_name or "" if row is not None else ""


def _screens(entry: Entry) -> list[str]:
    names = [f"case:{entry.case_id}"] if entry.case_id else []
    if entry.subject_id and entry.subject_type != "case":
        names.append(f"{entry.subject_type}:{entry.subject_id}")
    return names
