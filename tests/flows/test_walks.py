"""The three walks of the house, through the real worker: a mail comes in, a promise comes due, a promise is heard."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from typing import Any

import psycopg
import pytest
from django.db import connection
from django.test import Client

from goodword.cases.actions import Draft, receive, reply
from goodword.cases.changes import assign
from goodword.cases.models import Case, Message
from goodword.channels.email.models import Arrival
from goodword.kit import clock, files
from goodword.kit.nudge import CHANNEL
from goodword.ledger.models import Entry
from goodword.notices.models import Notice
from goodword.people.models import Agent
from goodword.promises import actions, replies
from goodword.promises.actions import Told
from goodword.promises.models import Promise
from goodword.promises.queries import kind_named
from tests.conftest import mail
from tests.flows.conftest import Town, Worker, move_to, text_of, until

KIM = "kim@home.example"


@pytest.fixture
def live(worker: Worker) -> Iterator[psycopg.Connection[Any]]:
    """What open screens hear."""
    name = str(connection.settings_dict["NAME"])
    with psycopg.connect(os.environ["DATABASE_URL"], dbname=name, autocommit=True) as line:
        line.execute(f"LISTEN {CHANNEL}")
        yield line


def heard(line: psycopg.Connection[Any]) -> set[str]:
    return {name for told in line.notifies(timeout=0.5) for name in json.loads(told.payload)}


def test_a_mail_comes_in(worker: Worker, town: Town, live: psycopg.Connection[Any], ada: Agent, at: datetime) -> None:
    worker.start()
    town.write(f"Kim <{KIM}>", "Where is my parcel?", "It has not come.")
    case = until(Case.objects.first)
    arrival = until(lambda: Arrival.objects.exclude(outcome="").first(), "the arrival is settled")
    assert b"It has not come." in files.fetch(arrival.key), "the mail as it came is kept"
    assert (arrival.outcome, arrival.case_id, arrival.door) == ("started", case.pk, "imap")
    assert "inbox" in heard(live)

    assign(case, ada, clock.now(), None)
    reply(case, ada, Draft(text="I am looking for it."), clock.now())
    ours = town.letter_to(KIM)
    town.write(f"Kim <{KIM}>", "Re: Where is my parcel?", "Any news of it?", answers=ours)
    until(lambda: Notice.objects.filter(person=ada, verb="message.received").exists(), "its owner hears of it")
    names = heard(live)
    assert {f"case:{case.pk}", f"notices:{ada.pk}"} <= names
    assert not any("news" in name or "Kim" in name for name in names), "names only, never contents"
    assert Case.objects.get().pk == case.pk, "the answer found its case"
    assert [message.reply_text.strip() for message in Message.objects.filter(is_ours=False).order_by("id")] == [
        "It has not come.", "Any news of it?",
    ]  # fmt: skip


def callbacks(by: Agent, day: datetime) -> list[Promise]:
    """Two callbacks, promised for three in the afternoon; one will be made late, the other not at all."""
    found = []
    for number in range(2):
        case = receive(mail(f"guest{number}{day:%d}@home.example", text=f"Call me {number}"), day).case
        told = Told(kind_named("callback"), "I will call you at three", day.replace(hour=15), "at three")
        found.append(actions.make(case, told, by, day))
    return found


def history(promise: Promise) -> list[tuple[str, str]]:
    """What became of it, with the time of day at which it became true."""
    lines = Entry.objects.filter(subject_type="promise", subject_id=promise.pk).order_by("at", "id")
    return [(line.verb, f"{line.at:%H:%M}") for line in lines]


LATE = [
    ("promise.made", "09:00"), ("promise.at_risk", "14:30"), ("promise.due_soon", "14:45"), ("promise.broken", "15:00"),
    ("promise.delivered", "15:20"),
]  # fmt: skip
NEVER = [*LATE[:-1], ("promise.escalated", "15:30"), ("promise.escalated", "17:00")]


def test_a_promise_comes_due(worker: Worker, ada: Agent, lena: Agent, mara: Agent, at: datetime) -> None:
    worker.start()
    called, forgotten = callbacks(ada, at)
    for clocks, verb, person in (
        ("14:31", "promise.at_risk", ada), ("14:46", "promise.due_soon", ada), ("15:01", "promise.broken", ada),
    ):  # fmt: skip
        move_to(at.replace(hour=int(clocks[:2]), minute=int(clocks[3:])))
        told = Notice.objects.filter(person=person, verb=verb, promise_id=forgotten.pk)
        until(told.exists, f"{person} is told of {verb}")
    replies.log_call(called.case, ada, "reached", "Sorry, late.", at.replace(hour=15, minute=20), keeps=[called])
    move_to(at.replace(hour=15, minute=31))
    until(lambda: Notice.objects.filter(person=lena, verb="promise.escalated").exists(), "the lead is told")
    move_to(at.replace(hour=17, minute=1))
    until(lambda: Notice.objects.filter(person=mara, verb="promise.escalated").exists(), "the admin is told")
    worker.stop()
    called.refresh_from_db()
    assert (called.status, called.verdict) == ("delivered", "broken")
    assert history(called) == LATE
    assert history(forgotten) == NEVER
    assert not Notice.objects.filter(person=lena, promise_id=called.pk).exists()


def test_a_worker_that_was_away_for_a_day_writes_the_same_history_with_the_same_times(
    worker: Worker, ada: Agent, lena: Agent, at: datetime
) -> None:
    called, forgotten = callbacks(ada, at)
    replies.log_call(called.case, ada, "reached", "Sorry, late.", at.replace(hour=15, minute=20), keeps=[called])
    move_to(at + timedelta(hours=23))
    worker.start()
    until(lambda: len(history(forgotten)) >= len(NEVER))
    worker.stop()
    assert history(called) == LATE
    assert history(forgotten) == NEVER
    late = Entry.objects.get(verb="promise.broken", subject_id=forgotten.pk)
    assert late.noted_at - late.at > timedelta(hours=16), "how late it was noticed is on record"


class Fields(HTMLParser):
    """Reads the values of a form, as a browser would send them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self._select = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "select":
            self._select = given.get("name", "")
            self.values[self._select] = ""
        elif tag == "option" and "selected" in given:
            self.values[self._select] = given.get("value", "")
        elif tag == "input" and given.get("name"):
            if given.get("type") in ("checkbox", "radio") and "checked" not in given:
                return
            self.values[given["name"]] = given.get("value") or "on"


def test_a_promise_is_heard_while_it_is_written(worker: Worker, town: Town, ada: Agent, at: datetime) -> None:
    worker.start()
    town.write(f"Kim <{KIM}>", "A question about tents", "Could somebody explain the difference to me?")
    case = until(Case.objects.first)
    client = Client()
    client.force_login(ada)
    text = "Hello Kim,\n\nI'll call you tomorrow at 3 pm.\n\nAda"

    heard_html = client.post(f"/cases/{case.pk}/hearing?for=reply", {"reply-text": text}).content.decode()
    assert "call you tomorrow at 3" in heard_html
    assert not Promise.objects.exists(), "hearing alone records nothing"

    fields = Fields(heard_html).values
    assert fields["reply-chips-0-kind"] == "callback"
    sent = {"reply-text": text, "reply-to": KIM, "reply-seen": str(case.last_message), **fields}
    answer = client.post(f"/cases/{case.pk}/messages", sent)
    assert answer.status_code == 303, answer.content.decode()[:2000]
    promise = Promise.objects.select_related("told_by").get()
    assert promise.due_at == datetime(2026, 3, 3, 15, 0, tzinfo=UTC)
    assert (promise.kind.slug, promise.owner, promise.status) == ("callback", ada, "owed")
    assert "I'll call you tomorrow at 3 pm." in text_of(town.letter_to(KIM))
    until(lambda: Message.objects.get(is_ours=True).delivery == "handed_over")
    assert Message.objects.get(is_ours=True).pk == promise.told_by_id
    assert len(town.letters_to(KIM)) == 1
