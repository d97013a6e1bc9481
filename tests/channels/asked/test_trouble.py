"""Asks by mail: what comes back, what is unclear, and what follows in time."""

from __future__ import annotations

from datetime import datetime, timedelta
from email.message import EmailMessage

import pytest

from goodword.asks.actions import Question, make, withdraw
from goodword.asks.models import Purpose
from goodword.asks.tasks import sweep_asks
from goodword.cases.models import Case, Message, Note
from goodword.channels.email import queries, sending
from goodword.channels.email.models import Arrival, Outgoing
from goodword.channels.email.receiving import Taken
from goodword.ledger.models import Entry
from goodword.notices.models import Notice
from goodword.people.models import Agent, Partner
from tests.asks.following import follow
from tests.channels.asked.conftest import HOUR, SWIFT, Send, back, told
from tests.channels.conftest import HELP, Sink
from tests.channels.test_bounces import DAEMON, report
from tests.channels.test_taking import taken

pytestmark = pytest.mark.django_db(transaction=True)


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
