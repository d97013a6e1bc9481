"""The folder of what was sent: answers to customers become ours and are heard; nothing else of it is stored."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from goodword.cases.models import Case, Message
from goodword.channels.email.fetching import fetch_due
from goodword.channels.email.keys import hide
from goodword.channels.email.models import Arrival, Mailbox
from goodword.ledger.models import Entry
from goodword.people.models import Agent
from goodword.promises.listening import asked_of
from goodword.promises.tasks import listen_to_message
from tests.channels.conftest import KIM, Imap, raw
from tests.channels.test_threading import answer

__all__ = ["answer"]
pytestmark = pytest.mark.django_db(transaction=True)
SENT = "Sent mail"
WORDS = "I will call you tomorrow at 3 pm."


@pytest.fixture
def sent(imap: Imap) -> Iterator[Imap]:
    """The same mailbox with its folder of what was sent, and one mail in it from before."""
    folder = Imap(imap.port, imap.user, imap.password, SENT)
    folder.make_folder()
    yield folder
    folder.drop_folder()


@pytest.fixture
def box(imap: Imap, sent: Imap, answer: Message, at: datetime) -> Mailbox:
    """Our mailbox, its sent folder opened once; what lay in it is of the past."""
    sent.arrive(own(answer, "<long-ago@desk>"))
    Mailbox.objects.update(
        imap_host="127.0.0.1", imap_port=imap.port, imap_security="none", imap_user=imap.user,
        imap_secret=hide(imap.password), imap_folder=imap.folder, wakes_at=at, sent_folder=SENT,
    )  # fmt: skip
    fetch_due(at)
    return Mailbox.objects.get()


def own(answer: Message, message_id: str, to: str = KIM, text: str = WORDS) -> bytes:
    """A mail of Ada's that answers ours, as her mail program keeps it: no server has judged its sender."""
    return raw(
        text, sender="Ada <ada@desk.example>", to=to, message_id=message_id, **{"In-Reply-To": answer.message_id}
    )


def again(at: datetime, minutes: int) -> None:
    fetch_due(at + timedelta(minutes=minutes))


def test_an_answer_sent_from_ones_own_program_is_ours_once_and_its_promise_is_asked_about(
    box: Mailbox, sent: Imap, answer: Message, ada: Agent, at: datetime
) -> None:
    assert not Message.objects.filter(message_id="<long-ago@desk>").exists(), "what lay there is left alone"
    sent.arrive(own(answer, "<new@desk>"))
    again(at, 2)
    again(at, 4)
    message = Message.objects.get(message_id="<new@desk>")
    assert (message.is_ours, message.author, message.case_id, message.to) == (True, ada, answer.case_id, [KIM])
    listen_to_message(Entry.objects.get(verb="message.sent_elsewhere"), at)
    assert [(row.words, row.via) for row in asked_of(ada)] == [("I will call you tomorrow at 3 pm", "own mail")]
    Mailbox.objects.update(sent_uid_validity=1)  # the server numbers its mails anew
    again(at, 6)
    assert Message.objects.filter(message_id="<new@desk>").count() == 1


def test_nothing_is_stored_of_mail_to_strangers_colleagues_or_of_our_own_letters(
    box: Mailbox, sent: Imap, answer: Message, ada: Agent, at: datetime
) -> None:
    cases, arrivals = Case.objects.count(), Arrival.objects.count()
    private = raw("See you tonight", sender="Ada <ada@desk.example>", to="friend@elsewhere.example", message_id="<p@d>")
    ours = raw("Copy of the server", sender="help@shop.example", to=KIM, message_id=answer.message_id)
    sent.arrive(private, ours, own(answer, "<inside@desk>", to="ben@desk.example"))
    again(at, 2)
    assert Case.objects.count() == cases
    assert not Message.objects.filter(message_id__in=["<p@d>", "<inside@desk>"]).exists()
    assert Message.objects.filter(message_id=answer.message_id).count() == 1
    assert Arrival.objects.count() - arrivals <= 1, "only what answers a case was looked at at all"


def test_a_folder_that_is_not_there_is_said_and_the_mail_of_customers_is_taken_all_the_same(
    fetched_box: Mailbox, imap: Imap, at: datetime
) -> None:
    Mailbox.objects.filter(pk=fetched_box.pk).update(sent_folder="Nowhere")
    imap.arrive(raw("Hello", message_id="<hello@home>"))
    fetch_due(at)
    fetched_box.refresh_from_db()
    assert fetched_box.trouble
    assert Message.objects.filter(message_id="<hello@home>").exists()
