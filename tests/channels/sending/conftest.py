"""Mail out: built once, handed over once, and each failure told in the case."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Callable
from datetime import datetime
from email.message import EmailMessage

import pytest
from pytest_django import Settings

from goodword.cases.actions import Draft, reply
from goodword.cases.models import Case, Message
from goodword.channels.email import outbound
from goodword.channels.email.models import Mailbox
from goodword.people.models import Agent
from tests.channels.conftest import Sink

BOSS = "boss@home.example"


@pytest.fixture
def written(case: Case, ada: Agent, help_box: Mailbox, at: datetime) -> Callable[..., Message]:
    """Writes to Kim and queues the mail, as the follower does."""

    def write(text: str = "It is on its way.", **more: object) -> Message:
        message = reply(case, ada, Draft(text=text, **more), at)  # type: ignore[arg-type]
        outbound.queue_message(message, at)
        return message

    return write


@pytest.fixture(autouse=True)
def _server(sink: Sink, settings: Settings) -> None:
    settings.SMTP_URL = sink.url


def parsed(raw: bytes) -> EmailMessage:
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message
