"""Files that a customer adds: bounded, safely named, stored outside the database."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from goodword.cases.models import Attachment, Message
from goodword.kit import files
from goodword.portal import forms
from tests.portal.conftest import Visitor


def test_a_file_arrives_with_its_message(hers: Visitor) -> None:
    hers.press("/messages", text="See here", files=[SimpleUploadedFile("zip.jpg", b"\xff\xd8picture", "text/html")])
    kept = Attachment.objects.get(message__channel="page")
    assert (kept.filename, kept.content_type, kept.size) == ("zip.jpg", "image/jpeg", 9)
    assert files.fetch(kept.key) == b"\xff\xd8picture"


def test_a_file_needs_no_words(hers: Visitor) -> None:
    hers.press("/messages", files=[SimpleUploadedFile("a.pdf", b"%PDF-1.7")])
    assert Message.objects.get(channel="page").attachments.count() == 1


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "C:\\boot\\win.ini", "a\x00b.txt", "\u202egnp.exe", "x" * 400 + ".pdf", "...", "ü😀.txt"],
)
def test_a_name_cannot_lead_anywhere(hers: Visitor, name: str) -> None:
    file = SimpleUploadedFile("plain.txt", b"data")
    file._name = name
    answer = hers.post("/messages", text="with a file", files=[file])
    assert answer.status_code == 303
    kept = Attachment.objects.get(message__channel="page")
    assert not set(kept.filename) & set("/\\\x00\u202e")
    assert 0 < len(kept.filename) <= 200
    assert kept.filename not in (".", "..")


def test_too_many_files_are_refused_with_the_words_kept(hers: Visitor) -> None:
    many = [SimpleUploadedFile(f"{n}.txt", b"x") for n in range(forms.MOST_FILES + 1)]
    answer = hers.post("/messages", text="my words", files=many)
    assert answer.status_code == 422
    assert "at most five files" in answer.content.decode()
    assert "my words" in answer.content.decode()
    assert not Attachment.objects.filter(message__channel="page").exists()


def test_a_file_that_is_too_large_is_refused(hers: Visitor) -> None:
    answer = hers.post(
        "/messages", text="my words", files=[SimpleUploadedFile("film.mp4", b"x" * (forms.LARGEST_FILE + 1))]
    )
    assert answer.status_code == 422
    assert "larger than 10 MB" in answer.content.decode()
    assert not Message.objects.filter(channel="page").exists()


def test_an_empty_file_is_no_message(hers: Visitor) -> None:
    assert hers.post("/messages", files=[SimpleUploadedFile("empty.txt", b"")]).status_code == 422
