"""Reports about undelivered mail of many servers, and what must not pass for one."""

from __future__ import annotations

import pytest

from goodword.channels.email.reading import read
from tests.channels.reading.samples import blocks

REPORTS = blocks("reports.txt")


@pytest.mark.parametrize("title", REPORTS)
def test_a_report_says_what_happened_to_whom(title: str) -> None:
    _, kind, recipients, identifier = (part.strip() for part in title.split("|"))
    mail = read(REPORTS[title].encode())
    assert mail.error is None
    assert mail.kind == kind
    assert set(mail.bounced_recipients) == set(filter(None, recipients.split(",")))
    assert mail.bounced_message_id == identifier
    assert mail.is_bounce is (kind in ("bounce", "delay"))
    assert mail.bounce_permanent is {"bounce": True, "delay": False}.get(kind)


@pytest.mark.parametrize("title", [title for title in REPORTS if "| ordinary |" not in title])
def test_no_program_answers_a_report(title: str) -> None:
    assert not read(REPORTS[title].encode()).auto_response_ok


def test_the_reason_of_the_server_is_kept() -> None:
    title = next(title for title in REPORTS if title.startswith("Postfix |"))
    assert read(REPORTS[title].encode()).bounce_reason == "smtp; 550 5.1.1 User unknown"


def test_a_report_is_no_automatic_reply() -> None:
    title = next(title for title in REPORTS if title.startswith("Exim |"))
    assert not read(REPORTS[title].encode()).is_auto_reply


def test_only_the_recipients_that_failed_count_when_others_were_delivered() -> None:
    status = (
        "Reporting-MTA: dns; mx.example.net\n\nFinal-Recipient: rfc822; kim@customer.example\nAction: delivered\n"
        "Status: 2.0.0\n\nFinal-Recipient: rfc822; gone@customer.example\nAction: failed\nStatus: 5.1.1\n\n"
        "Final-Recipient: rfc822; slow@customer.example\nAction: delayed\nStatus: 4.4.1\n"
    )
    raw = (
        'From: MAILER-DAEMON@mx.example.net\nContent-Type: multipart/report; boundary="B"\n\n'
        f"--B\nContent-Type: message/delivery-status\n\n{status}\n--B--\n"
    )
    mail = read(raw.encode())
    assert mail.bounced_recipients == ("gone@customer.example",)
    assert mail.bounce_permanent is True


def test_a_temporary_code_is_permanent_once_the_server_has_given_up() -> None:
    raw = (
        'From: MAILER-DAEMON@mx.example.net\nContent-Type: multipart/report; boundary="B"\n\n--B\n'
        "Content-Type: message/delivery-status\n\nFinal-Recipient: rfc822; slow@customer.example\nAction: failed\n"
        "Status: 4.4.7\n\n--B--\n"
    )
    assert read(raw.encode()).bounce_permanent is True
