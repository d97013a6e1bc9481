"""PDFs on the page: their first pages as pictures, drawn by a process within bounds; nothing of them acts."""

from __future__ import annotations

import time
import zlib
from datetime import datetime

import pytest
from fpdf import FPDF

from goodword.cases.actions import attach
from goodword.cases.inbound import InboundFile
from goodword.cases.models import Attachment, Case, Message
from goodword.kit import files, pdf_pages
from goodword.people.models import Agent
from tests.web.conftest import Door

ACTS = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 WIDE HIGH]>>endobj\n"
    b"trailer<</Root 1 0 R>>"
)


def invoice(pages: int = 2) -> bytes:
    paper = FPDF()
    for _ in range(pages):
        paper.add_page()
        paper.set_font("Helvetica", size=20)
        paper.cell(text="Invoice")
    return bytes(paper.output())


def kept(case: Case, content: bytes, name: str = "invoice.pdf") -> Attachment:
    attach(
        Message.objects.get(case=case), (InboundFile(files.keep(content, "files"), name, "text/html", len(content)),)
    )
    return Attachment.objects.latest("pk")


def test_the_pages_of_a_pdf_are_shown_as_pictures_and_the_original_is_saved(
    door: Door, case: Case, ada: Agent, omar: Agent
) -> None:
    file = kept(case, invoice())
    client = door(ada)
    assert f'data-looks="pages" data-at="/attachments/{file.pk}/pages"' in " ".join(
        client.get(f"/cases/{case.pk}").content.decode().split()
    )
    shown = client.get(f"/attachments/{file.pk}/pages")
    assert shown.content.decode().count("<img") == 2
    assert "sandbox" in shown["Content-Security-Policy"]
    picture = client.get(f"/attachments/{file.pk}/pages/2")
    assert (picture["Content-Type"], picture["X-Content-Type-Options"]) == ("image/png", "nosniff")
    assert "sandbox" in picture["Content-Security-Policy"]
    assert files.picture_type(picture.content) == "image/png"
    original = client.get(f"/attachments/{file.pk}")
    assert (original["Content-Type"], original["Content-Disposition"][:10]) == (
        "application/octet-stream",
        "attachment",
    )
    assert client.get(f"/attachments/{file.pk}/pages/3").status_code == 404
    for rest in ("pages", "pages/1"):
        assert door(omar).get(f"/attachments/{file.pk}/{rest}").status_code == 404


@pytest.mark.parametrize("content", [b"no PDF", b"%PDF-1.7 broken", b"<script>%PDF-1.7"])
def test_what_cannot_be_read_says_so(door: Door, case: Case, ada: Agent, content: bytes) -> None:
    file = kept(case, content)
    page = door(ada).get(f"/attachments/{file.pk}/pages")
    assert (page.status_code, "cannot be shown here" in page.content.decode()) == (200, True)


def test_a_page_as_large_as_a_house_and_a_bomb_end_within_their_bounds(
    case: Case, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = kept(case, ACTS.replace(b"WIDE HIGH", b"14000000 14000000"))
    drawn = pdf_pages.page_of(large.key, 1)
    assert drawn is None or len(drawn) < 1024 * 1024
    monkeypatch.setattr(pdf_pages, "SECONDS", 2)
    packed = zlib.compress(zlib.compress(b"0 0 m 100 100 l S\n" * 4_000_000, 9), 9)
    bomb = ACTS.replace(b"WIDE HIGH", b"600 800").replace(b"/MediaBox", b"/Contents 4 0 R/MediaBox")
    stream = b"4 0 obj<</Filter[/FlateDecode/FlateDecode]/Length %d>>stream\n%s\nendstream endobj\n" % (
        len(packed),
        packed,
    )
    file = kept(case, bomb.replace(b"trailer", stream + b"trailer"))
    begun = time.monotonic()
    assert pdf_pages.page_of(file.key, 1) is None
    assert time.monotonic() - begun < 5
