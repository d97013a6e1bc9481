"""How this house wants to write: what its admins say about wording hints."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import transaction

from goodword.ledger.actions import record
from goodword.people.access import may_administer
from goodword.people.models import Agent
from goodword.policies.models import Wording


def said_in(language: str) -> list[Wording]:
    """Returns what the house says about the hints of one language. One query."""
    return list(Wording.objects.filter(language=language).order_by("id"))


def say(language: str, code: str, at: datetime, by: Agent, **given: object) -> Wording:
    """Says something about a hint; without a code it becomes a hint of the house's own."""
    may_administer(by)
    with transaction.atomic():
        wording, _ = Wording.objects.update_or_create(
            language=language, code=code or f"own-{secrets.token_hex(6)}", defaults=given
        )
        record("wording.set", at=at, subject=wording, by=by, language=language, code=wording.code)
    return wording


def forget(language: str, code: str, at: datetime, by: Agent) -> None:
    """Brings a shipped hint back as it came; removes one of the house's own."""
    may_administer(by)
    with transaction.atomic():
        for wording in Wording.objects.filter(language=language, code=code):
            record("wording.forgotten", at=at, subject=wording, by=by, language=language, code=code)
            wording.delete()
