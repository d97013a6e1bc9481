"""The mail log: every mail with its fate, for leads to read and for admins to try again."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goodword.cases.actions import Draft, reply
from goodword.cases.models import Delivery, Message
from goodword.channels.email import queries, receiving
from goodword.channels.email.models import Arrival, Mailbox, Outgoing
from goodword.channels.email.outbound import queue_message, queue_plain
from goodword.channels.email.receiving import Envelope
from goodword.channels.email.taking import take
from goodword.kit import clock, files
from goodword.ledger.models import Entry
from goodword.people.models import Agent
from tests.channels.conftest import HELP, KIM, help_box, raw
from tests.web.test_settings import said, signed_in

__all__ = ["help_box"]
REPORT = b"""From: mailer-daemon@far.example\r
To: help@shop.example\r
Subject: Undelivered <b>Mail</b>\r
Message-ID: <9@far.example>\r
Content-Type: multipart/report; report-type=delivery-status; boundary=x\r
\r
--x\r
Content-Type: text/plain\r
\r
It came back.\r
--x\r
Content-Type: message/delivery-status\r
\r
Reporting-MTA: dns; far.example\r
\r
Final-Recipient: rfc822; someone@else.example\r
Action: failed\r
Status: 5.1.1\r
--x--\r
"""


@pytest.fixture(autouse=True)
def _monday(db: None, at: datetime, help_box: Mailbox) -> None:
    clock.make_movable(at)


@pytest.fixture
def came(at: datetime) -> Arrival:
    """Kim's mail has come and started a case."""
    take(raw(subject="<script>alert(1)</script>"), Envelope("imap", "INBOX;1;7", HELP), queries.ours(), at)
    return Arrival.objects.get(case_id__isnull=False)


@pytest.fixture
def untied(at: datetime) -> Arrival:
    """A report about a mail that is none of ours."""
    take(REPORT, Envelope("imap", "INBOX;1;8", HELP, ""), queries.ours(), at)
    return Arrival.objects.latest("id")


@pytest.fixture
def doubted(came: Arrival, ada: Agent, at: datetime) -> Outgoing:
    """An answer of ours of which nobody knows whether it went out."""
    case = came.message.case  # type: ignore[union-attr]
    message = reply(case, ada, Draft("We look for it."), at)
    mail = queue_message(message, at)
    Message.objects.filter(pk=message.pk).update(delivery=Delivery.DOUBTFUL)
    Outgoing.objects.filter(pk=mail.pk).update(state="doubtful", server_words="the line broke", wakes_at=None)
    return Outgoing.objects.get(pk=mail.pk)


def test_a_lead_reads_what_became_of_a_mail(lena: Agent, came: Arrival) -> None:
    page = said(signed_in(lena).get("/settings/mail/"))
    assert KIM in page
    assert "A new case" in page
    assert f'href="/cases/{came.case_id}"' in page
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_who_has_no_desk_or_leads_nobody_reads_no_log(ada: Agent, omar: Agent, came: Arrival) -> None:
    paths = ["", f"in/{came.pk}", f"in/{came.pk}/source", f"out/{came.pk}"]
    assert [signed_in(omar).get(f"/settings/mail/{path}").status_code for path in paths] == [404] * 4
    assert [signed_in(ada).get(f"/settings/mail/{path}").status_code for path in paths] == [403] * 4
    assert signed_in(omar).post(f"/settings/mail/in/{came.pk}/attempts").status_code == 404


def test_the_log_is_among_the_places_of_leads_and_admins_only(ada: Agent, lena: Agent, mara: Agent) -> None:
    shown = ['href="/settings/mail/"' in said(signed_in(who).get("/settings/me")) for who in (ada, lena, mara)]
    assert shown == [False, True, True]


def test_the_log_is_filtered_by_fate_and_address(
    lena: Agent, came: Arrival, untied: Arrival, doubted: Outgoing
) -> None:
    def shown(query: str) -> list[int]:
        return [line.pk for line in signed_in(lena).get(f"/settings/mail/?{query}").context["lines"]]

    assert shown("") == [untied.pk, came.pk]
    assert shown("fate=untied") == [untied.pk]
    assert shown("fate=started") == [came.pk]
    assert shown("fate=waits") == []
    assert shown("address=KIM@home.example") == [came.pk]
    assert shown("address=nobody@home.example") == []
    assert shown("fate=no-such-fate&address=%00") == [untied.pk, came.pk]
    assert shown("direction=out") == [doubted.pk]
    assert shown(f"direction=out&address={KIM}&fate=doubtful") == [doubted.pk]
    assert shown("direction=out&fate=sent") == []


def _many(at: datetime, came: Arrival, number: int) -> None:
    Arrival.objects.bulk_create(
        Arrival(
            key=came.key, fingerprint=f"{one:064}", size=9, door="imap", arrived_at=at + timedelta(seconds=one),
            outcome="continued", sender=KIM, subject=f"Mail {one}", case_id=came.case_id, message=came.message,
        )
        for one in range(number)
    )  # fmt: skip


def test_a_long_log_is_read_page_by_page_with_few_queries(lena: Agent, came: Arrival, at: datetime) -> None:
    _many(at, came, 120)
    client = signed_in(lena)
    seen: list[int] = []
    address = f"?address={KIM}"
    while address:
        with CaptureQueriesContext(
            connection,
        ) as queries_made:
            answer = client.get(f"/settings/mail/{address}")
        assert len(queries_made) <= 8
        seen += [line.pk for line in answer.context["lines"]]
        address = answer.context["older"]
    assert len(seen) == len(set(seen)) == 121
    assert seen == sorted(seen, reverse=True)


def test_every_filter_of_the_log_is_answered_by_an_index(lena: Agent, came: Arrival, at: datetime) -> None:
    _many(at, came, 3000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE email_arrival")
    client = signed_in(lena)
    for query in ("", "fate=untied", "address=nobody@home.example", "fate=untied&address=nobody@home.example"):
        with CaptureQueriesContext(connection) as made:
            client.get(f"/settings/mail/?{query}")
        [statement] = [one["sql"] for one in made if 'FROM "email_arrival"' in one["sql"]]
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN {statement}")
            plan = "\n".join(row[0] for row in cursor.fetchall())
        assert "Seq Scan on email_arrival" not in plan, plan


def test_a_mail_is_shown_as_it_came_and_nothing_in_it_acts(lena: Agent, came: Arrival) -> None:
    answer = signed_in(lena).get(f"/settings/mail/in/{came.pk}")
    page = said(answer)
    assert "Message-ID: &lt;1@home.example&gt;" in page
    assert "<script>alert" not in page
    assert "no-store" in answer["Cache-Control"]


def test_only_the_beginning_of_a_long_mail_is_shown_and_its_bytes_cannot_break_the_page(
    lena: Agent, came: Arrival
) -> None:
    key = files.keep(b"Subject: long\r\n\r\n\x00\x1b[2J\xff</pre><b>" + b"x" * 400_000, "mail")
    Arrival.objects.update(key=key)
    answer = signed_in(lena).get(f"/settings/mail/in/{came.pk}")
    assert len(answer.content) < 250_000
    assert answer.context["more"] is True
    assert "\x00" not in said(answer)
    assert "\x1b" not in said(answer)
    assert "&lt;/pre&gt;&lt;b&gt;" in said(answer)


def test_the_source_is_saved_byte_for_byte_and_never_opened(lena: Agent, came: Arrival, doubted: Outgoing) -> None:
    for path, key in ((f"in/{came.pk}", came.key), (f"out/{doubted.pk}", doubted.key)):
        answer = signed_in(lena).get(f"/settings/mail/{path}/source")
        assert b"".join(answer) == files.fetch(key)  # type: ignore[call-overload]
        assert answer["Content-Disposition"] == f'attachment; filename="{path.replace("/", "-")}.eml"'
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in answer["Content-Security-Policy"]


def test_a_mail_whose_bytes_are_gone_is_not_found(lena: Agent, came: Arrival) -> None:
    Arrival.objects.update(key="mail/00/gone")
    assert signed_in(lena).get(f"/settings/mail/in/{came.pk}").status_code == 404


def test_a_letter_of_the_desk_itself_is_for_admins_since_its_link_may_let_somebody_in(
    lena: Agent, mara: Agent, at: datetime
) -> None:
    mail = queue_plain(to="ben@desk.example", subject="Come in", cause="test", at=at, text="The link")
    assert signed_in(lena).get("/settings/mail/?direction=out").context["lines"][0].pk == mail.pk
    paths = [f"/settings/mail/out/{mail.pk}", f"/settings/mail/out/{mail.pk}/source"]
    assert [signed_in(lena).get(path).status_code for path in paths] == [403, 403]
    assert [signed_in(mara).get(path).status_code for path in paths] == [200, 200]


def test_an_admin_lets_a_report_without_place_be_placed_once_its_mail_is_known(
    mara: Agent, untied: Arrival, doubted: Outgoing, at: datetime
) -> None:
    Message.objects.filter(pk=doubted.message_id).update(to=["someone@else.example"], delivery=Delivery.HANDED_OVER)
    report = REPORT.replace(b"Subject:", f"In-Reply-To: {doubted.mail_id}\r\nSubject:".encode())
    Arrival.objects.filter(pk=untied.pk).update(key=files.keep(report, "mail"))
    client = signed_in(mara)
    assert "Try again" in said(client.get(f"/settings/mail/in/{untied.pk}"))
    assert client.post(f"/settings/mail/in/{untied.pk}/attempts").status_code == 303
    receiving.settle_waiting(queries.ours(), at + timedelta(minutes=1))
    untied.refresh_from_db()
    assert (untied.outcome, untied.message_id) == ("bounce", doubted.message_id)
    assert Entry.objects.filter(verb="arrival.tried_again").count() == 1
    assert client.post(f"/settings/mail/in/{untied.pk}/attempts").status_code == 409


def test_a_lead_sees_a_doubt_and_only_an_admin_sends_it_again(lena: Agent, mara: Agent, doubted: Outgoing) -> None:
    path = f"/settings/mail/out/{doubted.pk}"
    assert "Try again" not in said(signed_in(lena).get(path))
    assert signed_in(lena).post(f"{path}/attempts").status_code == 403
    assert "Try again" in said(signed_in(mara).get(path))
    assert signed_in(mara).post(f"{path}/attempts").status_code == 303
    doubted.refresh_from_db()
    assert (doubted.state, Message.objects.get(pk=doubted.message_id).delivery) == ("queued", "queued")
    assert signed_in(mara).post(f"{path}/attempts").status_code == 409


def test_a_notice_that_failed_is_sent_again(mara: Agent, at: datetime) -> None:
    mail = queue_plain(to="ben@desk.example", subject="News", cause="test", at=at, text="News")
    Outgoing.objects.update(state="failed", wakes_at=None, server_words="550 no")
    assert signed_in(mara).post(f"/settings/mail/out/{mail.pk}/attempts").status_code == 303
    mail.refresh_from_db()
    assert (mail.state, mail.wakes_at is not None) == ("queued", True)
    assert Entry.objects.get(verb="outgoing.sent_again").by_id == mara.pk
