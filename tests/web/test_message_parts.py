"""What messages bring along: their HTML, their raw source, their files, each behind the same door."""

from __future__ import annotations

from datetime import datetime

import pytest

from goodword.cases import actions as cases
from goodword.cases.inbound import InboundFile
from goodword.cases.models import Attachment, Case, Message
from goodword.channels.email.models import Arrival
from goodword.kit import files
from goodword.people.models import Agent
from tests.conftest import mail
from tests.web.conftest import Door

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 32
RAW = b"From: kim@home.example\r\nSubject: Hello\r\n\r\nHello\r\n"


@pytest.fixture
def letter(case: Case, at: datetime) -> Message:
    """A mail with HTML that would like to act, a picture in it, and a page that pretends to be one."""
    html = (
        '<p onclick="x()">Look</p><script>alert(1)</script><img src="cid:photo"><img src="https://spy.example/1.png">'
    )
    attached = (
        InboundFile(files.keep(PNG, "files"), "photo.png", "image/png", len(PNG), "<photo>", True),
        InboundFile(files.keep(b"<script>alert(1)</script>", "files"), "evil.png", "image/png", 25),
    )
    message = cases.receive(mail(text="Look", html=html, files=attached, subject=f"[#{case.pk}]"), at).message
    Arrival.objects.create(
        key=files.keep(RAW, "raw"), fingerprint="a" * 64, size=len(RAW), door="imap", arrived_at=at, message=message
    )
    return message


def test_html_is_shown_without_anything_that_acts(door: Door, ada: Agent, letter: Message) -> None:
    answer = door(ada).get(f"/messages/{letter.pk}/body")
    page = answer.content.decode()
    assert "Look" in page
    assert "<script>alert" not in page
    assert "onclick" not in page
    assert ' src="https://spy.example' not in page
    assert "1 picture from elsewhere is not shown" in page
    assert f'src="/attachments/{letter.attachments.get(filename="photo.png").pk}"' in page


def test_the_frame_of_html_may_do_nothing_but_be_framed_by_us(door: Door, ada: Agent, letter: Message) -> None:
    answer = door(ada).get(f"/messages/{letter.pk}/body")
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'self'" in policy
    assert "script-src" not in policy
    assert "allow-scripts" not in policy
    assert answer["X-Frame-Options"] == "SAMEORIGIN"


def test_the_raw_source_is_what_came_byte_for_byte(door: Door, ada: Agent, letter: Message) -> None:
    answer = door(ada).get(f"/messages/{letter.pk}/source")
    assert b"".join(answer) == RAW  # type: ignore[call-overload]
    assert "attachment" in answer["Content-Disposition"]


def test_a_message_that_was_no_mail_has_no_source(door: Door, case: Case, ada: Agent) -> None:
    assert door(ada).get(f"/messages/{Message.objects.get().pk}/source").status_code == 404


def test_only_what_really_is_a_picture_is_shown_as_one(door: Door, ada: Agent, letter: Message) -> None:
    photo, evil = Attachment.objects.order_by("id")
    shown = door(ada).get(f"/attachments/{photo.pk}")
    assert (shown["Content-Type"], shown["Content-Disposition"]) == ("image/png", 'inline; filename="photo.png"')
    saved = door(ada).get(f"/attachments/{evil.pk}")
    assert saved["Content-Type"] == "application/octet-stream"
    assert saved["Content-Disposition"].startswith("attachment")
    for answer in (shown, saved):
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in answer["Content-Security-Policy"]


def test_a_text_is_looked_at_as_text_and_nothing_else(door: Door, ada: Agent, omar: Agent, letter: Message) -> None:
    photo, evil = Attachment.objects.order_by("id")
    Attachment.objects.filter(pk=evil.pk).update(
        key=files.keep(b"<script>alert(1)</script> gr\xfc\xdfe" + b"." * 300_000, "files"),
        filename="page.txt",
        content_type="text/plain",
    )
    seen = door(ada).get(f"/attachments/{evil.pk}/text")
    page = seen.content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; grüße" in page
    assert "There is more" in page
    assert "allow-scripts" not in seen["Content-Security-Policy"]
    assert "script-src" not in seen["Content-Security-Policy"]
    assert "This file is no text" in door(ada).get(f"/attachments/{photo.pk}/text").content.decode()
    assert door(omar).get(f"/attachments/{evil.pk}/text").status_code == 404
    timeline = door(ada).get(f"/cases/{letter.case_id}/timeline").content.decode()
    assert f'data-at="/attachments/{evil.pk}/text"' in timeline


def test_a_file_that_is_gone_is_not_found(door: Door, ada: Agent, letter: Message) -> None:
    Attachment.objects.update(key="files/00/gone")
    assert door(ada).get(f"/attachments/{Attachment.objects.first().pk}").status_code == 404  # type: ignore[union-attr]


def test_omar_reads_no_part_of_a_message(door: Door, omar: Agent, letter: Message) -> None:
    paths = [f"/messages/{letter.pk}/body", f"/messages/{letter.pk}/source"]
    paths += [f"/attachments/{pk}" for pk in Attachment.objects.values_list("pk", flat=True)]
    assert [door(omar).get(path).status_code for path in paths] == [404] * 4


def test_the_auditor_reads_every_part_of_a_message(door: Door, nora: Agent, letter: Message) -> None:
    paths = [f"/messages/{letter.pk}/body", f"/messages/{letter.pk}/source"]
    paths += [f"/attachments/{pk}" for pk in Attachment.objects.values_list("pk", flat=True)]
    assert [door(nora).get(path).status_code for path in paths] == [200] * 4


@pytest.mark.parametrize(
    ("check", "shown", "hidden"),
    [
        ("failed", "Perhaps this is not from kim@home.example", "Sender verified"),
        ("passed", "Sender verified: DMARC, says mx", "Perhaps this is not from"),
        ("", "Where is it?", "DMARC, says mx"),
    ],
)
def test_what_the_receiving_server_found_stands_at_the_message(
    door: Door, ada: Agent, at: datetime, check: str, shown: str, hidden: str
) -> None:
    got = cases.receive(mail(sender_check=check, sender_words="DMARC, says mx"), at)
    page = door(ada).get(f"/cases/{got.case.pk}").content.decode()
    assert shown in page
    assert hidden not in page
