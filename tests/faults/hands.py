"""What is done to a desk from beside it, as a process of its own: python -m tests.faults.hands COMMAND ..."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from typing import Any

from goodword.box.desk import desk
from goodword.box.postgres.account import CannotRun

CUSTOMERS = "customers.example"
PATIENCE_SECONDS = 300


def prepare(address: str, imap_port: str, user: str, password: str, folder: str) -> None:
    """On an empty desk: a clock that can be moved, Ada, and a mailbox that is fetched."""
    from goodword.channels.email.mailboxes import Connection, connect
    from goodword.kit import clock
    from goodword.people.actions import add_agent

    clock.make_movable()
    mara = add_agent("mara@desk.example", "Mara", "admin", clock.now())
    given = Connection(
        address, imap_host="127.0.0.1", imap_port=int(imap_port), imap_security="none", imap_user=user,
        imap_password=password, imap_folder=folder,
    )  # fmt: skip
    connect(given, clock.now(), mara, past=True)


def answer(address: str) -> None:
    """On an empty desk: Mara, and a mailbox that sends receipts; its mail comes by the door."""
    from goodword.channels.email.mailboxes import Connection, connect
    from goodword.kit import clock
    from goodword.people.actions import add_agent

    mara = add_agent("mara@desk.example", "Mara", "admin", clock.now())
    connect(Connection(address, sends_receipts=True), clock.now(), mara)


def circles() -> None:
    """Says what the desk has stopped, and whom it told."""
    from goodword.channels.email.models import Breaker
    from goodword.notices.models import Notice

    stopped = list(Breaker.objects.values_list("address", flat=True))
    told = list(Notice.objects.filter(verb="mail.stopped").values_list("person__name", flat=True))
    sys.stdout.write(json.dumps({"stopped": stopped, "told": told}))


def write(count: str) -> None:
    """Mara writes to so many customers; what the database did not confirm is looked up before it is written again."""
    from goodword.cases.actions import Draft
    from goodword.cases.models import Message
    from goodword.kit import clock
    from goodword.people.models import Agent
    from goodword.promises.replies import Opening, begin

    for number in range(int(count)):
        subject, address = f"Out {number}", f"out{number}@{CUSTOMERS}"

        def once(subject: str = subject, address: str = address) -> None:
            if not Message.objects.filter(subject=subject, is_ours=True).exists():
                mara = Agent.objects.get(email="mara@desk.example")
                begin(Opening(address, subject), mara, Draft(text=f"{subject}."), clock.now())

        _insist(once)


def later(minutes: str) -> None:
    """Moves the desk's clock forward, past every lease."""
    from goodword.kit import clock

    _insist(lambda: clock.move_to(clock.now() + timedelta(minutes=int(minutes))))


def report() -> None:
    """Says what has become of everything, as one line of JSON."""
    sys.stdout.write(json.dumps(_insist(_report)))


def _report() -> dict[str, Any]:
    from django.db.models import Count

    from goodword.cases.models import Message
    from goodword.channels.email.models import Arrival, Outgoing

    came = Message.objects.filter(is_ours=False).values_list("subject").annotate(Count("id"))
    going = Outgoing.objects.filter(message__isnull=False).values_list(
        "message__subject", "state", "mail_id", "message__delivery"
    )
    return {
        "came": dict(came.order_by()),
        "waiting": Arrival.objects.filter(outcome="").count(),
        "going": [list(row) for row in going],
        "written": Message.objects.filter(is_ours=True).count(),
    }


def _insist(work: Callable[[], Any]) -> Any:
    """Does it again while the database is being killed."""
    from django.db import InterfaceError, OperationalError, connection

    give_up = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return work()
        except (OperationalError, InterfaceError):
            if time.monotonic() > give_up:
                raise
            connection.close()
            time.sleep(0.2)


@contextmanager
def at_the_desk(*, may_start: bool) -> Iterator[None]:
    """Comes to the desk, and waits at its door while a killed database is on its way back."""
    give_up = time.monotonic() + PATIENCE_SECONDS
    with ExitStack() as stack:
        while True:
            try:
                stack.enter_context(desk(may_start=may_start))
                break
            except CannotRun:
                if may_start or time.monotonic() > give_up:
                    raise
                time.sleep(0.5)
        yield


if __name__ == "__main__":
    with at_the_desk(may_start=sys.argv[1] in ("prepare", "answer")):
        work = {
            "prepare": prepare, "answer": answer, "write": write, "later": later, "report": report, "circles": circles,
        }  # fmt: skip
        work[sys.argv[1]](*sys.argv[2:])
