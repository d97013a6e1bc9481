"""What was promised outside of the composer is heard once it is out, and asks its writer quietly."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from goodword.cases import actions as cases
from goodword.cases.models import Case, Message, Outcome
from goodword.kit.errors import Conflict, Malformed
from goodword.people.models import Agent
from goodword.promises import habits, listening, replies
from goodword.promises.actions import Told
from goodword.promises.models import Heard, Promise, Verdict
from goodword.promises.queries import kind_named

TOMORROW = "I will call you tomorrow at 3 pm."
CLAUSE = "I will call you tomorrow at 3 pm"


def written(case: Case, ada: Agent, at: datetime, text: str = TOMORROW) -> Message:
    return cases.reply(case, ada, cases.Draft(text), at)


def test_an_unrecorded_promise_becomes_one_question_however_often_it_is_heard(
    case: Case, ada: Agent, at: datetime
) -> None:
    message = written(case, ada, at)
    assert [row.words for row in listening.listen(message)] == [CLAUSE]
    assert listening.listen(message) == []
    assert [row.words for row in listening.asked_of(ada)] == [CLAUSE]
    assert listening.heard_between(at.date(), at.date()) == [listening.Share("email", 1, 0, 0)]


def test_one_press_records_it_from_when_it_was_said(case: Case, ada: Agent, at: datetime) -> None:
    row = listening.listen(written(case, ada, at))[0]
    promise = listening.record_it(row, at + timedelta(hours=2), ada)
    assert (promise.made_at, promise.owner, promise.due_at) == (at, ada, at + timedelta(hours=30))
    assert listening.asked_of(ada) == []
    assert listening.heard_between(at.date(), at.date())[0].share == 1.0
    with pytest.raises(Conflict):
        listening.record_it(row, at + timedelta(hours=3), ada)


def test_recorded_after_its_due_it_was_broken(case: Case, ada: Agent, at: datetime) -> None:
    row = listening.listen(written(case, ada, at))[0]
    assert listening.record_it(row, at + timedelta(days=3), ada).verdict == Verdict.BROKEN


def test_a_reason_dismisses_it_for_good(case: Case, ada: Agent, at: datetime) -> None:
    row = listening.listen(written(case, ada, at))[0]
    with pytest.raises(Malformed):
        listening.dismiss(row, at, ada, " ")
    listening.dismiss(row, at, ada, "It is no promise")
    share = listening.heard_between(at.date(), at.date())[0]
    assert (share.dismissed, share.open, share.share) == (1, 0, None)


def test_what_was_recorded_or_dismissed_with_the_message_is_known(case: Case, ada: Agent, at: datetime) -> None:
    told = Told(kind_named("callback"), CLAUSE, at + timedelta(hours=30))
    dropped = replies.Dismissed("I will send you the invoice by Friday", "It is no promise")
    text = f"{TOMORROW} I will send you the invoice by Friday."
    message = replies.send(case, ada, cases.Draft(text), at, makes=[told], dismissed=[dropped])
    states = {row.words: row.state for row in listening.listen(message)}
    assert states == {CLAUSE: "recorded", dropped.words: "dismissed"}
    assert listening.asked_in(case) == []


def test_one_that_was_left_without_a_date_still_counts_as_a_promise_that_is_not_on_record(
    case: Case, ada: Agent, at: datetime
) -> None:
    row = listening.listen(written(case, ada, at, "I will get back to you soon."))[0]
    listening.dismiss(row, at, ada, "It has no date yet")
    share = listening.heard_between(at.date(), at.date())[0]
    assert (share.dismissed, share.open, share.share) == (0, 1, 0.0)


def test_a_call_note_is_heard_and_an_automatic_mail_is_not(case: Case, ada: Agent, at: datetime) -> None:
    call = cases.log_call(case, ada, Outcome.REACHED, TOMORROW, at)
    assert listening.listen(call)[0].via == "phone"
    robot = cases.reply(case, None, cases.Draft(TOMORROW, is_automatic=True), at)
    assert listening.listen(robot) == []


def test_a_macro_is_read_as_if_it_were_sent_now(ada: Agent, at: datetime) -> None:
    assert [chip.words for chip in listening.in_macro(TOMORROW, ada, at)] == [CLAUSE]


def test_a_desk_that_requires_it_takes_no_undecided_promise_from_a_program(
    case: Case, ada: Agent, mara: Agent, at: datetime
) -> None:
    habits.set_habits(at, mara, hearing="require", apology_minutes=240)
    with pytest.raises(Conflict) as refused:
        replies.send(case, ada, cases.Draft(TOMORROW), at, by_program=True)
    assert (refused.value.code, refused.value.details["heard"]) == ("undecided_promise", [CLAUSE])
    assert not Message.objects.filter(is_ours=True).exists()
    dropped = replies.Dismissed(CLAUSE, "It is no promise")
    replies.send(case, ada, cases.Draft(TOMORROW), at, by_program=True, dismissed=[dropped])
    assert not Promise.objects.exists()


def test_a_short_answer_is_heard_in_the_light_of_the_question(case: Case, ada: Agent, at: datetime) -> None:
    Message.objects.filter(case=case).update(text="When will it arrive?", reply_text="When will it arrive?")
    message = written(case, ada, at, "Within two days.")
    assert [row.due_words.lower() for row in listening.listen(message)] == ["within two days"]
    assert Heard.objects.get().due_at
