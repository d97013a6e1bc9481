"""The whole desk at work: the real worker in a process of its own, a real SMTP sink, a real IMAP server."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any, TypeVar
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection

from goodword.box.prepare import let_use
from goodword.channels.email.keys import hide
from goodword.channels.email.models import Mailbox
from goodword.kit import clock
from goodword.people.models import Agent
from tests.channels.conftest import HELP, Imap, Sink, imap, imap_server, sink
from tests.promises.anything import application_role

__all__ = ["imap", "imap_server", "sink"]

Found = TypeVar("Found")
PATIENCE_SECONDS = 120.0


def until(look: Callable[[], Found], why: str = "") -> Found:
    """Looks again and again until there is something to see; returns it, or fails after a while."""
    give_up = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < give_up:
        found = look()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f"It did not happen in {PATIENCE_SECONDS:.0f} s: {why or look}")


@dataclass
class Worker:
    """`goodword worker`, as the application's role, on the test's database."""

    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)
    log: Any = field(default_factory=lambda: tempfile.TemporaryFile("w+b"))  # noqa: SIM115  closed in end()

    def start(self) -> None:
        process = subprocess.Popen(
            [sys.executable, "-m", "goodword", "worker"],
            env=os.environ | self._environment(),
            stdout=self.log,
            stderr=self.log,
        )
        self.processes.append(process)

    def stop(self) -> None:
        for process in self.processes:
            process.send_signal(signal.SIGTERM)
        for process in self.processes:
            assert process.wait(30) == 0, self.said()
        self.processes.clear()

    def end(self) -> None:
        for process in self.processes:
            process.kill()
            process.wait()
        self.log.close()

    def said(self) -> str:
        self.log.seek(0)
        return str(self.log.read().decode())

    @staticmethod
    def _environment() -> dict[str, str]:
        owner = os.environ["GOODWORD_OWNER_URL"] if "GOODWORD_OWNER_URL" in os.environ else os.environ["DATABASE_URL"]
        app = os.environ.get("GOODWORD_TEST_APP_URL") or owner
        name = str(connection.settings_dict["NAME"])
        return {"DATABASE_URL": urlsplit(app)._replace(path=f"/{name}").geturl(), "GOODWORD_LOG": "warning"}


@pytest.fixture
def worker(transactional_db: None, at: datetime) -> Iterator[Worker]:
    """The worker, not started yet; the desk's clock stands at the tests' Monday morning."""
    clock.make_movable(at)
    if application_role():
        let_use(application_role())
    worker = Worker()
    yield worker
    worker.end()


@pytest.fixture
def mailbox(worker: Worker, imap: Imap, sink: Sink, at: datetime) -> Mailbox:
    """Our address: fetched from the IMAP server, its replies handed to the sink."""
    return Mailbox.objects.create(
        address=HELP, name="Bolt Bikes", is_default=True, plus_addresses=True,
        imap_host="127.0.0.1", imap_port=imap.port, imap_security="none", imap_user=imap.user,
        imap_secret=hide(imap.password), imap_folder=imap.folder, wakes_at=at,
        smtp_host="127.0.0.1", smtp_port=sink.port, smtp_security="none",
    )  # fmt: skip


@dataclass
class Town:
    """What the stories need of the world outside: customers who write, and what they found in their mailboxes."""

    imap: Imap
    sink: Sink
    letters: int = 0

    def write(self, sender: str, subject: str, text: str, *, answers: EmailMessage | None = None) -> None:
        """A customer sends a mail; with `answers` as an answer to one of ours."""
        self.letters += 1
        mail = EmailMessage()
        mail["From"] = sender
        mail["To"] = str(answers["Reply-To"] or answers["From"]) if answers else HELP
        mail["Subject"] = subject
        mail["Date"] = clock.now().strftime("%a, %d %b %Y %H:%M:%S +0000")
        mail["Message-ID"] = f"<letter.{self.letters}@home.example>"
        if answers:
            mail["In-Reply-To"] = mail["References"] = str(answers["Message-ID"])
        mail.set_content(text)
        self.imap.arrive(mail.as_bytes())

    def letters_to(self, address: str) -> list[EmailMessage]:
        return [message_from_bytes(raw, policy=policy.default) for raw in self.sink.to(address)]  # type: ignore[misc]

    def letter_to(self, address: str, number: int = 1) -> EmailMessage:
        """The so-many-th mail that an address got, waited for."""
        return until(lambda: self.letters_to(address)[number - 1 : number], f"letter {number} to {address}")[0]


@pytest.fixture
def town(mailbox: Mailbox, imap: Imap, sink: Sink) -> Town:
    """The world outside."""
    return Town(imap, sink)


def text_of(mail: EmailMessage) -> str:
    """The plain words of a mail."""
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def link_in(mail: EmailMessage) -> str:
    """The path of the customer's page that a mail names."""
    text = text_of(mail)
    start = text.index(f"{settings.BASE_URL}/portal/") + len(settings.BASE_URL)
    return text[start:].split()[0]


def wait(**span: float) -> None:
    """Moves the desk's clock forward; the worker sees it at its next beat."""
    clock.move_to(clock.now() + timedelta(**span))


def move_to(moment: datetime) -> None:
    """Moves the desk's clock to a moment."""
    clock.refresh()
    clock.move_to(moment)


@pytest.fixture
def lead(lena: Agent) -> Agent:
    """Lena, by her role."""
    return lena
