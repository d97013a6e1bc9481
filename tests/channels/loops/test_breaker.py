"""The breaker: what goes in circles is stopped on our side, one person is told once, and lets it go on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goodword.cases.actions import Draft, reply
from goodword.cases.models import Case, Message
from goodword.channels.email import loops, outbound
from goodword.channels.email.models import Arrival, AutomaticMail, Breaker, Mailbox, Outgoing, OutgoingState
from goodword.channels.email.receipts import acknowledge
from goodword.kit.errors import NotAllowed, NotFound
from goodword.ledger.models import Entry
from goodword.notices.models import Notice
from goodword.notices.tasks import mail_goes_in_circles, message_received
from goodword.people.models import Agent
from tests.channels.conftest import HELP, KIM, raw
from tests.channels.test_taking import taken

pytestmark = pytest.mark.django_db
VACATION = "away@home.example"
Answered = Callable[[int, datetime], Outgoing | None]


@pytest.fixture
def receipts(help_box: Mailbox) -> Mailbox:
    """Our mailbox sends receipts."""
    help_box.sends_receipts = True
    help_box.save(update_fields=["sends_receipts"])
    return help_box


def new_mail(number: int, at: datetime, sender: str = VACATION, **more: str) -> Outgoing | None:
    """A mail that begins a case, and the receipt that follows, if one does."""
    mail = raw(f"I am away {number}.", sender=sender, subject=f"Away {number}", message_id=f"<{number}@home>", **more)
    return acknowledge(Case.objects.get(pk=taken(mail, at).case), at)


def test_a_receipt_answers_a_person_once_and_says_that_it_is_automatic(receipts: Mailbox, at: datetime) -> None:
    sent = new_mail(1, at)
    assert sent is not None
    assert (sent.state, sent.recipients) == (OutgoingState.QUEUED, [VACATION])
    case = Case.objects.get()
    assert acknowledge(case, at + timedelta(hours=1)) == sent
    assert Case.objects.get().awaits_reply
    assert Entry.objects.filter(verb="mail.acknowledged", case_id=case.pk).count() == 1


@pytest.mark.parametrize(
    "headers",
    [
        {"auto_submitted": "auto-replied"},
        {"precedence": "bulk"},
        {"list_id": "<news.shop.example>"},
        {"return_path": "<>"},
        {"x_auto_response_suppress": "All"},
        {"sender": "noreply@home.example"},
    ],
)
def test_robots_lists_and_the_null_path_get_no_receipt(
    receipts: Mailbox, at: datetime, headers: dict[str, str]
) -> None:
    assert new_mail(1, at, **headers) is None
    assert not Outgoing.objects.exists()


def test_a_mailbox_without_receipts_answers_nobody(help_box: Mailbox, at: datetime) -> None:
    assert new_mail(1, at) is None


def test_a_vacation_program_that_always_answers_is_stopped_and_told_once(
    receipts: Mailbox, lena: Agent, mara: Agent, at: datetime
) -> None:
    """It knows no RFC 3834: it answers each receipt, with a new subject and no references."""
    sent = [new_mail(number, at + timedelta(seconds=10 * number)) for number in range(8)]
    assert [bool(mail and mail.state == OutgoingState.QUEUED) for mail in sent] == [True, True] + [False] * 6
    [breaker] = Breaker.objects.all()
    assert (breaker.address, breaker.mailbox) == (VACATION, HELP)
    [entry] = Entry.objects.filter(verb=loops.STOPPED)
    for _ in range(2):
        mail_goes_in_circles(entry, at)
    assert Notice.objects.filter(person=mara).count() == 1
    assert not Notice.objects.filter(person=lena).exists()
    assert Case.objects.count() == 8  # all mail still comes in


def test_what_is_stopped_is_not_sent_and_says_why(receipts: Mailbox, case: Case, ada: Agent, at: datetime) -> None:
    """A check, to an address with which mail goes in circles: its message has failed, for a person to see."""
    loops.Breaker.objects.create(address=KIM, words="In circles.", stopped_at=at)
    letter = reply(case, ada, Draft(text="Did this solve it?", is_automatic=True), at)
    assert outbound.queue_message(letter, at).state == OutgoingState.FAILED
    letter.refresh_from_db()
    assert (letter.delivery, letter.delivery_words) == ("failed", loops.NOT_SENT)
    by_hand = reply(case, ada, Draft(text="Good morning."), at)
    assert outbound.queue_message(by_hand, at).state == OutgoingState.QUEUED


def test_a_storm_makes_one_task_and_silences_its_notices(
    receipts: Mailbox, ada: Agent, lena: Agent, at: datetime
) -> None:
    first = taken(raw(message_id="<0@home>"), at)
    Case.objects.filter(pk=first.case).update(owner=ada)
    subject = f"More [#{first.case}]"
    for number in range(1, 40):
        got = taken(
            raw(f"More {number}.", subject=subject, message_id=f"<{number}@home>"), at + timedelta(seconds=number)
        )
        assert got.case == first.case
    [entry] = Entry.objects.filter(verb=loops.STOPPED)
    mail_goes_in_circles(entry, at)
    assert set(Notice.objects.values_list("person__name", flat=True)) == {"Ada", "Lena"}
    assert "sent 30 mails or more within 10 minutes" in Notice.objects.filter(person=ada).get().words
    last = Entry.objects.filter(verb="message.received").latest("id")
    message_received(last, at)
    assert Notice.objects.filter(person=ada).count() == 1
    assert Message.objects.filter(case_id=first.case).count() == 40


def test_a_lead_lets_it_go_on_and_what_was_before_counts_no_more(
    receipts: Mailbox, lena: Agent, ada: Agent, omar: Agent, at: datetime
) -> None:
    for number in range(4):
        new_mail(number, at)
    [breaker] = loops.stopped_for(lena)
    assert loops.stopped_for(ada) == []
    with pytest.raises(NotAllowed):
        loops.breaker_for(ada, breaker.pk)
    with pytest.raises(NotFound):
        loops.breaker_for(omar, breaker.pk)
    loops.release(breaker, at + timedelta(minutes=1), lena)
    loops.release(breaker, at + timedelta(minutes=2), lena)
    assert loops.stopped_for(lena) == []
    assert Entry.objects.filter(verb="mail.goes_on").count() == 1
    sent = [new_mail(number, at + timedelta(minutes=2)) for number in range(5, 9)]
    assert [bool(mail and mail.state == OutgoingState.QUEUED) for mail in sent] == [True, True, False, False]
    assert len(loops.stopped_for(lena)) == 1


def test_looking_costs_the_same_however_much_an_address_has_written(help_box: Mailbox, at: datetime) -> None:
    AutomaticMail.objects.bulk_create(AutomaticMail(address=KIM, mailbox=HELP, at=at) for _ in range(300))
    with CaptureQueriesContext(
        connection,
    ) as queries:
        loops.watch(KIM, HELP, None, at)
    assert len(queries) == 1  # one mail alone is no circle
    assert loops.MOST <= 100


def test_a_colleague_who_answers_questions_quickly_is_no_robot(help_box: Mailbox, at: datetime) -> None:
    for number in range(4):
        when = at + timedelta(minutes=number)
        AutomaticMail.objects.create(address=KIM, mailbox=HELP, at=when)
        got = taken(raw(f"Yes {number}.", message_id=f"<y{number}@home>"), when)
        Arrival.objects.filter(case_id=got.case).update(outcome="ask_answered")
    loops.watch(KIM, HELP, None, at + timedelta(minutes=4))
    assert not Breaker.objects.exists()
