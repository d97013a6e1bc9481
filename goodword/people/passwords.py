"""Passwords of the people who work here, set by whoever runs the machine."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from goodword.kit.errors import Malformed, NotFound
from goodword.ledger.actions import record
from goodword.people.models import Agent


def check_password(password: str, email: str, name: str) -> None:
    """Raises Malformed with the reasons when a password is too easy to guess for this person."""
    try:
        validate_password(password, Agent(email=email, name=name))
    except ValidationError as weak:
        raise Malformed(" ".join(weak.messages), field="password") from weak


def set_password(email: str, password: str, at: datetime) -> Agent:
    """Gives the person with this address a new password; their open sessions end with the old one."""
    agent = Agent.objects.filter(email=email.strip().lower()).first()
    if agent is None:
        raise NotFound("Nobody with the address %(email)s works here.", values={"email": email})
    check_password(password, agent.email, agent.name)
    agent.set_password(password)
    with transaction.atomic():
        agent.save(update_fields=["password"])
        record("agent.password_set", at=at, subject=agent)
    return agent
