"""Fetching by IMAP: every mail once, whatever the server does to its numbers, and told at once by IDLE."""

from __future__ import annotations

import socketserver
import threading
import time
from datetime import datetime, timedelta

import pytest
from django.db.models import F

from goodword.cases.models import Message
from goodword.channels.email import tasks
from goodword.channels.email.fetching import _claim, account_of, fetch_due
from goodword.channels.email.imap import Account, Folder
from goodword.channels.email.keys import hide
from goodword.channels.email.models import Arrival, Mailbox
from tests.channels.conftest import HELP, Imap, raw

pytestmark = pytest.mark.django_db(transaction=True)


def mails(*numbers: int) -> list[bytes]:
    return [raw(f"Mail {number}", message_id=f"<{number}@home>", subject=f"Mail {number}") for number in numbers]


def subjects() -> list[str]:
    rows = Arrival.objects.order_by("id").values_list("message__subject", flat=True)
    return [str(subject) for subject in rows]


def again(mailbox: Mailbox, at: datetime) -> None:
    fetch_due(at)
    mailbox.refresh_from_db()


def test_what_lies_in_the_mailbox_is_taken_once(fetched_box: Mailbox, imap: Imap, at: datetime) -> None:
    imap.arrive(*mails(1, 2))
    again(fetched_box, at)
    imap.arrive(*mails(3))
    again(fetched_box, at + timedelta(minutes=1, seconds=5))
    again(fetched_box, at + timedelta(minutes=3))
    assert subjects() == ["Mail 1", "Mail 2", "Mail 3"]
    assert fetched_box.trouble == ""
    assert Arrival.objects.filter(inbox=HELP, door="imap").count() == 3


def test_the_mailbox_itself_is_left_as_it_was(fetched_box: Mailbox, imap: Imap, at: datetime) -> None:
    imap.arrive(*mails(1))
    again(fetched_box, at)
    with imap.hand() as box:
        box.folder.set(imap.folder)
        [mail] = box.fetch(mark_seen=False)
    assert "\\Seen" not in mail.flags


def test_an_empty_mailbox_is_no_trouble(fetched_box: Mailbox, at: datetime) -> None:
    again(fetched_box, at)
    assert (fetched_box.trouble, fetched_box.lease_until) == ("", None)
    assert fetched_box.last_checked_at is not None


def test_a_new_numbering_neither_loses_nor_doubles(fetched_box: Mailbox, imap: Imap, at: datetime) -> None:
    """The folder is made anew, as after a restored backup: other UIDVALIDITY, and the UIDs begin again."""
    imap.arrive(*mails(1, 2, 3))
    again(fetched_box, at)
    before = fetched_box.uid_validity
    imap.drop_folder()
    imap.make_folder()
    imap.arrive(*mails(2, 4))
    again(fetched_box, at + timedelta(minutes=2))
    assert fetched_box.uid_validity != before
    assert subjects() == ["Mail 1", "Mail 2", "Mail 3", "Mail 4"]


def test_a_fetch_that_was_cut_off_goes_on_where_it_was(fetched_box: Mailbox, imap: Imap, at: datetime) -> None:
    """The worker died after storing two mails and before it could move the mark; one is known only by its content."""
    imap.arrive(*mails(1, 2, 3))
    again(fetched_box, at)
    Mailbox.objects.update(last_uid=F("last_uid") - 2)
    Arrival.objects.filter(message__subject="Mail 3").update(place="")
    again(fetched_box, at + timedelta(minutes=2))
    assert subjects() == ["Mail 1", "Mail 2", "Mail 3"]
    assert Message.objects.count() == 3


def test_no_two_workers_hold_one_mailbox(fetched_box: Mailbox, imap: Imap, at: datetime) -> None:
    imap.arrive(*mails(1))
    assert _claim(at)
    assert _claim(at + timedelta(seconds=30)) is None
    assert _claim(at + timedelta(seconds=61))


def test_many_mails_come_in_turns(
    fetched_box: Mailbox, imap: Imap, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("goodword.channels.email.fetching.MAILS_AT_ONCE", 3)
    imap.arrive(*mails(*range(8)))
    again(fetched_box, at)
    assert len(subjects()) == 8


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"imap_secret": "no"}, "127.0.0.1 does not accept this user and password: "),
        ({"imap_folder": "Nowhere"}, "127.0.0.1 has no folder of this name that may be read: "),
        ({"imap_port": 1}, "127.0.0.1 answers, but not on port 1."),
        ({"imap_host": "no.such.invalid"}, "There is no server named no.such.invalid."),
        ({"imap_secret": "broken"}, "The stored password cannot be read"),
    ],
)
def test_trouble_is_said_in_plain_words_and_ends_by_itself(
    fetched_box: Mailbox, imap: Imap, at: datetime, changes: dict[str, object], words: str
) -> None:
    good = {name: getattr(fetched_box, name) for name in changes}
    if changes.get("imap_secret") == "no":
        changes = {"imap_secret": hide("no")}
    Mailbox.objects.update(**changes)
    again(fetched_box, at)
    assert fetched_box.trouble.startswith(words)
    Mailbox.objects.update(**good)
    again(fetched_box, at + timedelta(minutes=3))
    assert fetched_box.trouble == ""


WOKEN_WITHIN_SECONDS = 120  # a connection that another test left behind is tried again after a minute


def wait_until_woken() -> None:
    deadline = time.monotonic() + WOKEN_WITHIN_SECONDS
    while Mailbox.objects.get().wakes_at is None:
        assert time.monotonic() < deadline, "nobody woke the fetching"
        time.sleep(0.1)
    Mailbox.objects.update(wakes_at=None)


def test_a_mail_is_known_of_as_it_arrives(fetched_box: Mailbox, imap: Imap) -> None:
    """IDLE wakes the fetching; the sweep would have looked a minute later."""
    Mailbox.objects.update(wakes_at=None)
    stop = threading.Event()
    thread = threading.Thread(target=tasks.watch, args=(stop,))
    thread.start()
    try:
        wait_until_woken()
        time.sleep(1)
        assert Mailbox.objects.get().wakes_at is None
        imap.arrive(*mails(1))
        wait_until_woken()
    finally:
        stop.set()
        thread.join(20)
    assert not thread.is_alive()


def test_a_mail_between_two_waitings_is_not_overlooked(fetched_box: Mailbox, imap: Imap, at: datetime) -> None:
    folder = Folder(account_of(fetched_box, at))
    never = threading.Event()
    assert not folder.wait(1, never)
    imap.arrive(*mails(1))
    assert folder.wait(5, never)
    assert not folder.wait(1, never)
    folder.close()


class Talkative(socketserver.StreamRequestHandler):
    """A server that tells of new mail before it says that the waiting may begin, as the protocol allows."""

    def handle(self) -> None:
        self.wfile.write(b"* OK ready\r\n")
        for line in self.rfile:
            tag, _, words = line.strip().partition(b" ")
            command = words.split(b" ")[0].upper()
            before = {
                b"CAPABILITY": b"* CAPABILITY IMAP4rev1 IDLE\r\n",
                b"EXAMINE": b"* 1 EXISTS\r\n* OK [UIDVALIDITY 1] ok\r\n* OK [UIDNEXT 2] ok\r\n",
                b"IDLE": b"* 2 EXISTS\r\n* 1 FETCH (FLAGS ())\r\n+ waiting\r\n",
            }.get(command, b"")
            self.wfile.write(before)
            if command == b"IDLE":
                self.rfile.readline()
            self.wfile.write(tag + b" OK done\r\n")


def test_news_before_the_go_ahead_is_news_and_no_failure(db: None) -> None:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Talkative) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        folder = Folder(Account("127.0.0.1", server.server_address[1], "none", "help", "pw"))
        assert folder.wait(5, threading.Event())
        folder.close()
        server.shutdown()
