"""Reading what is open to customers on the shop's site."""

from __future__ import annotations

from datetime import datetime

from goodword.channels.form.models import Website
from goodword.hours.queries import working_time
from goodword.hours.rules import NeverOpen


def website() -> Website:
    """Returns what is open; without a row nothing is. One query."""
    return Website.objects.first() or Website()


def is_attended(site: Website, at: datetime) -> bool:
    """Says whether somebody answers the chat at this hour."""
    return working_time(site.chat_hours_id).is_open(at)


def opens_at(site: Website, at: datetime) -> datetime | None:
    """Returns when somebody answers the chat again; None where no hours are kept at all."""
    try:
        return working_time(site.chat_hours_id).opens(at)
    except NeverOpen:
        return None
