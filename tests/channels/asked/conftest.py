"""Asks by mail: out to whoever is to answer, and back, believed only from whom was asked."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from email.message import EmailMessage

import pytest
from pytest_django import Settings

from goodword.asks.models import Ask
from goodword.channels.email import sending
from goodword.channels.email.models import Mailbox
from goodword.channels.email.receiving import Taken
from goodword.notices.models import Notice
from goodword.people.actions import introduce
from goodword.people.models import Agent, Partner
from tests.asks.following import follow
from tests.channels.conftest import Sink, raw
from tests.channels.test_taking import taken

HOUR = timedelta(hours=1)


SWIFT = "desk@swift.example"


@pytest.fixture
def carrier(db: None) -> Partner:
    return Partner.objects.create(name="Swift Parcels", email=SWIFT)


@pytest.fixture(autouse=True)
def _desk(sink: Sink, settings: Settings, help_box: Mailbox, mara: Agent, at: datetime) -> None:
    settings.SMTP_URL = sink.url
    help_box.plus_addresses = True
    help_box.save(update_fields=["plus_addresses"])
    introduce("Bolt Bikes", at)


Send = Callable[[Ask, datetime], EmailMessage]


@pytest.fixture
def sent(sink: Sink) -> Send:
    """Lets the followers run and the mails go out; returns the last letter that whoever is to answer got."""

    def send(ask: Ask, now: datetime) -> EmailMessage:
        follow(now, "ask")
        sending.send_due(now)
        to = ask.to_partner.email if ask.to_partner else ask.holder.email if ask.holder else ""
        found = email.message_from_bytes(sink.to(to)[-1], policy=email.policy.default)
        assert isinstance(found, EmailMessage)
        return found

    return send


def back(letter: EmailMessage, text: str, at: datetime, *, sender: str = SWIFT, **more: str) -> Taken:
    """Somebody answers a letter as mail programs do; `to=HELP` leaves the signed address away."""
    given = {
        "to": str(letter["Reply-To"]), "subject": f"Re: {letter['Subject']}", "in_reply_to": str(letter["Message-ID"]),
        "message_id": f"<{abs(hash((text, sender)))}@swift.example>",
    } | more  # fmt: skip
    return taken(raw(text, sender=sender, **given), at, inbox=address_in(given["to"]))


def address_in(field: str) -> str:
    return re.sub(r".*<|>.*", "", field)


def told(ask: Ask, person: Agent) -> list[str]:
    return list(Notice.objects.filter(ask_id=ask.pk, person=person).order_by("id").values_list("verb", flat=True))
