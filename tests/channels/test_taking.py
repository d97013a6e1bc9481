"""Taking mail in: stored first, placed once, and never lost, whatever it is."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import connection

from goodword.cases.models import Attachment, Case, Message, Note
from goodword.channels.email import queries, receiving
from goodword.channels.email.models import Arrival, Mailbox
from goodword.channels.email.receiving import Envelope, Taken
from goodword.channels.email.taking import take
from goodword.kit import files
from tests.channels.conftest import HELP, KIM, SALES, raw

pytestmark = pytest.mark.django_db


def taken(content: bytes, at: datetime, inbox: str = HELP, **more: str) -> Taken:
    return take(content, Envelope("test", inbox=inbox, **more), queries.ours(), at)


def test_a_mail_becomes_a_case_with_its_words(help_box: Mailbox, at: datetime) -> None:
    got = taken(raw(), at)
    message = Message.objects.select_related("case__customer").get(pk=got.message)
    assert got == Taken("started", message.case_id, message.pk)
    assert (message.from_address, message.reply_text.strip()) == (KIM, "My parcel has not come.")
    assert (message.case.inbox, message.case.customer.name, message.message_id) == (HELP, "Kim", "<1@home.example>")


def test_the_bytes_are_stored_as_they_came(help_box: Mailbox, at: datetime) -> None:
    content = raw() + b"\x00\xff broken \x80 bytes\r\n"
    taken(content, at)
    assert files.fetch(Arrival.objects.get().key) == content


def test_the_same_mail_twice_is_one_message(help_box: Mailbox, at: datetime) -> None:
    first = taken(raw(), at)
    again = taken(raw().replace(b"\n", b"\r\n"), at)
    assert again == Taken("seen", first.case, first.message)
    assert Message.objects.count() == Arrival.objects.count() == 1


def test_a_mail_to_two_of_our_mailboxes_is_one_message(help_box: Mailbox, at: datetime) -> None:
    Mailbox.objects.create(address=SALES)
    first = taken(b"Received: by one\n" + raw(to=f"{HELP}, {SALES}"), at)
    second = taken(b"Received: by two\nDelivered-To: sales\n" + raw(to=f"{HELP}, {SALES}"), at, SALES)
    assert (second.outcome, second.message) == ("seen", first.message)


def test_a_copy_with_the_footer_of_a_list_is_the_same_message(help_box: Mailbox, at: datetime) -> None:
    first = taken(raw(), at)
    second = taken(raw(precedence="list") + b"\n-- \nYou are on the list help.\n", at, SALES)
    assert (second.outcome, second.message) == ("seen", first.message)


def test_two_mails_with_one_message_id_are_two(help_box: Mailbox, at: datetime) -> None:
    taken(raw("One thing."), at)
    assert taken(raw("Another thing.", subject="Else"), at).outcome == "started"
    assert Message.objects.count() == 2


def test_scans_without_any_identifier_are_told_apart(help_box: Mailbox, at: datetime) -> None:
    for minute in ("10", "11"):
        bare = raw(message_id="", date="")
        taken(f"Received: from scanner; Mon, 2 Mar 2026 09:{minute}:00 +0000\n".encode() + bare, at)
    assert Message.objects.count() == 2


def test_mails_without_a_sender_are_not_one_customer(help_box: Mailbox, at: datetime) -> None:
    taken(raw(sender="", message_id="<a@x>", subject="One"), at)
    taken(raw(sender="", message_id="<b@x>", subject="Two"), at)
    assert len(set(Case.objects.values_list("customer", flat=True))) == 2


def test_a_form_of_ours_is_answered_to_whom_it_names(help_box: Mailbox, at: datetime) -> None:
    got = taken(raw(sender=f"Shop <{HELP}>", reply_to="Kim <kim@home.example>"), at)
    assert Message.objects.get(pk=got.message).from_address == KIM


@pytest.mark.parametrize(
    "content", [b"", b"\x00" * 5000, b"\xff\xfe\x00garbage", b"From: \r\n\r\n", b"no header at all"]
)
def test_whatever_comes_becomes_a_case(help_box: Mailbox, at: datetime, content: bytes) -> None:
    got = taken(content, at)
    assert got.outcome == "started"
    assert Message.objects.filter(pk=got.message).exists()


def test_a_mail_that_cannot_be_placed_is_tried_again_and_then_shown_with_its_source(
    help_box: Mailbox, at: datetime
) -> None:
    """The database refuses the words of this mail here: nothing that we know of makes it do so by itself."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE cases_message ADD CHECK (text NOT LIKE 'My parcel%')")
    assert taken(raw(), at) == Taken("waiting")
    for minute in range(1, 5):
        receiving.settle_waiting(queries.ours(), at + timedelta(minutes=minute, seconds=minute))
    arrival = Arrival.objects.get()
    assert (arrival.outcome, arrival.wakes_at) == ("unreadable", None)
    assert Note.objects.get().text == "This mail could not be read. As it came, it is attached as mail.eml."
    assert files.fetch(Attachment.objects.get().key) == raw()
    assert Message.objects.get().from_address == KIM


def test_a_mail_that_kills_its_worker_is_not_tried_for_ever(help_box: Mailbox, at: datetime) -> None:
    """Three workers died on it: their tries are on record, though nothing else of them is."""
    content = raw()
    Arrival.objects.create(
        key=files.keep(content, "mail"), fingerprint="f", size=len(content), door="test", inbox=HELP, arrived_at=at,
        wakes_at=at, tries=3,
    )  # fmt: skip
    assert receiving.settle_waiting(queries.ours(), at) == 1
    assert Arrival.objects.get().outcome == "unreadable"


def test_an_arrival_left_by_a_dead_worker_is_placed_by_another(help_box: Mailbox, at: datetime) -> None:
    content = raw()
    Arrival.objects.create(
        key=files.keep(content, "mail"), fingerprint="f", size=len(content), door="test", inbox=HELP, arrived_at=at,
        wakes_at=at + receiving.PATIENCE, tries=1,
    )  # fmt: skip
    assert receiving.settle_waiting(queries.ours(), at) == 0
    assert receiving.settle_waiting(queries.ours(), at + receiving.PATIENCE) == 1
    assert Arrival.objects.get().outcome == "started"
