"""Files that go along with a reply, and a case that we begin by writing first."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from goodword.cases import actions as cases
from goodword.cases.models import Attachment, Case
from goodword.people.models import Agent
from tests.conftest import mail
from tests.web.conftest import Door
from tests.web.drafts import PROMISES, chip, draft, ours


def test_files_are_kept_under_safe_names_and_go_along(door: Door, case: Case, ada: Agent) -> None:
    file = SimpleUploadedFile("..\\..\\in/voice\x00 1.pdf", b"%PDF-1.7", "application/pdf")
    door(ada).post(f"/cases/{case.pk}/messages", draft("Here it is.", files=[file]))
    kept = Attachment.objects.get()
    assert (kept.filename, kept.size) == ("voice 1.pdf", 8)


def test_dropped_files_are_named_by_a_token_that_fits_only_their_case(
    door: Door, case: Case, ada: Agent, at: datetime
) -> None:
    client = door(ada)
    file = SimpleUploadedFile("photo.png", b"\x89PNG\r\n\x1a\n1234", "text/html")
    page = client.post(f"/cases/{case.pk}/files", {"files": [file]}).content.decode()
    token = page.split('name="kept"')[1].split('value="')[1].split('"')[0]
    other = cases.receive(mail("eve@elsewhere.example", "Hello"), at).case
    assert client.post(f"/cases/{other.pk}/messages", draft("Hi", kept=[token])).status_code == 422
    assert client.post(f"/cases/{case.pk}/messages", draft("Hi", kept=[token + "x"])).status_code == 422
    assert client.post(f"/cases/{case.pk}/messages", draft("Hi", kept=[token])).status_code == 303
    assert Attachment.objects.get().content_type == "image/png"


def test_files_that_no_mail_server_would_take_are_refused(
    door: Door, case: Case, ada: Agent, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("goodword.web.uploads.MOST_BYTES", 10)
    file = SimpleUploadedFile("big.bin", b"12345678901", "application/octet-stream")
    answer = door(ada).post(f"/cases/{case.pk}/messages", draft("Here it is.", files=[file]))
    assert (answer.status_code, ours()) == (422, [])
    assert "These files are too large" in answer.content.decode()


def test_writing_first_begins_a_case_of_ones_own_with_its_promise(door: Door, ada: Agent) -> None:
    form = draft(PROMISES, chip()) | {
        "reply-address": "rosa@correo.example", "reply-name": "Rosa Delgado", "reply-subject": "Your tent",
    }  # fmt: skip
    answer = door(ada).post("/cases/new", form)
    case = Case.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"/cases/{case.pk}")
    assert (case.subject, case.owner, str(case.customer), case.owed) == ("Your tent", ada, "Rosa Delgado", 1)
    assert ours()[0].to == ["rosa@correo.example"]


def test_nothing_is_left_of_a_first_message_that_cannot_be_sent(door: Door, ada: Agent) -> None:
    form = draft(PROMISES, chip(day="2026-02-27", touched="on")) | {
        "reply-address": "rosa@correo.example", "reply-subject": "Your tent",
    }  # fmt: skip
    assert door(ada).post("/cases/new", form).status_code == 422
    assert (Case.objects.count(), ours()) == (0, [])


def test_omar_and_the_auditor_begin_nothing(door: Door, omar: Agent, nora: Agent) -> None:
    form = draft("Hello") | {"reply-address": "rosa@correo.example", "reply-subject": "Your tent"}
    assert door(omar).post("/cases/new", form).status_code == 404
    assert door(nora).post("/cases/new", form).status_code == 403
    assert Case.objects.count() == 0
