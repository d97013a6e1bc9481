"""What a colleague writes from their own mail program is ours, heard for promises, and no customer's word."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from goodword.cases.models import Message
from goodword.ledger.models import Entry
from goodword.people.models import Agent
from goodword.promises.listening import asked_of
from goodword.promises.tasks import keep_what_is_certain, listen_to_message
from tests.channels.conftest import HELP, KIM, raw
from tests.channels.test_taking import taken
from tests.channels.test_threading import answer, signed

__all__ = ["answer"]
pytestmark = pytest.mark.django_db
PASSES = "mx.shop.example; spf=pass smtp.mailfrom=desk.example; dkim=pass header.d=desk.example; dmarc=pass"
TEXT = "I will call you tomorrow at 3 pm."


def own(case: int, results: str = PASSES, to: str = KIM) -> bytes:
    headers = {"Authentication-Results": results, "Cc": signed(case)}
    return raw(TEXT, sender="Ada <ada@desk.example>", to=to, message_id="<own@desk.example>", **headers)


def test_a_copy_of_it_becomes_our_message_and_its_promise_a_question(answer: Message, ada: Agent, at: datetime) -> None:
    later = at + timedelta(hours=1)
    got = taken(own(answer.case_id), later)
    assert (got.outcome, got.case) == ("by_us", answer.case_id)
    message = Message.objects.get(pk=got.message)
    assert (message.is_ours, message.author, message.delivery, message.to) == (True, ada, "handed_over", [KIM])
    line = Entry.objects.get(verb="message.sent_elsewhere")
    keep_what_is_certain(line, later)
    listen_to_message(line, later)
    assert [(row.words, row.via) for row in asked_of(ada)] == [("I will call you tomorrow at 3 pm", "own mail")]
    assert taken(own(answer.case_id), later).outcome in ("own", "seen", "by_us")
    assert Message.objects.filter(message_id="<own@desk.example>").count() == 1


@pytest.mark.parametrize("results", ["", "mx.shop.example; spf=fail; dmarc=fail", "mx.evil.example; dmarc=pass"])
def test_who_is_not_proven_does_not_speak_for_us(answer: Message, ada: Agent, at: datetime, results: str) -> None:
    taken(own(answer.case_id, results), at + timedelta(hours=1))
    assert not Message.objects.filter(message_id="<own@desk.example>", is_ours=True).exists()


def test_a_mail_among_colleagues_is_no_word_to_the_customer(answer: Message, ada: Agent, at: datetime) -> None:
    taken(own(answer.case_id, to=f"ben@desk.example, {HELP}"), at + timedelta(hours=1))
    assert not Message.objects.filter(message_id="<own@desk.example>", is_ours=True).exists()
