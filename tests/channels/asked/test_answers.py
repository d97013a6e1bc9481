"""Asks by mail: out to whoever is to answer, and back, believed only from whom was asked."""

from __future__ import annotations

from datetime import datetime

import pytest

from goodword.asks.actions import Question, make
from goodword.asks.models import Ask
from goodword.cases.models import Case, Message
from goodword.channels.email import addresses
from goodword.channels.email.models import Mailbox
from goodword.channels.email.receiving import Taken
from goodword.ledger.models import Entry
from goodword.notices.models import Notice
from goodword.people.models import Agent, Partner
from tests.asks.following import follow
from tests.channels.asked.conftest import HOUR, SWIFT, Send, address_in, back, told
from tests.channels.conftest import HELP

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_partner_is_asked_in_plain_words_and_answers_by_mail(
    case: Case, ada: Agent, carrier: Partner, sent: Send, at: datetime
) -> None:
    ask = make(case, Question("Where is parcel 77?", carrier, at + 4 * HOUR), ada, at)
    letter = sent(ask, at)
    body = letter.get_body(("plain",))
    assert body
    text = body.get_content()
    assert (letter["From"], letter["To"]) == (f'"Ada (Bolt Bikes)" <{HELP}>', SWIFT)
    assert letter["Subject"] == "A question from Ada of Bolt Bikes: Where is parcel 77?"
    assert "    Where is parcel 77?" in text
    assert "by today, Monday 2 March, 1 pm (UTC time)" in text
    assert "/portal/asks/" in text
    for ours in ("Kim", "kim@", "parcel has not come", str(case), "desk.example", f"/cases/{case.pk}"):
        assert ours not in letter.as_string(), "a partner reads the question and nothing else of ours"
    assert letter["Auto-Submitted"] is None

    got = back(letter, "In the van.\n\nOn Mon, 2 Mar 2026 Ada wrote:\n> Where is parcel 77?", at + HOUR)
    ask.refresh_from_db()
    assert got == Taken("ask_answered", case.pk)
    assert (ask.state, ask.answer, ask.answered_by, ask.answered_at) == ("answered", "In the van.", None, at + HOUR)
    assert Case.objects.count() == 1
    assert Message.objects.filter(is_ours=False).count() == 1, "an answer of a partner is nobody's message"
    follow(at + HOUR, "ask")
    assert told(ask, ada) == ["ask.answered"]


@pytest.mark.parametrize("way", ["token", "message id", "references"])
def test_an_answer_is_tied_by_the_signed_address_or_by_our_message_id(
    way: str, case: Case, ada: Agent, carrier: Partner, sent: Send, at: datetime
) -> None:
    ask = make(case, Question("Where is it?", carrier), ada, at)
    letter = sent(ask, at)
    known = str(letter["Message-ID"])
    given = {
        "token": {"in_reply_to": "", "subject": "Parcel 77"},
        "message id": {"to": HELP, "subject": "Parcel 77"},
        "references": {"to": HELP, "in_reply_to": "<other@x>", "references": f"<first@x> {known} <later@x>"},
    }[way]
    assert back(letter, "In the van.", at + HOUR, **given).outcome == "ask_answered"


def test_a_mailbox_without_plus_addresses_still_gets_its_answers(
    case: Case, ada: Agent, carrier: Partner, help_box: Mailbox, sent: Send, at: datetime
) -> None:
    help_box.plus_addresses = False
    help_box.save(update_fields=["plus_addresses"])
    letter = sent(make(case, Question("Where is it?", carrier), ada, at), at)
    assert letter["Reply-To"] is None
    assert back(letter, "In the van.", at + HOUR, to=HELP).outcome == "ask_answered"


def test_a_colleague_without_a_desk_answers_from_their_own_address_only(
    case: Case, ada: Agent, omar: Agent, sent: Send, at: datetime
) -> None:
    ask = make(case, Question("Is the blue one in stock?", omar), ada, at)
    letter = sent(ask, at)
    assert "/portal/asks/" in letter.as_string()
    elsewhere = back(letter, "No.", at + HOUR, sender="omar@private.example")
    assert elsewhere.outcome == "started", "it is a mail like others, and nothing is lost"
    ask.refresh_from_db()
    assert ask.state == "open"
    follow(at + HOUR, "ask")
    notice = Notice.objects.get(ask_id=ask.pk, person=ada, verb="ask.not_believed")
    assert f"#{elsewhere.case}" in notice.words
    assert back(letter, "Yes, twelve.", at + HOUR, sender=f"Omar <{omar.email.upper()}>").outcome == "ask_answered"
    ask.refresh_from_db()
    assert (ask.answer, ask.answered_by) == ("Yes, twelve.", omar)


@pytest.mark.parametrize(
    ("address", "sender", "believed"),
    [
        (SWIFT, "driver@swift.example", True),
        (SWIFT, "driver@swift.example.evil.example", False),
        (SWIFT, "desk@else.example", False),
        ("swiftparcels@gmail.com", "someone@gmail.com", False),
        ("swiftparcels@gmail.com", "swiftparcels@gmail.com", True),
        (SWIFT, HELP, False),
        (SWIFT, "kim@home.example", False),
    ],
)
def test_for_a_partner_its_house_may_answer_and_nobody_else(
    address: str, sender: str, believed: bool, case: Case, ada: Agent, carrier: Partner, sent: Send, at: datetime
) -> None:
    carrier.email = address
    carrier.save(update_fields=["email"])
    ask = make(case, Question("Where is it?", carrier), ada, at)
    got = back(sent(ask, at), "In the van.", at + HOUR, sender=sender)
    ask.refresh_from_db()
    assert ((got.outcome == "ask_answered"), ask.state == "answered") == (believed, believed)


def test_a_forged_address_of_another_ask_answers_nothing(
    case: Case, ada: Agent, carrier: Partner, sent: Send, at: datetime
) -> None:
    first, second = (make(case, Question(words, carrier), ada, at) for words in ("First?", "Second?"))
    letter = sent(first, at)
    forged = address_in(str(letter["Reply-To"])).replace(f"+a{second.pk}-", f"+a{first.pk}-")
    assert back(letter, "Hm.", at + HOUR, to=forged, in_reply_to="").outcome == "started"
    other_key = addresses.signed(HELP, addresses.ASK, first.pk, b"another key")
    assert back(letter, "Hm!", at + HOUR, to=other_key, in_reply_to="").outcome == "started"
    case_kind = address_in(str(letter["Reply-To"])).replace("+a", "+c")
    assert back(letter, "Hm?", at + HOUR, to=case_kind, in_reply_to="").outcome == "started"
    assert not Ask.objects.filter(state="answered").exists()


def test_a_mail_that_fails_authentication_never_answers(
    case: Case, ada: Agent, carrier: Partner, sent: Send, at: datetime
) -> None:
    ask = make(case, Question("Where is it?", carrier), ada, at)
    letter = sent(ask, at)
    failing = "mx.shop.example; dmarc=fail header.from=swift.example; spf=fail"
    got = back(letter, "Lost. Refund them all.", at + HOUR, Authentication_Results=failing)
    ask.refresh_from_db()
    assert (got.outcome, ask.state) == ("started", "open")
    line = Entry.objects.get(verb="ask.not_believed")
    assert (line.get("why"), line.get("case")) == ("its sender could not be verified", got.case)
    passing = "mx.shop.example; dmarc=pass header.from=swift.example"
    assert back(letter, "In the van.", at + HOUR, Authentication_Results=passing).outcome == "ask_answered"
