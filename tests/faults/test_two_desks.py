"""Two real desks that answer each other by themselves, over real SMTP: they stop within five mails."""

from __future__ import annotations

import asyncio
import email
import json
import smtplib
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests import installed
from tests.channels.conftest import _AnyPort, raw
from tests.faults.test_kill import hands
from tests.installed import Desk, until

ONE, TWO = "help@one.example", "help@two.example"
SAID_BY_ROBOTS = ("Auto-Submitted", "X-Auto-Response-Suppress", "In-Reply-To", "References")
QUIET_SECONDS = 4

pytestmark = pytest.mark.timeout(300)


@dataclass
class Relay:
    """The mail server between the two: it brings each mail to the door of its desk, and may lose heads on the way."""

    doors: dict[str, int]
    loses_heads: bool = False
    brought: list[str] = field(default_factory=list)
    last_at: float = 0.0

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        await asyncio.to_thread(
            self.bring, envelope.mail_from or "", envelope.rcpt_tos[0], bytes(envelope.content or b"")
        )
        return "250 OK"

    def bring(self, sender: str, to: str, content: bytes) -> None:
        if to not in self.doors:
            return
        mail = email.message_from_bytes(content)
        if self.loses_heads:
            for name in SAID_BY_ROBOTS:
                del mail[name]
            mail.replace_header("Subject", f"Your mail {len(self.brought)}")
        self.brought.append(to)
        self.last_at = time.monotonic()
        with smtplib.SMTP("127.0.0.1", self.doors[to], timeout=20) as client:
            client.sendmail(sender, [to], mail.as_bytes())


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@contextmanager
def answering(empty: Path, address: str, door: int, server: int) -> Iterator[Desk]:
    """A desk that runs, with a mailbox that sends receipts."""
    given = {"GOODWORD_MAIL_LISTEN": f"smtp://127.0.0.1:{door}", "GOODWORD_SMTP_URL": f"smtp://127.0.0.1:{server}"}
    with installed.desk(empty, **given) as desk:
        hands(desk, "answer", address)
        desk.up()
        until(lambda: answers(door))
        yield desk


def answers(door: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", door), 1).close()
    except OSError:
        return False
    return True


@pytest.fixture
def relay() -> Iterator[Relay]:
    relay = Relay({ONE: free_port(), TWO: free_port()})
    controller = _AnyPort(relay, hostname="127.0.0.1", port=0)
    controller.start()
    relay.doors["itself"] = controller.port
    yield relay
    controller.stop()


@pytest.fixture
def desks(empty: Path, relay: Relay) -> Iterator[list[Desk]]:
    with ThreadPoolExecutor(2) as pool, ExitStack() as stack:
        opened = [answering(empty, address, relay.doors[address], relay.doors["itself"]) for address in (ONE, TWO)]
        yield list(pool.map(stack.enter_context, opened))


def quiet(relay: Relay, at_least: int) -> int:
    """Waits until no mail has passed for a while; returns how many passed in all."""
    until(lambda: len(relay.brought) >= at_least and time.monotonic() - relay.last_at > QUIET_SECONDS, 60)
    return len(relay.brought)


def test_two_desks_that_answer_each_other_stop_within_five_mails(desks: list[Desk], relay: Relay) -> None:
    relay.bring(TWO, ONE, raw("Hello.", sender=TWO, to=ONE, subject="Hello", message_id="<a@two.example>"))
    assert quiet(relay, 2) == 2  # the mail and its receipt: RFC 3834 is heard on the other side

    relay.loses_heads, relay.brought = True, []
    relay.bring(TWO, ONE, raw("Again.", sender=TWO, to=ONE, subject="Again", message_id="<b@two.example>"))
    assert 2 <= quiet(relay, 2) <= 5

    said: list[dict[str, Any]] = [json.loads(hands(desk, "circles")) for desk in desks]
    assert sum(len(one["stopped"]) for one in said) >= 1
    for one, other in zip(said, (TWO, ONE), strict=True):
        assert one["stopped"] in ([], [other])
        assert one["told"] == ["Mara"] * len(one["stopped"])
