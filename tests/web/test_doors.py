"""Who comes in, and what a door answers."""

from __future__ import annotations

import json

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from goodword.cases.models import Case
from goodword.kit.errors import Conflict, DeskError, Malformed, NotAllowed, NotFound
from goodword.ledger.models import Entry
from goodword.notices.actions import tell
from goodword.notices.models import Notice
from goodword.people.models import Agent, Role
from goodword.web import errors

PAGES = ("/", "/inbox/", "/inbox/open/", "/inbox/mine/", "/inbox/closed/", "/search?q=kim", "/notices", "/notices/bell")
CHANGES = ("/inbox/open/owner", "/notices/receipts")
WRITES = ("INSERT", "UPDATE", "DELETE")


def signed_in(agent: Agent) -> Client:
    """A browser in which this person has signed in."""
    client = Client()
    client.force_login(agent)
    return client


@pytest.mark.parametrize("path", [*PAGES, *CHANGES])
def test_omar_finds_nothing_at_the_desk(path: str, omar: Agent, case: Case) -> None:
    client = signed_in(omar)
    answer = client.post(path) if path in CHANGES else client.get(path)
    assert answer.status_code == 404
    assert b"Kim" not in answer.content


@pytest.mark.parametrize("path", PAGES)
def test_a_stranger_is_sent_to_sign_in_and_back(path: str, db: None) -> None:
    answer = Client().get(path)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/login/?next=/")


def test_a_part_of_a_page_sends_its_whole_page_to_sign_in(db: None) -> None:
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/inbox/mine/?q=tent"}
    answer = Client().get("/inbox/mine/", headers=headers)
    assert answer.status_code == 401
    assert answer["HX-Redirect"] == "/accounts/login/?next=/inbox/mine/%3Fq%3Dtent"


@pytest.mark.parametrize("path", PAGES)
def test_reading_a_page_writes_nothing(path: str, ada: Agent, case: Case) -> None:
    client = signed_in(ada)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(path, follow=True).status_code == 200
    assert not [query["sql"] for query in asked if query["sql"].startswith(WRITES)]


@pytest.mark.parametrize("path", CHANGES)
def test_what_changes_something_does_not_answer_to_reading(path: str, ada: Agent) -> None:
    assert signed_in(ada).get(path).status_code == 405


def test_an_auditor_reads_and_takes_nothing(case: Case, mara: Agent) -> None:
    mara.role = Role.AUDITOR
    mara.save(update_fields=["role"])
    client = signed_in(mara)
    assert client.get("/inbox/open/").status_code == 200
    assert client.post("/inbox/open/owner", {"case": case.pk, "owner": mara.pk}).status_code == 403
    case.refresh_from_db()
    assert case.owner is None


def test_a_case_goes_only_to_somebody_with_a_desk(case: Case, ada: Agent, omar: Agent) -> None:
    answer = signed_in(ada).post("/inbox/open/owner", {"case": case.pk, "owner": omar.pk})
    assert answer.status_code == 422
    case.refresh_from_db()
    assert case.owner is None
    assert not Entry.objects.filter(verb="case.assigned").exists()


def test_nobody_reads_the_notices_of_somebody_else(ada: Agent, ben: Agent, at: object) -> None:
    tell([ada], "cause", "Only for Ada", at, verb="case.assigned")  # type: ignore[arg-type]
    notice = Notice.objects.get()
    assert b"Only for Ada" not in signed_in(ben).get("/notices").content
    assert signed_in(ben).post("/notices/receipts", {"notice": notice.pk}).status_code == 404
    notice.refresh_from_db()
    assert notice.read_at is None
    assert signed_in(ada).post("/notices/receipts", {"notice": notice.pk}).status_code == 303
    notice.refresh_from_db()
    assert notice.read_at is not None


@pytest.mark.parametrize(
    ("error", "status"), [(NotFound, 404), (NotAllowed, 403), (Conflict, 409), (Malformed, 422), (DeskError, 422)]
)
def test_an_error_carries_its_words_to_the_reader(error: type[DeskError], status: int, ada: Agent) -> None:
    request = RequestFactory().get("/cases/1", headers={"Referer": "http://testserver/inbox/open/"})
    request.user, request.htmx = ada, False  # type: ignore[attr-defined]
    page = errors.answer(request, error("The <b>date</b> has passed."))
    assert page.status_code == status
    assert b"The &lt;b&gt;date&lt;/b&gt; has passed." in page.content
    assert b'href="/inbox/open/"' in page.content
    request.htmx = True  # type: ignore[attr-defined]
    part = errors.answer(request, error("The date has passed."))
    assert (part.status_code, part["HX-Reswap"]) == (status, "none")
    assert json.loads(part["HX-Trigger"])["say"] == {"words": "The date has passed.", "error": True}


def test_the_way_back_never_leads_elsewhere(ada: Agent) -> None:
    request = RequestFactory().get("/x", headers={"Referer": "http://testserver.evil.example/inbox/"})
    request.user, request.htmx = ada, False  # type: ignore[attr-defined]
    assert b"evil" not in errors.answer(request, NotFound("Gone.")).content


def test_an_address_that_leads_nowhere_is_kind_also_to_strangers(db: None, ada: Agent) -> None:
    for client in (Client(), signed_in(ada)):
        answer = client.get("/no/such/page")
        assert answer.status_code == 404
        assert b"There is nothing here" in answer.content


def test_the_page_of_a_fault_of_ours_needs_nothing() -> None:
    answer = errors.server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert b"Something broke on our side" in answer.content
