"""Providers' events: signed ones become facts on the message, once; forged ones change nothing."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import warnings
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.http import HttpResponse
from django.test import Client, override_settings

from goodword.cases.actions import Draft, reply
from goodword.cases.delivery import mark
from goodword.cases.models import Case, Delivery, Message
from goodword.channels.email import outbound
from goodword.channels.email.models import Mailbox, ProviderEvent
from goodword.ledger.models import Entry
from goodword.notices.models import Notice
from goodword.notices.tasks import message_in_trouble
from goodword.people.models import Agent, Health, Identity
from tests.channels.conftest import KIM, help_box

__all__ = ["help_box"]
KEY, SECRET = "mailgun signing key", "desk:correct horse battery"
PRIVATE = ec.generate_private_key(ec.SECP256R1())
PUBLIC = base64.b64encode(
    PRIVATE.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
).decode()
STAMP = 1772442000
ALL = {
    "WEBHOOK_SECRET": SECRET,
    "MAILGUN_WEBHOOK_SIGNING_KEY": KEY,
    "SENDGRID_TRACKING_WEBHOOK_VERIFICATION_KEY": PUBLIC,
}
BASIC = {"HTTP_AUTHORIZATION": "Basic " + base64.b64encode(SECRET.encode()).decode()}


@pytest.fixture(autouse=True)
def _secrets(stopped_clock: None) -> Iterator[None]:
    with override_settings(ANYMAIL=ALL), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # anymail warns that nobody tests its SendGrid part with an account any more
        yield


@pytest.fixture
def sent(case: Case, help_box: Mailbox, ada: Agent, at: datetime) -> Message:
    """Ada's answer to Kim has been handed over to the provider."""
    message = reply(case, ada, Draft("It is on its way.", cc=("boss@home.example",)), at)
    outbound.queue_message(message, at)
    mark(message, Delivery.HANDED_OVER, at, "250 ok")
    return message


def posted(provider: str, body: Any, **headers: str) -> HttpResponse:
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    answer: Any = client.post(f"/webhooks/{provider}", content, content_type="application/json", **headers)
    return answer  # type: ignore[no-any-return]


def mailgun(
    message: Message, event: str, to: str = KIM, *, key: str = KEY, token: str = "t1", **more: Any
) -> HttpResponse:
    """An event as Mailgun sends it, signed with the key."""
    signature = hmac.new(key.encode(), f"{STAMP}{token}".encode(), hashlib.sha256).hexdigest()
    known = {"event": event, "recipient": to, "timestamp": STAMP + 0.5} | more
    known["message"] = {"headers": {"message-id": message.message_id.strip("<>")}}
    return posted("mailgun", {
        "signature": {"timestamp": str(STAMP), "token": token, "signature": signature}, "event-data": known,
    })  # fmt: skip


def sendgrid(message: Message, event: str, to: str = KIM, *, signer: Any = PRIVATE, **more: Any) -> HttpResponse:
    """An event as SendGrid sends it, signed with its private key."""
    known = {"event": event, "email": to, "timestamp": STAMP, "smtp-id": message.message_id, "sg_event_id": "e1"}
    body = json.dumps([known | more]).encode()
    signature = base64.b64encode(signer.sign(str(STAMP).encode() + body, ec.ECDSA(hashes.SHA256()))).decode()
    return posted(
        "sendgrid", body, HTTP_X_TWILIO_EMAIL_EVENT_WEBHOOK_SIGNATURE=signature,
        HTTP_X_TWILIO_EMAIL_EVENT_WEBHOOK_TIMESTAMP=str(STAMP),
    )  # fmt: skip


def postmark(message: Message, record_type: str, to: str = KIM, **more: Any) -> HttpResponse:
    """An event as Postmark sends it, with the secret in its address."""
    known = {"RecordType": record_type, "MessageID": "a-guid-of-theirs", "Metadata": {"goodword": message.message_id}}
    address = {"Recipient": to, "DeliveredAt": "2026-03-02T09:00:05Z"} if record_type == "Delivery" else {"Email": to}
    return posted("postmark", known | address | more, **BASIC)


def brevo(message: Message, event: str, to: str = KIM, **more: Any) -> HttpResponse:
    """An event as Brevo sends it."""
    known = {"event": event, "email": to, "message-id": message.message_id, "ts_epoch": STAMP * 1000}
    return posted("brevo", known | more, **BASIC)


def sparkpost(message: Message, kind: str, to: str = KIM, **more: Any) -> HttpResponse:
    """An event as SparkPost sends it."""
    known = {"type": kind, "raw_rcpt_to": to, "rcpt_meta": {"goodword": message.message_id}, "timestamp": str(STAMP)}
    return posted("sparkpost", [{"msys": {"message_event": known | more}}], **BASIC)


def ses(message: Message, event: str, **more: Any) -> HttpResponse:
    """An event as SES sends it through SNS."""
    inner = {
        "eventType": event, "mail": {
            "messageId": "theirs", "destination": [KIM],
            "headers": [{"name": "From", "value": "x"}, {"name": "Message-ID", "value": message.message_id}],
        },
    } | more  # fmt: skip
    body = {
        "Type": "Notification",
        "MessageId": "n1",
        "Timestamp": "2026-03-02T09:00:05.000Z",
        "Message": json.dumps(inner),
    }
    return posted("ses", body, HTTP_X_AMZ_SNS_MESSAGE_TYPE="Notification", HTTP_X_AMZ_SNS_MESSAGE_ID="n1", **BASIC)


def state(message: Message) -> str:
    message.refresh_from_db()
    return message.delivery


DELIVERED: dict[str, Callable[[Message], HttpResponse]] = {
    "mailgun": lambda message: mailgun(message, "delivered", **{"delivery-status": {"message": "250 taken"}}),
    "sendgrid": lambda message: sendgrid(message, "delivered", response="250 taken"),
    "postmark": lambda message: postmark(message, "Delivery", Details="250 taken"),
    "brevo": lambda message: brevo(message, "delivered", reason="250 taken"),
    "sparkpost": lambda message: sparkpost(message, "delivery", raw_reason="250 taken"),
}
BOUNCED: dict[str, Callable[[Message], HttpResponse]] = {
    "mailgun": lambda message: mailgun(message, "failed", severity="permanent", reason="bounce"),
    "sendgrid": lambda message: sendgrid(message, "bounce", type="bounce", reason="550 no such user"),
    "postmark": lambda message: postmark(message, "Bounce", Type="HardBounce", ID=7, BouncedAt="2026-03-02T09:00:05Z"),
    "brevo": lambda message: brevo(message, "hard_bounce"),
    "sparkpost": lambda message: sparkpost(message, "bounce", bounce_class="10"),
}
SOFT: dict[str, Callable[[Message], HttpResponse]] = {
    "sendgrid": lambda message: sendgrid(message, "bounce", type="blocked", reason="421 later"),
    "postmark": lambda message: postmark(message, "Bounce", Type="SoftBounce", ID=8, BouncedAt="2026-03-02T09:00:05Z"),
    "brevo": lambda message: brevo(message, "soft_bounce"),
    "sparkpost": lambda message: sparkpost(message, "bounce", bounce_class="22"),
}
COMPLAINED: dict[str, Callable[[Message], HttpResponse]] = {
    "mailgun": lambda message: mailgun(message, "complained"),
    "sendgrid": lambda message: sendgrid(message, "spamreport"),
    "postmark": lambda message: postmark(message, "SpamComplaint", Type="SpamComplaint", ID=9),
    "brevo": lambda message: brevo(message, "spam"),
    "sparkpost": lambda message: sparkpost(message, "spam_complaint"),
}


@pytest.mark.parametrize("provider", DELIVERED)
def test_a_provider_says_that_it_arrived_and_says_it_twice(sent: Message, provider: str) -> None:
    assert [DELIVERED[provider](sent).status_code for _ in range(2)] == [200, 200]
    assert (state(sent), sent.delivery_words) == ("delivered", "250 taken")
    assert Entry.objects.filter(verb="message.delivered").count() == ProviderEvent.objects.count() == 1


@pytest.mark.parametrize("provider", BOUNCED)
def test_what_came_back_for_good_condemns_the_address_once(sent: Message, provider: str) -> None:
    assert [BOUNCED[provider](sent).status_code for _ in range(3)] == [200] * 3
    assert state(sent) == "bounced"
    assert Identity.objects.get(address=KIM).health == Health.BOUNCING
    assert Entry.objects.filter(verb="message.bounced").count() == 1


@pytest.mark.parametrize("provider", SOFT)
def test_what_is_lost_for_now_leaves_the_address_in_use(sent: Message, provider: str) -> None:
    assert [SOFT[provider](sent).status_code for _ in range(3)] == [200] * 3
    assert state(sent) == "bounced"
    identity = Identity.objects.get(address=KIM)
    assert (identity.health != Health.BOUNCING, identity.soft_bounces) == (True, 1)


@pytest.mark.parametrize("provider", COMPLAINED)
def test_a_complaint_is_a_fact_of_its_own_and_whoever_wrote_hears_of_it(
    sent: Message, ada: Agent, at: datetime, provider: str
) -> None:
    DELIVERED[provider](sent)
    assert [COMPLAINED[provider](sent).status_code for _ in range(2)] == [200] * 2
    assert state(sent) == "complained"
    message_in_trouble(Entry.objects.get(verb="message.complained"), at)
    notice = Notice.objects.get(verb="message.complained")
    assert notice.person_id == ada.pk
    assert "was marked as unwanted" in notice.words
    client = Client()
    client.force_login(ada)
    assert "marked this as unwanted" in client.get(f"/cases/{sent.case_id}").content.decode()


def test_delays_are_told_once_and_condemn_no_address(sent: Message) -> None:
    for turn in range(5):
        more = {"severity": "temporary", "timestamp": STAMP + turn}
        assert mailgun(sent, "failed", token=f"t{turn}", **more).status_code == 200
    assert state(sent) == "handed_over"
    assert Entry.objects.filter(verb="message.delayed").count() == 1
    assert Identity.objects.get(address=KIM).soft_bounces == 0
    mailgun(sent, "delivered", token="t9")
    assert state(sent) == "delivered"


def test_a_copy_that_arrives_is_no_arrival_and_one_that_bounces_no_bounce(sent: Message) -> None:
    mailgun(sent, "delivered", "boss@home.example")
    assert state(sent) == "handed_over"
    mailgun(sent, "failed", "boss@home.example", severity="permanent", reason="bounce", token="t2")
    assert state(sent) == "handed_over"
    assert Entry.objects.filter(verb="message.partly_refused").count() == 1


def test_an_event_that_overtakes_our_own_note_is_asked_for_again(sent: Message) -> None:
    Message.objects.filter(pk=sent.pk).update(delivery=Delivery.QUEUED)
    early = mailgun(sent, "delivered")
    assert (early.status_code, early["Retry-After"]) == (503, "60")
    assert not ProviderEvent.objects.exists()
    Message.objects.filter(pk=sent.pk).update(delivery=Delivery.HANDED_OVER)
    assert mailgun(sent, "delivered").status_code == 200
    assert state(sent) == "delivered"


def test_a_late_arrival_does_not_undo_a_bounce(sent: Message) -> None:
    BOUNCED["mailgun"](sent)
    assert mailgun(sent, "delivered", token="t2").status_code == 200
    assert state(sent) == "bounced"


def test_forged_events_change_nothing(sent: Message) -> None:
    stranger = ec.generate_private_key(ec.SECP256R1())
    body = {"RecordType": "Delivery", "Recipient": KIM, "Metadata": {"goodword": sent.message_id}}
    wrong = {"HTTP_AUTHORIZATION": "Basic " + base64.b64encode(b"desk:wrong").decode()}
    signed_for_another = posted(
        "sendgrid", json.dumps([{"event": "bounce"}]).encode(), HTTP_X_TWILIO_EMAIL_EVENT_WEBHOOK_TIMESTAMP="1",
        HTTP_X_TWILIO_EMAIL_EVENT_WEBHOOK_SIGNATURE=base64.b64encode(
            PRIVATE.sign(b"1" + b"[]", ec.ECDSA(hashes.SHA256()))
        ).decode(),
    )  # fmt: skip
    answers = [
        mailgun(sent, "failed", key="another key", severity="permanent"), posted("mailgun", {"event-data": {}}),
        sendgrid(sent, "bounce", signer=stranger), posted("sendgrid", []), signed_for_another,
        posted("postmark", body), posted("postmark", body, **wrong), posted("brevo", {}, **wrong),
        posted("sparkpost", [], **wrong),
    ]  # fmt: skip
    assert [answer.status_code for answer in answers] == [403] * 9
    assert state(sent) == "handed_over"
    assert not ProviderEvent.objects.exists()


def test_what_is_no_event_is_refused_without_a_fault(sent: Message) -> None:
    for body in (b"", b"not json", b"\xff\xfe", b"[]", b"{}", b'{"RecordType": {}}', b'"x"', b"null", b"7"):
        for provider in ("postmark", "brevo", "sparkpost"):
            assert posted(provider, body, **BASIC).status_code in (200, 400), (provider, body)
    assert state(sent) == "handed_over"


def test_events_about_mails_of_others_change_nothing(sent: Message) -> None:
    theirs = Message(message_id="<somebody@else.example>")
    assert mailgun(theirs, "failed", severity="permanent").status_code == 200
    customers = Message.objects.filter(is_ours=False).first()
    assert customers is not None
    assert mailgun(customers, "failed", severity="permanent", token="t2").status_code == 200
    assert not ProviderEvent.objects.exists()


def test_a_provider_without_a_secret_is_not_listened_to(sent: Message) -> None:
    with override_settings(ANYMAIL={}):
        assert [DELIVERED[name](sent).status_code for name in DELIVERED] == [404] * 5
    assert posted("nobody", {}).status_code == 404
    assert Client().get("/webhooks/mailgun").status_code == 405
    assert state(sent) == "handed_over"


def test_ses_speaks_through_sns(sent: Message) -> None:
    pytest.importorskip("boto3")
    assert ses(sent, "Delivery", delivery={"recipients": [KIM], "smtpResponse": "250 taken"}).status_code == 200
    assert (state(sent), sent.delivery_words) == ("delivered", "250 taken")
    gone = {"bounceType": "Permanent", "bounceSubType": "General", "bouncedRecipients": [{"emailAddress": KIM}]}
    assert ses(sent, "Bounce", bounce=gone).status_code == 200
    assert state(sent) == "bounced"
    assert Identity.objects.get(address=KIM).health == Health.BOUNCING


def test_ses_tells_a_full_mailbox_from_one_that_is_not_there(sent: Message) -> None:
    pytest.importorskip("boto3")
    full = {"bounceType": "Transient", "bounceSubType": "MailboxFull", "bouncedRecipients": [{"emailAddress": KIM}]}
    assert ses(sent, "Bounce", bounce=full).status_code == 200
    assert (state(sent), Identity.objects.get(address=KIM).soft_bounces) == ("bounced", 1)
    assert Identity.objects.get(address=KIM).health != Health.BOUNCING
