"""Where a mail belongs: our own Message-ID, a signed address, a number from somebody known; else a new case."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from goodword.cases.actions import Draft, reply
from goodword.cases.changes import close
from goodword.cases.models import Case, Closed, Message
from goodword.channels.email import addresses, queries
from goodword.channels.email.keys import key_for
from goodword.channels.email.models import Mailbox
from goodword.channels.email.receiving import Taken
from goodword.people.models import Agent
from tests.channels.conftest import HELP, KIM, raw
from tests.channels.test_taking import taken

pytestmark = pytest.mark.django_db
MALLORY = "Mallory <mallory@else.example>"


@pytest.fixture
def answer(help_box: Mailbox, ada: Agent, at: datetime) -> Message:
    """Kim wrote, Ada has answered."""
    case = Case.objects.get(pk=taken(raw(), at).case)
    return reply(case, ada, Draft(text="It is on its way."), at + timedelta(minutes=5))


def signed(case: int) -> str:
    return addresses.signed(HELP, addresses.CASE, case, key_for(queries.ADDRESS_KEY))


def later(at: datetime) -> datetime:
    return at + timedelta(hours=1)


def test_an_answer_to_our_message_continues_its_case(answer: Message, at: datetime) -> None:
    got = taken(raw("Still nothing.", message_id="<2@home>", in_reply_to=answer.message_id), later(at))
    assert (got.outcome, got.case) == ("continued", answer.case_id)


def test_our_message_anywhere_in_the_references_is_enough(answer: Message, at: datetime) -> None:
    references = f"<x@a> {answer.message_id} <y@b> <z@c>"
    got = taken(raw("Still nothing.", message_id="<2@home>", subject="Other", references=references), later(at))
    assert got.case == answer.case_id


def test_a_signed_address_names_its_case(answer: Message, at: datetime) -> None:
    got = taken(raw("Still nothing.", message_id="<2@home>", to=signed(answer.case_id), subject="New"), later(at))
    assert got.case == answer.case_id


def test_a_forged_address_names_nothing(answer: Message, at: datetime) -> None:
    forged = signed(answer.case_id).replace(f"+c{answer.case_id}-", f"+c{answer.case_id}-a")[:-1] + "e"
    for number, to in enumerate(
        (forged, signed(answer.case_id + 1).replace(str(answer.case_id + 1), str(answer.case_id)))
    ):
        assert taken(raw("Hm.", message_id=f"<f{number}@x>", to=to, subject="New"), later(at)).case != answer.case_id


def test_a_number_joins_only_from_somebody_who_takes_part(answer: Message, at: datetime) -> None:
    subject = f"Re: Where is it? [#{answer.case_id}]"
    got = taken(raw("Still nothing.", message_id="<2@home>", subject=subject), later(at))
    assert got.case == answer.case_id
    got = taken(raw("Let me in.", message_id="<3@e>", sender=MALLORY, subject=subject), later(at))
    started = Case.objects.get(pk=got.case)
    assert started.pk != answer.case_id
    assert started.perhaps_of_id == answer.case_id


def test_another_customer_with_our_message_id_starts_a_case_of_their_own(answer: Message, at: datetime) -> None:
    taken(raw("Hello.", message_id="<m@e>", sender=MALLORY, subject="Mine"), at)
    got = taken(raw("Forwarded to me.", message_id="<m2@e>", sender=MALLORY, in_reply_to=answer.message_id), later(at))
    assert got.case != answer.case_id
    assert Case.objects.get(pk=got.case).perhaps_of_id == answer.case_id


def test_an_unknown_address_with_our_message_id_joins_and_is_marked(answer: Message, at: datetime) -> None:
    """Kim from her office, or her husband: it belongs here, but it does not count as her word."""
    office = raw("From work.", message_id="<w@w>", sender="Kim <kim@work.example>", in_reply_to=answer.message_id)
    got = taken(office, later(at))
    assert got.case == answer.case_id
    assert Message.objects.get(pk=got.message).from_stranger


@pytest.mark.parametrize(
    "headers",
    [
        {"in_reply_to": "<>", "references": ""},
        {"in_reply_to": "", "references": "<> < > <>"},
        {"in_reply_to": "<1@home.example>", "references": "<1@home.example>"},
        {"references": "nonsense without brackets"},
        {"in_reply_to": "<made.up@shop.example>"},
    ],
)
def test_empty_foreign_and_invented_references_join_nothing(
    answer: Message, at: datetime, headers: dict[str, str]
) -> None:
    stranger = raw("Hello.", message_id="<n@e>", sender=MALLORY, subject="Hello", **headers)
    assert taken(stranger, later(at)).case != answer.case_id


def test_a_thanks_leaves_a_closed_case_closed(answer: Message, at: datetime) -> None:
    close(answer.case, Closed.WORD, at + timedelta(minutes=30), None)
    got = taken(raw("Thank you!", message_id="<2@home>", in_reply_to=answer.message_id), later(at))
    assert got.outcome == "thanked"
    assert Case.objects.get(pk=answer.case_id).status == "closed"


def test_a_thanks_with_a_but_opens_it_again(answer: Message, at: datetime) -> None:
    close(answer.case, Closed.WORD, at + timedelta(minutes=30), None)
    text = "Thank you, but it is still not here."
    assert taken(raw(text, message_id="<2@home>", in_reply_to=answer.message_id), later(at)).outcome == "reopened"


def test_a_mail_of_ours_that_comes_back_is_no_message(answer: Message, at: datetime) -> None:
    copy = raw("It is on its way.", sender=f"Bolt Bikes <{HELP}>", message_id=answer.message_id, to=KIM)
    assert taken(copy, later(at)) == Taken("own", answer.case_id, answer.pk)
    assert Message.objects.count() == 2


def test_our_message_id_on_a_strangers_mail_hides_nothing(answer: Message, at: datetime) -> None:
    got = taken(raw("Look what I do.", sender=MALLORY, message_id=answer.message_id, subject="!"), later(at))
    assert got.outcome == "started"


def test_an_absence_note_without_references_goes_quietly_where_we_last_wrote(answer: Message, at: datetime) -> None:
    absence = raw(
        "I am away until Monday.", message_id="<a@home>", subject="Out of office", auto_submitted="auto-replied"
    )
    got = taken(absence, later(at))
    assert got.case == answer.case_id
    assert Message.objects.get(pk=got.message).is_automatic
    assert not Case.objects.get(pk=answer.case_id).awaits_reply
