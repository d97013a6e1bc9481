"""Reports about our own mail: tied to their message, told once, and nobody's words taken for one."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from goodword.cases.actions import Draft, reply
from goodword.cases.delivery import mark
from goodword.cases.models import Case, Delivery, Message
from goodword.channels.email import addresses, outbound, queries
from goodword.channels.email.keys import key_for
from goodword.channels.email.models import Arrival, Mailbox, Outgoing, OutgoingState
from goodword.channels.email.receiving import Envelope, Taken
from goodword.channels.email.taking import take
from goodword.ledger.models import Entry
from goodword.people.models import Agent, Health, Identity
from tests.channels.conftest import HELP, KIM, raw
from tests.channels.test_taking import taken

pytestmark = pytest.mark.django_db
DAEMON = "Mail Delivery System <mailer-daemon@mx.example>"


@pytest.fixture
def sent(help_box: Mailbox, ada: Agent, at: datetime) -> Message:
    """Kim wrote, Ada's answer has been handed over."""
    case = Case.objects.get(pk=taken(raw(), at).case)
    message = reply(case, ada, Draft(text="It is on its way.", cc=("boss@home.example",)), at)
    mark(message, Delivery.HANDED_OVER, at, "250 ok")
    return message


REPORT = """From: {daemon}
To: {to}
Subject: Undelivered Mail Returned to Sender
Date: Mon, 02 Mar 2026 09:10:00 +0000
Message-ID: <report.{action}.{recipient}@mx.example>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

This is the mail system at mx.example. Your message {words}.

<{recipient}>: host mx.home.example said: 550 {status} no such user

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; {recipient}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 {status} no such user

--b
Content-Type: text/rfc822-headers

From: {help}
To: {recipient}
Subject: Re: Where is it?
{returned}
--b--
"""


def report(
    message: Message | None, *, recipient: str = KIM, action: str = "failed", status: str = "5.1.1", to: str = HELP
) -> bytes:
    """A delivery status notification as Postfix writes it (RFC 3464), with the head of the returned mail."""
    returned = f"Message-ID: {message.message_id}\n" if message else ""
    words = "could not be delivered" if action == "failed" else "is still being tried"
    return REPORT.format(
        daemon=DAEMON, help=HELP, to=to, action=action, recipient=recipient, status=status, words=words,
        returned=returned,
    ).encode()  # fmt: skip


def reported(content: bytes, at: datetime, inbox: str = HELP) -> Taken:
    return take(content, Envelope("test", inbox=inbox, return_path=""), queries.ours(), at + timedelta(minutes=10))


def test_a_bounce_is_tied_to_its_message_and_marks_the_address(sent: Message, at: datetime) -> None:
    assert reported(report(sent), at) == Taken("bounce", sent.case_id, sent.pk)
    sent.refresh_from_db()
    assert (sent.delivery, Identity.objects.get(address=KIM).health) == (Delivery.BOUNCED, Health.BOUNCING)
    assert Case.objects.count() == 1
    assert Message.objects.count() == 2


def test_the_same_bounce_by_two_ways_is_told_once(sent: Message, at: datetime) -> None:
    reported(report(sent), at)
    reported(report(sent).replace(b"09:10", b"09:11"), at)
    assert Entry.objects.filter(verb="message.bounced").count() == 1


def test_a_bounce_without_any_message_id_is_tied_by_the_signed_return_path(sent: Message, at: datetime) -> None:
    path = addresses.signed(HELP, addresses.MAIL, sent.pk, key_for(queries.ADDRESS_KEY))
    unknown = report(None, recipient="kim@forwarded.example", to=path)
    assert reported(unknown, at, path) == Taken("bounce", sent.case_id, sent.pk)


def test_a_bounce_with_nothing_but_the_address_is_tied_to_our_last_message(sent: Message, at: datetime) -> None:
    assert reported(report(None), at).message == sent.pk


def test_a_bounce_weeks_later_still_finds_its_message(sent: Message, at: datetime) -> None:
    assert reported(report(sent), at + timedelta(days=20)).message == sent.pk


def test_a_copy_that_bounces_does_not_take_the_message_back(sent: Message, at: datetime) -> None:
    reported(report(sent, recipient="boss@home.example"), at)
    sent.refresh_from_db()
    assert sent.delivery == Delivery.HANDED_OVER
    assert Entry.objects.get(verb="message.partly_refused").get("addresses") == ["boss@home.example"]


def test_a_delay_is_told_and_takes_nothing_back(sent: Message, at: datetime) -> None:
    assert reported(report(sent, action="delayed", status="4.4.1"), at).outcome == "delay"
    sent.refresh_from_db()
    assert (sent.delivery, Identity.objects.get(address=KIM).soft_bounces) == (Delivery.HANDED_OVER, 1)


def test_three_delays_make_an_address_a_bouncing_one(sent: Message, at: datetime) -> None:
    for minute in range(3):
        late = report(sent, action="delayed", status="4.4.1").replace(b"09:10", f"09:1{minute}".encode())
        reported(late, at)
    assert Identity.objects.get(address=KIM).health == Health.BOUNCING


def test_a_report_of_success_is_a_fact_on_the_message(sent: Message, at: datetime) -> None:
    assert reported(report(sent, action="delivered", status="2.0.0"), at).outcome == "delivered"
    sent.refresh_from_db()
    assert sent.delivery == Delivery.DELIVERED


def test_a_bounce_of_what_we_never_sent_stays_in_the_log_and_opens_no_case(sent: Message, at: datetime) -> None:
    assert reported(report(None, recipient="who@else.example"), at).outcome == "untied"
    assert Arrival.objects.filter(outcome="untied").exists()
    assert Case.objects.count() == 1


def test_a_customer_who_forwards_a_bounce_is_heard(sent: Message, at: datetime) -> None:
    """The words of a bounce from somebody who is no mail server are a mail like any other."""
    words = "You wrote me this:\n\nDelivery to the following recipient failed permanently: who@else.example\n550 5.1.1"
    forwarded = raw(words, subject="Fwd: Undelivered Mail Returned to Sender", message_id="<f@home>")
    assert taken(forwarded, at + timedelta(hours=1)).message is not None


def test_a_notice_that_comes_back_is_on_record_in_the_outbox(help_box: Mailbox, at: datetime) -> None:
    row = outbound.queue_plain(to="ada@desk.example", subject="Due soon", cause="n:1", at=at, text="Hello.")
    content = report(None, recipient="ada@desk.example").replace(
        b"Subject: Re: W", f"Message-ID: {row.mail_id}\nX: ".encode()
    )
    assert reported(content, at).outcome == "bounce"
    row.refresh_from_db()
    assert row.state == OutgoingState.FAILED
    assert Outgoing.objects.get().server_words.startswith("came back: ")
