"""Today, the inbox and the notices ask the database a bounded number of times, however much there is."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goodword.cases import changes
from goodword.cases.actions import receive
from goodword.kit import clock
from goodword.notices.actions import tell
from goodword.people.models import Agent
from goodword.promises.actions import Told, make
from goodword.promises.queries import kind_named
from tests.conftest import mail
from tests.web.test_doors import signed_in

MOST_QUERIES = 15


def fill(ada: Agent, at: datetime, many: int) -> None:
    """Kim and many others have written, and each was promised something."""
    for number in range(many):
        case = receive(mail(f"guest{number}@home.example", name=f"Guest {number}", subject=f"Matter {number}"), at).case
        changes.assign(case, ada, at, ada)
        make(case, Told(kind_named("email"), f"Word {number}", at + timedelta(hours=number + 1)), ada, at)
        tell([ada], f"cause:{number}", f"Notice {number}", at, verb="case.assigned", case=case.pk)


@pytest.mark.parametrize(
    "path",
    ["/", "/inbox/open/", "/inbox/mine/", "/inbox/open/?q=guest", "/notices", "/search?q=matter", "/search/?q=matter"],
)
def test_a_list_asks_as_often_for_thirty_rows_as_for_two(path: str, ada: Agent, mara: Agent, at: datetime) -> None:
    clock.make_movable(at)
    counts = []
    for many in (2, 30):
        fill(ada, at, many)
        client = signed_in(ada)
        client.get(path)
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(path)
        assert b"29" in answer.content or many == 2 or path.startswith("/search")
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert counts[1] <= MOST_QUERIES


def test_today_shows_the_rest_on_further_pages(ada: Agent, at: datetime) -> None:
    clock.make_movable(at)
    fill(ada, at, 65)
    client = signed_in(ada)
    first = client.get("/")
    assert first.content.count(b"today-row") == 60
    more = client.get(first.context["more"])
    assert more.content.count(b"today-row") == 5
    assert "Word 64" in more.content.decode()
    assert not more.context["more"]


def test_the_inbox_goes_back_by_pages_without_losing_a_row(ada: Agent, at: datetime) -> None:
    fill(ada, at, 55)
    client = signed_in(ada)
    first = client.get("/inbox/open/")
    second = client.get("/inbox/open/" + first.context["older"])
    rows = [case.pk for page in (first, second) for case in page.context["cases"]]
    assert len(rows) == len(set(rows)) == 55


@pytest.mark.parametrize("word", ["", "x", "1-", "-1", "1-x", "9" * 40 + "-1", "1-" + "9" * 40, "²-³"])
def test_a_place_that_is_none_is_the_beginning(word: str, ada: Agent) -> None:
    assert signed_in(ada).get("/inbox/open/", {"before": word}).status_code == 200
    assert signed_in(ada).get("/", {"after": word}).status_code == 200


def test_a_view_that_does_not_exist_is_not_found(ada: Agent) -> None:
    assert signed_in(ada).get("/inbox/nonsense/").status_code == 404


def test_a_lead_sees_of_what_nobody_has_taken_note(ada: Agent, lena: Agent, at: datetime) -> None:
    from goodword.promises.tasks import sweep_promises

    fill(ada, at, 1)
    later = at + timedelta(hours=3)
    clock.make_movable(later)
    sweep_promises(later)
    assert "Nobody has taken note" in signed_in(lena).get("/").content.decode()
    assert "Nobody has taken note" not in signed_in(ada).get("/").content.decode()


def test_what_a_customer_writes_is_shown_as_text(ada: Agent, at: datetime) -> None:
    evil = "<script>alert(1)</script>"
    receive(mail(name=evil, subject=evil, text=evil, reply_text=evil), at)
    for path in ("/inbox/open/", "/inbox/open/?q=script", "/search?q=script"):
        page = signed_in(ada).get(path).content.decode()
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page
