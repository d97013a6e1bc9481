"""The web form: anybody writes to us, robots do not, and nothing that was written is lost on the way."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from goodword.cases.models import Case, Message
from goodword.channels.form import rules
from goodword.channels.form.actions import set_website
from goodword.kit import clock
from goodword.kit.errors import NotAllowed
from goodword.people.models import Agent
from tests.conftest import mail

WRITTEN = {"name": "Kim", "address": "kim@home.example", "subject": "The kettle", "text": "It leaks a little."}
OPEN: dict[str, Any] = {
    "sites": ["https://shop.example/"], "form_is_on": True, "help_is_on": True, "chat_is_on": True,
}  # fmt: skip


@pytest.fixture
def is_open(mara: Agent, at: datetime) -> None:
    """An admin has opened everything, and the desk's clock stands at the tests' Monday morning."""
    clock.make_movable(at)
    set_website(at, mara, **OPEN)


class Writer:
    """A browser without cookies and scripts, at the form."""

    def __init__(self, at: datetime) -> None:
        self.at, self.browser = at, Client(enforce_csrf_checks=True)

    def opens(self) -> str:
        page = self.browser.get("/portal/write").content.decode()
        return self.key_in(page)

    @staticmethod
    def key_in(page: str) -> str:
        found = re.search(r'name="key" value="([^"]+)"', page)
        assert found
        return found.group(1)

    def sends(self, key: str, after: float = 30, **said: Any) -> HttpResponse:
        clock.move_to(max(clock.now(), self.at) + timedelta(seconds=after))
        return self.browser.post("/portal/write", {**WRITTEN, "key": key, **said})


@pytest.fixture
def writer(is_open: None, at: datetime) -> Writer:
    return Writer(at)


def test_what_is_written_becomes_a_case_and_its_writer_gets_a_receipt_without_their_own_words(writer: Writer) -> None:
    key = writer.opens()
    picture = SimpleUploadedFile("leak.png", b"\x89PNG\r\n\x1a\n")
    answer = writer.sends(key, files=picture)
    assert answer.status_code == 303
    assert "has arrived" in writer.browser.get(answer["Location"]).content.decode()
    case = Case.objects.get()
    first, receipt = case.messages.order_by("id")
    assert (case.subject, first.channel, first.text) == ("The kettle", "form", "It leaks a little.")
    assert first.attachments.get().filename == "leak.png"
    assert (receipt.to, receipt.is_automatic) == (["kim@home.example"], True)
    assert "/portal/" in receipt.text
    assert "leaks" not in receipt.text
    assert (case.awaits_reply, case.last_words) == (True, "It leaks a little.")
    assert writer.sends(key, files=SimpleUploadedFile("leak.png", b"\x89PNG\r\n\x1a\n")).status_code == 303
    assert Case.objects.count() == 1


def test_who_fills_the_hidden_field_or_is_too_quick_is_asked_a_question_and_loses_nothing(writer: Writer) -> None:
    for trap in ({"website": "https://pills.example"}, {"after": 0.5}, {"text": "http://a http://b http://c http://d"}):
        assert writer.sends(writer.opens(), **trap).status_code == 422
    assert not Case.objects.exists()
    key = writer.opens()
    page = writer.sends(key, website="x", files=SimpleUploadedFile("leak.png", b"a")).content.decode()
    assert "It leaks a little." in page
    assert "leak.png" in page
    kept = re.search(r'name="kept" value="([^"]+)"', page)
    first, second = re.findall(r"How much is (\d+) plus (\d+)", page)[0]
    assert kept
    assert writer.sends(key, website="x", kept=kept.group(1), sum="99").status_code == 422
    done = writer.sends(key, website="x", kept=kept.group(1), sum=str(int(first) + int(second)))
    assert done.status_code == 303
    assert Message.objects.get(channel="form").attachments.get().filename == "leak.png"


def test_a_browser_may_work_instead_of_answering() -> None:
    work = next(str(n) for n in range(10_000_000) if rules.is_worked("seed", str(n)))
    assert not rules.is_worked("another seed", work)
    assert not rules.is_worked("seed", "")


def test_a_key_that_we_did_not_make_and_one_of_last_month_send_nothing(writer: Writer) -> None:
    key = writer.opens()
    assert writer.sends(f"{key}x").status_code == 422
    assert writer.sends(key, after=30 * 86400).status_code == 422
    assert not Case.objects.exists()


def test_a_mistyped_address_is_asked_about_once(writer: Writer) -> None:
    key = writer.opens()
    page = writer.sends(key, address="kim@gmial.com").content.decode()
    assert "kim@gmail.com" in page
    assert writer.sends(key, address="kim@gmial.com", sure="kim@gmial.com").status_code == 303


def test_a_file_that_does_things_when_opened_is_not_taken(writer: Writer) -> None:
    answer = writer.sends(writer.opens(), files=SimpleUploadedFile("invoice.pdf.EXE", b"MZ"))
    assert answer.status_code == 422
    assert not Case.objects.exists()


def test_who_knocks_too_often_is_told_when_to_come_again(writer: Writer) -> None:
    key = writer.opens()
    answers = [writer.sends(key, after=1, address="none") for _ in range(21)]
    assert answers[19].status_code == 422
    assert answers[20].status_code == 429
    assert int(answers[20]["Retry-After"]) > 0
    assert "It leaks a little." in answers[20].content.decode()


def test_a_stranger_who_types_a_customers_address_sees_nothing_of_theirs(
    writer: Writer, case: Case, at: datetime
) -> None:
    answer = writer.sends(writer.opens(), address=mail().address)
    said = writer.browser.get(answer["Location"]).content.decode()
    assert "Where is it?" not in said
    assert "/portal/" not in answer["Location"].replace("/portal/written", "")
    assert Case.objects.exclude(pk=case.pk).get().customer == case.customer


def test_it_stands_in_frames_of_the_named_sites_only_and_is_not_there_while_it_is_closed(
    writer: Writer, mara: Agent, ada: Agent, at: datetime
) -> None:
    answer = writer.browser.get("/portal/write?embed=1")
    assert "frame-ancestors 'self' https://shop.example" in answer["Content-Security-Policy"]
    assert "X-Frame-Options" not in answer
    assert not answer.cookies
    with pytest.raises(NotAllowed):
        set_website(at, ada, **OPEN)
    set_website(at, mara, **{**OPEN, "form_is_on": False})
    assert writer.browser.get("/portal/write").status_code == 404
    assert writer.sends("key").status_code == 404
