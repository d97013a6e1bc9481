"""The post office of the tests: raw mails, a mailbox of ours, a real SMTP sink that can be told to be difficult."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from imap_tools import MailBoxUnencrypted

from goodword.channels.email.keys import hide
from goodword.channels.email.models import Mailbox

HELP, SALES = "help@shop.example", "sales@shop.example"
KIM = "kim@home.example"


@dataclass
class Sink:
    """A mail server that keeps what it takes; `answers` says what it replies at a recipient, `data` at the end."""

    port: int = 0
    mails: list[Envelope] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    data: list[str | Callable[[SMTP], str]] = field(default_factory=list)
    started: threading.Event = field(default_factory=threading.Event)
    pause: float = 0.0

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    def to(self, address: str) -> list[bytes]:
        """The mails that this address got."""
        return [bytes(mail.content or b"") for mail in self.mails if address in mail.rcpt_tos]

    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[Any]
    ) -> str:
        answer = self.answers.get(address, "250 OK")
        if answer.startswith("2"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.started.set()
        await asyncio.sleep(self.pause)
        answer = self.data.pop(0) if self.data else "250 2.0.0 queued as 42"
        if callable(answer):
            answer = answer(server)
        if answer.startswith("2"):
            self.mails.append(envelope)
        return answer


class _AnyPort(Controller):
    """A controller that takes the port which the system gives."""

    def _trigger_server(self) -> None:
        assert self.server is not None
        self.port = self.server.sockets[0].getsockname()[1]  # type: ignore[attr-defined]
        super()._trigger_server()


@pytest.fixture
def sink() -> Iterator[Sink]:
    sink = Sink()
    controller = _AnyPort(sink, hostname="127.0.0.1", port=0, data_size_limit=None)
    controller.start()
    sink.port = controller.port
    yield sink
    controller.stop()


@pytest.fixture
def help_box(db: None) -> Mailbox:
    """Our mailbox, without servers of its own."""
    return Mailbox.objects.create(address=HELP, name="Bolt Bikes", is_default=True)


def raw(
    text: str = "My parcel has not come.", *, sender: str = f"Kim <{KIM}>", to: str = HELP,
    subject: str = "Where is it?", message_id: str = "<1@home.example>",
    date: str = "Mon, 02 Mar 2026 08:59:00 +0000", **headers: str,
) -> bytes:  # fmt: skip
    """A mail as a server would hand it over; further headers by name, `in_reply_to` for In-Reply-To."""
    mail = EmailMessage()
    given = {"From": sender, "To": to, "Subject": subject, "Message-ID": message_id, "Date": date}
    for name, value in (given | {name.replace("_", "-"): value for name, value in headers.items()}).items():
        if value:
            mail[name] = value
    mail.set_content(text)
    return mail.as_bytes()


@dataclass
class Imap:
    """A real IMAP server in a process of its own, and a second hand in its folder: the mail that arrives there."""

    port: int
    user: str = "help"
    password: str = "wrong horse"
    folder: str = "Desk"

    @contextmanager
    def hand(self) -> Iterator[MailBoxUnencrypted]:
        with MailBoxUnencrypted("127.0.0.1", self.port, timeout=10) as box:
            box.login(self.user, self.password, initial_folder=None)
            yield box

    def make_folder(self) -> None:
        with self.hand() as box:
            box.folder.create(self.folder)

    def drop_folder(self) -> None:
        with self.hand() as box:
            box.folder.delete(self.folder)

    def arrive(self, *mails: bytes) -> None:
        with self.hand() as box:
            for mail in mails:
                box.append(mail.replace(b"\n", b"\r\n"), self.folder)


@pytest.fixture(scope="session")
def imap_server() -> Iterator[Imap]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = Imap(port)
    command = [Path(sys.executable).with_name("pymap"), "--host", "127.0.0.1", "--port", str(port), "--no-tls"]
    command += ["dict", "--demo-data", "--demo-user", server.user, "--demo-password", server.password]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        except OSError:
            time.sleep(0.1)
    yield server
    process.terminate()
    process.wait(10)


@pytest.fixture
def imap(imap_server: Imap) -> Iterator[Imap]:
    """An empty folder."""
    imap_server.make_folder()
    yield imap_server
    imap_server.drop_folder()


@pytest.fixture
def fetched_box(imap: Imap, db: None, at: datetime) -> Mailbox:
    """Our mailbox, fetched from that folder."""
    return Mailbox.objects.create(
        address=HELP, is_default=True, imap_host="127.0.0.1", imap_port=imap.port, imap_security="none",
        imap_user=imap.user, imap_secret=hide(imap.password), imap_folder=imap.folder, wakes_at=at,
    )  # fmt: skip
