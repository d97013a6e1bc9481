"""The monthly report: who reads it, what its PDF says, and how it goes to the team."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from goodword.channels.email.models import Outgoing
from goodword.kit import clock, files
from goodword.ledger.models import Entry
from goodword.people.models import Agent
from tests.web.conftest import Door
from tests.web.test_insight import history

MONTH = {"month": "2026-03"}


def test_a_lead_reads_the_month_and_mails_it_to_the_team_by_one_click(
    ada: Agent, ben: Agent, lena: Agent, at: datetime, door: Door
) -> None:
    client = door(lena)
    history([ada, ben], at, many=30)
    clock.make_movable(at + timedelta(days=40))
    client.get("/insight/report", MONTH)
    with CaptureQueriesContext(connection) as asked:
        page = client.get("/insight/report", MONTH)
    assert len(asked) <= 15, [one["sql"][:90] for one in asked]
    assert "Front desk, March 2026" in page.content.decode()
    assert "Of 30 matters with a promise due, 83 of 100" in page.content.decode()
    assert client.post("/insight/reports", MONTH).status_code == 303
    assert client.post("/insight/reports", MONTH).status_code == 303
    sent = Outgoing.objects.get(cause__startswith="plain:report:")
    assert set(sent.recipients) == {one.email for one in (ada, ben, lena)}
    mail = files.fetch(sent.key)
    assert b"report-2026-03.pdf" in mail
    assert b"application/pdf" in mail
    assert ada.email.encode() not in mail, "the lead's letter names nobody"
    assert Entry.objects.filter(verb="report.sent", by_id=lena.pk).exists()


def test_the_pdf_is_one_that_any_reader_opens(ada: Agent, lena: Agent, at: datetime, door: Door) -> None:
    client = door(lena)
    history([ada], at)
    clock.make_movable(at + timedelta(days=40))
    answer = client.get("/insight/report.pdf", MONTH)
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert answer.content.rstrip().endswith(b"%%EOF")
    assert b"Front desk, March 2026" in answer.content or b"/Title" in answer.content


def test_nobody_else_finds_the_report(ada: Agent, omar: Agent, nora: Agent, door: Door) -> None:
    for person in (ada, omar):
        assert door(person).get("/insight/report").status_code == 404
        assert door(person).get("/insight/report.pdf").status_code == 404
    assert door(nora).get("/insight/report").status_code == 200
    assert [door(one).post("/insight/reports").status_code for one in (ada, omar, nora)] == [403, 404, 403]
