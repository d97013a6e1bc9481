"""Web, worker and database are killed at random moments while mail comes in and goes out."""

from __future__ import annotations

import json
import os
import random
import signal
import smtplib
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import installed
from tests.channels.conftest import HELP, Imap, Sink, raw
from tests.faults.hands import CUSTOMERS
from tests.installed import Desk, processes_of

MAILS = int(os.environ.get("GOODWORD_FAULT_MAILS", "60"))  # that many come in, and as many go out
KILLS = int(os.environ.get("GOODWORD_FAULT_KILLS", "6"))
SEED = int(os.environ.get("GOODWORD_FAULT_SEED", "0")) or random.randrange(1, 10**6)
PATIENCE_SECONDS = 180 + MAILS  # a desk that is killed often pauses before it starts again
BRINGERS = 4
ROOT = Path(__file__).resolve().parents[2]
VICTIMS = ("web", "worker", "postgres")

pytestmark = pytest.mark.timeout(1800)


@pytest.fixture
def beset(empty: Path, sink: Sink, imap: Imap) -> Iterator[tuple[Desk, int]]:
    """A desk that runs with a mailbox, an open door for mail and a mail server to hand mail to."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        door = free.getsockname()[1]
    listen = {"GOODWORD_MAIL_LISTEN": f"smtp://127.0.0.1:{door}", "GOODWORD_SMTP_URL": sink.url}
    with installed.desk(empty, **listen) as desk:
        hands(desk, "prepare", HELP, str(imap.port), imap.user, imap.password, imap.folder)
        desk.up()
        yield desk, door


def hands(desk: Desk, *words: str) -> str:
    process = started(desk, *words)
    out, error = process.communicate(timeout=PATIENCE_SECONDS)
    assert process.returncode == 0, error
    return out


def started(desk: Desk, *words: str) -> subprocess.Popen[str]:
    """Work beside the desk. Its folder is in its environment, as it is in the desk's: a killer must look closely."""
    environment = installed.environment(desk.data, **desk.more)
    return subprocess.Popen(
        [sys.executable, "-m", "tests.faults.hands", *words], cwd=ROOT, env=environment, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def kill_one(desk: Desk, chance: random.Random) -> str:
    """Kills one of those that are there, with all its threads, as a lost power line would."""
    for word in chance.sample(VICTIMS, len(VICTIMS)):
        pids = processes(desk, word)
        for pid in pids:
            os.kill(pid, signal.SIGKILL)
        if pids:
            return word
    return "nobody was there"


def processes(desk: Desk, word: str) -> list[int]:
    if word == "postgres":
        found = [place.read_text().split() for place in desk.data.parent.rglob("postmaster.pid")]
        return [int(words[0]) for words in found if words and Path(f"/proc/{words[0]}").exists()]
    line = f"goodword\0{word}\0".encode()
    return [pid for pid in processes_of(desk.data) if line in Path(f"/proc/{pid}/cmdline").read_bytes()]


def insist_on_delivery(door: int, mail: bytes) -> None:
    """What every mail server does: it keeps a mail until somebody says 250."""
    give_up = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            with smtplib.SMTP("127.0.0.1", door, timeout=15) as client:
                client.sendmail("kim@home.example", [HELP], mail)
            return
        except (OSError, smtplib.SMTPException):
            assert time.monotonic() < give_up, "nobody takes the mail"
            time.sleep(0.2)


def brought(door: int, imap: Imap) -> list[threading.Thread]:
    """Half of the mails are brought to the door by a few servers at once, half arrive in the mailbox meanwhile."""

    def bring(first: int) -> None:
        for number in range(first, MAILS, BRINGERS * 2):
            insist_on_delivery(door, mail(number))

    def arrive() -> None:
        for number in range(1, MAILS, 2):
            imap.arrive(mail(number))

    threads = [threading.Thread(target=bring, args=(first * 2,), daemon=True) for first in range(BRINGERS)]
    threads.append(threading.Thread(target=arrive, daemon=True))
    for thread in threads:
        thread.start()
    return threads


def mail(number: int) -> bytes:
    sender, identity = f"in{number}@{CUSTOMERS}", f"<in{number}@{CUSTOMERS}>"
    return raw(f"In {number}.", sender=sender, subject=f"In {number}", message_id=identity)


def test_nothing_is_lost_and_nothing_twice(beset: tuple[Desk, int], sink: Sink, imap: Imap) -> None:
    desk, door = beset
    sys.stderr.write(f"GOODWORD_FAULT_SEED={SEED}\n")
    chance = random.Random(SEED)
    sink.pause = 0.02

    writer, bringers = started(desk, "write", str(MAILS)), brought(door, imap)
    killed = []
    for _ in range(KILLS):
        time.sleep(chance.uniform(0.5, 3.0))
        killed.append(kill_one(desk, chance))
    for bringer in bringers:
        bringer.join(PATIENCE_SECONDS)
        assert not bringer.is_alive()
    assert writer.wait(PATIENCE_SECONDS) == 0, writer.stderr
    hands(desk, "later", "10")
    found = settled(desk)

    states = Counter(state for _, state, _, _ in found["going"])
    sys.stderr.write(f"killed: {Counter(killed)}; became: {states}\n")
    assert found["came"] == {f"In {number}": 1 for number in range(MAILS)}
    assert sorted(subject for subject, *_ in found["going"]) == sorted(f"Out {number}" for number in range(MAILS))
    got = Counter(identity_of(envelope.content) for envelope in sink.mails)
    for subject, state, identity, delivery in found["going"]:
        assert got[identity] == 1 if state == "sent" else got[identity] <= 1, subject
        assert (state, delivery) in {("sent", "handed_over"), ("doubtful", "doubtful")}, subject


def settled(desk: Desk) -> dict[str, Any]:
    """What the desk says when nothing moves any more."""
    give_up = time.monotonic() + PATIENCE_SECONDS
    while True:
        found = json.loads(hands(desk, "report"))
        states = [state for _, state, _, _ in found["going"]]
        done = len(found["came"]) >= MAILS and not found["waiting"] and len(states) == MAILS
        if (done and set(states) <= {"sent", "doubtful"}) or time.monotonic() > give_up:
            return dict(found)
        time.sleep(1)


def identity_of(content: object) -> str:
    head = bytes(content).partition(b"\r\n\r\n")[0].decode()  # type: ignore[call-overload]
    return next(line.partition(": ")[2] for line in head.split("\r\n") if line.startswith("Message-ID: "))
