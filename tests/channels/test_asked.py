"""Asks by mail: out to whoever is to answer, and back, believed only from whom was asked."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from email.message import EmailMessage

import pytest
from pytest_django import Settings

from goodword.asks.actions import Question, make, withdraw
from goodword.asks.models import Ask, Purpose
from goodword.asks.tasks import sweep_asks
from goodword.cases.models import Case, Message, Note
from goodword.channels.email import addresses, queries, sending
from goodword.channels.email.models import Arrival, Mailbox, Outgoing
from goodword.channels.email.receiving import Taken
from goodword.ledger.models import Entry
from goodword.notices.models import Notice
from goodword.people.actions import introduce
from goodword.people.models import Agent, Partner
from tests.asks.following import follow
from tests.channels.conftest import HELP, Sink, raw
from tests.channels.test_bounces import DAEMON, report
from tests.channels.test_taking import taken

pytestmark = pytest.mark.django_db(transaction=True)
HOUR = timedelta(hours=1)
SWIFT = "desk@swift.example"


@pytest.fixture
def carrier(db: None) -> Partner:
    return Partner.objects.create(name="Swift Parcels", email=SWIFT)


@pytest.fixture(autouse=True)
def _desk(sink: Sink, settings: Settings, help_box: Mailbox, mara: Agent, at: datetime) -> None:
    settings.SMTP_URL = sink.url
    help_box.plus_addresses = True
    help_box.save(update_fields=["plus_addresses"])
    introduce("Bolt Bikes", at)


Send = Callable[[Ask, datetime], EmailMessage]


@pytest.fixture
def sent(sink: Sink) -> Send:
    """Lets the followers run and the mails go out; returns the last letter that whoever is to answer got."""

    def send(ask: Ask, now: datetime) -> EmailMessage:
        follow(now, "ask")
        sending.send_due(now)
        to = ask.to_partner.email if ask.to_partner else ask.holder.email if ask.holder else ""
        found = email.message_from_bytes(sink.to(to)[-1], policy=email.policy.default)
        assert isinstance(found, EmailMessage)
        return found

    return send


def back(letter: EmailMessage, text: str, at: datetime, *, sender: str = SWIFT, **more: str) -> Taken:
    """Somebody answers a letter as mail programs do; `to=HELP` leaves the signed address away."""
    given = {
        "to": str(letter["Reply-To"]), "subject": f"Re: {letter['Subject']}", "in_reply_to": str(letter["Message-ID"]),
        "message_id": f"<{abs(hash((text, sender)))}@swift.example>",
    } | more  # fmt: skip
    return taken(raw(text, sender=sender, **given), at, inbox=address_in(given["to"]))


def address_in(field: str) -> str:
    return re.sub(r".*<|>.*", "", field)


def told(ask: Ask, person: Agent) -> list[str]:
    return list(Notice.objects.filter(ask_id=ask.pk, person=person).order_by("id").values_list("verb", flat=True))


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


def test_who_is_away_has_not_answered_and_the_asker_hears_it_once(
    case: Case, ada: Agent, carrier: Partner, sent: Send, at: datetime
) -> None:
    ask = make(case, Question("Where is it?", carrier), ada, at)
    letter = sent(ask, at)
    for number in range(2):
        got = back(
            letter, f"I am out of the office until {9 + number} March.", at + HOUR, Auto_Submitted="auto-replied",
            subject="Out of Office: Re: question",
        )  # fmt: skip
        assert got == Taken("ask_robot", case.pk)
    follow(at + HOUR, "ask")
    ask.refresh_from_db()
    assert (ask.state, told(ask, ada)) == ("open", ["ask.robot_answered"])
    assert Case.objects.count() == 1


def test_a_letter_that_comes_back_is_told_to_who_asked(
    case: Case, ada: Agent, carrier: Partner, sent: Send, at: datetime
) -> None:
    ask = make(case, Question("Where is it?", carrier), ada, at)
    letter = sent(ask, at)
    mail = Outgoing.objects.get(ask=ask)
    fake = Message(message_id=mail.mail_id)
    for _ in range(2):
        got = taken(report(fake, recipient=SWIFT), at + HOUR, inbox=HELP, return_path="")
        assert got.outcome in ("bounce", "seen")
    follow(at + HOUR, "ask")
    mail.refresh_from_db()
    assert (mail.state, told(ask, ada)) == ("failed", ["ask.not_delivered"])
    assert SWIFT in Notice.objects.get(verb="ask.not_delivered").words
    assert Case.objects.count() == 1
    assert letter["Message-ID"] == mail.mail_id


def test_a_bounce_without_any_message_id_is_tied_by_the_return_path(
    case: Case, ada: Agent, carrier: Partner, sent: Send, sink: Sink, at: datetime
) -> None:
    ask = make(case, Question("Where is it?", carrier), ada, at)
    sent(ask, at)
    path = str(sink.mails[-1].mail_from)
    assert path.startswith(f"help+a{ask.pk}-")
    assert taken(report(None, recipient=SWIFT, to=path), at + HOUR, inbox=path, return_path="").outcome == "bounce"
    assert Entry.objects.filter(verb="ask.not_delivered").count() == 1


def test_a_server_that_refuses_the_letter_is_told_to_who_asked(
    case: Case, ada: Agent, carrier: Partner, sink: Sink, at: datetime
) -> None:
    sink.answers[SWIFT] = "550 5.1.1 no such user"
    ask = make(case, Question("Where is it?", carrier), ada, at)
    follow(at, "ask")
    sending.send_due(at)
    follow(at, "ask")
    assert told(ask, ada) == ["ask.not_delivered"]


def test_an_approval_by_mail_takes_a_sure_yes_or_no_and_leaves_the_rest_to_a_person(
    case: Case, ada: Agent, lena: Agent, sent: Send, at: datetime
) -> None:
    ask = make(case, Question("May we give 40 €?", lena, None, Purpose.APPROVAL), ada, at)
    letter = sent(ask, at)
    assert "yes or no as the first word" in letter.as_string()
    assert back(letter, "Yes, but only 20.", at + HOUR, sender=lena.email).outcome == "ask_unclear"
    ask.refresh_from_db()
    assert (ask.state, ask.decision) == ("open", "")
    assert "Yes, but only 20." in Note.objects.get().text
    follow(at + HOUR, "ask")
    assert "ask.unclear" in told(ask, ada)
    assert "ask.unclear" in told(ask, lena)
    assert back(letter, "Yes.\n\nLena", at + HOUR, sender=lena.email).outcome == "ask_answered"
    ask.refresh_from_db()
    assert (ask.state, ask.decision, ask.answered_by) == ("answered", "yes", lena)


def test_the_same_answer_by_two_ways_counts_once_and_a_second_one_is_kept_as_a_note(
    case: Case, ada: Agent, carrier: Partner, sent: Send, at: datetime
) -> None:
    ask = make(case, Question("Where is it?", carrier), ada, at)
    letter = sent(ask, at)
    same = {"message_id": "<one@swift.example>"}
    assert back(letter, "In the van.", at + HOUR, **same).outcome == "ask_answered"
    assert back(letter, "In the van.\n-- \na list's footer", at + HOUR, **same).outcome == "seen"
    assert not Note.objects.exists()
    assert back(letter, "Sorry, it is Friday.", at + 2 * HOUR).outcome == "ask_added"
    assert "Sorry, it is Friday." in Note.objects.get().text
    ask.refresh_from_db()
    assert ask.answer == "In the van."
    follow(at + 2 * HOUR, "ask")
    assert told(ask, ada) == ["ask.answered", "ask.added"]


def test_our_own_letter_that_comes_round_answers_nothing(
    case: Case, ada: Agent, carrier: Partner, sent: Send, sink: Sink, at: datetime
) -> None:
    ask = make(case, Question("Where is it?", carrier), ada, at)
    sent(ask, at)
    assert taken(sink.to(SWIFT)[0], at + HOUR).outcome == "own"
    ask.refresh_from_db()
    assert ask.state == "open"


def test_an_answer_of_files_or_of_no_new_words_loses_nothing(
    case: Case, ada: Agent, carrier: Partner, sent: Send, at: datetime
) -> None:
    ask = make(case, Question("The delivery note, please?", carrier), ada, at)
    letter = sent(ask, at)
    only_quotes = back(letter, "> The delivery note, please?\n", at + HOUR)
    assert only_quotes.outcome == "ask_unclear"
    assert [file.filename for file in ask.files.all()] == ["mail.eml"]
    mail = EmailMessage()
    for name, value in (("From", SWIFT), ("To", str(letter["Reply-To"])), ("Subject", "note"), ("Message-ID", "<f@s>")):
        mail[name] = value
    mail.set_content("")
    mail.add_attachment(b"%PDF-1.4 note", maintype="application", subtype="pdf", filename="note.pdf")
    assert taken(mail.as_bytes(), at + HOUR).outcome == "ask_answered"
    assert [file.filename for file in ask.files.order_by("id")] == ["mail.eml", "note.pdf"]


def test_reminders_stay_in_one_thread_and_end_with_the_answer(
    case: Case, ada: Agent, carrier: Partner, sent: Send, sink: Sink, at: datetime
) -> None:
    ask = make(case, Question("Where is it?", carrier, at + 4 * HOUR), ada, at)
    first = sent(ask, at)
    sweep_asks(at + 2 * HOUR)
    second = sent(ask, at + 2 * HOUR)
    assert second["Subject"] == f"Re: {first['Subject']}"
    assert (second["In-Reply-To"], second["Auto-Submitted"]) == (first["Message-ID"], "auto-generated")
    assert "a short reminder" in second.as_string()
    assert second["Reply-To"] == first["Reply-To"]
    back(second, "In the van.", at + 3 * HOUR)
    sweep_asks(at + 30 * HOUR)
    sent(ask, at + 30 * HOUR)
    assert len(sink.to(SWIFT)) == 2


def test_the_stand_in_gets_the_late_question_with_whom_it_was_asked(
    case: Case, ada: Agent, ben: Agent, omar: Agent, sent: Send, sink: Sink, at: datetime
) -> None:
    ben.stand_in = omar
    ben.save(update_fields=["stand_in"])
    ask = make(case, Question("How?", ben, at + 4 * HOUR), ada, at)
    sent(ask, at)
    for _ in range(2):
        sweep_asks(at + timedelta(days=10))
    ask.refresh_from_db()
    letter = sent(ask, at + timedelta(days=10))
    assert letter["To"] == omar.email
    assert "this was asked of Ben" in letter.as_string()
    assert (len(sink.to(ben.email)), len(sink.to(omar.email))) == (1, 1), "what time has overtaken is not told any more"


def test_an_ask_taken_back_is_told_to_whom_was_asked_and_only_to_them(
    case: Case, ada: Agent, carrier: Partner, ben: Agent, sent: Send, sink: Sink, at: datetime
) -> None:
    ask = make(case, Question("Where is it?", carrier), ada, at)
    sent(ask, at)
    withdraw(ask, at + HOUR, ada)
    assert "need not answer it" in sent(ask, at + HOUR).as_string()
    unsent = make(case, Question("How?", ben), ada, at)
    withdraw(unsent, at + HOUR, ada)
    follow(at + HOUR, "ask", after=Entry.objects.filter(subject_id=unsent.pk).earliest("id").pk - 1)
    sending.send_due(at + HOUR)
    assert not sink.to(ben.email), "who never got the question is not told that it is settled"


def test_the_raw_mail_is_kept_and_a_hostile_one_harms_nobody(
    case: Case, ada: Agent, carrier: Partner, sent: Send, at: datetime
) -> None:
    ask = make(case, Question("Where is it?", carrier), ada, at)
    evil = "<script>alert(1)</script>\x00" + "x" * 20_000
    assert back(sent(ask, at), evil, at + HOUR).outcome == "ask_answered"
    ask.refresh_from_db()
    assert len(ask.answer) == 8000
    assert Arrival.objects.get(outcome="ask_answered").key
    assert queries.ours().ask_in([HELP, "", "help+a1-@x", DAEMON]) is None
