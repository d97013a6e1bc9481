"""The SMTP and LMTP doors: only for our addresses, acknowledged only when stored, answered as each protocol asks."""

from __future__ import annotations

import smtplib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.files.storage import default_storage

from goodword.channels.email import listener
from goodword.channels.email.models import Arrival, Mailbox
from tests.channels.conftest import HELP, KIM, SALES, raw

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def doors(help_box: Mailbox) -> Iterator[dict[str, int]]:
    """Both doors, open on ports of the system's choice."""
    stop, opened, ports = threading.Event(), threading.Event(), dict[str, int]()

    def ready(found: list[int]) -> None:
        ports.update(zip(("smtp", "lmtp"), found, strict=True))
        opened.set()

    addresses = [("smtp", "127.0.0.1", 0), ("lmtp", "127.0.0.1", 0)]
    thread = threading.Thread(target=listener.serve, args=(addresses, stop, ready))
    thread.start()
    assert opened.wait(10)
    yield ports
    stop.set()
    thread.join(10)
    assert not thread.is_alive()


@pytest.fixture
def smtp(doors: dict[str, int]) -> Iterator[smtplib.SMTP]:
    with smtplib.SMTP("127.0.0.1", doors["smtp"], timeout=10) as client:
        yield client


def test_a_mail_to_us_is_taken(smtp: smtplib.SMTP) -> None:
    smtp.sendmail(KIM, [HELP], raw())
    arrival = Arrival.objects.get()
    assert (arrival.door, arrival.outcome, arrival.inbox, arrival.return_path) == ("smtp", "started", HELP, KIM)


def test_a_bounce_comes_with_the_null_path(smtp: smtplib.SMTP) -> None:
    smtp.sendmail("", [HELP], raw())
    assert Arrival.objects.get().return_path == ""


def test_no_mail_is_relayed(smtp: smtplib.SMTP) -> None:
    with pytest.raises(smtplib.SMTPRecipientsRefused) as refused:
        smtp.sendmail(KIM, ["somebody@else.example"], raw())
    assert refused.value.recipients["somebody@else.example"][0] == 550
    assert not Arrival.objects.exists()


def test_what_follows_a_plus_is_ours_too(smtp: smtplib.SMTP) -> None:
    smtp.sendmail(KIM, ["HELP+anything@shop.example"], raw())
    assert Arrival.objects.get().outcome == "started"


def test_many_mails_on_one_connection(smtp: smtplib.SMTP) -> None:
    for number in range(20):
        smtp.sendmail(KIM, [HELP], raw(f"Mail {number}", message_id=f"<{number}@home>"))
    assert Arrival.objects.filter(outcome="started").count() == 20


def test_a_mail_that_cannot_be_stored_stays_with_its_sender(smtp: smtplib.SMTP) -> None:
    """A file stands where the folder of the mails should be, as a full or broken disk would."""
    Path(default_storage.path("")).mkdir(parents=True, exist_ok=True)
    shelf = Path(default_storage.path("mail"))
    aside = shelf.with_name("mail.aside")
    if shelf.exists():
        shelf.rename(aside)
    shelf.write_text("in the way")
    try:
        with pytest.raises(smtplib.SMTPDataError) as refused:
            smtp.sendmail(KIM, [HELP], raw("Never seen before."))
        assert refused.value.smtp_code == 451
    finally:
        shelf.unlink()
        if aside.exists():
            aside.rename(shelf)
    smtp.sendmail(KIM, [HELP], raw("Never seen before."))
    assert Arrival.objects.get().outcome == "started"


def test_a_mail_beyond_the_limit_is_refused_before_it_is_sent(smtp: smtplib.SMTP) -> None:
    smtp.ehlo()
    code, _ = smtp.mail(KIM, [f"SIZE={listener.LARGEST_MAIL + 1}"])
    assert code == 552


def test_lines_of_any_length_are_taken(smtp: smtplib.SMTP) -> None:
    smtp.sendmail(KIM, [HELP], raw() + b"x" * 300_000 + b"\r\n")
    assert Arrival.objects.get().outcome == "started"


class Lmtp(smtplib.LMTP):
    """The standard library's client, which hears one answer only; this one counts them."""

    def answers(self, recipients: list[str], content: bytes) -> list[int]:
        self.ehlo_or_helo_if_needed()
        self.mail(KIM)
        codes = [self.rcpt(recipient)[0] for recipient in recipients]
        self.docmd("DATA")
        self.send(content.replace(b"\n", b"\r\n") + b".\r\n")
        return [self.getreply()[0] for code in codes if code == 250]


def test_lmtp_answers_once_for_each_recipient(doors: dict[str, int]) -> None:
    Mailbox.objects.create(address=SALES)
    with Lmtp("127.0.0.1", doors["lmtp"], timeout=10) as lmtp:
        assert lmtp.answers([HELP, "nobody@shop.example", SALES], raw()) == [250, 250]
        assert lmtp.answers([HELP], raw("Another.", message_id="<2@home>")) == [250]
    assert list(Arrival.objects.values_list("door", "outcome")) == [("lmtp", "started"), ("lmtp", "started")]


@pytest.fixture
def many(doors: dict[str, int]) -> Iterator[Callable[[], smtplib.SMTP]]:
    opened: list[smtplib.SMTP] = []

    def one() -> smtplib.SMTP:
        opened.append(smtplib.SMTP("127.0.0.1", doors["smtp"], timeout=10))
        return opened[-1]

    yield one
    for client in opened:
        client.close()


def test_too_many_connections_are_told_to_come_back(
    many: Callable[[], smtplib.SMTP], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listener, "MOST_CONNECTIONS", 3)
    clients = [many() for _ in range(3)]
    with pytest.raises(smtplib.SMTPConnectError):
        many()
    clients[0].quit()
    assert many().noop()[0] == 250
