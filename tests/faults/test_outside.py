"""What is outside of the desk fails: mail servers amid a mail, connections, disks, the database, the clock."""

from __future__ import annotations

import resource
import socket
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from pytest_django import Settings

from goodword.cases.models import Delivery, Message
from goodword.channels.email import queries, receiving, sending
from goodword.channels.email.enclosed import keep_file
from goodword.channels.email.fetching import fetch_due
from goodword.channels.email.models import Arrival, Mailbox, Outgoing
from goodword.kit import files
from tests.channels.conftest import HELP, SALES, Imap, Sink, raw
from tests.channels.sending.conftest import written
from tests.channels.test_taking import taken
from tests.faults.steps import in_a_child

__all__ = ["written"]
pytestmark = pytest.mark.django_db(transaction=True)
LATER = timedelta(minutes=5)
BIG = b"x" * 3_000_000


class Dying(socketserver.StreamRequestHandler):
    """A mail server that takes a mail until its moment comes, and then is gone with all it knew."""

    moment = ""

    def handle(self) -> None:
        self.wfile.write(b"220 here\r\n")
        for line in self.rfile:
            if line.upper().startswith(b"DATA"):
                self.wfile.write(b"354 go on\r\n")
                self._data()
                return
            self.wfile.write(b"250 fine\r\n")

    def _data(self) -> None:
        read = 0
        for line in self.rfile:
            read += len(line)
            if (self.moment == "amid the mail" and read > 500_000) or line == b".\r\n":
                break
        if self.moment == "amid its answer":
            self.wfile.write(b"25")
        if self.moment == "after its answer":
            self.wfile.write(b"250 taken\r\n")
            return
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")


@pytest.mark.parametrize(
    ("moment", "became", "sent_again"),
    [
        ("amid the mail", Delivery.HANDED_OVER, 1),  # without the last dot it surely has not taken it
        ("before its answer", Delivery.DOUBTFUL, 0),
        ("amid its answer", Delivery.DOUBTFUL, 0),
        ("after its answer", Delivery.HANDED_OVER, 0),
    ],
)
def test_a_server_that_dies_with_a_mail_makes_it_neither_lost_nor_double(
    written: Callable[..., Message], sink: Sink, settings: Settings, at: datetime, moment: str, became: str,
    sent_again: int,
) -> None:  # fmt: skip
    message = written(files=(keep_file("big.bin", BIG),))
    handler = type("DyingAt", (Dying,), {"moment": moment})
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.SMTP_URL = f"smtp://127.0.0.1:{server.server_address[1]}"
        sending.send_due(at)
        server.shutdown()
    settings.SMTP_URL = sink.url
    for days in (1, 2):
        sending.send_due(at + timedelta(days=days))
    message.refresh_from_db()
    assert (message.delivery, len(sink.mails)) == (became, sent_again)


class Cut:
    """A way to the IMAP server that breaks after so many bytes towards us; later connections hold."""

    def __init__(self, port: int, after: int) -> None:
        self.port, self.left = port, after
        self.door = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._open, daemon=True).start()

    def _open(self) -> None:
        while True:
            try:
                ours, _ = self.door.accept()
            except OSError:
                return
            theirs = socket.create_connection(("127.0.0.1", self.port))
            threading.Thread(target=self._pass, args=(ours, theirs, False), daemon=True).start()
            threading.Thread(target=self._pass, args=(theirs, ours, True), daemon=True).start()

    def _pass(self, one: socket.socket, other: socket.socket, counts: bool) -> None:
        try:
            while (data := one.recv(1024)) and (not counts or self._holds(len(data))):
                other.sendall(data)
        except OSError:
            pass
        for end in (one, other):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)  # closing alone would not wake whoever reads from it

    def _holds(self, size: int) -> bool:
        before, self.left = self.left, self.left - size
        return not before > 0 >= self.left


def test_a_connection_that_breaks_amid_a_fetched_mail_costs_a_minute_and_nothing_else(
    fetched_box: Mailbox, imap: Imap, at: datetime
) -> None:
    imap.arrive(*(raw(f"{number}" * 20_000, message_id=f"<{number}@home>", subject=f"{number}") for number in range(3)))
    way = Cut(imap.port, 35_000)  # within the second of them
    Mailbox.objects.update(imap_port=way.door.getsockname()[1])
    fetch_due(at)
    fetched_box.refresh_from_db()
    assert fetched_box.trouble
    assert list(Message.objects.values_list("subject", flat=True)) == ["0"]
    fetch_due(at + LATER)
    way.door.close()
    fetched_box.refresh_from_db()
    assert fetched_box.trouble == ""
    assert sorted(Message.objects.values_list("subject", flat=True)) == ["0", "1", "2"]
    assert all(len(message.text.strip()) == 20_000 for message in Message.objects.all())


def test_a_disk_that_is_full_takes_no_mail_and_keeps_no_half_of_one(help_box: Mailbox, at: datetime) -> None:
    content = raw("x" * 200_000)

    def with_a_full_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        taken(content, at)

    assert in_a_child(with_a_full_disk) == 1  # it raised: the door says 451, and the sender keeps the mail
    assert not Arrival.objects.exists()
    assert not list(Path(default_storage.path("mail")).rglob(".*.part"))
    assert taken(content, at + LATER).outcome == "started"
    assert files.fetch(Arrival.objects.get().key) == content


@contextmanager
def full(table: str) -> Iterator[None]:
    """The database has no room left in a table."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE OR REPLACE FUNCTION pg_temp.full() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$"
        )
        cursor.execute(f"CREATE TRIGGER is_full BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION pg_temp.full()")
        try:
            yield
        finally:
            cursor.execute(f"DROP TRIGGER is_full ON {table}")


def test_a_database_without_room_loses_no_mail(help_box: Mailbox, at: datetime) -> None:
    with full("email_arrival"), pytest.raises(Exception, match="No space left"):
        taken(raw(), at)
    with full("cases_message"):
        assert taken(raw(), at).outcome == "waiting"
    receiving.settle_waiting(queries.ours(), at + LATER)
    assert taken(raw(), at + LATER).outcome == "seen"
    assert Message.objects.count() == 1


def test_a_clock_that_is_set_back_sends_and_takes_nothing_twice(
    written: Callable[..., Message], help_box: Mailbox, sink: Sink, settings: Settings, at: datetime
) -> None:
    settings.SMTP_URL = sink.url
    back = at - timedelta(hours=1)
    written(), written("Second.")
    [first, _second] = sending._claim(at)  # its worker dies, and the clock is set back
    for moment in (back, back + LATER, at, at + LATER):
        sending.send_due(moment)
    assert (len(sink.mails), Outgoing.objects.filter(state="sent").count()) == (2, 2)
    assert not sending.fates.begin_handing(first, back)
    before = Message.objects.count()
    assert [taken(raw("New.", message_id="<n@home>"), moment).outcome for moment in (at, back)] == ["started", "seen"]
    assert Message.objects.count() == before + 1


def test_a_mail_to_two_of_our_mailboxes_by_two_doors_is_one_message(help_box: Mailbox, at: datetime) -> None:
    """Each server adds lines of its own on the way; what the sender wrote is the same."""
    Mailbox.objects.create(address=SALES)
    outcomes = []
    for box in (HELP, SALES):
        added = f"Received: from mx for <{box}>\nDelivered-To: {box}\n".encode()
        outcomes.append(taken(added + raw(), at, box).outcome)
    assert outcomes == ["started", "seen"]
    assert Message.objects.count() == 1
