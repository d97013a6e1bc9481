"""Mail out: built once, handed over once, and each failure told in the case."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Callable
from datetime import datetime, timedelta
from email.message import EmailMessage

import pytest
from pytest_django import Settings

from goodword.cases import delivery
from goodword.cases.actions import Draft, receive, reply
from goodword.cases.inbound import Inbound, InboundFile
from goodword.cases.models import Case, Delivery, Message
from goodword.channels.email import addresses, outbound, queries, sending, tasks
from goodword.channels.email.fates import GIVES_UP_AFTER
from goodword.channels.email.keys import key_for
from goodword.channels.email.models import Mailbox, Outgoing, OutgoingState
from goodword.channels.email.receiving import Envelope
from goodword.channels.email.taking import take
from goodword.kit import files
from goodword.ledger.models import Entry
from goodword.people.models import Agent, Health, Identity
from tests.channels.conftest import HELP, KIM, Sink
from tests.conftest import MakePromise

pytestmark = pytest.mark.django_db(transaction=True)
BOSS = "boss@home.example"


@pytest.fixture
def written(case: Case, ada: Agent, help_box: Mailbox, at: datetime) -> Callable[..., Message]:
    """Writes to Kim and queues the mail, as the follower does."""

    def write(text: str = "It is on its way.", **more: object) -> Message:
        message = reply(case, ada, Draft(text=text, **more), at)  # type: ignore[arg-type]
        outbound.queue_message(message, at)
        return message

    return write


@pytest.fixture(autouse=True)
def _server(sink: Sink, settings: Settings) -> None:
    settings.SMTP_URL = sink.url


def parsed(raw: bytes) -> EmailMessage:
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_reply_reaches_the_customer_as_text_and_html(
    written: Callable[..., Message], sink: Sink, at: datetime
) -> None:
    message = written("Hello Kim,\n\nit is on its way: https://parcels.example/1?a=1&b=2.\n\nAda")
    sending.send_due(at)
    mail = parsed(sink.to(KIM)[0])
    assert mail["Message-ID"] == message.message_id
    assert (mail["From"], mail["To"], mail["Subject"]) == (f'"Ada (Bolt Bikes)" <{HELP}>', KIM, "Re: Where is it?")
    assert mail["In-Reply-To"] == message.in_reply_to
    assert mail["References"] == message.in_reply_to
    assert mail["Auto-Submitted"] is None
    text, html = (part.get_content() for part in mail.iter_parts())
    assert text.startswith("Hello Kim,\r\n\r\nit is on its way")
    assert '<a href="https://parcels.example/1?a=1&amp;b=2">' in html
    message.refresh_from_db()
    assert (message.delivery, message.delivery_words) == (Delivery.HANDED_OVER, "250 2.0.0 queued as 42")


def test_a_mail_that_makes_a_promise_has_the_customers_link_once(
    written: Callable[..., Message], promised: MakePromise, case: Case, ada: Agent, sink: Sink, at: datetime
) -> None:
    case.customer.language = "de"
    case.customer.save(update_fields=["language"])
    message = reply(case, ada, Draft(text="Ich rufe Sie morgen an."), at)
    promised(message=message)
    outbound.queue_message(message, at)
    sending.send_due(at)
    text = parsed(sink.to(KIM)[0]).get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert text.count("/portal/") == 1
    assert "Was ich Ihnen zugesagt habe" in text
    assert Message.objects.get(pk=message.pk).text == "Ich rufe Sie morgen an."


def test_a_mail_without_a_promise_has_no_link(written: Callable[..., Message], sink: Sink, at: datetime) -> None:
    written()
    sending.send_due(at)
    assert b"/portal/" not in sink.to(KIM)[0]


def test_what_was_sent_is_not_sent_again(written: Callable[..., Message], sink: Sink, at: datetime) -> None:
    outbound.queue_message(written(), at + timedelta(minutes=1))
    for minute in range(3):
        sending.send_due(at + timedelta(minutes=minute))
    assert len(sink.mails) == 1


def test_a_temporary_refusal_is_tried_again_and_told_meanwhile(
    written: Callable[..., Message], sink: Sink, at: datetime
) -> None:
    message = written()
    sink.answers[KIM] = "450 4.2.1 greylisted, come back"
    sending.send_due(at)
    message.refresh_from_db()
    assert message.delivery == Delivery.DELAYED
    assert "greylisted" in message.delivery_words
    sink.answers.clear()
    sending.send_due(at + timedelta(seconds=59))
    assert not sink.mails
    sending.send_due(at + timedelta(seconds=61))
    message.refresh_from_db()
    assert (message.delivery, len(sink.mails)) == (Delivery.HANDED_OVER, 1)


def test_two_days_of_refusals_are_enough(written: Callable[..., Message], sink: Sink, at: datetime) -> None:
    message = written()
    sink.answers[KIM] = "450 4.2.1 not now"
    moment = at
    while Outgoing.objects.get().wakes_at:
        moment = Outgoing.objects.get().wakes_at or moment
        sending.send_due(moment)
    message.refresh_from_db()
    assert message.delivery == Delivery.FAILED
    assert GIVES_UP_AFTER <= moment - at < GIVES_UP_AFTER + timedelta(hours=2)


def test_a_permanent_refusal_is_told_at_once_and_marks_the_address(
    written: Callable[..., Message], sink: Sink, at: datetime
) -> None:
    message = written()
    sink.answers[KIM] = "550 5.1.1 no such user"
    sending.send_due(at)
    message.refresh_from_db()
    assert (message.delivery, Identity.objects.get(address=KIM).health) == (Delivery.FAILED, Health.BOUNCING)
    assert Entry.objects.get(verb="message.failed", subject_id=message.pk).at < at + timedelta(seconds=30)


def test_a_refusal_for_policy_says_nothing_about_the_address(
    written: Callable[..., Message], sink: Sink, at: datetime
) -> None:
    message = written()
    sink.data = ["554 5.7.1 looks like spam"]
    sending.send_due(at)
    message.refresh_from_db()
    assert (message.delivery, Identity.objects.get(address=KIM).health) == (Delivery.FAILED, Health.GOOD)


def test_each_recipient_is_told_apart(written: Callable[..., Message], sink: Sink, at: datetime) -> None:
    """Kim gets it now, the boss later and once, the third never: nobody gets it twice."""
    message = written(cc=(BOSS, "gone@home.example"))
    sink.answers |= {BOSS: "450 later", "gone@home.example": "550 5.1.1 no"}
    sending.send_due(at)
    message.refresh_from_db()
    assert message.delivery == Delivery.HANDED_OVER
    assert Entry.objects.get(verb="message.partly_refused").get("addresses") == ["gone@home.example"]
    sink.answers.pop(BOSS)
    sending.send_due(at + timedelta(minutes=2))
    assert [mail.rcpt_tos for mail in sink.mails] == [[KIM], [BOSS]]
    assert Outgoing.objects.get().state == OutgoingState.SENT


def test_a_refused_customer_fails_the_message_though_a_copy_went_out(
    written: Callable[..., Message], sink: Sink, at: datetime
) -> None:
    message = written(cc=(BOSS,))
    sink.answers[KIM] = "550 5.1.1 no such user"
    sending.send_due(at)
    message.refresh_from_db()
    assert (message.delivery, len(sink.to(BOSS))) == (Delivery.FAILED, 1)
    sending.send_due(at + timedelta(days=1))
    assert len(sink.mails) == 1


def test_a_server_that_is_down_costs_an_attempt_and_says_why(
    written: Callable[..., Message], settings: Settings, help_box: Mailbox, at: datetime
) -> None:
    message = written()
    settings.SMTP_URL = "smtp://127.0.0.1:1"
    sending.send_due(at)
    message.refresh_from_db()
    words = "127.0.0.1 answers, but not on port 1. Is the port right, and open in the firewall?"
    assert (message.delivery, message.delivery_words) == (Delivery.DELAYED, words)
    help_box.refresh_from_db()
    assert help_box.sending_trouble == words


def test_a_desk_without_a_server_keeps_the_mail_and_says_so(
    written: Callable[..., Message], settings: Settings, sink: Sink, at: datetime
) -> None:
    message = written()
    settings.SMTP_URL = ""
    for day in range(4):
        sending.send_due(at + timedelta(days=day))
    message.refresh_from_db()
    assert (message.delivery, message.delivery_words) == (Delivery.QUEUED, "no outgoing server set up")
    assert Entry.objects.filter(verb="message.waits").count() == 1
    settings.SMTP_URL = sink.url
    sending.send_due(at + timedelta(days=5))
    assert len(sink.mails) == 1


def test_a_server_that_dies_with_the_mail_in_its_hands_leaves_a_doubt(
    written: Callable[..., Message], sink: Sink, at: datetime
) -> None:
    def die(server: object) -> str:
        server.transport.abort()  # type: ignore[attr-defined]
        return "451 gone"

    message = written()
    sink.data = [die]
    sending.send_due(at)
    message.refresh_from_db()
    assert message.delivery == Delivery.DOUBTFUL
    sending.send_due(at + timedelta(days=3))
    assert not sink.mails


def test_a_server_that_says_not_now_after_the_data_has_surely_not_taken_it(
    written: Callable[..., Message], sink: Sink, at: datetime
) -> None:
    message = written()
    sink.data = ["451 4.3.0 disk full"]
    sending.send_due(at)
    sending.send_due(at + timedelta(minutes=2))
    message.refresh_from_db()
    assert (message.delivery, len(sink.mails)) == (Delivery.HANDED_OVER, 1)


def test_a_worker_that_died_while_handing_over_leaves_a_doubt(
    written: Callable[..., Message], sink: Sink, at: datetime
) -> None:
    message = written()
    [mail] = sending._claim(at)
    assert sending.fates.begin_handing(mail, at)
    sending.send_due(at + timedelta(seconds=30))
    message.refresh_from_db()
    assert message.delivery == Delivery.QUEUED
    sending.send_due(at + timedelta(seconds=61))
    message.refresh_from_db()
    assert (message.delivery, sink.mails) == (Delivery.DOUBTFUL, [])


def test_a_worker_that_died_before_handing_over_is_followed_by_another(
    written: Callable[..., Message], sink: Sink, at: datetime
) -> None:
    written()
    [dead] = sending._claim(at)
    assert not sending._claim(at + timedelta(seconds=30))
    sending.send_due(at + timedelta(seconds=61))
    assert len(sink.mails) == 1
    assert not sending.fates.begin_handing(dead, at + timedelta(seconds=62))


def test_an_address_that_nobody_can_have_fails_in_plain_words(ada: Agent, help_box: Mailbox, at: datetime) -> None:
    case = receive(Inbound(channel="email", kind="email", address="unknown-1@nobody.invalid", inbox=HELP), at).case
    message = reply(case, ada, Draft(text="Who are you?"), at)
    outbound.queue_message(message, at)
    sending.send_due(at)
    message.refresh_from_db()
    assert (message.delivery, message.delivery_words) == (Delivery.FAILED, "there is no address to send it to")


def test_a_mailbox_with_plus_addresses_signs_reply_and_return_paths(
    written: Callable[..., Message], help_box: Mailbox, sink: Sink, at: datetime
) -> None:
    help_box.plus_addresses = True
    help_box.save(update_fields=["plus_addresses"])
    message = written()
    sending.send_due(at)
    key = key_for(queries.ADDRESS_KEY)
    reply_to = parsed(sink.mails[0].content or b"")["Reply-To"].addresses[0].addr_spec  # type: ignore[arg-type]
    assert addresses.number_in([reply_to], addresses.CASE, key) == message.case_id
    assert addresses.number_in([sink.mails[0].mail_from or ""], addresses.MAIL, key) == message.pk


def test_a_notice_to_a_colleague_goes_out_once_per_cause(help_box: Mailbox, sink: Sink, at: datetime) -> None:
    for _ in range(2):
        outbound.queue_plain(to="ada@desk.example", subject="Due soon: “callback”", cause="n:1", at=at, text="Hello.")
    sending.send_due(at)
    [mail] = map(parsed, sink.to("ada@desk.example"))
    assert (mail["Subject"], mail["Auto-Submitted"]) == ("Due soon: “callback”", "auto-generated")


def test_a_late_word_of_the_server_settles_a_doubt(written: Callable[..., Message], sink: Sink, at: datetime) -> None:
    """The desk's clock was moved, so the lease ended while the worker still lived: what it learns counts."""
    message = written()
    [mail] = sending._claim(at)
    sending.fates.begin_handing(mail, at)
    sending.fates.doubt_the_abandoned(at + timedelta(hours=1))
    offered = sending.Offered((KIM,), {})
    sending.fates.taken(mail, (offered, sending.fates.Answer(250, "250 ok")), at + timedelta(hours=1))
    message.refresh_from_db()
    assert (message.delivery, Outgoing.objects.get().state) == (Delivery.HANDED_OVER, OutgoingState.SENT)
    assert delivery.main_addresses(message) == {KIM}


def test_one_mail_over_which_the_desk_fails_does_not_stop_those_behind_it(
    written: Callable[..., Message], sink: Sink, at: datetime
) -> None:
    """Its address is of a sort that no mail program writes: the client itself stumbles over it."""
    first, second = written("First."), written("Second.")
    Outgoing.objects.filter(message=first).update(recipients=["kim\ud7ff@" + "x" * 80 + ".example"], sender="a\r\nb@c")
    sending.send_due(at)
    first.refresh_from_db()
    second.refresh_from_db()
    assert second.delivery == Delivery.HANDED_OVER
    assert first.delivery in (Delivery.DELAYED, Delivery.FAILED)


def test_a_message_whose_file_is_gone_says_so(case: Case, ada: Agent, help_box: Mailbox, at: datetime) -> None:
    gone = InboundFile("files/00/gone", "offer.pdf", "application/pdf", 10)
    message = reply(case, ada, Draft(text="Here is the offer.", files=(gone,)), at)
    tasks.compose(Entry.objects.get(verb="message.written"), at)
    message.refresh_from_db()
    assert message.delivery == Delivery.FAILED
    assert "gone from the storage" in message.delivery_words


def test_a_notice_that_comes_back_to_our_own_mailbox_is_no_case(help_box: Mailbox, at: datetime) -> None:
    row = outbound.queue_plain(to=HELP, subject="Due soon", cause="n:1", at=at, text="Hello.")
    cases = Case.objects.count()
    taken = take(files.fetch(row.key), Envelope("test", inbox=HELP), queries.ours(), at)
    assert (taken.outcome, Case.objects.count()) == ("own", cases)
