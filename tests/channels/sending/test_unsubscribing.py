"""One click to want no more: on letters that the desk writes by itself, never on a reply or a check."""

from __future__ import annotations

from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from django.conf import settings
from django.db import DatabaseError, transaction
from django.test import Client

from goodword.cases.actions import Draft, reply
from goodword.cases.models import Case, Message
from goodword.channels.email.outbound import queue_message
from goodword.closing import contacts
from goodword.closing.models import Contact, ContactKind, Quiet
from goodword.kit import clock, files
from goodword.ledger.models import Entry
from goodword.people.models import Agent


def mail_of(message: Message, at: datetime) -> EmailMessage:
    content = files.fetch(queue_message(message, at).key)
    return message_from_bytes(content, policy=policy.default)  # type: ignore[return-value]


def written(case: Case, ada: Agent, at: datetime, kind: ContactKind) -> EmailMessage:
    message = reply(case, ada, Draft(text="A letter of the desk's own.", is_automatic=True), at)
    contacts.count(message, case.customer_id, kind, at)
    return mail_of(message, at)


def test_a_reply_and_a_check_carry_no_such_header(case: Case, ada: Agent, at: datetime) -> None:
    assert mail_of(reply(case, ada, Draft(text="Hello"), at), at)["List-Unsubscribe"] is None
    assert written(case, ada, at, ContactKind.CHECK)["List-Unsubscribe"] is None


def test_one_click_is_a_wish_that_the_database_keeps(case: Case, ada: Agent, at: datetime) -> None:
    clock.make_movable(at)
    mail = written(case, ada, at, ContactKind.SURVEY)
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = str(mail["List-Unsubscribe"]).strip("<>").removeprefix(settings.BASE_URL)
    assert "No more letters like this" in Client().get(address).content.decode()
    assert not Quiet.objects.exists(), "a scanner that opens the link says nothing"
    for _ in range(2):
        done = Client().post(address, {"List-Unsubscribe": "One-Click"})
        assert (done.status_code, "You get no more letters" in done.content.decode()) == (200, True)
    assert Entry.objects.filter(verb="customer.wants_quiet").count() == 1
    assert Client().post(address + "x").status_code == 404
    assert contacts.free_from(case.customer_id, at) == at + contacts.NEVER
    assert contacts.free_from(case.customer_id, at, belongs_to_a_case=True) is None
    with pytest.raises(DatabaseError), transaction.atomic():
        Contact.objects.create(customer_id=case.customer_id, kind=ContactKind.ROUND, at=at)
    Contact.objects.create(customer_id=case.customer_id, kind=ContactKind.CHECK, at=at)
