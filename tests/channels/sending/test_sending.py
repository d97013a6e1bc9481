"""Mail goes out: as text and HTML, once, with what a refusal means."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from goodword.cases.actions import Draft, reply
from goodword.cases.models import Case, Delivery, Message
from goodword.channels.email import outbound, sending
from goodword.channels.email.fates import GIVES_UP_AFTER
from goodword.channels.email.models import Outgoing, OutgoingState
from goodword.ledger.models import Entry
from goodword.people.models import Agent, Health, Identity
from tests.channels.conftest import HELP, KIM, Sink
from tests.channels.sending.conftest import BOSS, parsed
from tests.conftest import MakePromise

pytestmark = pytest.mark.django_db(transaction=True)


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
