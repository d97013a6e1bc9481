"""Telling a person something, once per cause; by mail as well, bundled, when they have not read it in the desk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext, override

from goodword.kit.nudge import nudge
from goodword.notices.models import Notice
from goodword.people.models import Agent

BUNDLE_AFTER = timedelta(minutes=5)


def tell(
    people: Iterable[Agent],
    cause: str,
    words: str,
    at: datetime,
    *,
    verb: str,
    values: Mapping[str, object] | None = None,
    case: int | None = None,
    promise: int | None = None,
    ask: int | None = None,
    by_mail: bool = True,
) -> int:
    """Tells each person once per cause; a repeated call tells nobody again. Returns how many were told anew.

    Words that name something (`{customer}`) have it in `values`: each person is told in the language that they chose.
    Five minutes later, what is still unread goes out in one mail per person, unless a mail of its own says it
    already (`by_mail` False).
    """
    rows = [
        Notice(
            person=person, cause=cause[:80], verb=verb, case_id=case, promise_id=promise, ask_id=ask,
            words=_said(words, values, person)[:300],
            at=at, wakes_at=at + BUNDLE_AFTER if by_mail else None,
        )
        for person in {person.pk: person for person in people}.values()
        if person.is_active
    ]  # fmt: skip
    with transaction.atomic():
        before = Notice.objects.filter(person__in=[row.person_id for row in rows], cause=cause[:80]).count()
        Notice.objects.bulk_create(rows, ignore_conflicts=True)
        nudge(*(f"notices:{row.person_id}" for row in rows))
    return len(rows) - before


def _said(words: str, values: Mapping[str, object] | None, person: Agent) -> str:
    if values is None:
        return words
    with override(person.language or "en"):
        return gettext(words).format_map(Named(values))


class Named(dict[str, object]):
    """What the words of a notice may name; what is not known is left out rather than an error."""

    def __missing__(self, key: str) -> str:
        return "…"


def read(person: Agent, at: datetime, notice: int | None = None) -> int:
    """Marks one notice, or all of a person's, as read; what is read is not mailed any more."""
    rows = Notice.objects.filter(person=person, read_at=None)
    if notice is not None:
        rows = rows.filter(pk=notice)
    with transaction.atomic():
        count = rows.update(read_at=at, wakes_at=None)
        nudge(f"notices:{person.pk}")
    return count
